#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh lint_faalt.sh MAN_DIR
# Proves that lint.sh can fail: spoils a copy of the pages in each way it looks for; each must be told.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$1"/*.[157] "$1/CMakeLists.txt" "$work"
printf '.XX\n' >>"$work/pga-plan.1"
sed -i 's/^pga\\-toon /pga\\-toont /' "$work/pga-toon.1"
printf '.PP\nZie ook pga\\-raad(1).\n' >>"$work/pga-weeg.1"
sed -i '/pga-lijst/d' "$work/CMakeLists.txt"

if sh "$here/lint.sh" "$work" >"$work/uit"; then
  echo 'lint.sh accepts pages that are wrong'
  exit 1
fi
missed=0
while read -r expected; do
  grep -qF -- "$expected" "$work/uit" && continue
  echo "lint.sh does not say: $expected"
  missed=1
done <<'EINDE'
unknown macro: .XX
pga-toon.1: no "pga-toon - ..." in NAAM
pga-weeg.1: there is no page pga-raad.1
pga-lijst.1: CMakeLists.txt does not install it
EINDE
[ "$missed" -eq 0 ] || { cat "$work/uit" && exit 1; }
