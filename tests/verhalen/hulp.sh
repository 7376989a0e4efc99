# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# What transcripts share; source it with `. "$HULP"`. Silent when all goes well, shows what was said when not.

# als ID: what follows is done by that gebruiker.
als() { export PGA_IDENTITEIT="$MAP/identiteiten/$1.sleutel"; }

# erbij ID ORGANISATIE ROL [AANGEWEZEN_DOOR]: a new identity, and a gebruiker with it; added by who is acting.
erbij() {
  pga sleutel nieuw -o "$MAP/identiteiten/$1.sleutel" --zonder-wachtwoord &&
    regel=$(pga sleutel toon -i "$MAP/identiteiten/$1.sleutel") &&
    pga gebruiker toevoegen "$1" --peildatum 2026-01-05 --organisatie "$2" --rol "$3" --van "$regel" \
      ${4:+--aangewezen-door "$4"}
}

# gescreend ID NAME: what was seen of a gebruiker before the designation, so that stories stay about their case.
gescreend() {
  printf 'naam: %s\n' "$2" |
    pga gemeente screening --van - --gebruiker "$1" --soort-bewijs vog --datum 2025-12-01 --peildatum 2026-01-05
}

# stil COMMAND...: runs it, and shows what it said only when it fails.
stil() {
  "$@" >"$MAP/stil.log" 2>&1 || {
    code=$?
    cat "$MAP/stil.log"
    return "$code"
  }
  rm "$MAP/stil.log"
}

een_gebruiker() {
  mkdir identiteiten &&
    pga sleutel nieuw -o identiteiten/reg1.sleutel --zonder-wachtwoord &&
    pga init kast --peildatum 2026-01-05 --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1 &&
    gescreend reg1 'Hanneke Brouwer'
}

alle_gebruikers() {
  een_gebruiker &&
    erbij pol1 politie weegploeg &&
    erbij om1 om weegploeg &&
    erbij rvdk1 rvdk deelnemer &&
    erbij wacht1 machine termijnwacht burgemeester &&
    gescreend pol1 'Youssef Hartog' &&
    gescreend om1 'Marit van Zanten' &&
    gescreend rvdk1 'Joris Dijkman'
}

# nieuwe_kast: a fresh kast ./kast with the gebruikers of the examples, screened, PGA_KAST set to it; reg1 acts. Their
# identities, without passphrase, are in ./identiteiten.
nieuwe_kast() {
  MAP=$PWD
  export PGA_KAST="$MAP/kast"
  als reg1
  stil alle_gebruikers
}

# kleine_kast: the same with reg1 alone.
kleine_kast() {
  MAP=$PWD
  export PGA_KAST="$MAP/kast"
  als reg1
  stil een_gebruiker
}

# vastleggen: what is in the kast goes into git, as the demo does it.
vastleggen() {
  git -C "$PGA_KAST" add -A && git -C "$PGA_KAST" commit -q -m stuk
}

# op COMPUTER: from here on pga works on another computer, with a memory of its own.
op() { export PGA_GEHEUGEN="$MAP/geheugen-$1"; }
# vergeet: this computer never saw a kast.
vergeet() { rm -rf "${PGA_GEHEUGEN:-$HOME/.local/state/pga}"; }

