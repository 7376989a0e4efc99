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
  pga sluit "$n" --peildatum 2026-08-26 --van "$z/12b-sluit-voorstel-per-doel.yaml" &&
    pga sluit "$n" --peildatum 2026-09-14 --van "$z/13-sluit-besluit.yaml"
}

# zaak_1 STEP: a dossier $n, case 1 of the examples up to and with document STEP (1 melding, 2 aanmelding, 3 weging,
# 4 notificatie, 8 profiel, 9 plan, 13 besluit to close).
zaak_1() { stil stappen_van_zaak_1 "$1"; }
