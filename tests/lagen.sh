#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/lagen.sh [SOURCE_DIR]
# Holds the sources to the layers of CONTRIBUTING.md and prints each departure as file:line: what. Exit 1 when there
# is one. tests/lagen_faalt.sh proves that each rule can fail.
set -eu
export LC_ALL=C

cd "${1:-$(dirname "$0")/..}"
found=$(mktemp)
trap 'rm -f "$found"' EXIT

sources() { find "$@" -type f \( -name '*.cpp' -o -name '*.h' \) 2>/dev/null | sort; }

# The layers below each layer: what it may include besides itself.
below() {
  case $1 in
    basis) ;;
    termijn | seal | yaml) echo basis ;;
    proces) echo basis termijn ;;
    schema) echo basis yaml ;;
    stuk) echo basis yaml schema seal ;;
    weergave) echo basis termijn proces ;;
    kast) echo basis yaml schema seal stuk termijn proces ;;
    *) return 1 ;;
  esac
}

# Own headers are named from the root, and only those of the layers below (and no tests, no cli).
arrows() {
  layer=$1
  shift
  awk -v layer="$layer" -v allowed=" $layer $(below "$layer") " '
    /^[ \t]*#[ \t]*include[ \t]*"/ {
      split($0, quoted, "\""); split(quoted[2], part, "/")
      if (part[1] != "lib" || index(allowed, " " part[2] " ") == 0)
        print FILENAME ":" FNR ": lib/" layer " may not include \"" quoted[2] "\""
    }
    /^[ \t]*#[ \t]*include[ \t]*<CLI\// { print FILENAME ":" FNR ": CLI11 belongs to cli/" }
  ' "$@"
}

# No I/O, clock, environment or randomness: those come in as arguments.
pure() {
  awk '
    { code = $0; sub(/\/\/.*/, "", code) }
    code ~ /#[ \t]*include[ \t]*<(iostream|istream|ostream|fstream|cstdio|stdio\.h|print|syncstream|filesystem|random|ctime|time\.h|unistd\.h|fcntl\.h|sys\/|fmt\/ostream\.h|sodium)/ ||
    code ~ /(system|steady|high_resolution|utc|file)_clock::now|clock_gettime|gettimeofday|localtime|gmtime|std::time[ \t]*\(|[^A-Za-z0-9_]time[ \t]*\([ \t]*(nullptr|NULL|0|&)/ ||
    code ~ /getenv|random_device|getrandom|randombytes|[^A-Za-z0-9_]s?rand[ \t]*\(|std::c(out|err|in|log)|fmt::print|[^A-Za-z0-9_]f?printf[ \t]*\(/ {
      print FILENAME ":" FNR ": a pure layer does no I/O and reads no clock, environment or randomness"
    }
  ' "$@"
}

for dir in lib/*/; do
  layer=$(basename "$dir")
  files=$(sources "$dir")
  [ -n "$files" ] || continue
  if ! below "$layer" >/dev/null; then
    echo "$dir:1: no such layer in the table"
    continue
  fi
  # shellcheck disable=SC2086 # the lists must split
  arrows "$layer" $files
  # shellcheck disable=SC2086
  case $layer in termijn | proces) pure $files ;; esac
done >>"$found"

# CLI11 is slow to compile: one translation unit.
users=$(sources cli | xargs -r grep -nH '#[[:space:]]*include[[:space:]]*<CLI/' || true)
{
  case $(sources cli | wc -l):$(printf '%s\n' "$users" | grep -c . || true) in
    0:0 | *:1) ;;
    *:0) echo "cli/:1: nothing includes <CLI/CLI.hpp>" ;;
    *) printf '%s\n' "$users" | sed 's/\(:[0-9]*\):.*/\1: <CLI\/CLI.hpp> belongs in exactly one file/' ;;
  esac

  for file in $(sources lib cli tests); do
    case $file in
      *.h) grep -q '^#pragma once' "$file" || echo "$file:1: no #pragma once" ;;
    esac
    [ "$(head -n 1 "$file")" = '// SPDX-License-Identifier: EUPL-1.2' ] || echo "$file:1: no SPDX line first"
  done
  for file in $(find CMakeLists.txt lib cli tests examples man -type f \( -name '*.sh' -o -name CMakeLists.txt \
    -o -name '*.cmake' \) 2>/dev/null | sort); do
    head -n 2 "$file" | grep -q '^# SPDX-License-Identifier: EUPL-1.2$' || echo "$file:1: no SPDX line first"
  done
} >>"$found"

cat "$found"
[ ! -s "$found" ]
