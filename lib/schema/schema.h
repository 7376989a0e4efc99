// SPDX-License-Identifier: EUPL-1.2
//
// The schemas of schemas/*.schema.json, compiled into the program: standard JSON Schema draft-07 in a stated
// subset, with a few x- keywords. One schema drives validation, templates, flags, questions, the routing to
// compartments and the field reference.
//
// Subset: type, properties, required, additionalProperties, items (one schema), enum, const, pattern,
// minimum/maximum, minLength/maxLength, minItems/maxItems, minProperties/maxProperties, uniqueItems, format
// (date, email, bsn), local $ref ("#/definitions/x" and "gedeeld.schema.json#/definitions/x"), if/then/else, allOf.
// No oneOf, anyOf, not. Beside $ref only what describes (title, description, default, x- keywords). A schema that
// uses anything else does not load, and the tests fail.
//
// x- keywords: x-compartiment (a name, or {"bij": FIELD, VALUE: name, ..., "anders": name}: chosen by the value of
// that field in the same map), x-vraag (question to a person), x-uitleg (help), x-grondslag (article), x-leeg (what
// a form says instead of "mag leeg", for what the code asks and the schema does not), x-betekenis ({CHOICE: what it
// means, ...}, for choices that do not say so themselves), x-vlag (true: also a command-line flag of the same
// name).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"

namespace pga::schema {

/// Where a value is sealed: always in one compartment, or chosen by the value of a sibling field.
struct Route {
  bool gezet = false;                      // false: the nearest enclosing one counts
  Compartiment vast = Compartiment::zaak;  // when `bij` is empty, and for values that `keuzes` lacks
  std::string bij;
  std::vector<std::pair<std::string, Compartiment>> keuzes;
};

/// One schema at one place in the document; lives as long as the program.
class Knoop {
 public:
  virtual ~Knoop() = default;
  /// The schema of a field, $ref, allOf and then/else branches included; nullptr when the schema knows no such
  /// field.
  [[nodiscard]] virtual const Knoop* veld(std::string_view naam) const = 0;
  /// Whether a field of that name may stand here: the schema has it, or lets in what it does not name
  /// (additionalProperties).
  [[nodiscard]] virtual bool kent(std::string_view naam) const = 0;
  /// Names of the fields in the schema's order.
  [[nodiscard]] virtual const std::vector<std::string>& velden() const = 0;
  /// The schema of a list's items; nullptr when this is no list.
  [[nodiscard]] virtual const Knoop* items() const = 0;
  /// "object", "array", "string", "integer", "boolean"; empty when the schema does not say or allows several.
  [[nodiscard]] virtual std::string_view type() const = 0;
  [[nodiscard]] virtual const Route& route() const = 0;
  [[nodiscard]] virtual std::string_view titel() const = 0;
  [[nodiscard]] virtual std::string_view vraag() const = 0;
  [[nodiscard]] virtual std::string_view uitleg() const = 0;
  [[nodiscard]] virtual std::string_view grondslag() const = 0;
  [[nodiscard]] virtual std::string_view formaat() const = 0;
  [[nodiscard]] virtual const std::vector<std::string>& keuzes() const = 0;
  /// Whether the field of that name is required whatever the other fields are.
  [[nodiscard]] virtual bool verplicht(std::string_view naam) const = 0;
};

/// A command-line flag that fills a top-level scalar field (x-vlag).
struct Vlag {
  std::string naam;
  std::string uitleg;
  std::vector<std::string> keuzes;
};

/// The names of the compiled-in soorten, sorted ("afsluiting", "beheer", …), without the shared definitions.
[[nodiscard]] const std::vector<std::string>& soorten();

/// The schema of a soort. Throws std::out_of_range for a name that is none.
[[nodiscard]] const Knoop& schema(std::string_view soort);

/// Validates and types: unquoted scalars become numbers where the schema wants them. All findings, kind
/// `document`, in the order of the document, each with its place in `bestand`, the offending value, what is
/// allowed, and "bedoelde u …?" where a name or choice is near; at most 200. What is empty counts as absent and is
/// taken out of `document`; nothing in it is `ongetypeerd` afterwards.
[[nodiscard]] std::vector<Bevinding> keur(const Knoop& schema, Waarde& document, std::string_view bestand);

/// The fields that the schema does not know, at every depth, as keur() names them: "betrokkene.maat",
/// "signalen[2].kleur". What stands below such a field is not looked at.
[[nodiscard]] std::vector<std::string> onbekende_velden(const Knoop& schema, const Waarde& document);

/// The fields at the top that belong to another stap than the document is of (sjabloon() leaves them out), each a
/// finding as those of keur(). Not among those: a stuk of before this was looked at stays what it is.
[[nodiscard]] std::vector<Bevinding> velden_van_andere_stap(const Knoop& schema, const Waarde& document,
                                                            std::string_view bestand);

/// Which form sjabloon() prints.
struct Formulier {
  std::string stap;                   // only what this value of the field "stap" asks for or allows; empty: all
  std::vector<std::string> zonder;    // fields at the top that are left out
  std::vector<std::string> schaal{};  // words that a judgment may have, for the explanation; empty: none known
  // More lines of explanation, by the name of the field, at any depth.
  std::map<std::string, std::vector<std::string>, std::less<>> bij{};
};

/// A fill-in YAML document in canonical field order with each question, choice and article as a comment; what is
/// not required is commented out, so that the template itself parses. An explanation stands where it is needed
/// first, and is not repeated. A field that the `then` of some stap names belongs to those stappen; every other
/// field to all.
[[nodiscard]] std::string sjabloon(const Knoop& schema, const Formulier& formulier = {});

[[nodiscard]] std::vector<Vlag> vlaggen(const Knoop& schema);

/// For tests: a schema from JSON text, with the same subset. Throws std::invalid_argument naming the keyword that
/// is outside it.
[[nodiscard]] std::unique_ptr<Knoop> schema_van_json(std::string_view json);

}  // namespace pga::schema
