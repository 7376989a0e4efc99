# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# Sourced by the scripts beside it: the key that cron has, on the kast of examples/demo.sh. Needs PGA_PROGRAMMA and
# PGA_DEMO.
set -eu

unset COLUMNS NO_COLOR
PGA_KAST=$PGA_DEMO/kast
PGA_SLEUTELS=$PGA_DEMO/sleutels
PGA_IDENTITEIT=$PGA_DEMO/identiteiten/wacht1.sleutel
PGA_GEHEUGEN=$PGA_DEMO-geheugen
export PGA_KAST PGA_SLEUTELS PGA_IDENTITEIT PGA_GEHEUGEN
here=$(dirname "$0")
[ -d "$PGA_KAST" ] || {
  echo "no kast in $PGA_DEMO: run the test demo first" >&2
  exit 1
}

# met_python SCRIPT ARGUMENT...: with the Python of the packages, not another one that is first in the path.
met_python() {
  script=$1
  shift
  /usr/bin/python3 -c 'import dateutil, icalendar' 2>/dev/null || {
    echo 'skipped: no python3-icalendar here'
    exit 77
  }
  /usr/bin/python3 "$here/$script" "$PGA_PROGRAMMA" "$@"
}
