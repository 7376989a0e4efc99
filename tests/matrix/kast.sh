# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# Sourced by matrix.sh: one kast made by pga alone, with a gebruiker for each role, and what lies on the machine at each
# moment of the table: moment/<block>/stukken, what is tried, and moment/<block>/sleutels, every key file there is.

# leg_vast BLOCK NUMMER: the moment is now, the stukken those of this dossier. Each is a commit.
leg_vast() {
  in_git
  mkdir -p "moment/$1/stukken"
  cp -r "$PGA_KAST/sleutels" "moment/$1/sleutels"
  case $2 in
    gemeente) cp "$PGA_KAST"/gemeente/*.yaml "moment/$1/stukken" ;;
    *) cp "$PGA_KAST"/dossiers/*/"$2"/*.yaml "moment/$1/stukken" ;;
  esac
}

# in_git: what is in the kast goes into git.
in_git() {
  git -C "$PGA_KAST" add -A
  git -C "$PGA_KAST" -c user.name=kast -c user.email=kast@localhost commit -q --allow-empty -m stuk
}

# opgenomen_met_rvdk1: the weging of case 1, which lets rvdk1 in as well.
opgenomen_met_rvdk1() {
  sed 's/^derden:/  - id: dn3\n    gebruiker: rvdk1\n    compartimenten: [identiteit, zaak, zorg]\n    waarom: Er is een broertje.\n\n&/' \
    "$z/03-weging.yaml" >weging.yaml
  stil pga weeg "$n" --peildatum 2026-02-04 --van weging.yaml
  stil bevestigd_door_drie weeg 2026-02-05
}

ieders_identiteit() {
  stil erbij reg2 burgemeester regisseur
  stil erbij proc1 college procesregisseur
  stil erbij rec1 reclassering deelnemer
  stil erbij rac1 rac rac burgemeester
  stil erbij toe1 toezicht toezicht burgemeester
  stil erbij fg1 fg fg burgemeester
  stil erbij hulp1 beheer ondersteuning burgemeester
  stil erbij meld1 burgemeester meldpunt
  stil erbij res1 burgemeester reserve
}

# maak_kast: all moments of the table, in the order of time. con1 and toets1, who keep closed cases, come later than
# the first case that closes.
maak_kast() {
  nieuwe_kast
  ieders_identiteit
  z=$VOORBEELDEN/1-opgenomen

  zaak_1 13
  eerste=$n
  leg_vast gesloten-zonder-bewaarder "$eerste"

  stil erbij con1 burgemeester contactpunt
  stil erbij toets1 burgemeester rechtmatigheid
  als reg1
  pga toegang "$eerste" --peildatum 2026-09-15 | tr -s ' \n' ' ' | grep -q 'sleutels van proc1, reg1, reg2 die meer openen' ||
    mis "nobody says that the regisseurs still keep it"
  stil pga toegang "$eerste" scherm-af --peildatum 2026-09-15
  leg_vast gesloten-later-bewaard "$eerste"

  als reg1
  zaak_1 2
  leg_vast aangemeld "$n"

  opgenomen_met_rvdk1
  als reg1
  stil pga notificeer "$n" --peildatum 2026-02-18 --van "$z/04-notificatie.yaml"
  leg_vast lopend "$n"

  als pol1
  stil pga profiel "$n" --beoordeling --peildatum 2026-03-04 --van "$z/05-beoordeling-pol1.yaml"
  leg_vast beoordeling "$n"
  (cd moment/beoordeling/stukken && rm -f 2026-01-* 2026-02-*)

  als reg1
  stil pga profiel "$n" --peildatum 2026-03-11 --van "$z/08-profiel.yaml"
  sed 's/^beleid:/&\n  toezicht_leest: ja/' "$VOORBEELDEN/beheer.yaml" >beheer.yaml
  stil pga beleid --van beheer.yaml --peildatum 2026-03-12
  stil pga plan "$n" --peildatum 2026-03-18 --van "$z/09-plan.yaml"
  leg_vast lopend-toezicht-leest "$n"

  als proc1
  sed 's/^beleid:/&\n  toezicht_leest: ja\n  regisseur_leest: eigen/' "$VOORBEELDEN/beheer.yaml" >beheer.yaml
  stil pga beleid --van beheer.yaml --peildatum 2026-03-19
  als reg1
  leg_vast lopend-regisseur-leest-eigen "$n"

  stil pga sluit "$n" --peildatum 2026-08-26 --van "$z/12-sluit-voorstel.yaml"
  stil pga sluit "$n" --peildatum 2026-09-14 --van "$z/13-sluit-besluit.yaml"
  leg_vast gesloten "$n"

  git clone -q "$PGA_KAST" kloon
  git -C kloon rev-list --objects --all -- dossiers/2026/"$n" | sed -n 's|.*/\(.*\.yaml\)$|\1|p' | sort >in-git
  ls kloon/dossiers/2026/"$n" | cmp -s - in-git || mis "some commit holds a stuk that is not tried"
  stil pga vernietig "$n" --bevestig "$n" --peildatum 2026-09-20
  mkdir -p moment/vernietigd moment/vernietigd-met-kopie
  cp -r "$PGA_KAST/sleutels" moment/vernietigd/sleutels
  cp -r moment/gesloten/sleutels moment/vernietigd-met-kopie/sleutels
  for m in vernietigd vernietigd-met-kopie; do
    cp -r kloon/dossiers/2026/"$n" "moment/$m/stukken"
  done
  leg_vast gemeente gemeente
  als toets1
  stil pga logboek --doel interne_controle
  als reg1
  stil pga gemeente toon
  mkdir -p moment/logboek/stukken
  cp -r "$PGA_KAST/sleutels" moment/logboek/sleutels
  find "$PGA_KAST/logboek" -name '*.yaml' -exec cp {} moment/logboek/stukken \;
}
