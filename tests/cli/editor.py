# SPDX-License-Identifier: EUPL-1.2
"""Sessions at a real terminal, run by editor.sh in a kast with reg1: the editor. The editors are small scripts that
stand for good and bad ones."""
import json
import os
import pathlib
import subprocess
import sys
import time

from scherm import Scherm

MAP = pathlib.Path(os.environ["MAP"])
THUIS = pathlib.Path(os.environ["HOME"])
KAST = pathlib.Path(os.environ["PGA_KAST"])
PLEK = pathlib.Path(os.environ["PGA_WERKPLEK"])
DAG = ["--peildatum", "2026-02-25"]
GOED = """ontvangen: 2026-02-24
ontvangen_door: politie
betrokkene:
  naam: "Zilverling"
  geboren: 2001-02-03
"""


def mis(wat):
    sys.exit(wat)


def editor(naam, *regels):
    """An editor: $1 is the file."""
    pad = MAP / naam
    pad.write_text("#!/bin/sh\n" + "\n".join(regels) + "\n")
    pad.chmod(0o755)
    return str(pad)


def pga(*woorden, code=0, **omgeving):
    er = subprocess.run(["pga", *woorden], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                        env=dict(os.environ, **omgeving))
    if er.returncode != code:
        mis(f"exit {er.returncode}, not {code}: {er}")
    return er.stdout + er.stderr


def concepten():
    return json.loads(subprocess.run(["pga", "concepten", "--json"], capture_output=True, text=True, check=True).stdout)


def stukken():
    return len(list(KAST.glob("dossiers/*/*/*.yaml")))


def niets_blijft(wat):
    if list(PLEK.iterdir()):
        mis(f"{wat}: something is left in memory: {list(PLEK.iterdir())}")


def weg_met_concepten(aantal):
    er = concepten()
    if len(er) != aantal:
        mis(f"{len(er)} drafts, not {aantal}")
    for c in er:
        pga("concepten", "verwijder", c["concept"])


def zonder_scherm():
    (MAP / "goed.yaml").write_text(GOED)
    goed = editor("goed", f'stat -c %a "$1" "$(dirname "$1")" >"{MAP}/rechten"', f'cp "$1" "{MAP}/formulier"',
                  f'cat "{MAP}/goed.yaml" >"$1"')
    pga("melding", "--editor", *DAG, EDITOR=goed)
    if stukken() == 0:
        mis("not recorded")
    formulier = (MAP / "formulier").read_text()
    if not formulier.startswith("# yaml-language-server: $schema=/") or "Op welke dag kwam de melding" not in formulier:
        mis(f"not the form: {formulier[:300]}")
    if (MAP / "rechten").read_text().split() != ["600", "700"]:
        mis("others may read the form: " + (MAP / "rechten").read_text())
    niets_blijft("recorded")
    voor = stukken()
    # What was chosen stands in the form.
    kijk = editor("kijk", f'cp "$1" "{MAP}/formulier"')
    uit = pga("melding", "--editor", "--ontvangen", "2026-02-20", *DAG, code=3, VISUAL=kijk)
    if "niets veranderd" not in uit or 'ontvangen: "2026-02-20"' not in (MAP / "formulier").read_text():
        mis(f"an option does not stand in the form: {uit}")
    uit = pga("melding", "--editor", *DAG, code=1, EDITOR=editor("stuk", 'echo "x: Zilverling" >>"$1"', "exit 7"))
    if "fout (7)" not in uit or "concept c-" not in uit:
        mis(f"a failing editor: {uit}")
    weg_met_concepten(1)
    uit = pga("melding", "--editor", *DAG, code=1, EDITOR=editor("ontbreekt", "exit 127"))
    if "concept" in uit:
        mis(f"a draft of nothing: {uit}")
    # Wrong, and nobody to ask: the findings, and the draft.
    fout = editor("fout", 'echo "ontvangen: gisteren" >"$1"')
    uit = pga("melding", "--editor", *DAG, code=16, EDITOR=fout)
    if "het formulier:1:12" not in uit or "concept c-" not in uit:
        mis(f"findings without a terminal: {uit}")
    weg_met_concepten(1)
    uit = pga("melding", "--editor", *DAG, code=1, EDITOR=kijk, PGA_WERKPLEK=str(MAP))
    if "niet in het geheugen" not in uit:
        mis(f"a disk is no memory: {uit}")
    uit = pga("melding", "--editor", "--van", "x.yaml", *DAG, code=2, EDITOR=kijk)
    uit = pga("melding", "--editor", "--geen-invoer", *DAG, code=2, EDITOR=kijk)
    # What the editor leaves elsewhere is named.
    laat = editor("laat", f'cp "$1" "{THUIS}/.$(basename "$1").swp"', f'cat "{MAP}/goed.yaml" >"$1"')
    uit = pga("melding", "--editor", *DAG, EDITOR=laat)
    if ".swp" not in uit or "kopie" not in uit:
        mis(f"a swap file is not named: {uit}")
    for pad in THUIS.glob(".*.swp"):
        pad.unlink()
    niets_blijft("every ending")
    return voor


