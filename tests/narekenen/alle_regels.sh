#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The rules that the example kast has no term of: a kast with a stuk for each of them, computed again likewise. Every one
# of them must appear.
set -eu
unset COLUMNS NO_COLOR PGA_SLEUTELS
here=$(cd "$(dirname "$0")" && pwd)
VOORBEELDEN=$here/../../examples/invoer
PATH=$(dirname "$PGA_PROGRAMMA"):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work
PGA_GEHEUGEN=$work/geheugen
export HOME PATH PGA_GEHEUGEN
cd "$work"
. "$here/../verhalen/hulp.sh"
nieuwe_kast

# A deferral whose ground lapsed and was not reported yet.
z=$VOORBEELDEN/3-uitgesteld
n=$(pga melding --voordragen -q --peildatum 2026-05-11 --van "$z/01-aanmelding.yaml")
stil pga weeg "$n" --peildatum 2026-05-27 --van "$z/02-weging.yaml"
stil pga notificeer "$n" --peildatum 2026-06-10 --van "$z/03-notificatie-uitstel.yaml"
sed '/^gemeld_op/d' "$z/05-grond-vervallen.yaml" >vervallen.yaml
stil pga notificeer "$n" --peildatum 2026-11-17 --van vervallen.yaml

# A weging that waits.
z=$VOORBEELDEN/2-niet-opgenomen
n=$(pga melding --voordragen -q --peildatum 2026-08-24 --van "$z/01-aanmelding.yaml")
sed 's/^besluit: .*/besluit: aanhouden\naanhouden:\n  tot: 2026-10-12\n  ontbreekt: Het verslag.\n  wie: politie/' \
  "$z/02-weging.yaml" >aanhouden.yaml
stil pga weeg "$n" --peildatum 2026-09-07 --van aanhouden.yaml

# A plan that rests, and a case that went to another regisseur.
zaak_1 9
sed '/^herziening/d' "$VOORBEELDEN/7-rechten/09-plan-rust.yaml" >rust.yaml
stil pga plan "$n" --peildatum 2026-06-24 --van rust.yaml
stil erbij reg2 burgemeester regisseur
stil pga toegang "$n" draag-over --aan reg2 --tot 2026-07-31 --reden 'Ander werk.' --peildatum 2026-07-01

# One that goes on after it, of whose request the term began again and was made longer; and that is no longer necessary.
zaak_1 9
stil pga plan "$n" --peildatum 2026-06-24 --van rust.yaml
printf 'stap: hervat\ndatum: 2026-09-01\n' >hervat.yaml
stil pga plan "$n" --peildatum 2026-09-01 --van hervat.yaml
verzoek() {
  printf 'id: z1\nstap: %s\ndatum: %s\n' "$1" "$2" | cat - "$3" >verzoek.yaml
  stil pga verzoek "$n" --peildatum "$2" --van verzoek.yaml
}
printf 'rechten: [inzage]\ndoor: b1\nkanaal: brief\nverzoek: Inzage in het dossier.\n' >ontvangen.yaml
printf 'identiteit: Een kopie, aan de balie.\n' >identiteit.yaml
printf 'redenen:\n  tekst: Er zijn veel stukken.\n' >redenen.yaml
verzoek ontvangen 2026-10-05 ontvangen.yaml
verzoek identiteit_gevraagd 2026-10-07 identiteit.yaml
verzoek identiteit_vastgesteld 2026-11-02 identiteit.yaml
verzoek verlengd 2026-11-20 redenen.yaml
sed 's/nog_noodzakelijk/niet_meer_noodzakelijk/' "$VOORBEELDEN/1-opgenomen/10b-herweging.yaml" >herweging.yaml
stil pga weeg "$n" --peildatum 2026-07-22 --van herweging.yaml

