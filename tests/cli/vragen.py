# SPDX-License-Identifier: EUPL-1.2
"""Sessions at a real terminal, run by vragen.sh in a kast with reg1: the questions. Each checks what is on the screen,
how it ends, and what is recorded; in the end that nothing that was typed lies in any file in clear."""
import json
import os
import pathlib
import signal
import subprocess
import sys

from scherm import Scherm

THUIS = pathlib.Path(os.environ["HOME"])
KAST = pathlib.Path(os.environ["PGA_KAST"])
DAG = ["--peildatum", "2026-02-25"]


def mis(wat):
    sys.exit(wat)


def pga(*woorden):
    return subprocess.run(["pga", *woorden], capture_output=True, text=True, check=True).stdout


def concepten():
    return json.loads(pga("concepten", "--json"))


def stukken():
    return len(list(KAST.glob("dossiers/*/*/*.yaml")))


def begin_melding(s):
    s.vraag("Op welke dag kwam de melding binnen", "gisteren")
    s.zie("di 24 februari 2026")
    s.vraag("Bij wie kwam de melding binnen.*1 burgemeester.*2 politie", "pol")
    s.zie("= politie")


def sla_over(s, tot):
    """Every question up to that one stays open; a choice that must be made is the first."""
    while True:
        er = s.zie(r"\n[^\n]+\((?:mag leeg|invullen|verplicht|ja of nee|leeg)[^>]*> $")
        if tot in er:
            return
        s.typ("1" if "(verplicht" in er else "")


def rest_van_de_persoon(s):
    sla_over(s, "Van welke andere personen")


def de_persoon(s, naam):
    s.vraag("-- Betrokkene.*natuurlijk persoon", "")
    s.vraag("Wat is de naam, of hoe", naam)


def hele_melding():
    s = Scherm(["pga", "melding", *DAG])
    s.zie("Melding: een nieuw dossier")
    # A mistake of each kind, help, and back.
    s.vraag("Op welke dag kwam de melding binnen", "ooit")
    s.zie('"ooit" is geen dag')
    s.zie("> $")
    s.typ("")
    s.zie("moet ingevuld zijn")
    s.zie("> $")
    s.typ("?")
    s.zie("over 2 weken.*artikel 5, lid 2")
    s.zie("> $")
    s.typ("<")
    s.vraag("eerste vraag.*Op welke dag", "24 februari")
    s.zie("= di 24 februari 2026")
    s.vraag("Bij wie kwam de melding binnen", "gemeente")
    s.zie("geen van de keuzes")
    s.zie("> $")
    s.typ("<")
    s.vraag(r"Op welke dag.*\[di 24 februari 2026\]", "gisteren")
    s.vraag("Bij wie kwam", "2")
    s.vraag("Wie heeft gemeld", "ja")
    s.vraag("Wat voor melder", "fam")
    for vraag in ("Namens welke organisatie", "Hoe heet de melder", "Hoe is de melder te bereiken", "Wil de melder horen"):
        s.vraag(vraag, "")
    de_persoon(s, "Zilverling")
    rest_van_de_persoon(s)
    s.typ("nee")
    s.vraag("Welke signalen", "ja")
    s.vraag("-- Signaal 1.*Op welke dag", "eergisteren")
    s.zie("ma 23 februari 2026")
    s.zie("Wat is er gezien.*> $")
    s.typ("Kraanvogel op het plein.")
    s.zie("  > $")
    s.typ("Tweede regel.")
    s.zie("  > $")
    s.typ("")
    s.vraag("Is dit zelf waargenomen", "van")
    s.vraag("Welke organisatie heeft dit signaal ingebracht", "politie")
    sla_over(s, "Signalen: nog een?")
    s.typ("nee")
    s.zie("Samenvatting.*Zilverling.*Kraanvogel.*Vastleggen")
    s.zie("> $")
    if stukken() != 0:
        mis("something was recorded before the yes")
    s.typ("1")  # change the first answer
    s.vraag(r"Op welke dag.*\[di 24 februari 2026\]", "eergisteren")
    s.vraag("Samenvatting.*ma 23 februari 2026.*Vastleggen", "ja")
    s.zie("melding vastgelegd in dossier")
    s.eindigt(0)
    nummer = next(KAST.glob("dossiers/*/*")).name
    inhoud = pga("toon", nummer, "--json")
    for tekst in ("2026-02-23", "politie", "familie", "Zilverling", "Kraanvogel op het plein.\\nTweede regel."):
        if tekst not in inhoud:
            mis(f"not recorded: {tekst}\n{inhoud}")
    return nummer