def fouten_in_het_formulier():
    """Findings come back as comments, until it is right."""
    ronde = editor("ronde", f'n=$(cat "{MAP}/n" 2>/dev/null || echo 0); echo $((n + 1)) >"{MAP}/n"',
                   f'cp "$1" "{MAP}/formulier-$n"',
                   f'if [ "$n" -eq 0 ]; then sed "s/politie/gemeente/" "{MAP}/goed.yaml" >"$1"',
                   'else sed -i "s/gemeente/politie/" "$1"; fi')
    voor = stukken()
    s = Scherm(["pga", "melding", "--editor", *DAG], EDITOR=ronde)
    s.zie("Het formulier weer openen")
    s.zie("> $")
    s.typ("")
    s.zie("melding vastgelegd")
    s.eindigt(0)
    tweede = (MAP / "formulier-1").read_text()
    regels = tweede.splitlines()
    i = next(i for i, regel in enumerate(regels) if regel.startswith("ontvangen_door:"))
    if not regels[i - 2].startswith('#! FOUT: "gemeente" kan niet'):
        mis(f"the finding does not stand above its line:\n{tweede}")
    if stukken() <= voor:
        mis("not recorded in the second round")
    # Given up: the draft is kept, and goes on in the editor.
    fout = editor("fout2", 'echo "ontvangen: gisteren" >"$1"')
    s = Scherm(["pga", "melding", "--editor", *DAG], EDITOR=fout)
    s.zie("weer openen.*> $")
    s.typ("nee")
    s.zie("bewaard als concept")
    s.eindigt(3)
    (concept,) = concepten()
    s = Scherm(["pga", "concepten", "verder", concept["concept"], *DAG], EDITOR=editor("af", f'cat "{MAP}/goed.yaml" >"$1"'))
    s.zie("melding vastgelegd")
    s.eindigt(0)
    weg_met_concepten(0)


def te_snel():
    """A window that opens elsewhere: the command comes back at once."""
    venster = editor("venster", f'(sleep 2; cat "{MAP}/goed.yaml" >"$1"; touch "{MAP}/bewaard") >/dev/null 2>&1 &')
    s = Scherm(["pga", "melding", "--editor", *DAG], VISUAL=venster)
    s.zie("kwam meteen terug")
    tot = time.monotonic() + 20
    while not (MAP / "bewaard").exists() and time.monotonic() < tot:
        time.sleep(0.1)
    s.typ("")
    s.zie("melding vastgelegd")
    s.eindigt(0)
    s = Scherm(["pga", "melding", "--editor", *DAG], VISUAL=editor("niets", "exit 0"))
    s.zie("kwam meteen terug")
    s.typ("")
    s.zie("niets veranderd")
    s.eindigt(3)
    s = Scherm(["pga", "melding", "--editor", *DAG], VISUAL=editor("niets", "exit 0"))
    s.zie("kwam meteen terug")
    s.typ("\x03", enter=False)
    s.zie("afgebroken")
    s.eindigt(130)
    niets_blijft("an editor that came back at once")


def signaal():
    """Ended from outside while the editor is open: the draft is sealed, the file is gone."""
    voor = stukken()
    lang = editor("lang", 'echo "ontvangen_door: politie # Zilverling" >"$1"', f'touch "{MAP}/open"', "sleep 60")
    s = Scherm(["pga", "melding", "--editor", *DAG], EDITOR=lang)
    tot = time.monotonic() + 20
    while not (MAP / "open").exists() and time.monotonic() < tot:
        s._lees(time.monotonic() + 0.1)
    s.signaal(15)
    s.zie("concept c-")
    s.eindigt(143)
    niets_blijft("a signal")
    if stukken() != voor:
        mis("a signal recorded something")
    weg_met_concepten(1)


def nergens_leesbaar():
    for map_ in (THUIS, KAST):
        for pad in map_.rglob("*"):
            if pad.is_file() and b"Zilverling" in pad.read_bytes():
                mis(f"what was typed lies in clear in {pad}")


zonder_scherm()
fouten_in_het_formulier()
te_snel()
signaal()
nergens_leesbaar()