# A hold that was lifted after the day on which the case had to be destroyed.
z=$VOORBEELDEN/2-niet-opgenomen
n=$(pga melding --voordragen -q --peildatum 2026-08-24 --van "$z/01-aanmelding.yaml")
stil pga weeg "$n" --peildatum 2026-09-07 --van "$z/02-weging.yaml"
sed 's/^datum:.*/datum: 2026-09-14/' "$VOORBEELDEN/7-rechten/08-bewaring.yaml" >bewaring.yaml
stil pga bewaar "$n" --peildatum 2026-09-14 --van bewaring.yaml
printf 'stap: opgeheven\ndatum: 2026-12-01\n' >opgeheven.yaml
stil pga bewaar "$n" --peildatum 2026-12-01 --van opgeheven.yaml

# A hand-out that is planned, and an advice that is waited for.
zaak_1 8
stil pga plan "$n" --peildatum 2026-03-18 --van "$VOORBEELDEN/9-plan/01-plan.yaml"
sed -e 's/2026-01-21/2026-03-20/' -e 's/2026-02-02/2026-05-01/' "$VOORBEELDEN/9-advies/01-advies-gevraagd.yaml" >advies.yaml
stil pga advies "$n" --peildatum 2026-03-20 --van advies.yaml

# A case that was closed without further indications.
zaak_1 9
sed 's/^reden: .*/reden: geen_verdere_aanwijzingen/' "$VOORBEELDEN/1-opgenomen/12-sluit-voorstel.yaml" >voorstel.yaml
sed 's/^reden: .*/reden: geen_verdere_aanwijzingen/' "$VOORBEELDEN/1-opgenomen/13-sluit-besluit.yaml" >besluit.yaml
stil pga sluit "$n" --peildatum 2026-08-26 --van voorstel.yaml
stil pga sluit "$n" --peildatum 2026-09-14 --van besluit.yaml

# A case whose betrokkene died.
zaak_1 9
printf 'betrokkene:\n  overleden_op: 2026-06-01\n' >overleden.yaml
stil pga melding "$n" --peildatum 2026-06-03 --van overleden.yaml

# Of the gemeente: training, screening and a designation that end.
sed 's/^beleid:/&\n  vernietiging_bedenktijd_dagen: 7\n  opleiding_maanden: 3/' "$VOORBEELDEN/beheer.yaml" >beheer.yaml
stil pga beleid --van beheer.yaml --peildatum 2026-09-14
printf 'naam: Marit van Zanten\nopleiding_geldig_tot: 2027-03-31\n' >opleiding.yaml
stil pga gemeente screening --gebruiker om1 --soort-bewijs vog --datum 2026-06-01 --geldig-tot 2027-01-31 \
  --opleiding-op 2026-06-01 --van opleiding.yaml --peildatum 2026-06-01
stil pga gebruiker wijzig rvdk1 --tot 2027-03-31 --peildatum 2026-06-01

# A dossier that is being destroyed, and one that was.
z=$VOORBEELDEN/2-niet-opgenomen
for klaar in nee ja; do
  n=$(pga melding --voordragen -q --peildatum 2026-08-24 --van "$z/01-aanmelding.yaml")
  stil pga weeg "$n" --peildatum 2026-09-07 --van "$z/02-weging.yaml"
  stil pga weeg "$n" --peildatum 2026-09-09 --van "$z/03-terugkoppeling.yaml"
  stil pga vernietig "$n" --bevestig "$n" --peildatum 2026-09-15
  [ "$klaar" = nee ] || stil pga vernietig "$n" --voltooi --bevestig "$n" --peildatum 2026-09-24
done

als wacht1
/usr/bin/python3 -c 'import dateutil' 2>/dev/null || {
  echo 'skipped: no python3-dateutil here'
  exit 77
}
/usr/bin/python3 "$here/narekenen.py" "$PGA_PROGRAMMA" 2026-03-01 2027-07-01 61 verval_melden notificatie_na_uitstel \
  aanhouden afsluiten pas_op_de_plaats overdracht vernietiging_geen_aanwijzingen overlijden opleiding opleiding_verlopen \
  screening_verlopen aanwijzing vernietiging_voltooien vernietiging_kopieen verstrekking advies