# met_begin PATTERN COMMAND...: a dossier whose number begins as the pattern says, because lists are in the order of
# numbers, which are random; dossiers with another number are taken away. Prints the number.
met_begin() {
  patroon=$1
  shift
  while gevonden=$("$@" -q); do
    # shellcheck disable=SC2254 # a pattern on purpose
    case $gevonden in
      $patroon) echo "$gevonden" && return ;;
    esac
    rm -r "$PGA_KAST"/dossiers/*/"$gevonden" "$PGA_KAST/sleutels/$gevonden" || return
    vergeet
  done
  return 1
}

bevestigd_door_drie() { # COMMAND DAY
  for id in pol1 om1 reg1; do
    als "$id"
    pga "$1" "$n" --peildatum "$2" --bevestig || return
  done
}

stappen_van_zaak_1() {
  z=$VOORBEELDEN/1-opgenomen
  n=$(pga melding --peildatum 2026-01-12 --van "$z/01-melding.yaml") || return
  [ "$1" -ge 2 ] || return 0
  pga melding "$n" --voordragen --peildatum 2026-01-19 --van "$z/02-aanmelding.yaml" || return
  [ "$1" -ge 3 ] || return 0
  pga weeg "$n" --peildatum 2026-02-04 --van "$z/03-weging.yaml" && bevestigd_door_drie weeg 2026-02-05 || return
  [ "$1" -ge 4 ] || return 0
  pga notificeer "$n" --peildatum 2026-02-18 --van "$z/04-notificatie.yaml" || return
  [ "$1" -ge 8 ] || return 0
  pga profiel "$n" --peildatum 2026-03-11 --van "$z/08-profiel.yaml" || return
  [ "$1" -ge 9 ] || return 0
  pga plan "$n" --peildatum 2026-03-18 --van "$z/09-plan.yaml" || return
  [ "$1" -ge 13 ] || return 0
  pga sluit "$n" --peildatum 2026-08-26 --van "$z/12-sluit-voorstel.yaml" &&
    pga sluit "$n" --peildatum 2026-09-14 --van "$z/13-sluit-besluit.yaml"
}

# The course of case 1 over two years: judgments, three profiles, two meetings, evaluations, actions; it still runs.
stappen_van_lange_zaak() {
  stappen_van_zaak_1 4 || return
  for w in 'pol1 04 05' 'om1 05 06' 'reg1 06 07'; do
    # shellcheck disable=SC2086 # three words
    set -- $w
    als "$1"
    pga profiel "$n" --beoordeling --peildatum "2026-03-$2" --van "$z/$3-beoordeling-$1.yaml" || return
  done
  pga profiel "$n" --peildatum 2026-03-11 --van "$z/08-profiel.yaml" &&
    pga plan "$n" --peildatum 2026-03-18 --van "$z/09-plan.yaml" &&
    pga overleg "$n" --peildatum 2026-06-10 --van "$VOORBEELDEN/7-rechten/01-overleg.yaml" &&
    pga plan "$n" --peildatum 2026-06-17 --van "$z/10-plan-evaluatie.yaml" &&
    pga weeg "$n" --peildatum 2026-07-22 --van "$z/10b-herweging.yaml" &&
    bevestigd_door_drie weeg 2026-07-23 &&
    lange_zaak_na_de_zomer
}

# evaluatie INTERVENTIE DATUM UITKOMST VOLGENDE BEREIKT TEKST
evaluatie() {
  printf 'stap: evaluatie\ndatum: %s\ninterventie: %s\nuitkomst: %s\nvolgende_evaluatie: %s\n' "$2" "$1" "$3" "$4"
  printf 'resultaten:\n  - doel: %s\n    bereikt: deels\n    tekst: %s\n' "$5" "$6"
}

# profiel_op DATUM SED: the profile of case 1, with other words.
profiel_op() { sed "s/2026-03-11/$1/; s/11 maart/later/; $2" "$z/08-profiel.yaml"; }

lange_zaak_na_de_zomer() {
  cat >overleg-2.yaml <<'EINDE' &&
datum: 2026-09-09
aanwezig: [{organisatie: burgemeester}, {organisatie: politie}, {organisatie: om}]
agenda:
  - {id: h1, onderwerp: Verslag van 10 juni}
  - {id: h2, onderwerp: De gesprekken met de begeleider}
verslag:
  - {agendapunt: h2, tekst: "Betrokkene komt elke week. Hij begint zelf over het nieuws, en luistert."}
besluiten:
  - {agendapunt: h2, tekst: De gesprekken gaan door tot het voorjaar.}
acties:
  - {id: a2, status: gedaan, gedaan_op: 2026-07-02}
  - {id: a3, agendapunt: h2, wat: Een dag op de werkplaats bespreken met de werkgever., wie: college, uiterlijk: 2026-10-01}
  - {id: a4, agendapunt: h2, wat: Nagaan of de broer hulp wil., wie: politie, uiterlijk: 2027-03-01}
volgend_overleg: 2026-12-09
EINDE
    pga overleg "$n" --peildatum 2026-09-09 --van overleg-2.yaml &&
    profiel_op 2026-09-16 's/huidig: zorgelijk/huidig: wisselend/; s/huidig: onvoldoende_informatie/huidig: voldoende/; s/haalbaar: onvoldoende_informatie/haalbaar: goed/' >profiel-2.yaml &&
    pga profiel "$n" --peildatum 2026-09-16 --van profiel-2.yaml &&
    evaluatie i2 2026-09-30 voortzetten 2026-12-16 d1 "Er is een plan; drie van de vier schuldeisers zijn akkoord." |
    pga plan "$n" --peildatum 2026-09-30 --van - &&
    evaluatie i3 2026-10-14 voortzetten 2027-01-20 d2 "Hij praat over boosheid zonder geweld goed te praten." |
    pga plan "$n" --peildatum 2026-10-14 --van - &&
    profiel_op 2026-12-16 's/huidig: zorgelijk/huidig: goed/; s/huidig: onvoldoende_informatie/huidig: voldoende/; s/haalbaar: onvoldoende_informatie/haalbaar: goed/; s/huidig: wisselend/huidig: voldoende/' >profiel-3.yaml &&
    pga profiel "$n" --peildatum 2026-12-16 --van profiel-3.yaml
}

# lange_zaak: case 1 as it runs on, up to december 2026: for what shows a course over time.
lange_zaak() {
  stil stappen_van_lange_zaak
  als reg1
}

# zaak_1 STEP: a dossier $n, case 1 of the examples up to and with document STEP (1 melding, 2 aanmelding, 3 weging,
# 4 notificatie, 8 profiel, 9 plan, 13 besluit to close).
zaak_1() { stil stappen_van_zaak_1 "$1"; }
