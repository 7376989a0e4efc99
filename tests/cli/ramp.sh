#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every command that moves or destroys keys, killed at moments spread over all it does, and with a disk that gets full
# there: nothing is violated, who should read reads, the same command again ends well, and then nothing is left open.
# PGA_ALLE_MOMENTEN=1 takes every moment instead of some (the tests of lib/kast do that for each batch), PGA_ALLEEN=TEXT
# only the commands with that text in them.
. "$(dirname "$0")/begin.sh"

"$PGA_RAMP" tel aantal true || exit 77

# ontstaat: the kast as it is now is where the trials begin; in ./buiten a command leaves what is not of the kast.
ontstaat() {
  rm -rf begin && mkdir begin
  cp -a kast begin/kast
  cp -a "$PGA_GEHEUGEN" begin/geheugen
}
herstel() {
  rm -rf kast "$PGA_GEHEUGEN" buiten && mkdir buiten
  cp -a begin/kast kast
  cp -a begin/geheugen "$PGA_GEHEUGEN"
}

# leest_alles ID: opens every part of every stuk of $n.
leest_alles() {
  als "$1"
  pga toon "$n" --grond controle --peildatum "$dag" >gezien 2>&1 && ! grep -q 'verzegeld:' gezien
}
# geen_sleutel ID: no key file of $n is here for that gebruiker.
geen_sleutel() { ! ls kast/sleutels/"$n"/"$1"-*.age >/dev/null 2>&1; }
opent_minder() { ! leest_alles "$1" && pga toon "$n" --peildatum "$dag" >gezien 2>&1; }
opent_niets() {
  als "$1"
  pga toon "$n" --peildatum "$dag" >gezien 2>&1 && return 1
  [ $? -eq 12 ]
}

# probeer WHO HEEL KLAAR COMMAND...: WHO gives the command. HEEL is what must hold after whatever befell it, KLAAR what
# must hold once the command was given again.
probeer() {
  wie=$1 heel=$2 klaar=$3
  shift 3
  case $* in *"${PGA_ALLEEN:-}"*) ;; *) return 0 ;; esac
  herstel
  als "$wie"
  "$PGA_RAMP" tel aantal "$@" >uit 2>&1 || { cat uit >&2; mis "does not go well undisturbed: $*"; }
  eval "$klaar" || mis "not done undisturbed: $*"
  totaal=$(cat aantal)
  [ "$totaal" -ge "${minstens:-8}" ] || mis "only $totaal moments: $*"
  for ramp in dood vol; do
    keer=3
    [ "$ramp" = dood ] || keer=1
    [ -z "${PGA_ALLE_MOMENTEN:-}" ] || keer=$totaal # then each
    i=0
    while [ $i -lt "$keer" ]; do
      tref "$ramp" $((1 + (2 * i + 1) * totaal / (2 * keer))) "$@"
      i=$((i + 1))
    done
  done
}

# tref RAMP MOMENT COMMAND...
tref() {
  ramp=$1 moment=$2
  shift 2
  herstel
  als "$wie"
  if "$PGA_RAMP" "$ramp" "$moment" "$@" >uit 2>&1; then er=0; else er=$?; fi
  [ "$er" -ne 77 ] || return 0
  waar="$ramp at $moment of $totaal: $*"
  als "${kijkt:-$wie}"
  if pga controleer -q --peildatum "$dag" >uit2 2>fout; then er2=0; else er2=$?; fi
  case $er2 in
    0 | 15) ;;
    *) cat uit2 fout >&2; mis "controleer exits $er2 after $waar" ;;
  esac
  eval "$heel" || { cat uit uit2 gezien >&2; mis "not whole after $waar"; }
  als "$wie"
  if "$@" >uit 2>&1; then er=0; else er=$?; fi
  if [ "$er" -ne 0 ]; then
    eval "${al_gedaan:-false}" || { cat uit uit2 >&2; mis "given again it exits $er after $waar"; }
  fi
  eval "$klaar" || { cat uit gezien >&2; mis "not done after $waar and once more"; }
  als "${kijkt:-$wie}"
  if pga controleer -q --peildatum "$dag" >uit2 2>fout; then er2=0; else er2=$?; fi
  case $er2 in
    0 | 15) ;;
    *) cat uit2 fout >&2; mis "controleer exits $er2 after $waar and once more" ;;
  esac
  ! grep -q "$rest" uit2 || { cat uit2 >&2; mis "left open after $waar"; }
  [ -z "$(find kast -name '.nieuw-*')" ] || mis "left aside after $waar"
}

