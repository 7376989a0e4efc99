#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/installeer.sh build|test...
# Installs the packages of those sections of pakketten.txt that are missing, by apt. Does nothing at all, and needs
# no root and no network, when nothing is missing.
set -eu

lijst=$(dirname "$0")/pakketten.txt
fail() {
  printf 'installeer.sh: %s\n' "$@" >&2
  exit 1
}

[ $# -gt 0 ] || fail 'say which sections: build, test'
missing=
for section in "$@"; do
  names=$(sed -n "/^\[$section\]/,/^\[/{/^\[/d;s/#.*//;s/[[:space:]]//g;/./p;}" "$lijst")
  [ -n "$names" ] || fail "pakketten.txt has no section [$section]"
  for name in $names; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true) in
      installed) ;;
      *) missing="$missing $name" ;;
    esac
  done
done
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 ||
  fail "missing:$missing" 'there is no apt-get here; install the equal of these Debian 12 packages yourself'
if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1; then
  as_root=sudo
else
  fail "missing:$missing" "not root and no sudo; have an administrator run: apt-get install$missing"
fi

echo "installing:$missing"
# shellcheck disable=SC2086 # the lists must split
{
  $as_root apt-get -q update || fail 'apt-get update failed; is there a network and a mirror?'
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing ||
    fail "apt-get could not install:$missing"
}
