#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The examples for cron, systemd and Icinga do what they say, with the places of this test instead of theirs.
. "$(dirname "$0")/begin.sh"

nieuwe_kast
zaak_1 9
unset PGA_IDENTITEIT
wacht=$MAP/identiteiten/wacht1.sleutel
mkdir srv geheugen

# hier FILE: an example, with paths of this test. A day goes with every command: the case runs in 2026.
hier() {
  sed "s|/srv/pga/kast|$MAP/kast|; s|/srv/pga|$MAP/srv|g; s|/etc/pga/wacht1.sleutel|$wacht|; s|/var/lib/pga|$MAP/geheugen|
    s|/usr/local/bin/pga|$PGA_PROGRAMMA|; s|termijnen --controle|& --peildatum $dag|; s|termijnen --ics|& --peildatum $dag|" \
    "$PGA_BRON/examples/cron/$1"
}

# The lines of the crontab, each run as cron does: its variables and no others, sh, the command after five fields.
cron() {
  hier crontab >tab
  sed -n '/^[A-Z_]*=/p' tab | grep -v -e ^MAILTO -e ^PATH >omgeving
  grep '^[0-9]' tab | sed -n "$1p" | awk '{ for (i = 1; i <= 5; i++) $i = ""; print }' >regel
  [ -s regel ] || mis "the crontab has no line $1"
  # shellcheck disable=SC2046 # a variable a line, no blanks
  env -i PATH="$PATH" HOME="$HOME" $(cat omgeving) sh -c "$(cat regel)"
}
dag=2026-03-19
code 0 cron 1
[ ! -s uit ] && [ ! -s fout ] || mis "cron would mail when there is nothing to do: $(cat uit fout)"
[ -s geheugen/plaatsen.yaml ] || mis 'what cron saw of the kast is not remembered'
rm -r geheugen
dag=2026-06-18
code 15 cron 1
grep -q 'wo 17 juni 2026: overschreden' uit || mis "cron mails something else: $(cat uit)"
code 0 cron 2
[ ! -s uit ] && grep -q '^BEGIN:VCALENDAR' srv/termijnen.ics || mis 'no calendar'
cp srv/termijnen.ics oud
mv kast/sleutels sleutels
code 12 cron 1
code 12 cron 2
cmp -s oud srv/termijnen.ics || mis 'a calendar that is not whole took the place of the old one'
mv sleutels kast/sleutels

# The service, as systemd would run it.
hier pga-termijnen.service >pga-termijnen.service
hier pga-termijnen.timer >pga-termijnen.timer
sed -n 's/^Environment=//p' pga-termijnen.service >omgeving
sed -n 's/^ExecStart=//p' pga-termijnen.service >regel
# shellcheck disable=SC2046
code 15 env -i $(cat omgeving) $(cat regel)
grep -q 'wo 17 juni 2026: overschreden' uit || mis "the service says something else: $(cat uit)"
[ -s geheugen/plaatsen.yaml ] || mis 'what the service saw of the kast is not remembered'
[ ! -s fout ] || mis "the service says: $(cat fout)"
grep -q '^StateDirectory=pga$' pga-termijnen.service || mis 'nothing makes the directory of the memory'
# Without a place to write in, it says so and does the rest.
rm -r geheugen
: >geheugen
# shellcheck disable=SC2046
code 15 env -i $(cat omgeving) $(cat regel)
grep -q 'niet onthouden' fout && [ "$(wc -l <fout)" -eq 1 ] || mis "no word of a memory that cannot be written: $(cat fout)"
rm geheugen
if command -v systemd-analyze >/dev/null 2>&1; then
  mkdir eenheden
  grep -v '^User=' pga-termijnen.service >eenheden/pga-termijnen.service # there is no such user here
  cp pga-termijnen.timer eenheden/
  (cd eenheden && systemd-analyze verify --man=no ./pga-termijnen.timer ./pga-termijnen.service >../uit 2>&1) ||
    mis "systemd-analyze: $(cat uit)"
  ! grep -q 'pga-termijnen' uit || mis "systemd-analyze: $(cat uit)"
fi

# The check command: its command, each argument with its value, its environment.
hier icinga2.conf >icinga2.conf
waarde() { sed -n "s/^ *vars\\.$1 = \"*\\([^\"]*\\)\"*\$/\\1/p" icinga2.conf; }
# shellcheck disable=SC2046 # the list must split
set -- $(sed -n 's/^ *command = \[ \(.*\) \]$/\1/p' icinga2.conf | tr -d '",')
[ $# -gt 1 ] || mis 'the check command has no command'
for optie in $(sed -n 's/^ *"\(--[a-z]*\)" = "\$\([a-z_]*\)\$"$/\1:\2/p' icinga2.conf); do
  w=$(waarde "${optie#*:}")
  [ -n "$w" ] || mis "no value for $optie"
  set -- "$@" "${optie%%:*}" "$w"
done
[ $# -eq 9 ] || mis "not every argument was found: $*"
code 2 env -i PGA_IDENTITEIT="$(waarde pga_identiteit)" PGA_GEHEUGEN="$(waarde pga_geheugen)" "$@" --peildatum "$dag"
grep -q '^PGA CRITICAL - .* overschreden' uit || mis "the check says something else: $(cat uit)"
code 0 env -i PGA_IDENTITEIT="$(waarde pga_identiteit)" PGA_GEHEUGEN="$(waarde pga_geheugen)" "$@" --peildatum 2026-03-19
code 3 env -i PGA_IDENTITEIT="$(waarde pga_identiteit)" PGA_GEHEUGEN="$(waarde pga_geheugen)" "$@" --peildatum vandaag