def stop_en_verder():
    voor = stukken()
    s = Scherm(["pga", "melding", *DAG])
    begin_melding(s)
    s.vraag("Wie heeft gemeld", "nee")
    de_persoon(s, "Waterlelie")
    s.zie("> $")
    s.typ("stop")
    s.zie("bewaard als concept c-")
    s.eindigt(3)
    if stukken() != voor:
        mis("stop recorded something")
    (concept,) = concepten()
    if concept["soort"] != "melding" or concept["dossier"] is not None:
        mis(f"not the draft: {concept}")
    s = Scherm(["pga", "concepten", "verder", concept["concept"], *DAG])
    s.zie("Melding: een nieuw dossier")
    rest_van_de_persoon(s)  # it goes on where it stopped
    s.typ("")
    s.vraag("Welke signalen", "")
    s.vraag("Samenvatting.*Waterlelie.*Vastleggen", "ja")
    s.zie("melding vastgelegd")
    s.eindigt(0)
    if concepten():
        mis("the draft is still there after it was recorded")
    if stukken() <= voor:
        mis("the draft was not recorded")


def bij_een_dossier(nummer):
    s = Scherm(["pga", "melding", nummer, *DAG])
    s.zie(f"dossier {nummer}")
    s.zie("> $")
    s.typ("stop")
    s.eindigt(3)
    if concepten():
        mis("a draft of nothing")
    s = Scherm(["pga", "melding", nummer, "--afdoen", *DAG])
    s.vraag(r"\[wo 25 februari 2026\]", "")  # what can be known is filled in
    s.vraag("Wat gebeurt er met de melding", "niet")
    s.zie("> $")
    s.typ("stop")
    s.eindigt(3)
    (concept,) = concepten()
    if concept["dossier"] != nummer or concept["soort"] != "afdoening":
        mis(f"not the draft: {concept}")
    pga("concepten", "verwijder", concept["concept"])
    if concepten():
        mis("the draft was not taken away")


def afgebroken():
    voor = stukken()
    for hoe in ("ctrl-c", "SIGTERM", "ctrl-d", "nee", "dom"):
        omgeving = {"TERM": "dumb"} if hoe == "dom" else {}
        s = Scherm(["sh", "-c", 'pga melding --peildatum 2026-02-25; echo "code $?"; stty -a'], **omgeving)
        begin_melding(s)
        s.vraag("Wie heeft gemeld", "")
        de_persoon(s, "Dennenappel")
        s.zie("> $")
        if hoe == "ctrl-c" or hoe == "dom":
            s.typ("\x03", enter=False)
        elif hoe == "SIGTERM":
            kind = pathlib.Path(f"/proc/{s.pid}/task/{s.pid}/children").read_text()
            os.kill(int(kind), signal.SIGTERM)
        elif hoe == "ctrl-d":
            s.typ("\x04", enter=False)
        else:
            rest_van_de_persoon(s)
            s.typ("")
            s.vraag("Welke signalen", "")
            s.vraag("Vastleggen", "nee")
        if hoe in ("ctrl-c", "dom"):  # the shell dies of it too
            s.zie("afgebroken; er is niets vastgelegd")
            s.eindigt(130)
        else:
            s.zie("code 143" if hoe == "SIGTERM" else "code 3")
            s.zie(r"[^-]icanon.*[^-]echo ")  # the terminal is as it was
            s.eindigt(0)
        if "\x1b[" in s.beeld and hoe == "dom":
            mis("TERM=dumb, and the cursor is moved")
        if stukken() != voor or concepten():
            mis(f"{hoe}: something was kept")


def zonder_scherm():
    er = subprocess.run(["pga", "melding", *DAG], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if er.returncode != 2 or "niets om vast te leggen" not in er.stderr:
        mis(f"without a terminal: {er}")
    er = subprocess.run(["pga", "melding", "--vragen", *DAG], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if er.returncode != 2 or "geen scherm" not in er.stderr:
        mis(f"--vragen without a terminal: {er}")


def nergens_leesbaar():
    for map_ in (THUIS, KAST, pathlib.Path("/tmp"), pathlib.Path("/var/tmp")):
        bestanden = map_.rglob("*") if map_ in (THUIS, KAST) else map_.glob("*")
        for pad in bestanden:
            try:
                inhoud = pad.read_bytes() if pad.is_file() and not pad.is_symlink() else b""
            except OSError:
                continue
            for woord in (b"Zilverling", b"Kraanvogel", b"Waterlelie", b"Dennenappel"):
                if woord in inhoud and pad.suffix not in (".py", ".pyc"):
                    mis(f"{woord} lies in clear in {pad}")


zonder_scherm()
nummer = hele_melding()
stop_en_verder()
bij_een_dossier(nummer)
afgebroken()
nergens_leesbaar()
