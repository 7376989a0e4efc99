#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Writers beside each other, in one dossier, in new ones and in beheer: each is done or exits 11, and nothing is lost.
. "$(dirname "$0")/begin.sh"

nieuwe_kast
nummer=$(pga melding -q --peildatum 2026-01-12 --van "$VOORBEELDEN/1-opgenomen/01-melding.yaml")
pga sleutel nieuw -q -o identiteiten/pol2.sleutel --zonder-wachtwoord >pol2.regel

# een NAME COMMAND...: in the background; keeps its exit code in code.NAME.
een() {
  naam=$1
  shift
  {
    if "$@" >"uit.$naam" 2>&1; then echo 0; else echo $?; fi >"code.$naam"
  } &
}
for i in 1 2 3 4 5 6; do
  een "nieuw$i" pga melding -q --peildatum 2026-01-12 --van "$VOORBEELDEN/1-opgenomen/01-melding.yaml"
  printf 'datum: 2026-01-%s\nsignalen: []\ntoelichting: {tekst: nummer %s}\n' "$((12 + i))" "$i" >"$i.yaml"
  een "erbij$i" pga melding "$nummer" -q --peildatum 2026-01-20 --van "$i.yaml"
done
een gebruiker pga gebruiker toevoegen pol2 --peildatum 2026-01-12 --organisatie politie --rol weegploeg --van pol2.regel
een lezer pga controleer --peildatum 2026-01-20
wait

nieuw=1 erbij=2
for f in code.nieuw* code.erbij* code.gebruiker; do
  case $(cat "$f") in
    0) case $f in code.nieuw*) nieuw=$((nieuw + 1)) ;; code.erbij*) erbij=$((erbij + 1)) ;; esac ;;
    11) grep -q 'er is niets veranderd' "uit.${f#code.}" || mis "11 without a word" ;;
    *)
      cat "uit.${f#code.}" >&2
      mis "$f: exit $(cat "$f")"
      ;;
  esac
done
[ "$(cat code.lezer)" != 13 ] || mis "a reader beside writers saw a violation: $(cat uit.lezer)"
[ $((nieuw + erbij)) -gt 5 ] || mis "hardly any writer got through"
[ "$(find kast/dossiers -mindepth 2 -maxdepth 2 -type d | wc -l)" -eq "$nieuw" ] || mis "a dossier is missing"
[ "$(find kast/dossiers -path "*/$nummer/*.yaml" | wc -l)" -eq "$erbij" ] || mis "a stuk is missing"
[ "$(cat code.gebruiker)" -ne 0 ] || printf 'naam: Een verzonnen naam\n' |
  pga gemeente screening -q --van - --gebruiker pol2 --soort-bewijs vog --datum 2025-12-01 --peildatum 2026-01-12 >screening ||
  mis "no screening for pol2"
code 0 pga controleer --peildatum 2026-01-20
[ -z "$(find kast -name '.nieuw-*')" ] || mis "something was left behind"
# Whoever comes first, every dossier opens to the new gebruiker of the weegploeg.
[ "$(cat code.gebruiker)" -ne 0 ] || [ "$(find kast/sleutels -name 'pol2-*' | wc -l)" -eq "$nieuw" ] ||
  mis "a dossier without a key for pol2"
