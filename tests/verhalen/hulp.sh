# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# What transcripts share; source it with `. "$HULP"`. Silent when all goes well, shows what was said when not.

# als ID: what follows is done by that gebruiker.
als() { export PGA_IDENTITEIT="$MAP/identiteiten/$1.sleutel"; }

# erbij ID ORGANISATIE ROL: a new identity, and a gebruiker with it; added by who is acting.
erbij() {
  pga sleutel nieuw -o "$MAP/identiteiten/$1.sleutel" --zonder-wachtwoord &&
    regel=$(pga sleutel toon -i "$MAP/identiteiten/$1.sleutel") &&
    pga gebruiker toevoegen "$1" --organisatie "$2" --rol "$3" --van "$regel"
}

# nieuwe_kast: a fresh kast ./kast with the gebruikers of the examples, PGA_KAST set to it; reg1 acts. Their
# identities, without passphrase, are in ./identiteiten.
nieuwe_kast() {
  MAP=$PWD
  export PGA_KAST="$MAP/kast"
  als reg1
  {
    mkdir identiteiten &&
      pga sleutel nieuw -o identiteiten/reg1.sleutel --zonder-wachtwoord &&
      pga init kast --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1 &&
      erbij pol1 politie weegploeg &&
      erbij om1 om weegploeg &&
      erbij rvdk1 rvdk deelnemer &&
      erbij wacht1 machine termijnwacht
  } >kast.log 2>&1 || {
    code=$?
    cat kast.log
    return "$code"
  }
  rm kast.log
}
