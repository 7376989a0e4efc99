#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh readme_regels.sh PGA SOURCE_DIR
# Runs the two lines of README.md that read and verify a stuk with the stock age and minisign, as printed, on a fresh
# kast. The first must give the part `zaak` of a melding and nothing sealed elsewhere; the second must verify the stuk,
# and refuse it with one byte changed. The manual page pga-formaat.5 prints the same two lines.
set -eu
export LC_ALL=C.UTF-8

pga=$1
source=$2
PATH=$(dirname "$pga"):$PATH
VOORBEELDEN=$source/examples/invoer
export PATH VOORBEELDEN
work=$(mktemp -d)
export PGA_GEHEUGEN="$work/geheugen"
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$1"
  exit 1
}

grep '^sed ' "$source/README.md" >"$work/lines"
[ "$(wc -l <"$work/lines")" -eq 2 ] || fail 'README.md does not have exactly two lines that begin with sed'
mandoc -Tutf8 "$source/man/pga-formaat.5" | col -bx | sed 's/^ *//' >"$work/page"
while read -r line; do
  grep -qxF -- "$line" "$work/page" || fail "pga-formaat.5 does not have the line: $line"
done <"$work/lines"

cd "$work"
# shellcheck source=/dev/null
. "$source/tests/verhalen/hulp.sh"
nieuwe_kast
nummer=$(pga melding -q --van "$VOORBEELDEN/5-afgedaan/01-melding.yaml" --peildatum 2026-09-01)
digest=$(pga toon "$nummer" --json --peildatum 2026-09-01 | sed -n 's/^ *"stuk": "b2:\([0-9a-f]*\)".*/\1/p' | tail -n 1)
sleutels=$PGA_KAST/sleutels/$nummer
ik=$PGA_IDENTITEIT
tekent=$(pga sleutel toon | cut -d ' ' -f 3)
stuk=$(echo "$PGA_KAST/dossiers/2026/$nummer/"*"-$(echo "$digest" | cut -c 1-8).yaml")
export sleutels ik tekent stuk
[ -f "$stuk" ] || fail "no stuk with digest $digest"

bash -c "$(sed -n 1p lines)" >zaak || fail 'age does not open the stuk'
grep -q '^compartiment: "zaak"$' zaak || fail 'this is not the part zaak'
grep -q 'hangt er een onbekende vlag voor het raam' zaak || fail 'the signal of the melding is not there'
! grep -q 'Groenewoud\|Parkzicht\|sportclub' zaak || fail 'the part zaak holds what belongs elsewhere'

bash -c "$(sed -n 2p lines)" >oordeel || fail 'minisign does not verify the stuk'
grep -q '^Signature and comment signature verified' oordeel || fail 'minisign says something else'
sed 's/^datum: "2026-09-01"/datum: "2026-09-02"/' "$stuk" >anders.yaml
! cmp -s "$stuk" anders.yaml || fail 'nothing was changed'
stuk=anders.yaml
if bash -c "$(sed -n 2p lines)" >oordeel 2>&1; then fail 'minisign verifies a stuk that was changed'; fi
[ "$(b2sum -l 256 "$stuk" | cut -c 1-8)" != "$(echo "$digest" | cut -c 1-8)" ] || fail 'the name still fits'
