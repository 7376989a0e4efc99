#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# A running pga shows no secret to who looks at its process, and leaves none in files.
. "$(dirname "$0")/begin.sh"

[ -r /proc/self/environ ] || {
  echo 'skipped: no /proc here'
  exit 77
}
mkdir identiteiten tmp
export TMPDIR="$map/tmp"
printf 'correct paard batterij\n' >goed
PGA_WACHTWOORD_FD=3 pga sleutel nieuw -q --wachtwoord -o identiteiten/reg1.sleutel 3<goed >regel
export PGA_KAST="$map/kast"
als reg1
PGA_WACHTWOORD_FD=3 pga init -q kast --peildatum 2026-01-05 --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1 3<goed >uit

# While another holds the lock, pga waits with its key unlocked: the moment to look.
flock kast sleep 4 &
PGA_WACHTWOORD_FD=3 pga melding -q --peildatum 2026-01-12 --van "$VOORBEELDEN/1-opgenomen/01-melding.yaml" 3<goed >uit &
pid=$!
sleep 2.5
kill -0 "$pid" || mis 'pga did not wait for the lock'
tr '\0' '\n' <"/proc/$pid/cmdline" >zichtbaar
tr '\0' '\n' <"/proc/$pid/environ" >>zichtbaar
cat "/proc/$pid/comm" "/proc/$pid/status" >>zichtbaar
! grep -q -e 'paard' -e 'AGE-SECRET-KEY' -e 'Veldkamp' zichtbaar || mis 'a secret can be seen from outside'
grep -q '^Max core file size *0 *0' "/proc/$pid/limits" || mis 'pga can leave a core dump'
wait "$pid" || mis 'the melding failed'
[ -z "$(find tmp -mindepth 1)" ] || mis 'a temporary file was left'
! grep -rqa -e 'paard' -e 'AGE-SECRET-KEY' -e 'Veldkamp' -e '2003-05-21' kast thuis || mis 'a secret lies in a file'
