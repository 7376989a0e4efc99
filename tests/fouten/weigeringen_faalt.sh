#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/fouten/weigeringen_faalt.sh SOURCE_DIR: a refusal that nobody wrote a case for is found.
set -eu
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
mkdir "$map/tests"
cp -r "$1/lib" "$1/cli" "$map"
cp -r "$1/tests/fouten" "$1/tests/verhalen" "$map/tests"
sed 's/dan kan niemand {} van {}dossier/dan kan geen mens {} van {}dossier/' "$1/lib/kast/lezers.cpp" >"$map/lib/kast/lezers.cpp"
if sh "$map/tests/fouten/weigeringen.sh" "$map" >"$map/uit"; then
  echo "a refusal without a case is not found" >&2
  exit 1
fi
grep -q 'lezers.cpp:[0-9]*: .*geen mens' "$map/uit"
