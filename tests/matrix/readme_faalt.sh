#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# readme_faalt.sh PROGRAM README TABLE: the comparison can fail, for each column of the README and for a role left out.
set -eu
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
faalt() {
  sed "$1" "$readme" >"$map/README.md"
  ! cmp -s "$readme" "$map/README.md" || { echo "changes nothing: $1" >&2; exit 1; }
  ! "$programma" "$map/README.md" "$tabel" >"$map/uit" 2>&1 || { echo "not noticed: $1" >&2; exit 1; }
}
programma=$1 readme=$2 tabel=$3
faalt '/^| \*weegploeg\* |/s/everything but \*zorg\*/everything/'
faalt '/^| \*contactpunt\* |/s/everything but \*motivering\*/everything/'
faalt '/^| \*toezicht\* |/s/also \*zaak\*/also \*strafrecht\*/'
faalt '/^| \*rechtmatigheid\* |/s/| yes |/| no |/'
faalt '/^| \*fg\*/s/| \*termijnen\* | no |/| nothing | no |/'
faalt '/^| \*meldpunt\* |/d'
faalt '/^| \*deelnemer\* |/s/what the decision names/everything/'
