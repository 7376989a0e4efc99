# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# Sourced by the scripts beside it: pga in the PATH, a directory of its own, and a kast with the gebruikers of the
# examples. Needs PGA_PROGRAMMA and PGA_BRON.
set -eu

PATH=$(dirname "$PGA_PROGRAMMA"):$PATH
VOORBEELDEN=$PGA_BRON/examples/invoer
export PATH VOORBEELDEN
unset PGA_KAST PGA_SLEUTELS PGA_IDENTITEIT PGA_WACHTWOORD_FD PGA_ASKPASS CREDENTIALS_DIRECTORY PGA_GEHEUGEN XDG_CONFIG_HOME XDG_STATE_HOME
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
cd "$map"
mkdir thuis
export HOME="$map/thuis" MAP="$map"
# shellcheck source=tests/verhalen/hulp.sh
. "$PGA_BRON/tests/verhalen/hulp.sh"

# mis WHAT: the test failed.
mis() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}
# code N COMMAND...: it must exit with N.
code() {
  verwacht=$1
  shift
  if "$@" >uit 2>fout; then er=0; else er=$?; fi
  [ "$er" -eq "$verwacht" ] || {
    cat uit fout >&2
    mis "exit $er, not $verwacht: $*"
  }
}
