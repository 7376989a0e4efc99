#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh lint.sh MAN_DIR
# Every manual page is without a warning of mandoc, has the name of its file in its NAAM section, refers only to pages
# that exist, and is installed. Prints each departure; exit 1 when there is one.
set -eu
export LC_ALL=C.UTF-8

cd "$1"
found=$(mktemp)
trap 'rm -f "$found"' EXIT

# The pages of pga that a page names, such as pga-weeg(1).
references() {
  mandoc -Tascii "$1" | col -bx | grep -o 'pga[-a-z]*([157])' | sort -u | sed 's/(\(.\))/.\1/'
}

for page in *.[157]; do
  mandoc -Tlint -W warning "$page" || true
  name=${page%.?}
  mandoc -Tascii "$page" | col -bx | sed -n '/^NAAM/{n;p;q;}' | grep -q "^ *$name - ." || echo "$page: no \"$name - ...\" in NAAM"
  for other in $(references "$page"); do
    [ -f "$other" ] || echo "$page: there is no page $other"
  done
  grep -qE "(^|[[:space:]])$name\\.${page##*.}([[:space:]]|$)" CMakeLists.txt || echo "$page: CMakeLists.txt does not install it"
done >"$found" 2>&1

cat "$found"
[ ! -s "$found" ]
