#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh examples/demo.sh
# Installs what is missing, builds pga, and takes six fictitious cases of the invented gemeente Waterbeek from the first
# signal on, through the real commands. Everything is made anew in build/demo; days are fixed with --peildatum.
# PGA_PROGRAMMA=path uses a program that is already built, PGA_DEMO=directory another place than build/demo.
set -eu

cd "$(dirname "$0")/.."
demo=${PGA_DEMO:-build/demo}
invoer=examples/invoer

if [ -z "${PGA_PROGRAMMA:-}" ]; then
  sh tests/installeer.sh build
  cmake --workflow --preset release
  PGA_PROGRAMMA=$PWD/build/release/pga
fi
PATH=$(dirname "$PGA_PROGRAMMA"):$PATH
export PATH

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
  bold=$(printf '\033[1m') cyan=$(printf '\033[36m') plain=$(printf '\033[0m')
else
  bold='' cyan='' plain=''
fi

kop() { printf '\n%s== %s ==%s\n' "$bold" "$1" "$plain"; }

# als ID: who acts from here on.
als() {
  PGA_IDENTITEIT=$demo/identiteiten/$1.sleutel
  export PGA_IDENTITEIT
  wie=$1
}

# doe COMMAND...: shows a command and who gives it, runs it, and keeps the first line of its answer in $antwoord.
doe() {
  printf '\n%s%s$%s %s%s%s\n' "$cyan" "$wie" "$plain" "$bold" "$*" "$plain"
  if "$@" >"$demo/antwoord"; then code=0; else code=$?; fi
  cat "$demo/antwoord"
  antwoord=$(head -n 1 "$demo/antwoord")
  [ "$code" -eq 0 ] || { [ "$code" -eq 15 ] && [ "$2" = controleer ]; } || {
    printf 'demo: exit %s\n' "$code" >&2
    exit "$code"
  }
}

# vastleggen: what was written goes into git, with a neutral author and message.
vastleggen() {
  git -C "$demo/kast" add -A
  git -C "$demo/kast" -c user.name=pga -c user.email=pga@localhost -c commit.gpgsign=false commit -q -m stuk
}

# erbij ID ORGANISATIE ROL [AANGEWEZEN_DOOR]: a new identity without passphrase, and a gebruiker with it; reg1 acts.
erbij() {
  doe pga sleutel nieuw -q -o "$demo/identiteiten/$1.sleutel" --zonder-wachtwoord
  cp "$demo/antwoord" "$demo/identiteiten/$1.regel"
  doe pga gebruiker toevoegen "$1" --peildatum 2026-01-05 --organisatie "$2" --rol "$3" \
    --van "$demo/identiteiten/$1.regel" ${4:+--aangewezen-door "$4"}
}

# gescreend ID NAME: the VOG or screening of a gebruiker, sealed in the dossier gemeente.
gescreend() {
  printf 'naam: %s\n' "$2" >"$demo/screening.yaml"
  doe pga gemeente screening --van "$demo/screening.yaml" --gebruiker "$1" --soort-bewijs vog --datum 2025-12-01 \
    --peildatum 2026-01-05
}

# bevestigen COMMAND DAY: burgemeester, politie and om each confirm their own vote.
bevestigen() {
  for id in reg1 pol1 om1; do
    als "$id"
    doe pga "$1" "$nummer" --peildatum "$2" --bevestig
  done
  als reg1
}

rm -rf "$demo"
mkdir -p "$demo/identiteiten"
export PGA_KAST="$demo/kast" PGA_SLEUTELS="$demo/sleutels"

kop 'een kast voor de gemeente Waterbeek'
als reg1
doe pga sleutel nieuw -o "$demo/identiteiten/reg1.sleutel" --zonder-wachtwoord
doe pga init "$demo/kast" --peildatum 2026-01-05 --van $invoer/beheer.yaml --gebruiker reg1
erbij pol1 politie weegploeg
erbij om1 om weegploeg
erbij rvdk1 rvdk deelnemer
erbij wacht1 machine termijnwacht burgemeester
doe pga gebruiker lijst
gescreend reg1 'Hanneke Brouwer'
doe pga gemeente screening --peildatum 2026-01-05 --van $invoer/7-gemeente/01-screening.yaml
gescreend om1 'Marit van Zanten'
gescreend rvdk1 'Joris Dijkman'
vastleggen

kop 'zaak 1: opgenomen, van melding tot afsluiting'
zaak=$invoer/1-opgenomen
doe pga melding --peildatum 2026-01-12 --van $zaak/01-melding.yaml
nummer=$antwoord
doe pga melding "$nummer" --voordragen --peildatum 2026-01-19 --van $zaak/02-aanmelding.yaml
doe pga weeg "$nummer" --peildatum 2026-02-04 --van $zaak/03-weging.yaml
bevestigen weeg 2026-02-05
doe pga notificeer "$nummer" --peildatum 2026-02-16 --brief b1 -o "$demo/brief-b1.fodt"
doe pga notificeer "$nummer" --peildatum 2026-02-18 --van $zaak/04-notificatie.yaml
doe pga bijlage "$nummer" "$demo/brief-b1.fodt" --peildatum 2026-02-18 --bij 8 --omschrijving 'brief zoals verzonden'
rm "$demo/brief-b1.fodt"
als pol1
doe pga profiel "$nummer" --beoordeling --peildatum 2026-03-04 --van $zaak/05-beoordeling-pol1.yaml
als om1
doe pga profiel "$nummer" --beoordeling --peildatum 2026-03-05 --van $zaak/06-beoordeling-om1.yaml
als reg1
doe pga profiel "$nummer" --beoordeling --peildatum 2026-03-06 --van $zaak/07-beoordeling-reg1.yaml
doe pga profiel "$nummer" --peildatum 2026-03-11 --van $zaak/08-profiel.yaml
# What the partners still had to know was discussed with that judgment.
for actie in $(pga acties "$nummer" --open --json --peildatum 2026-03-11 | sed -n 's/.*"actie": "\(.*\)".*/\1/p'); do
  doe pga acties "$nummer" "$actie" --gedaan --peildatum 2026-03-11