# What controleer may not have left to say, once all is done.
rest='moest vernietigd zijn\|niet voltooid\|sleutelbestand'

op proef
nieuwe_kast
stil erbij reg2 burgemeester regisseur
zaak_1 4
als reg1
dag=2026-03-02
pga sleutel nieuw -q -o identiteiten/om1b.sleutel --zonder-wachtwoord >om1b.regel
ontstaat

al_gedaan=
probeer reg1 'leest_alles reg1' 'geen_sleutel om1 && opent_niets om1 && leest_alles reg1' \
  pga toegang "$n" trek-in om1 --reden 'Andere zaken.' --peildatum $dag
kijkt=reg2
al_gedaan='[ "$er" -eq 12 ]' # he has handed over, and has no key any more
# Killed after the stuk stood, only who took over can open it, and destroys the key file that it names.
opgeruimd() {
  geen_sleutel reg1 && return
  als reg2
  pga toegang "$n" vernieuw --peildatum "$dag" >uit2 2>&1 && geen_sleutel reg1
}
probeer reg1 'leest_alles reg2' 'opgeruimd && opent_niets reg1 && leest_alles reg2' \
  pga toegang "$n" draag-over --aan reg2 --reden 'Met verlof.' --peildatum $dag
kijkt=
al_gedaan=
probeer reg1 'leest_alles reg1' 'leest_alles reg1' pga gebruiker wijzig om1 --rol deelnemer --peildatum $dag
probeer reg1 'leest_alles reg1' 'geen_sleutel om1 && leest_alles reg1' \
  pga gebruiker trek-in om1 --reden 'Weg.' --peildatum $dag
for gestolen in '' --gestolen; do
  # shellcheck disable=SC2086 # an option or none
  probeer reg1 'leest_alles reg1' 'leest_alles reg1 && als om1b && pga toon "$n" -q --peildatum $dag >gezien' \
    pga gebruiker vernieuw-sleutel om1 --sleutel om1b.regel $gestolen --peildatum $dag
done
probeer reg1 'leest_alles reg1' '[ "$(ls kast/ijkpunten | wc -l)" -ge 1 ]' pga ijkpunt -q --peildatum $dag

# That regisseurs read their own cases only, and that one stands in for another then.
sed 's/^beleid:/&\n  regisseur_leest: eigen/' "$VOORBEELDEN/beheer.yaml" >eigen.yaml
rm -rf eerst && cp -a begin eerst
als reg1
stil erbij proc1 burgemeester procesregisseur
ontstaat
probeer proc1 'leest_alles reg1 && leest_alles proc1' 'leest_alles reg1 && opent_minder reg2' \
  pga beleid --van eigen.yaml --peildatum $dag
als proc1
stil pga beleid --van eigen.yaml --peildatum $dag
ontstaat
al_gedaan=
probeer reg1 'leest_alles reg1' 'leest_alles reg1 && leest_alles reg2' \
  pga toegang "$n" wijs-aan reg2 --reden 'Samen.' --peildatum $dag
al_gedaan=
rm -rf begin && mv eerst begin
herstel
als reg1

# A bijlage is there with its stuk; a bundle for another gemeente never lies where nobody wrote down that it went.
printf 'brief\n' >brief.txt
probeer reg1 'leest_alles reg1' 'als reg1 && pga bijlage "$n" --peildatum $dag >gezien && grep -q brief.txt gezien' \
  pga bijlage "$n" brief.txt --peildatum $dag
pga sleutel toon -i identiteiten/pol1.sleutel >pol1.regel
for organisatie in burgemeester college politie; do
  printf '  - {organisatie: %s, datum: 2026-03-01, bezwaar: geen}\n' $organisatie
done >antwoorden
{ printf 'reden: gevolgen\naan: Rietveld\ntoelichting: {tekst: Het speelt ook daar.}\nraadpleging:\n'; cat antwoorden; } >overdracht.yaml
geboekt() {
  [ -e buiten/casus.bundel ] || return 0
  als reg1
  pga toon gemeente --peildatum $dag >gezien 2>&1 && grep -q 'Gemeente: Rietveld' gezien &&
    leest_alles reg1 && grep -q '^[0-9]*[.] overdracht' gezien
}
al_gedaan='grep -q "hier is al een bestand" uit'
probeer reg1 'leest_alles reg1 && geboekt' '[ -e buiten/casus.bundel ] && geboekt' \
  pga overdragen "$n" --van overdracht.yaml --sleutel pol1.regel -o buiten/casus.bundel --peildatum $dag

