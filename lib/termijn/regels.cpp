// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/regels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pga::termijn {
namespace {

using F = FeitSoort;

constexpr Duur kGeen{0, Eenheid::dag};
constexpr std::string_view kTerugkoppeling = "de terugkoppeling aan wie aanmeldde";
constexpr int kOordeelVanaf = 31;  // days before the end of the interventions that a new judgment counts for it

Datum avg_van_toepassing() { return Datum(2018, 5, 25); }
Datum woo_van_kracht() { return Datum(2022, 5, 1); }

/// The case does not come into a casusoverleg: whoever is not told until then, need not be. A reading, for neither
/// the Act nor the AVG says so.
std::vector<F> niet_verder() { return {F::niet_opgenomen, F::afgedaan}; }

std::vector<Regel> over_notificatie() {
  return {
      {.id = "notificatie",
       .zin = "informeer de betrokkene, of motiveer uitstel",
       .per = Per::betrokkene,
       .start = {F::betrokkene},
       .lengte = {{1, Eenheid::maand}},
       .regime = Regime::eu,
       .vervuld = {F::verzonden, F::deels_verzonden},
       .vervalt = {F::overleden, F::grond_vervallen, F::deel_vervallen},
       .voorgoed = niet_verder(),
       .opgeschort = {F::uitgesteld},
       .hervat = {F::uitstel_deels, F::grond_vervallen, F::deel_vervallen},
       .grondslag = "artikel 14, lid 3, AVG; artikel 4, lid 1, Besluit PGA",
       .zekerheid = Zekerheid::handreiking,
       .notificatie = true,
       .van = inwerkingtreding()},
      {.id = "notificatie_na_uitstel",
       .zin = "informeer de betrokkene nu de grond voor uitstel is vervallen",
       .per = Per::betrokkene,
       .start = {F::grond_vervallen, F::deel_vervallen},
       .lengte = {{0, Eenheid::dag}, &Beleid::melden_na_uitstel_dagen},
       .eerste_telt = true,
       .vervuld = {F::verzonden, F::deels_verzonden},
       .vervalt = {F::uitgesteld, F::overleden},
       .voorgoed = niet_verder(),
       .grondslag = "artikel 14 AVG; artikel 4, lid 3, Besluit PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding()},
      {.id = "uitstel_herziening",
       .zin = "heroverweeg het uitstel van de notificatie",
       .per = Per::betrokkene,
       .start = {F::uitgesteld, F::gehandhaafd},
       .lengte = {{0, Eenheid::maand}, &Beleid::uitstel_herziening_maanden},
       .vervuld = {F::gehandhaafd, F::grond_vervallen, F::verzonden},
       .vervalt = {F::overleden},
       .voorgoed = niet_verder(),
       .grondslag = "artikel 11 Wet PGA; artikel 4 Besluit PGA; artikel 41 UAVG",
       .zekerheid = Zekerheid::beleid,
       .vervroegd = {F::overleg},
       .van = inwerkingtreding()},
      {.id = "verval_melden",
       .zin = "laat de deelnemer aan het contactpunt melden dat de grond voor uitstel is vervallen",
       .per = Per::betrokkene,
       .start = {F::grond_vervallen},
       .eerste_telt = true,
       .vervuld = {F::verval_gemeld, F::verzonden},
       .vervalt = {F::uitgesteld, F::overleden},
       .voorgoed = niet_verder(),
       .grondslag = "artikel 4, lid 3, Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .onverwijld = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

std::vector<Regel> over_weging() {
  return {
      {.id = "aanhouden",
       .zin = "neem een weegbesluit: het aanhouden loopt af",
       .start = {F::aangehouden},
       .lengte = {{0, Eenheid::week}, &Beleid::aanhouden_max_weken},
       .vervuld = {F::weegbesluit, F::niet_opgenomen, F::aangehouden, F::afgedaan},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 5, lid 3, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "terugkoppeling",
       .zin = "laat de aanmelder weten dat de casus niet is opgenomen",
       .per = Per::onderwerp,
       .start = {F::terug_te_koppelen},
       .lengte = {{0, Eenheid::dag}, &Beleid::terugkoppeling_dagen},
       .vervuld = {F::teruggekoppeld},
       .vervalt = {F::geen_terugkoppeling},
       .grondslag = "artikel 5, lid 6, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding()},
      {.id = "herweging",
       .zin = "weeg opnieuw of de verwerking nog noodzakelijk is",
       .start = {F::weegbesluit, F::herweging, F::herweging_nodig},
       .lengte = {{0, Eenheid::maand}, &Beleid::herweging_maanden},
       .vervuld = {F::herweging, F::herweging_negatief},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 2, lid 2, en artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "afsluiten",
       .zin = "sluit de casus, of weeg opnieuw: de verwerking was niet meer noodzakelijk",
       .start = {F::herweging_negatief},
       .lengte = {{0, Eenheid::dag}, &Beleid::uitstroom_dagen},
       .eerste_telt = true,
       .vervuld = {F::afgesloten},
       .vervalt = {F::herweging},
       .grondslag = "artikel 6, lid 2, en artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "uitstroomtoets",
       .zin = "toets of aan de uitstroomvoorwaarde is voldaan",
       .per = Per::onderwerp,
       .start = {F::voorwaarde, F::voorwaarde_getoetst},
       .lengte = {kGeen},
       .vervuld = {F::voorwaarde_getoetst},
       .vervalt = {F::afgesloten, F::hoofd_overleden},
       .grondslag = "artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "uitstroombesluit",
       .zin = "stel afsluiten of monitoren voor, of besluit met redenen dat de casus doorgaat: aan de "
              "uitstroomvoorwaarde is voldaan",
       .per = Per::onderwerp,
       .start = {F::voorwaarde_voldaan},
       .lengte = {{0, Eenheid::dag}, &Beleid::uitstroom_dagen},
       .eerste_telt = true,
       .vervuld = {F::afsluitvoorstel, F::herweging, F::herweging_negatief, F::afgesloten},
       .vervalt = {F::hoofd_overleden},
       .grondslag = "artikel 6, lid 2, en artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      // What is planned for somebody who died rests; that data are kept for the purpose of the Act needs an end.
      {.id = "overlijden",
       .zin = "beëindig de casus: de betrokkene is overleden",
       .start = {F::hoofd_overleden},
       .lengte = {{0, Eenheid::dag}, &Beleid::uitstroom_dagen},
       .vervuld = {F::afgesloten, F::niet_opgenomen, F::afgedaan},
       .grondslag = "artikel 2, lid 2, en artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

std::vector<Regel> over_overleg() {
  return {
      {.id = "deelname",
       .zin = "verleng of beëindig de toegang van de deelnemer tot deze casus",
       .per = Per::onderwerp,
       .start = {F::toegang},
       .lengte = {kGeen},
       .vervuld = {F::toegang, F::toegang_besloten},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 5, lid 5, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "overdracht",
       .zin = "beëindig de toegang van de vorige regisseur of van de vervanger tot deze casus",
       .per = Per::onderwerp,
       .start = {F::overdracht},
       .lengte = {kGeen},
       .vervuld = {F::overdracht, F::toegang_besloten},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 13 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "evaluatie",
       .zin = "evalueer de interventie",
       .per = Per::onderwerp,
       .start = {F::interventie, F::evaluatie},
       .lengte = {kGeen},
       .vervuld = {F::evaluatie},
       .vervalt = {F::afgesloten, F::hoofd_overleden},
       .opgeschort = {F::pas_op_de_plaats},
       .hervat = {F::hervat},
       .schuift = true,
       .grondslag = "artikel 6, lid 2, Wet PGA; Leidraad Professioneel Oordeel",
       .zekerheid = Zekerheid::handreiking,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "nieuw_oordeel",
       .zin = "vorm een nieuw gezamenlijk oordeel: de interventieperiode loopt af",
       .start = {F::interventieperiode},
       .lengte = {kGeen},
       .vervuld = {F::profiel},
       .vervalt = {F::afgesloten, F::hoofd_overleden},
       .grondslag = "artikel 6, lid 2, Wet PGA; Leidraad Professioneel Oordeel",
       .zekerheid = Zekerheid::handreiking,
       .vervuld_vanaf = kOordeelVanaf,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "overleg",
       .zin = "houd een casusoverleg over de voortgang",
       // The joint judgment and an evaluation are made in a casusoverleg, whoever forgot to record it.
       .start = {F::weegbesluit, F::eerder_besluit, F::overleg, F::profiel, F::evaluatie},
       .lengte = {{0, Eenheid::maand}, &Beleid::overleg_maanden},
       .bepaalt_dag = F::overleg,
       .vervuld = {F::overleg, F::profiel, F::evaluatie},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 2, lid 1, en artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      // No law asks for it: people agreed on it, and its day is theirs.
      {.id = "actie",
       .zin = "voer de actie uit, of leg vast hoe het ermee staat",
       .per = Per::onderwerp,
       .start = {F::actie},
       .lengte = {kGeen},
       .vervuld = {F::actie_gedaan},
       .vervalt = {F::actie_vervallen, F::afgesloten},
       .voorgoed = niet_verder(),
       .voorgoed_zekerheid = Zekerheid::beleid,
       .grondslag = "afspraak in een overleg of plan",
       .zekerheid = Zekerheid::beleid},
      {.id = "verstrekking",
       .zin = "geef de uitvoerder de gegevens die voor de interventie nodig zijn, of leg vast dat dat niet hoeft",
       .per = Per::onderwerp,
       .start = {F::verstrekking},
       .lengte = {kGeen},
       .vervuld = {F::verstrekt},
       .vervalt = {F::verstrekking_vervallen, F::afgesloten, F::hoofd_overleden},
       .opgeschort = {F::pas_op_de_plaats},
       .hervat = {F::hervat},
       .schuift = true,
       .grondslag = "artikel 3, lid 3, en artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "advies",
       .zin = "vraag naar het advies dat is gevraagd, of leg het vast",
       .per = Per::onderwerp,
       .start = {F::advies_gevraagd},
       .lengte = {kGeen},
       .vervuld = {F::advies_ontvangen},
       .vervalt = {F::niet_opgenomen, F::afgedaan, F::afgesloten, F::hoofd_overleden},
       .grondslag = "artikel 5, lid 3, en artikel 6, lid 1, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "pas_op_de_plaats",
       .zin = "bekijk opnieuw of de pas op de plaats nog nodig is",
       .start = {F::pas_op_de_plaats},
       .lengte = {{0, Eenheid::maand}, &Beleid::pas_op_de_plaats_maanden},
       .vervuld = {F::pas_op_de_plaats, F::hervat},
       .vervalt = {F::afgesloten, F::hoofd_overleden},
       .grondslag = "artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

std::vector<Regel> over_vernietiging() {
  return {
      {.id = "vernietiging_niet_opgenomen",
       .zin = "vernietig of anonimiseer het dossier: de casus komt niet in het casusoverleg",
       .start = {F::niet_opgenomen},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_dagen},
       .schuift = true,
       .grondslag = "artikel 16, onder b, Besluit PGA; artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .wacht_op_bewaring = true,
       .eerst = Eerst{F::terug_te_koppelen, {F::teruggekoppeld, F::geen_terugkoppeling}, kTerugkoppeling},
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      // Artikel 16, onder b, is about an aanmelding; a melding that never became one is not needed any more.
      {.id = "vernietiging_niet_opgenomen",
       .zin = "vernietig of anonimiseer het dossier: de melding is afgedaan",
       .start = {F::afgedaan},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_dagen},
       .schuift = true,
       .wijkt_voor = {F::niet_opgenomen},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .wacht_op_bewaring = true,
       .eerst = Eerst{F::terug_te_koppelen, {F::teruggekoppeld, F::geen_terugkoppeling}, kTerugkoppeling},
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "vernietiging_geen_aanwijzingen",
       .zin = "vernietig of anonimiseer het dossier: er waren geen verdere aanwijzingen",
       .start = {F::geen_aanwijzingen},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_dagen},
       .schuift = true,
       .grondslag = "artikel 16, onder a, Besluit PGA; artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .wacht_op_bewaring = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "vernietiging_uiterlijk",
       .zin = "vernietig of anonimiseer het dossier: vijf jaar na de laatste verwerking",
       .zin_beleid =
           "vernietig of anonimiseer het dossier: de bewaartermijn van het beleid na de laatste verwerking",
       .start = {F::laatste_verwerking},
       .lengte = {{5, Eenheid::jaar}},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::wet,
       .wacht_op_bewaring = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::doorloopt},
      // The same duty while the dossier is open: what "laatste verwerking" is then, the law does not say.
      {.id = "vernietiging_uiterlijk",
       .zin = "vernietig of anonimiseer het dossier: vijf jaar na de laatste verwerking",
       .zin_beleid =
           "vernietig of anonimiseer het dossier: de bewaartermijn van het beleid na de laatste verwerking",
       .start = {F::verwerking},
       .lengte = {{5, Eenheid::jaar}},
       .wijkt_voor = {F::laatste_verwerking},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::lezing,
       .wacht_op_bewaring = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::doorloopt},
      {.id = "bewaring",
       .zin = "bekijk opnieuw of bewaren nog nodig is",
       .per = Per::onderwerp,
       .start = {F::bewaring, F::bewaring_verlengd},
       .lengte = {{0, Eenheid::maand}, &Beleid::bewaring_herziening_maanden},
       .vervuld = {F::bewaring_verlengd, F::bewaring_opgeheven},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

/// What stays open of a dossier whose keys are destroyed; of the dossier gemeente.
std::vector<Regel> over_vernietigde_dossiers() {
  return {
      {.id = "vernietiging_voltooien",
       .zin = "voltooi de vernietiging van het dossier, of trek haar in",
       .per = Per::onderwerp,
       .start = {F::vernietiging_begonnen},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_voltooien_dagen},
       .vervuld = {F::vernietigd},
       .vervalt = {F::vernietiging_ingetrokken},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "vernietiging_kopieen",
       .zin = "laat de organisatie bevestigen dat ook haar kopieën en reservekopieën van de sleutels weg zijn",
       .per = Per::onderwerp,
       .start = {F::kopieen},
       .lengte = {{0, Eenheid::dag}, &Beleid::sleutels_reservekopie_dagen},
       .vervuld = {F::kopieen_bevestigd},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

std::vector<Regel> over_rechten() {
  return {
      {.id = "verzoek",
       .zin = "besluit op het verzoek van de betrokkene",
       .per = Per::onderwerp,
       .start = {F::verzoek},
       .lengte = {{1, Eenheid::maand}},
       .regime = Regime::eu,
       .vervuld = {F::verzoek_besloten},
       .opgeschort = {F::identiteit_gevraagd},
       .hervat = {F::identiteit_vastgesteld},
       .grondslag = "artikel 12, lid 3, AVG; artikel 34 UAVG; artikel 3, lid 1, Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .verlenging = Verlenging{F::verzoek_verlengd, {3, Eenheid::maand}},
       .herbegin = F::identiteit_vastgesteld,
       .van = inwerkingtreding()},
      {.id = "correctie",
       .zin = "verbeter of vernietig het onjuiste gegeven",
       .per = Per::onderwerp,
       .start = {F::correctie},
       .vervuld = {F::correctie_hersteld},
       .grondslag = "artikel 10 Wet PGA; artikel 8 Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .onverwijld = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "bron_inlichten",
       .zin = "meld het onjuiste gegeven aan de organisatie van herkomst",
       .per = Per::onderwerp,
       .start = {F::correctie},
       .vervuld = {F::bron_ingelicht},
       .grondslag = "artikel 10 Wet PGA",
       .zekerheid = Zekerheid::wet,
       .onverwijld = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "woo_verzoek",
       .zin = "besluit op het Woo-verzoek",
       .per = Per::onderwerp,
       .start = {F::woo_verzoek},
       .lengte = {{4, Eenheid::week}},
       .regime = Regime::atw,
       .vervuld = {F::woo_besloten},
       .grondslag = "artikel 4.4, lid 1 en 2, Woo",
       .zekerheid = Zekerheid::wet,
       .verlenging = Verlenging{F::woo_verdaagd, {6, Eenheid::week}},
       .van = woo_van_kracht()},
      {.id = "datalek",
       .zin = "meld het datalek bij de Autoriteit Persoonsgegevens, of leg vast waarom dat niet hoeft",
       .per = Per::onderwerp,
       .start = {F::datalek},
       .lengte = {{72, Eenheid::uur}},
       .regime = Regime::eu,
       .vervuld = {F::datalek_gemeld, F::datalek_geen_melding},
       .grondslag = "artikel 33, lid 1, AVG; artikel 5 Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .van = inwerkingtreding()},
      {.id = "datalek_betrokkenen",
       .zin = "vertel de betrokkenen over het datalek",
       .per = Per::onderwerp,
       .start = {F::datalek_hoog_risico},
       .eerste_telt = true,
       .vervuld = {F::betrokkenen_ingelicht},
       .grondslag = "artikel 34, lid 1, AVG; artikel 5 Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .onverwijld = true,
       .van = inwerkingtreding()},
  };
}

std::vector<Regel> over_kast() {
  return {
      {.id = "audit",
       .zin = "laat de eerste privacy-audit uitvoeren",
       .start = {F::inwerkingtreding},
       .lengte = {{2, Eenheid::jaar}},
       .vervuld = {F::audit},
       .grondslag = "artikel 16 Wet PGA; artikel 18, lid 1, Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .van = inwerkingtreding()},
      {.id = "audit",
       .zin = "laat de volgende privacy-audit uitvoeren",
       .start = {F::audit},
       .lengte = {{4, Eenheid::jaar}},
       .vervuld = {F::audit},
       .grondslag = "artikel 16 Wet PGA; artikel 18, lid 1, Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .van = inwerkingtreding()},
      {.id = "hercontrole",
       .zin = "laat de tekortkomingen van de audit opnieuw controleren",
       .start = {F::audit_tekort},
       .lengte = {{1, Eenheid::jaar}},
       .vervuld = {F::hercontrole},
       .grondslag = "artikel 16, lid 3, Wet PGA",
       .zekerheid = Zekerheid::wet,
       .van = inwerkingtreding()},
      {.id = "jaarverslag",
       .zin = "publiceer het jaarverslag",
       .per = Per::onderwerp,
       .start = {F::verslagjaar},
       .lengte = {{0, Eenheid::maand}, &Beleid::jaarverslag_maanden},
       .vervuld = {F::jaarverslag},
       .grondslag = "artikel 18 Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding()},
      {.id = "screening",
       .zin = "leg de VOG of de screening van de gebruiker vast",
       .per = Per::onderwerp,
       .start = {F::aanwijzing},
       .vervuld = {F::screening},
       .vervalt = {F::aanwijzing_beeindigd},
       .grondslag = "artikel 12 Besluit PGA",
       .zekerheid = Zekerheid::wet,
       .onverwijld = true,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "screening_verlopen",
       .zin = "vernieuw de VOG of de screening van de gebruiker",
       .per = Per::onderwerp,
       .start = {F::screening},
       .lengte = {kGeen},
       .vervuld = {F::screening},
       .vervalt = {F::aanwijzing_beeindigd},
       .grondslag = "artikel 12 Besluit PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "opleiding",
       .zin = "leg de opleiding van de gebruiker vast",
       .per = Per::onderwerp,
       .start = {F::opleiding_nodig},
       .lengte = {{0, Eenheid::maand}, &Beleid::opleiding_maanden},
       .vervuld = {F::opleiding},
       .vervalt = {F::aanwijzing_beeindigd},
       .grondslag = "artikel 17 Besluit PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "opleiding_verlopen",
       .zin = "herhaal de opleiding van de gebruiker",
       .per = Per::onderwerp,
       .start = {F::opleiding},
       .lengte = {kGeen},
       .vervuld = {F::opleiding},
       .vervalt = {F::aanwijzing_beeindigd},
       .grondslag = "artikel 17 Besluit PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
      {.id = "aanwijzing",
       .zin = "verleng of beëindig de aanwijzing van de gebruiker",
       .per = Per::onderwerp,
       .start = {F::aanwijzing},
       .lengte = {kGeen},
       .vervuld = {F::aanwijzing_beeindigd},
       .grondslag = "artikel 13 Wet PGA; artikel 12, lid 3, Wet PGA",
       .zekerheid = Zekerheid::beleid,
       .van = inwerkingtreding(),
       .overgang = Overgang::vanaf},
  };
}

/// What was a duty before the Act too, under other articles: the version of then.
struct Eerder {
  std::string_view id;
  std::string_view grondslag;
  Overgang overgang;  // of what is older than the AVG
};
constexpr std::array<Eerder, 6> kVoorDeWet = {{
    {"notificatie", "artikel 14, lid 3, AVG", Overgang::vanaf},
    {"notificatie_na_uitstel", "artikel 14 AVG", Overgang::vanaf},
    {"uitstel_herziening", "artikel 41 UAVG", Overgang::vanaf},
    {"verzoek", "artikel 12, lid 3, AVG; artikel 34 UAVG", Overgang::geen},
    {"datalek", "artikel 33, lid 1, AVG", Overgang::geen},
    {"datalek_betrokkenen", "artikel 34, lid 1, AVG", Overgang::geen},
}};

/// The rule with its version of before the Act, if it has one, the older first.
void voeg_toe(const Regel& nu, std::vector<Regel>& uit) {
  for (const Eerder& e : kVoorDeWet) {
    if (e.id != nu.id) continue;
    Regel toen = nu;
    toen.grondslag = e.grondslag;
    toen.van = avg_van_toepassing();
    toen.tot = inwerkingtreding().plus_dagen(-1);
    toen.overgang = e.overgang;
    uit.push_back(std::move(toen));
  }
  uit.push_back(nu);
}

std::vector<Regel> alle() {
  std::vector<Regel> uit;
  for (auto* deel : {&over_notificatie, &over_weging, &over_overleg, &over_vernietiging, &over_rechten, &over_kast,
                     &over_vernietigde_dossiers}) {
    for (const Regel& r : deel()) voeg_toe(r, uit);
  }
  return uit;
}

}  // namespace

Datum inwerkingtreding() { return {2025, 7, 1}; }

bool Regel::geldt(Datum dag) const { return !(van && dag < *van) && !(tot && *tot < dag); }

bool Regel::kent(FeitSoort s) const {
  using F = FeitSoort;
  const auto heeft = [s](const std::vector<F>& lijst) {
    return std::find(lijst.begin(), lijst.end(), s) != lijst.end();
  };
  if (notificatie && heeft({F::weegbesluit, F::eerder_besluit, F::eerste_contact, F::eerste_verstrekking}))
    return true;
  return heeft(start) || heeft(vervroegd) || (herbegin && *herbegin == s) || (verlenging && verlenging->door == s);
}

bool Regel::vast() const { return lengte.beleid == nullptr && lengte.vast.aantal > 0; }

const std::vector<Regel>& regels() {
  static const std::vector<Regel> tabel = alle();
  return tabel;
}

}  // namespace pga::termijn
