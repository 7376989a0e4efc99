#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# matrix.sh TABLE: makes a kast, takes it through every moment of the table, and holds what opens against it.
. "$PGA_BRON/tests/cli/begin.sh"
. "$(dirname "$0")/kast.sh"
command -v age >/dev/null || { echo 'no age'; exit 77; }

maak_kast
"$PGA_MATRIX" "$1" "$MAP" >uitkomst.txt || exit 1
if [ -n "${PGA_BIJWERKEN:-}" ]; then cp uitkomst.txt "$1"; fi
diff -u "$1" uitkomst.txt || mis "who reads what is not what the table says"