stuk=$(ls kast/dossiers/2026/"$n" | sed -n 's/^2026-02-18-\(........\).yaml/\1/p')
al_gedaan='grep -q "is al vernietigd\|noemt geen stuk" uit'
probeer reg1 'leest_alles reg1' 'leest_alles reg1 && ! grep -q "^[0-9]*[.] notificatie" gezien' \
  pga vernietig "$n" --stuk "$stuk" --bevestig "$n" --peildatum $dag

# Closing shields in the same batch.
herstel
als reg1
stil pga sluit "$n" --peildatum 2026-08-26 --van "$z/12-sluit-voorstel.yaml"
dag=2026-09-14
ontstaat
al_gedaan='grep -q "afgesloten" uit && { als reg1; pga toegang "$n" scherm-af --peildatum $dag >uit 2>&1 || grep -q "al afgeschermd" uit; }'
probeer reg1 'als reg1 && pga lijst -q --peildatum $dag >gezien' \
  'leest_alles reg1 && als pol1 && pga toon "$n" --peildatum $dag >gezien && grep -q "verzegeld: zaak" gezien' \
  pga sluit "$n" --peildatum $dag --van "$z/13-sluit-besluit.yaml"

# A case that was not taken up goes: at once, and in two steps.
weg() { [ ! -e kast/sleutels/"$n" ] && [ -z "$(find kast/dossiers -name "$n")" ]; }
begonnen() { als reg1 && pga toon "$n" --peildatum $dag >gezien && pga termijnen gemeente --peildatum $dag >gezien && grep -q "$n" gezien; }
herstel
als reg1
z=$VOORBEELDEN/2-niet-opgenomen
n=$(pga melding --voordragen -q --peildatum 2026-08-24 --van "$z/01-aanmelding.yaml")
stil pga weeg "$n" --peildatum 2026-09-07 --van "$z/02-weging.yaml"
stil pga weeg "$n" --peildatum 2026-09-09 --van "$z/03-terugkoppeling.yaml"
dag=2026-09-15
ontstaat
al_gedaan=
probeer reg1 true weg pga vernietig "$n" --bevestig "$n" --peildatum $dag
herstel
sed 's/^beleid:/&\n  vernietiging_tweede: ja\n  vernietiging_bedenktijd_dagen: 7/' "$VOORBEELDEN/beheer.yaml" >beheer.yaml
stil pga beleid --van beheer.yaml --peildatum $dag
ontstaat
al_gedaan='grep -q "is al begonnen" uit'
rest='moest vernietigd zijn\|sleutelbestand'
probeer reg1 'leest_alles reg1' begonnen pga vernietig "$n" --bevestig "$n" --peildatum $dag
herstel
als reg1
stil pga vernietig "$n" --bevestig "$n" --peildatum $dag
dag=2026-09-29
ontstaat
al_gedaan=
rest='moest vernietigd zijn\|niet voltooid\|sleutelbestand'
probeer reg2 true weg pga vernietig "$n" --voltooi --bevestig "$n" --peildatum $dag

# The keyring of the kernel holds the identity whole, or not at all.
printf 'correct paard batterij\n' >goed
PGA_WACHTWOORD_FD=3 pga sleutel nieuw -q --wachtwoord -o identiteiten/dicht.sleutel 3<goed >regel
als reg1
stil pga gebruiker toevoegen dicht1 --organisatie politie --rol weegploeg --van regel --peildatum $dag
export PGA_IDENTITEIT="$map/identiteiten/dicht.sleutel"
PGA_WACHTWOORD_FD=3 pga ontgrendel --minuten 1 3<goed >uit 2>&1 || exit 0
pga vergrendel >uit 2>&1
PGA_WACHTWOORD_FD=3 "$PGA_RAMP" tel aantal pga ontgrendel --minuten 1 3<goed >uit 2>&1
i=1
while [ $i -le "$(cat aantal)" ]; do
  pga vergrendel >uit 2>&1
  PGA_WACHTWOORD_FD=3 "$PGA_RAMP" dood $i pga ontgrendel --minuten 1 3<goed >uit 2>&1 || :
  if pga --geen-invoer lijst >uit 2>&1; then er=0; else er=$?; fi
  [ $er -eq 0 ] || [ $er -eq 12 ] || mis "ontgrendel killed at $i: lijst exits $er"
  code 0 pga vergrendel
  code 12 pga --geen-invoer lijst
  i=$((i + 1))
done
