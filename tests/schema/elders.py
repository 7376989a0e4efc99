# SPDX-License-Identifier: EUPL-1.2
"""python3 elders.py SOURCE_DIR

Every document in examples/invoer is right by its schema for a validator that shares nothing with pga, and one with a
mistake is not: so completion and checks of an editor's YAML language server say what pga says. Each schema is a valid
draft-07 schema and finds the others as files beside it. Prints what is wrong and exits 1; 77 without the packages.
"""
import copy
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # of newer versions; Debian's has no other way

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

# Which schema each example is for, by the words of its name, the first that fits.
SOORTEN = [
    ("aanmelding", "aanmelding"), ("aanvulling", "aanvulling"), ("afdoening", "afdoening"),
    ("melding", "melding"), ("lopend", "lopend"), ("deelname", "deelname"), ("weging", "weging"),
    ("uitstroom", "weging"), ("terugkoppeling", "weging"), ("notificatie", "notificatie"),
    ("ingezien", "notificatie"), ("heroverwogen", "notificatie"), ("grond-vervallen", "notificatie"),
    ("beoordeling", "beoordeling"), ("profiel", "profiel"), ("plan", "plan"), ("sluit", "afsluiting"),
    ("overleg", "overleg"),
    ("verzoek", "verzoek"), ("correctie", "correctie"), ("datalek", "datalek"), ("bewaring", "bewaring"),
    ("audit", "audit"), ("jaarverslag", "jaarverslag"), ("screening", "screening"),
    ("beheer", "beheer"),
]


class Lezer(yaml.SafeLoader):
    """As YAML 1.2 has it, and an editor: a day is text, and so are yes and no."""


Lezer.yaml_implicit_resolvers = {
    letter: [(tag, regexp) for tag, regexp in rules if tag.endswith((":int", ":null"))]
    for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def zonder_leeg(value):
    """What is empty counts as absent, for pga."""
    if isinstance(value, dict):
        kept = {k: zonder_leeg(v) for k, v in value.items()}
        return {k: v for k, v in kept.items() if v not in (None, "", {}, [])}
    if isinstance(value, list):
        return [v for v in map(zonder_leeg, value) if v not in (None, "", {}, [])]
    return value


def soort_van(name):
    words = name.lower()
    for word, soort in SOORTEN:
        if word in words:
            return soort
    return None


def main(source):
    found = []
    schemas = source / "schemas"
    validators = {}
    for path in sorted(schemas.glob("*.schema.json")):
        schema = json.loads(path.read_text())
        jsonschema.Draft7Validator.check_schema(schema)
        resolver = jsonschema.RefResolver(path.as_uri(), schema)
        validators[path.name.removesuffix(".schema.json")] = jsonschema.Draft7Validator(schema, resolver=resolver)
    counted = 0
    for path in sorted((source / "examples" / "invoer").rglob("*.yaml")):
        soort = soort_van(path.stem)
        if soort is None:
            found.append(f"{path}: which soort is this? name it in elders.py")
            continue
        document = zonder_leeg(yaml.load(path.read_text(), Lezer))
        for error in validators[soort].iter_errors(document):
            found.append(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
        wrong = copy.deepcopy(document)
        wrong["bestaat_niet"] = "x"
        if validators[soort].is_valid(wrong):
            found.append(f"{path}: an unknown field is not noticed")
        counted += 1
    if counted < 30:
        found.append(f"only {counted} examples were looked at")
    print("\n".join(found) or f"{counted} examples are right")
    return 1 if found else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
