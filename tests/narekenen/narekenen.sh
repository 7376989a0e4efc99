#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every date that pga termijnen prints over the example kast, computed again by a program that shares nothing with it:
# while the cases run, and far away. In a copy, the first case also gets a request, a breach, a mistake and a hold.
. "$(dirname "$0")/begin.sh"

kopie=$(mktemp -d)
trap 'rm -rf "$kopie"' EXIT
cp -r "$PGA_DEMO/kast" "$PGA_DEMO/sleutels" "$kopie"
PGA_KAST=$kopie/kast
PGA_SLEUTELS=$kopie/sleutels
PGA_GEHEUGEN=$kopie/geheugen

# als_reg1 COMMAND...: pga as the casusregisseur.
als_reg1() {
  PGA_IDENTITEIT=$PGA_DEMO/identiteiten/reg1.sleutel "$PGA_PROGRAMMA" "$@"
}

# leg_vast COMMAND DAY FILE: in the dossier of the first case, the only one that was closed.
nummer=$(als_reg1 lijst --peildatum 2026-10-01 | sed -n 's/^\([^ ]*\) *afgesloten.*/\1/p')
leg_vast() {
  als_reg1 "$1" "$nummer" -q --peildatum "$2" --van "$here/../../examples/invoer/7-rechten/$3.yaml" >/dev/null
}
leg_vast verzoek 2026-10-05 02-verzoek
leg_vast verzoek 2026-10-14 03-verzoek-raadpleging
leg_vast verzoek 2026-10-29 04-verzoek-antwoord
leg_vast datalek 2026-10-30 06-datalek
leg_vast datalek 2026-11-02 07-datalek-ap
leg_vast verzoek 2026-11-02 10-verzoek-woo
leg_vast corrigeer 2026-11-03 05-correctie
leg_vast bewaar 2026-11-20 08-bewaring

met_python narekenen.py 2024-11-01 2027-07-01 41
met_python narekenen.py 2031-08-25 2032-01-10 23
