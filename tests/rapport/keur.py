#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Looks at a report as a program, without anything of pga.

keur.py BESTAND              well-formed XML, nothing from outside, ids, headings, tables, pictures, contrast
keur.py BESTAND ALLES MAG    no text of ALLES (pga toon --json of who reads all) that is not in MAG (of the reader)

Prints each departure and exits with 1, else one line that says how much was looked at.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET

FOUTEN = []


def eis(goed, wat):
    if not goed:
        FOUTEN.append(wat)


def niets_van_buiten(tekst):
    for woord in ("http:", "https:", "//", "<script", "javascript:", "url(", "@import", "@font-face", "<link", "<img",
                  "<iframe", "<object", "<form"):
        eis(woord not in tekst.lower(), f"van buiten: {woord}")
    eis("default-src 'none'; style-src 'unsafe-inline'; img-src data:" in tekst, "geen Content-Security-Policy")


def vorm(boom):
    ids = [e.get("id") for e in boom.iter() if e.get("id")]
    eis(len(ids) == len(set(ids)), f"id twee keer: {sorted(i for i in set(ids) if ids.count(i) > 1)}")
    for e in boom.iter():
        for naam, waarde in e.attrib.items():
            eis(not naam.lower().startswith("on") and naam not in ("src", "style"), f"attribuut {naam}")
            if naam == "href":
                eis(waarde[:1] == "#" and waarde[1:] in ids, f"verwijst nergens heen: {waarde}")
            if naam == "aria-labelledby":
                eis(all(w in ids for w in waarde.split()), f"label ontbreekt: {waarde}")
        if e.tag == "th":
            eis(e.get("scope") in ("col", "row"), "th zonder scope")
    eis(boom.get("lang") == "nl", "geen lang=nl")
    for tag in ("main", "header", "footer", "nav"):
        eis(len(list(boom.iter(tag))) == 1, f"niet precies één {tag}")


def koppen(boom):
    niveaus = [int(e.tag[1]) for e in boom.iter() if re.fullmatch("h[1-6]", e.tag)]
    eis(niveaus.count(1) == 1 and niveaus[0] == 1, "niet precies één h1, vooraan")
    for vorige, deze in zip(niveaus, niveaus[1:]):
        eis(deze <= vorige + 1, f"kop h{deze} na h{vorige}")
    eis(all("".join(e.itertext()).strip() for e in boom.iter() if re.fullmatch("h[1-6]", e.tag)), "lege kop")


def beelden(boom):
    aantal = 0
    ouders = {kind: ouder for ouder in boom.iter() for kind in ouder}
    for e in boom.iter("svg"):
        if ouders[e].tag == "svg":
            continue
        if e.get("aria-hidden") != "true":
            aantal += 1
            eis(e.get("role") == "img", "beeld zonder role=img")
            eis([k.tag for k in e][:2] == ["title", "desc"] and all(k.text for k in list(e)[:2]), "beeld zonder woorden")
    return aantal


def licht(kleur):
    delen = [int(kleur[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een, twee):
    hoog, laag = sorted((licht(een), licht(twee)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def kleuren(stijl):
    paletten = re.findall(r":root \{([^}]*)\}", stijl)
    eis(len(paletten) == 2, "niet twee paletten")
    for naam, palet in zip(("licht", "donker"), paletten):
        k = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", palet))
        for voor in ("inkt", "zacht", "merk", "kritiek", "haalbaar"):
            for achter in ("papier", "vlak"):
                c = contrast(k[voor], k[achter])
                eis(c >= 4.5, f"{naam}: {voor} op {achter} {c:.2f}")
        for merk in ("as", "merk", "haalbaar", "kritiek"):
            c = contrast(k[merk], k["papier"])
            eis(c >= 3, f"{naam}: {merk} op papier {c:.2f}")


def teksten(waarde):
    if isinstance(waarde, dict):
        for w in waarde.values():
            yield from teksten(w)
    elif isinstance(waarde, list):
        for w in waarde:
            yield from teksten(w)
    elif isinstance(waarde, str):
        yield " ".join(waarde.split())


def lek(boom, alles, mag):
    """Short words (a choice, an id) stand everywhere; what a person wrote does not."""
    kort = 12
    open_ = set(teksten(json.load(open(mag, encoding="utf-8"))))
    dicht = {t for t in teksten(json.load(open(alles, encoding="utf-8"))) if len(t) >= kort and t not in open_}
    pagina = " ".join(" ".join(boom.itertext()).split())
    for t in sorted(dicht):
        eis(t not in pagina or any(t in o for o in open_), f"lek: {t[:40]}")
    eis(len(dicht) > 0, "er is niets dat dicht is: dit bewijst niets")
    return len(dicht)


def main(bestand, *lijsten):
    tekst = open(bestand, encoding="utf-8").read()
    boom = ET.fromstring(tekst)
    if lijsten:
        n = lek(boom, *lijsten)
        gezegd = f"{n} teksten gezocht die dicht zijn: geen gevonden"
    else:
        niets_van_buiten(tekst)
        vorm(boom)
        koppen(boom)
        n = beelden(boom)
        kleuren("".join(e.text or "" for e in boom.iter("style")))
        gezegd = f"in orde: {n} beelden, {len(list(boom.iter('table')))} tabellen"
    for f in FOUTEN:
        print(f)
    print(gezegd if not FOUTEN else f"{len(FOUTEN)} fouten")
    return 1 if FOUTEN else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
