#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The machine's time zone, language and missing time zone data change nothing in what pga termijnen prints.
. "$(dirname "$0")/begin.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# alles: every form of the answer on some days, and today's.
alles() {
  for day in 2026-03-29 2026-09-16; do
    for form in --uitleg --json --csv --ics; do
      "$PGA_PROGRAMMA" termijnen --alles $form --peildatum "$day"
    done
    "$PGA_PROGRAMMA" termijnen --nagios --peildatum "$day" || echo "$?"
  done
}
# vandaag: what today in Amsterdam is.
vandaag() { "$PGA_PROGRAMMA" termijnen --alles --ics; }

alles >"$work/gewoon"
vandaag >"$work/vandaag"
[ "$(grep -c BEGIN:VEVENT "$work/gewoon")" -gt 50 ] || {
  echo 'there is hardly anything to compare' >&2
  exit 1
}
for wat in 'TZ=Pacific/Kiritimati LC_ALL=C' 'TZ=America/Adak LC_ALL=tr_TR.UTF-8' 'TZ=nergens TZDIR=/nonexistent'; do
  (
    # shellcheck disable=SC2086,SC2163 # the list must split
    export $wat
    alles >"$work/anders"
    vandaag >"$work/nu"
  )
  cmp "$work/gewoon" "$work/anders" || {
    echo "$wat makes a difference" >&2
    exit 1
  }
  # At midnight in Amsterdam the day may have changed under the test.
  cmp -s "$work/vandaag" "$work/nu" || {
    vandaag >"$work/vandaag"
    cmp "$work/vandaag" "$work/nu"
  } || {
    echo "$wat makes a difference for today" >&2
    exit 1
  }
done
