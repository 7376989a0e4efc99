#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The passphrase of an identity: through a file descriptor, at a terminal (and not shown there), wrong, or missing.
. "$(dirname "$0")/begin.sh"

mkdir identiteiten
printf 'correct paard batterij\n' >goed
printf 'correct paard baterij\n' >mis.txt
PGA_WACHTWOORD_FD=3 pga sleutel nieuw -q --wachtwoord -o identiteiten/reg1.sleutel 3<goed >regel
[ "$(stat -c %a identiteiten/reg1.sleutel)" = 600 ] || mis 'the identity file can be read by others'
! grep -q 'AGE-SECRET-KEY' identiteiten/reg1.sleutel || mis 'the identity file lies in clear'

export PGA_KAST="$map/kast"
als reg1
met_fd() { PGA_WACHTWOORD_FD=3 "$@" 3<"$bestand"; }
bestand=goed
code 0 met_fd pga init kast --peildatum 2026-01-05 --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1
code 0 met_fd pga melding --peildatum 2026-01-12 --van "$VOORBEELDEN/1-opgenomen/01-melding.yaml"
code 0 met_fd pga lijst --json
bestand=mis.txt
code 12 met_fd pga lijst
grep -q 'wachtwoord' fout || mis 'a wrong passphrase is not called one'
! grep -q 'baterij' uit fout || mis 'a wrong passphrase is repeated'
bestand=/dev/null
code 12 met_fd pga lijst
code 2 env PGA_WACHTWOORD_FD=9 pga lijst
code 2 env PGA_WACHTWOORD_FD=drie pga lijst
code 12 pga --geen-invoer lijst

command -v script >/dev/null 2>&1 || exit 0
# At a terminal: asked once, typed, and never shown. The pause lets the question come first.
aan_terminal() { { sleep 1; cat "$1"; sleep 2; } | script -qec 'pga lijst; echo "code $?"' /dev/null >scherm 2>&1 || :; }
aan_terminal goed
grep -q 'Wachtwoord van' scherm || mis "no question at the terminal: $(cat scherm)"
grep -q 'code 0' scherm || mis "the passphrase at the terminal did not work: $(cat scherm)"
! grep -q 'paard' scherm || mis 'the passphrase is shown at the terminal'
aan_terminal mis.txt
grep -q 'code 12' scherm || mis "a wrong passphrase at the terminal: $(cat scherm)"

# Ctrl-D stops and makes nothing; Ctrl-C does too, and leaves the terminal as it was.
toets() { { sleep 1; printf "$1"; sleep 2; } | script -qec "trap : INT; pga sleutel nieuw -o gestopt.sleutel; echo \"code \$?\"; stty -a" /dev/null >scherm 2>&1 || :; }
toets '\004'
grep -q 'code 3' scherm || mis "Ctrl-D at the question: $(cat scherm)"
toets '\003'
grep -q 'code 130' scherm || mis "Ctrl-C at the question: $(cat scherm)"
grep -q ' echo ' scherm || mis "the terminal stays without echo: $(cat scherm)"
[ ! -e gestopt.sleutel ] || mis 'a key was made'
