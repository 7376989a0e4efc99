#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every date that pga termijnen prints over the example kast, computed again by a program that shares nothing with it:
# while the cases run, and far away.
. "$(dirname "$0")/begin.sh"

met_python narekenen.py 2024-11-01 2027-07-01 41
met_python narekenen.py 2031-08-25 2032-01-10 23
