#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What Tab gives after pga, asked of the program and of the three shells themselves.
. "$(dirname "$0")/begin.sh"

mkdir identiteiten
pga sleutel nieuw -q --zonder-wachtwoord -o identiteiten/reg1.sleutel >regel
export PGA_KAST="$map/kast"
als reg1
pga init -q kast --peildatum 2026-01-05 --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1 >uit
pga melding -q --peildatum 2026-09-01 --van "$VOORBEELDEN/5-afgedaan/01-melding.yaml" >nummer
nummer=$(cat nummer)
log() { find kast/logboek -type f | wc -l; }
voor=$(log)

# vraag EXPECTED WORD...: the words that the program gives, the last of WORD at the cursor.
vraag() {
  verwacht=$1
  shift
  gekregen=$(pga __voltooi "$@" | cut -f1 | tr '\n' ' ')
  [ "$gekregen" = "$verwacht" ] || mis "pga $*: \"$gekregen\" and not \"$verwacht\""
}
vraag 'melding ' mel
vraag 'weeg ' help wee
vraag "$nummer " toon "${nummer%????}"
vraag "$nummer gemeente " toon --json ''
vraag "$nummer gemeente " -C kast toon ''
(unset PGA_KAST; cd / && vraag "$nummer gemeente " -C "$map/kast" toon '' && vraag "$nummer gemeente " toon --kast="$map/kast" '')
vraag '' toon "$nummer" ''
vraag '--sjabloon ' weeg --sj
vraag 'reg1 ' toegang "$nummer" trek-in ''
vraag 'nieuw toon ' sleutel ''
vraag 'nieuw ' sleutel n
vraag ':bestand ' weeg "$nummer" --van ''
vraag ':bestand ' -C ''
vraag 'overleg schriftelijk onbekend ' weeg "$nummer" --wijze ''
vraag '--json ' toon --js
vraag '' toon --geen-optie
vraag '' geen-opdracht x
pga __voltooi | grep -q . && mis 'words without a question'
pga __voltooi toon '' | grep -q "^$nummer	dossier$" || mis 'a word comes without what it is'
(cd / && PGA_KAST='' pga __voltooi toon '') >uit 2>fout || mis 'outside a kast it fails'
[ ! -s uit ] && [ ! -s fout ] || mis "outside a kast it says something: $(cat uit fout)"
[ "$(log)" = "$voor" ] || mis 'completing left an entry in the log'

# Completing needs no key.
PGA_IDENTITEIT="$map/geen" pga __voltooi toon '' | grep -q "^$nummer" || mis 'completing needs a key'

for shell in bash zsh fish; do
  pga voltooiing $shell >pga.$shell
done
code 2 pga voltooiing
code 2 pga voltooiing tcsh

cat >in_bash <<'E2'
. ./pga.bash
compopt() { echo compopt "$@"; }
vul() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  _pga pga
  echo "${COMPREPLY[*]}"
}
vul pga mel
vul pga toon ''
vul pga weeg x --van ''
E2
printf 'melding\n%s gemeente\ncompopt -o default\n\n' "$nummer" >goed
bash in_bash >uit 2>&1 || mis "bash: $(cat uit)"
cmp -s goed uit || mis "bash: $(cat uit)"

command -v zsh >/dev/null && command -v fish >/dev/null || {
  echo 'zsh or fish is not here'
  exit 77
}

# The functions of zsh's own completion print what they get.
cat >in_zsh <<'E2'
compdef() { :; }
_files() { print -r -- BESTAND; }
_describe() { print -rl -- "${(@P)2}"; }
. ./pga.zsh
vul() { words=("$@"); CURRENT=$#; _pga; }
vul pga mel
vul pga toon ''
vul pga weeg x --van ''
E2
zsh -f in_zsh >uit 2>&1 || mis "zsh: $(cat uit)"
grep -q '^melding:een ' uit && grep -q "^$nummer:dossier$" uit && grep -q '^BESTAND$' uit || mis "zsh: $(cat uit)"

export HOME="$map"
fish -N -c 'source pga.fish
complete -C "pga mel"
complete -C "pga toon "
complete -C "pga weeg x --van pga.fi"' >uit 2>&1 || mis "fish: $(cat uit)"
grep -q '^melding	' uit && grep -q "^$nummer	dossier$" uit && grep -q '^pga.fish' uit || mis "fish: $(cat uit)"
