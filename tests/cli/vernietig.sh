#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What changes in a kast while pga vernietig waits for an answer at a terminal.
. "$(dirname "$0")/begin.sh"

command -v script >/dev/null 2>&1 || exit 77
nieuwe_kast
zaak_1 4

# intussen WHAT COMMAND: the command at a terminal; WHAT is done before the answer is given.
intussen() {
  {
    sleep 1
    eval "$1" >intussen.log 2>&1
    echo "$n"
    sleep 2
  } | script -qec "$2; echo \"code \$?\"" /dev/null >scherm 2>&1 || :
}

# The dossier was not here, and is fetched: it is a live case.
mv "kast/dossiers/2026/$n" weg
mkdir sleutels
cp -r kast/sleutels/gemeente sleutels/
mkdir "sleutels/$n"
cp "kast/sleutels/$n"/openbaar-* "kast/sleutels/$n"/pol1-* "sleutels/$n/"
mv "kast/sleutels/$n" "sleutels-van-$n"
vergeet
als pol1
export PGA_SLEUTELS="$MAP/sleutels"
intussen "mv weg kast/dossiers/2026/$n" "pga vernietig $n --peildatum 2026-03-02"
unset PGA_SLEUTELS
mv "sleutels-van-$n" "kast/sleutels/$n"
grep -q 'Typ het nummer' scherm || mis "no question: $(cat scherm)"
grep -q 'code 14' scherm || mis "keys of a live case could go: $(cat scherm)"
[ "$(find "sleutels/$n" -name 'pol1-*' | wc -l)" -eq "$(find "kast/sleutels/$n" -name 'pol1-*' | wc -l)" ] ||
  mis 'a key of a live case went'
[ -n "$(ls "kast/dossiers/2026/$n")" ] || mis 'stukken of a live case went'

# Somebody else took the same stuk out: nothing is sealed again under a stuk that is not there.
als reg1
stuk=$(pga toon "$n" --peildatum 2026-03-02 | grep '^[0-9]*\. notificatie' | cut -d. -f1)
intussen "pga vernietig $n --stuk $stuk --bevestig $n --peildatum 2026-03-02 && ls kast/dossiers/2026/$n >na" \
  "pga vernietig $n --stuk $stuk --peildatum 2026-03-02"
grep -q 'code 2' scherm || mis "a stuk that is gone was taken out again: $(cat scherm intussen.log)"
grep -q 'staat niet meer in dossier' scherm || mis "not said: $(cat scherm)"
ls "kast/dossiers/2026/$n" | cmp -s - na || mis 'something was sealed again'
