#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The calendar and the CSV of the example kast, read by parsers that others wrote, as the cases grow.
. "$(dirname "$0")/begin.sh"

met_python agenda.py 2026-01-15 2026-02-10 2026-03-19 2026-06-12 2026-09-16 2031-01-01
