#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh opties_faalt.sh PGA MAN_DIR
# Proves that opties.sh can fail: spoils a copy of the pages in each way it looks for; each must be told.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$2"/*.1 "$work"
sed -i '/^\.BR .*besluit/d' "$work/pga-weeg.1"
sed -i 's/^\.SH UITVOER/.SH OPTIES\n.TP\n.B \\-\\-snel\nsneller\n&/' "$work/pga-toon.1"
sed -i 's/^\.SH UITVOER/Met \\-\\-vlug gaat het vlugger.\n&/' "$work/pga-lijst.1"
sed -i '/^\.BR .*uitvoer/d' "$work/pga-sleutel.1"
sed -i '/^\.BR .*peildatum/d' "$work/pga.1"
mv "$work/pga-plan.1" "$work/pga-raad.1"

if sh "$here/opties.sh" "$1" "$work" >"$work/uit"; then
  echo 'opties.sh accepts pages that are wrong'
  exit 1
fi
missed=0
while read -r expected; do
  grep -qxF -- "$expected" "$work/uit" && continue
  echo "opties.sh does not say: $expected"
  missed=1
done <<'EINDE'
pga-weeg.1: no entry for an option of pga weeg: --besluit
pga-toon.1: an entry for an option that pga toon does not have: --snel
pga-lijst.1: there is no option --vlug
pga-sleutel.1: no entry for an option of pga sleutel nieuw: --uitvoer
pga.1: no entry for an option of every command: --peildatum
there is no page pga-plan.1
pga-raad.1: there is no such command
EINDE
[ "$missed" -eq 0 ] || { cat "$work/uit" && exit 1; }
