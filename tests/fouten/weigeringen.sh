#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/fouten/weigeringen.sh SOURCE_DIR
# Every refusal in the code (exit 14: what a rule of law or process does not allow) stands in the error catalogue or in a transcript. Prints
# those that do not, as file:line: text; exit 1 when there is one, or when so few are found that the search is broken.
set -eu
export LC_ALL=C

cd "$1"
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
cat tests/fouten/*.txt tests/verhalen/*.txt >"$map/catalogus"

# The first text with a space in it after each place where something is refused: its message.
find lib/proces lib/kast cli -name '*.cpp' | sort | while read -r bestand; do
  awk '
    { alles = alles $0 "\n" }
    END {
      begin = 1
      while (match(substr(alles, begin), /(geweigerd\(|weiger\(|weigering\(|RolBezwaar bezwaar|FoutSoort::geweigerd,)/)) {
        van = begin + RSTART + RLENGTH - 1
        begin = van
        rest = substr(alles, van, 700)
        if (rest ~ /^(std::string|const Waarde|Vernietigbaar|FoutSoort)/) continue  # where it is declared
        while (match(rest, /"([^"\\]|\\.)*"/)) {
          ervoor = substr(rest, 1, RSTART)
          tekst = substr(rest, RSTART + 1, RLENGTH - 2)
          rest = substr(rest, RSTART + RLENGTH)
          if (ervoor ~ /;/) break  # the message comes from elsewhere
          if (tekst !~ / /) continue
          voor = substr(alles, 1, van)
          print FILENAME ":" gsub(/\n/, "", voor) + 1 "\t" tekst
          break
        }
      }
    }
  ' "$bestand"
done >"$map/weigeringen"

[ "$(wc -l <"$map/weigeringen")" -ge 60 ] || {
  echo "only $(wc -l <"$map/weigeringen") refusals found" >&2
  exit 1
}

# What no command can bring about, and why.
cat >"$map/onbereikbaar" <<'EINDE'
een dossier begint met een melding of een aanmelding	every other command asks for a number
een lopende casus inbrengen kan alleen als nieuw dossier	--lopend with a number is wrong use (2)
met de rol {} kunt u geen {} ondertekenen	a command asks for the role first (uw rol mag geen ...)
er is geen deelnemer die deze casus heeft aangemeld	only what was put forward is weighed
de vernietiging van dossier {} is ingetrokken op {}	to the command it was then never begun
EINDE

mist=0
while IFS='	' read -r plaats tekst; do
  patroon=$(printf '%s\n' "$tekst" | sed -e 's/\\"/"/g' -e 's/[][\.*^$+?()|]/\\&/g' -e 's/{}/.*/g')
  grep -Eq -e "$patroon" "$map/catalogus" && continue
  cut -f1 "$map/onbereikbaar" | grep -Fxq -e "$tekst" && continue
  printf '%s: no case in tests/fouten or tests/verhalen: %s\n' "$plaats" "$tekst"
  mist=1
done <"$map/weigeringen"
exit $mist
