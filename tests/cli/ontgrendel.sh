#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Several identities, and other roads for a passphrase: askpass, systemd, and the keyring of the kernel.
. "$(dirname "$0")/begin.sh"

mkdir identiteiten
printf 'correct paard batterij\n' >goed
PGA_WACHTWOORD_FD=3 pga sleutel nieuw -q --wachtwoord -o identiteiten/reg1.sleutel 3<goed >regel
PGA_WACHTWOORD_FD=3 pga sleutel nieuw -q --wachtwoord -o identiteiten/ander.sleutel 3<goed >regel.ander
pga sleutel nieuw -q --zonder-wachtwoord -o identiteiten/open.sleutel >regel.open
export PGA_KAST="$map/kast"
als reg1
PGA_WACHTWOORD_FD=3 pga init -q kast --peildatum 2026-01-05 --van "$VOORBEELDEN/beheer.yaml" --gebruiker reg1 3<goed >uit

# An askpass program gets the question, once a command; what it says is not shown.
cat >askpass <<'E2'
#!/bin/sh
echo "$1" >>"$MAP/vragen"
cat "$MAP/goed"
E2
printf '#!/bin/sh\nexit 1\n' >weiger
chmod +x askpass weiger
code 0 env PGA_ASKPASS="$map/askpass" pga lijst
[ "$(grep -c 'Wachtwoord van' vragen)" = 1 ] || mis "askpass was asked: $(cat vragen)"
! grep -q paard uit fout || mis 'the passphrase of askpass is shown'
code 12 env PGA_ASKPASS="$map/weiger" pga lijst
grep -q 'PGA_ASKPASS' fout || mis "an askpass that refuses is not named: $(cat fout)"
code 12 env PGA_ASKPASS="$map/nergens" pga lijst
code 12 env PGA_ASKPASS="$map/askpass" pga --geen-invoer lijst

# A command that opens nothing does not ask.
: >vragen
code 0 env PGA_ASKPASS="$map/askpass" pga beleid
code 0 env PGA_ASKPASS="$map/askpass" pga gebruiker lijst
[ ! -s vragen ] || mis "asked without need: $(cat vragen)"

# systemd hands over the identity and its passphrase.
mkdir geloof
cp identiteiten/reg1.sleutel geloof/pga-sleutel
cp goed geloof/pga-wachtwoord
code 0 env -u PGA_IDENTITEIT CREDENTIALS_DIRECTORY="$map/geloof" pga --geen-invoer lijst

# Of several identities the first that is somebody is enough; one that is not there is skipped, unless all are.
: >vragen
code 0 env PGA_IDENTITEIT="$map/weg:$PGA_IDENTITEIT:$map/identiteiten/ander.sleutel" PGA_ASKPASS="$map/askpass" pga lijst
[ "$(wc -l <vragen)" = 1 ] || mis "more asked than needed: $(cat vragen)"
: >vragen
code 0 env PGA_IDENTITEIT="$map/identiteiten/open.sleutel:$map/identiteiten/ander.sleutel:$PGA_IDENTITEIT" \
  PGA_ASKPASS="$map/askpass" pga lijst
[ "$(wc -l <vragen)" = 2 ] || mis "not every identity was tried: $(cat vragen)"
code 12 env PGA_IDENTITEIT="$map/weg:$map/ook-weg" pga lijst

# The keyring, where the kernel allows it; else it is said, and pga goes on asking.
code 2 env PGA_IDENTITEIT="$map/identiteiten/open.sleutel" pga ontgrendel
code 12 env PGA_IDENTITEIT="$map/weg" pga ontgrendel
code 2 env PGA_IDENTITEIT=: pga ontgrendel
code 2 pga ontgrendel --minuten 0
code 2 pga ontgrendel --minuten 481
code 2 pga ontgrendel --minuten veel
if ! PGA_WACHTWOORD_FD=3 pga ontgrendel --minuten 1 3<goed >uit 2>fout; then
  grep -q 'staat niet toe' fout || mis "a keyring that is not allowed is not called so: $(cat fout)"
  code 12 pga --geen-invoer lijst
  exit 77
fi
code 0 pga --geen-invoer lijst
pga dokter 2>/dev/null | tr -s ' \n' ' ' | grep -q 'nu ontgrendeld' || mis 'dokter does not say that the key is open'
code 12 env PGA_IDENTITEIT="$map/identiteiten/ander.sleutel" pga --geen-invoer lijst
code 0 pga vergrendel
grep -q 'weer op slot' fout || mis "vergrendel says: $(cat fout)"
code 12 pga --geen-invoer lijst
code 0 pga vergrendel
grep -q 'was al op slot' fout || mis "vergrendel twice says: $(cat fout)"

# Without the file, or with another in its place: what is open is closed all the same. A file that is elsewhere stops
# nothing.
export PGA_IDENTITEIT="$map/stick/reg1.sleutel:$map/identiteiten/ander.sleutel"
mkdir stick
cp identiteiten/reg1.sleutel stick/
PGA_WACHTWOORD_FD=3 pga ontgrendel --droog 3<<W2 2>fout || mis "ontgrendel --droog: $(cat fout)"
$(cat goed)
$(cat goed)
W2
grep -q 'zou 15 minuten open blijven' fout || mis "ontgrendel --droog says: $(cat fout)"
code 12 pga --geen-invoer lijst
PGA_WACHTWOORD_FD=3 pga ontgrendel --minuten 1 3<<W2 2>fout || mis "two files: $(cat fout)"
$(cat goed)
$(cat goed)
W2
mv stick weg
code 0 env PGA_IDENTITEIT="$map/identiteiten/ander.sleutel" pga --geen-invoer sleutel toon -i identiteiten/open.sleutel
code 0 pga vergrendel --droog
grep -q 'zou weer op slot gaan' fout || mis "vergrendel --droog says: $(cat fout)"
code 0 env PGA_IDENTITEIT="$map/weg/reg1.sleutel" pga --geen-invoer lijst
code 0 pga vergrendel
grep -q 'weer op slot' fout || mis "vergrendel without the stick says: $(cat fout)"
code 12 env PGA_IDENTITEIT="$map/weg/reg1.sleutel" pga --geen-invoer lijst
PGA_WACHTWOORD_FD=3 pga ontgrendel --minuten 1 3<goed 2>fout || mis "a stick that is elsewhere: $(cat fout)"
pga dokter 2>/dev/null | tr -s ' \n' ' ' | grep -q 'nu ontgrendeld' || mis 'dokter stops at a stick that is elsewhere'
code 0 pga vergrendel
