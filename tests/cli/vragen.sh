#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The questions, at a real terminal: see vragen.py.
. "$(dirname "$0")/begin.sh"

kleine_kast
export TERM=xterm
python3 "$PGA_BRON/tests/cli/vragen.py"
