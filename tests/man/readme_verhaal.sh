#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh readme_verhaal.sh README STORY
# Every line of the transcripts in README.md stands in the story, in that order: numbers and hashes as the story writes
# them, "[...]" for what was left out. The story itself is run by another test.
set -eu
export LC_ALL=C.UTF-8

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Blocks that begin with a command.
awk '/^```/ { in_block = !in_block; first = 1; keep = 0; next }
     in_block { if (first) { keep = /^\$ /; first = 0 } if (keep) print }' "$1" |
  sed -e 's/^\(\$.*\)k7q2-m4xd/\1$n/' -e 's/k7q2-m4xd/<nummer-1>/g' -e 's/b2:[0-9a-f]\{64\}/b2:<…>/g' \
    -e 's/geschreven op .*/geschreven op <tijd>/' >"$work/readme"
awk 'NR == FNR { want[++n] = $0; next }
     { while (want[at + 1] ~ /^ *\[\.\.\.\]$/) at++ }
     at < n && $0 == want[at + 1] { at++ }
     END {
       while (want[at + 1] ~ /^ *\[\.\.\.\]$/) at++
       if (n < 30) { print "README.md: too few lines of a transcript"; exit 1 }
       if (at < n) { print "README.md: this is not what the story says: " want[at + 1]; exit 1 }
     }' "$work/readme" "$2"
