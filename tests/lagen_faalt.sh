#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/lagen_faalt.sh
# Proves that tests/lagen.sh finds what it looks for: a small right tree passes, and each departure put into it fails
# with its file and line.
set -eu

check=$(cd "$(dirname "$0")" && pwd)/lagen.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

spdx='// SPDX-License-Identifier: EUPL-1.2'
mkdir -p lib/basis lib/termijn lib/proces lib/schema lib/stuk lib/kast cli tests
printf '%s\n' "$spdx" '#pragma once' '#include <chrono>' >lib/basis/a.h
printf '%s\n' "$spdx" '#include "lib/basis/a.h"' '// getenv and time(nullptr) in words' >lib/termijn/a.cpp
printf '%s\n' "$spdx" '#include "lib/termijn/a.h"' '#include "lib/proces/a.h"' >lib/proces/a.cpp
printf '%s\n' "$spdx" '#include "lib/stuk/a.h"' '#include "lib/proces/a.h"' '#include <fstream>' >lib/kast/a.cpp
printf '%s\n' "$spdx" '#include <CLI/CLI.hpp>' '#include "lib/kast/a.h"' >cli/main.cpp
printf '%s\n' '# SPDX-License-Identifier: EUPL-1.2' >CMakeLists.txt
sh "$check" . || {
  echo 'lagen.sh refuses a right tree'
  exit 1
}

# finds FILE:LINE LINES...: a file with those lines is refused at that place, and only there.
finds() {
  place=$1
  shift
  printf '%s\n' "$@" >"${place%:*}"
  if out=$(sh "$check" .); then
    echo "lagen.sh does not see: $*"
    exit 1
  fi
  case $out in
    "$place: "*) ;;
    *)
      echo "expected $place, got: $out"
      exit 1
      ;;
  esac
  [ "$(printf '%s\n' "$out" | wc -l)" -eq 1 ] || {
    echo "expected one finding, got: $out"
    exit 1
  }
  rm "${place%:*}"
}

finds lib/basis/b.cpp:2 "$spdx" '#include "lib/yaml/a.h"'
finds lib/termijn/b.cpp:2 "$spdx" '#include "lib/proces/a.h"'
finds lib/schema/b.cpp:3 "$spdx" '' '# include "lib/seal/a.h"'
finds lib/stuk/b.cpp:2 "$spdx" '#include "lib/proces/a.h"'
finds lib/kast/b.cpp:2 "$spdx" '#include "lib/weergave/a.h"'
finds lib/kast/b.cpp:2 "$spdx" '#include "cli/a.h"'
finds lib/kast/b.cpp:2 "$spdx" '#include "a.h"'
finds lib/kast/b.cpp:2 "$spdx" '#include <CLI/CLI.hpp>'
for line in '#include <iostream>' '#include <cstdio>' '#include <filesystem>' '#include <random>' \
  'auto t = std::chrono::system_clock::now();' 'auto t = time(nullptr);' 'auto t = std::time(&x);' \
  'auto e = std::getenv("TZ");' 'clock_gettime(CLOCK_REALTIME, &t);' 'fmt::print("x");' 'std::random_device r;'; do
  finds lib/termijn/b.cpp:2 "$spdx" "$line"
  finds lib/proces/b.cpp:2 "$spdx" "$line"
done
finds lib/basis/b.h:1 "$spdx" 'int x;'
finds lib/basis/b.cpp:1 'int x;'
finds tests/b.sh:1 '#!/bin/sh' 'true'

printf '%s\n' "$spdx" '#include <CLI/CLI.hpp>' >cli/b.cpp
sh "$check" . >uit && exit 1
grep -q '^cli/b.cpp:2: ' uit && grep -q '^cli/main.cpp:2: ' uit
rm cli/b.cpp
printf '%s\n' "$spdx" >cli/main.cpp
sh "$check" . >uit && exit 1
grep -q '^cli/:1: ' uit
printf '%s\n' "$spdx" '#include <CLI/CLI.hpp>' >cli/main.cpp
mkdir lib/nieuw
printf '%s\n' "$spdx" >lib/nieuw/a.cpp
sh "$check" . >uit && exit 1
grep -q '^lib/nieuw/:1: ' uit
