#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh opties.sh PGA MAN_DIR
# Holds the OPTIES sections of the manual against the help of the program, both ways: every command has a page and
# every page a command; every long option in `pga X --help` has an entry in pga-X.1 (for `pga X Y` below the heading
# of that name) and the reverse; the global ones stand in pga.1. Any option that a page mentions anywhere exists.
# Prints each departure; exit 1 when there is one.
set -eu
export LC_ALL=C.UTF-8 COLUMNS=100

pga=$1
man=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The first words of the entries below a heading of a help text.
entries() { awk -v heading="$1" '/^[^ ]/ { on = ($0 == heading ":") } on && /^  [^ ]/ { print $1 }'; }

# The long option of each entry below that heading.
help_options() {
  awk -v heading="$1" '
    /^[^ ]/ { on = ($0 == heading ":") }
    on && /^  -/ && match($0, /--[a-z][-a-z]*/) { print substr($0, RSTART, RLENGTH) }
  ' | sort
}

# The long option of each entry in the section OPTIES, below the given subheading or above the first.
page_options() {
  mandoc -Tascii "$1" | col -bx | awk -v wanted="$2" '
    /^[^ ]/ { section = $0; sub_heading = "" }
    /^   [^ ]/ { sub_heading = substr($0, 4) }
    section == "OPTIES" && sub_heading == wanted && /^       -/ && match($0, /--[a-z][-a-z]*/) {
      print substr($0, RSTART, RLENGTH)
    }
  ' | sort
}

# differ PAGE COMMAND: compares $work/help with $work/page.
differ() {
  comm -23 "$work/help" "$work/page" | sed "s|^|$1: no entry for an option of $2: |"
  comm -13 "$work/help" "$work/page" | sed "s|^|$1: an entry for an option that $2 does not have: |"
}

"$pga" --help | awk '/^[^ ].*:$/ { on = !/^gebruik:/ } /^Meer / { on = 0 } on && /^  [^ ]/ { print $1 }' >"$work/commands"
[ -s "$work/commands" ] || echo 'pga --help names no commands'

: >"$work/all"
while read -r command; do
  page=$man/pga-$command.1
  "$pga" "$command" --help >"$work/text"
  help_options overal <"$work/text" >"$work/global"
  [ -f "$page" ] || { echo "there is no page pga-$command.1" && continue; }
  help_options opties <"$work/text" >"$work/help"
  cat "$work/help" >>"$work/all"
  page_options "$page" '' >"$work/page"
  differ "pga-$command.1" "pga $command"
  for nested in $(entries opdrachten <"$work/text"); do
    "$pga" "$command" "$nested" --help | help_options opties >"$work/help"
    cat "$work/help" >>"$work/all"
    page_options "$page" "pga $command $nested" >"$work/page"
    differ "pga-$command.1" "pga $command $nested"
  done
done <"$work/commands" >"$work/found"

for page in "$man"/pga-*.1; do
  command=$(basename "$page" .1)
  grep -qx "${command#pga-}" "$work/commands" || echo "$command.1: there is no such command"
done >>"$work/found"

# Help and version are not in the list of any command's help.
"$pga" --versie >/dev/null
printf '%s\n' --help --versie | sort - "$work/global" >"$work/help"
cat "$work/help" >>"$work/all"
page_options "$man/pga.1" '' >"$work/page"
differ pga.1 'every command' >>"$work/found"

for page in "$man"/*.1; do
  mandoc -Tascii "$page" | col -bx | grep -oE '(^|[^-a-z])--[a-z][-a-z]*' | grep -oE -- '--[a-z][-a-z]*' | sort -u |
    while read -r option; do
      grep -qx -- "$option" "$work/all" || echo "$(basename "$page"): there is no option $option"
    done
done >>"$work/found"

cat "$work/found"
[ ! -s "$work/found" ]
