#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The editor, at a real terminal and without one: see editor.py.
. "$(dirname "$0")/begin.sh"

PGA_WERKPLEK=$(mktemp -d /dev/shm/pga-test-XXXXXX 2>/dev/null) && [ "$(stat -f -c %T "$PGA_WERKPLEK")" = tmpfs ] || {
  echo 'skipped: /dev/shm is not in memory here'
  exit 77
}
trap 'rm -rf "$map" "$PGA_WERKPLEK"' EXIT
export PGA_WERKPLEK TERM=xterm
unset VISUAL EDITOR
kleine_kast
python3 "$PGA_BRON/tests/cli/editor.py"
