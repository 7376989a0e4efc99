#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Writers killed at any moment: the kast is never violated, and the next writer takes away what they left.
. "$(dirname "$0")/begin.sh"

nieuwe_kast
melding=$VOORBEELDEN/1-opgenomen/01-melding.yaml
nummer=$(pga melding -q --peildatum 2026-01-12 --van "$melding")
pga melding -q "$nummer" --voordragen --peildatum 2026-01-19 --van "$VOORBEELDEN/1-opgenomen/02-aanmelding.yaml" >uit

i=0
while [ $i -lt 40 ]; do
  if [ $((i % 2)) -eq 0 ]; then
    pga melding -q --peildatum 2026-01-12 --van "$melding" >uit 2>&1 &
  else
    printf 'datum: 2026-01-20\ntoelichting: {tekst: nummer %s}\n' "$i" >"$i.yaml"
    pga melding -q "$nummer" --peildatum 2026-01-20 --van "$i.yaml" >uit 2>&1 &
  fi
  pid=$!
  sleep "0.0$(printf '%02d' $((i * 2)))" # 0 to 78 ms
  kill -s "$([ $((i % 3)) -eq 0 ] && echo TERM || echo KILL)" "$pid" 2>/dev/null || :
  wait "$pid" 2>/dev/null || :
  i=$((i + 1))
done

if pga controleer --peildatum 2026-02-01 >uit 2>fout; then er=0; else er=$?; fi
case $er in
  0 | 15) ;; # 15: keys of a dossier that never came
  *)
    cat uit fout >&2
    mis "controleer exits $er after writers were killed"
    ;;
esac
for d in kast/dossiers/2026/*/; do
  [ "$(find "$d" -name '2026-*.yaml' | wc -l)" -ge 2 ] || mis "half a dossier: $d"
done
pga melding -q --peildatum 2026-01-12 --van "$melding" >uit
[ -z "$(find kast -name '.nieuw-*')" ] || mis "the next writer did not clean up"

# The same for who receives keys in a bundle: nothing half, and doing it again completes it.
pga sleutels pak reg1 -q -o bundel --peildatum 2026-02-01 >uit
mv kast/sleutels weg
i=0
while [ $i -lt 16 ]; do
  rm -rf kast/sleutels
  pga sleutels ontvang -q bundel --peildatum 2026-02-01 >uit 2>&1 &
  pid=$!
  sleep "0.0$(printf '%02d' $((i * 4)))" # 0 to 60 ms
  kill -s "$([ $((i % 3)) -eq 0 ] && echo TERM || echo KILL)" "$pid" 2>/dev/null || :
  wait "$pid" 2>/dev/null || :
  if pga controleer --peildatum 2026-02-01 >uit 2>fout; then er=0; else er=$?; fi
  [ $er -ne 13 ] || mis "controleer exits 13 after a receiver of keys was killed"
  pga sleutels ontvang -q bundel --peildatum 2026-02-01 >uit || mis "the bundle cannot be received again"
  pga toon "$nummer" --peildatum 2026-02-01 >uit || mis "the keys of the bundle do not open the case"
  [ -z "$(find kast -name '.nieuw-*')" ] || mis "the next receiver did not clean up"
  i=$((i + 1))
done