done
doe pga advies "$nummer" --peildatum 2026-03-16 --van $zaak/08b-advies.yaml
doe pga plan "$nummer" --peildatum 2026-03-18 --van $zaak/09-plan.yaml
doe pga advies "$nummer" --peildatum 2026-03-18 --van $zaak/09b-advies-besproken.yaml
doe pga plan "$nummer" --peildatum 2026-06-10
doe pga termijnen "$nummer" --peildatum 2026-06-10 --uitleg
doe pga overleg "$nummer" --peildatum 2026-06-10 --van $invoer/7-rechten/01-overleg.yaml
doe pga plan "$nummer" --peildatum 2026-06-17 --van $zaak/10-plan-evaluatie.yaml
doe pga weeg "$nummer" --peildatum 2026-07-22 --van $zaak/10b-herweging.yaml
bevestigen weeg 2026-07-23
doe pga weeg "$nummer" --peildatum 2026-08-03 --van $zaak/11-uitstroomtoets.yaml
doe pga sluit "$nummer" --peildatum 2026-08-26 --van $zaak/12b-sluit-voorstel-per-doel.yaml
doe pga sluit "$nummer" --peildatum 2026-09-14 --van $zaak/13-sluit-besluit.yaml
bevestigen sluit 2026-09-15
doe pga sluit "$nummer" --peildatum 2026-09-16 --van $zaak/14-sluit-brief.yaml
vastleggen

kop 'zaak 2: niet opgenomen, met een afwijkende stem'
zaak=$invoer/2-niet-opgenomen
als pol1
doe pga melding --voordragen --peildatum 2026-08-24 --van $zaak/01-aanmelding.yaml
nummer=$antwoord
als reg1
doe pga weeg "$nummer" --peildatum 2026-09-07 --van $zaak/02-weging.yaml
bevestigen weeg 2026-09-08
doe pga weeg "$nummer" --peildatum 2026-09-09 --van $zaak/03-terugkoppeling.yaml
vastleggen

kop 'zaak 3: het bericht uitgesteld op grond van artikel 41 UAVG, en heroverwogen'
zaak=$invoer/3-uitgesteld
als om1
doe pga melding --voordragen --peildatum 2026-05-11 --van $zaak/01-aanmelding.yaml
nummer=$antwoord
als reg1
doe pga weeg "$nummer" --peildatum 2026-05-27 --van $zaak/02-weging.yaml
bevestigen weeg 2026-05-28
doe pga notificeer "$nummer" --peildatum 2026-06-10 --van $zaak/03-notificatie-uitstel.yaml
doe pga notificeer "$nummer" --peildatum 2026-07-01 --van $zaak/03b-ingezien.yaml
doe pga notificeer "$nummer" --peildatum 2026-09-10 --van $zaak/04-heroverwogen.yaml
doe pga notificeer "$nummer" --peildatum 2026-09-16
vastleggen

kop 'zaak 4: een minderjarige, met de Raad voor de Kinderbescherming'
zaak=$invoer/4-minderjarig
doe pga melding --voordragen --peildatum 2026-08-17 --van $zaak/01-aanmelding.yaml
nummer=$antwoord
doe pga weeg "$nummer" --peildatum 2026-08-26 --van $zaak/02-weging.yaml
bevestigen weeg 2026-08-27
doe pga notificeer "$nummer" --peildatum 2026-09-09 --van $zaak/03-notificatie.yaml
als rvdk1
doe pga profiel "$nummer" --beoordeling --peildatum 2026-09-11 --van $zaak/04-beoordeling-rvdk1.yaml
als reg1
vastleggen

kop 'zaak 5: een melding die is afgedaan'
zaak=$invoer/5-afgedaan
doe pga melding --peildatum 2026-09-01 --van $zaak/01-melding.yaml
nummer=$antwoord
doe pga melding "$nummer" --afdoen --peildatum 2026-09-08 --van $zaak/02-afdoening.yaml
vastleggen

kop 'zaak 6: een zaak van voor 1 juli 2025, ingebracht'
doe pga melding --lopend --peildatum 2026-09-02 --van $invoer/6-lopend/01-lopend.yaml
vastleggen

kop 'de kast zelf: een audit'
doe pga gemeente audit --peildatum 2026-09-15 --van $invoer/7-gemeente/02-audit.yaml
vastleggen

kop 'overzicht op woensdag 16 september 2026'
als wacht1
doe pga termijnen --peildatum 2026-09-16
als reg1
doe pga lijst --peildatum 2026-09-16
doe pga controleer --peildatum 2026-09-16
