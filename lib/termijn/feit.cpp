// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/feit.h"

#include <array>

namespace pga::termijn {
namespace {

struct Woord {
  std::string_view naam;
  std::string_view tekst;
};

/// In the order of FeitSoort.
constexpr std::array<Woord, kFeitSoorten> kWoorden = {{
    {"betrokkene", "ontvangst van de gegevens"},
    {"overleden", "overlijden"},
    {"verzonden", "notificatie"},
    {"uitgesteld", "uitstel van de notificatie"},
    {"gehandhaafd", "heroverweging (uitstel gehandhaafd)"},
    {"grond_vervallen", "vervallen van de grond voor uitstel"},
    {"verval_gemeld", "melding dat de grond is vervallen"},
    {"uitstel_deels", "uitstel van een deel van de notificatie"},
    {"deel_vervallen", "vervallen van een deel van het uitstel"},
    {"deels_verzonden", "notificatie behalve wat is achtergehouden"},
    {"eerste_contact", "eerste contact"},
    {"eerste_verstrekking", "eerste verstrekking"},
    {"weegbesluit", "weegbesluit"},
    {"eerder_besluit", "eerder genomen besluit"},
    {"aangehouden", "besluit om aan te houden"},
    {"niet_opgenomen", "besluit om niet op te nemen"},
    {"afgedaan", "afdoening van de melding"},
    {"terug_te_koppelen", "besluit om niet verder te gaan"},
    {"teruggekoppeld", "terugkoppeling"},
    {"geen_terugkoppeling", "vaststelling dat terugkoppelen niet kan"},
    {"herweging", "herweging"},
    {"herweging_negatief", "herweging (niet meer noodzakelijk)"},
    {"herweging_nodig", "inbreng van de lopende casus"},
    {"voorwaarde", "uitstroomvoorwaarde"},
    {"voorwaarde_getoetst", "toets van de uitstroomvoorwaarde"},
    {"voorwaarde_voldaan", "toets: aan de uitstroomvoorwaarde is voldaan"},
    {"toegang", "toegang van de deelnemer"},
    {"toegang_besloten", "nieuw besluit over de toegang"},
    {"overdracht", "overdracht van de casus"},
    {"overleg", "casusoverleg"},
    {"profiel", "gezamenlijk oordeel"},
    {"interventie", "afspraak in het plan"},
    {"evaluatie", "evaluatie"},
    {"interventieperiode", "plan van aanpak"},
    {"pas_op_de_plaats", "pas op de plaats"},
    {"hervat", "hervatting van het plan"},
    {"actie", "afspraak"},
    {"actie_gedaan", "uitvoering van de actie"},
    {"actie_vervallen", "vervallen van de actie"},
    {"verstrekking", "afspraak over een verstrekking"},
    {"verstrekt", "verstrekking"},
    {"verstrekking_vervallen", "vervallen van de verstrekking"},
    {"advies_gevraagd", "vraag om advies"},
    {"advies_ontvangen", "ontvangst van het advies"},
    {"verwerking", "laatste inhoudelijke stuk"},
    {"hoofd_overleden", "bericht dat de betrokkene is overleden"},
    {"afsluitvoorstel", "voorstel om af te sluiten of te monitoren"},
    {"afgesloten", "afsluiting"},
    {"geen_aanwijzingen", "afsluiting zonder verdere aanwijzingen"},
    {"laatste_verwerking", "laatste verwerking"},
    {"bewaring", "besluit om te bewaren"},
    {"bewaring_verlengd", "verlenging van de bewaring"},
    {"bewaring_opgeheven", "einde van de bewaring"},
    {"verzoek", "ontvangst van het verzoek"},
    {"identiteit_gevraagd", "vraag om een bewijs van identiteit"},
    {"identiteit_vastgesteld", "identiteit vastgesteld"},
    {"verzoek_verlengd", "bericht van verlenging"},
    {"verzoek_besloten", "besluit op het verzoek"},
    {"woo_verzoek", "ontvangst van het Woo-verzoek"},
    {"woo_verdaagd", "bericht van verdaging"},
    {"woo_besloten", "besluit op het Woo-verzoek"},
    {"correctie", "vaststelling van de fout"},
    {"correctie_hersteld", "herstel van de fout"},
    {"bron_ingelicht", "bericht aan de organisatie van herkomst"},
    {"datalek", "kennisname van het datalek"},
    {"datalek_gemeld", "melding bij de Autoriteit Persoonsgegevens"},
    {"datalek_geen_melding", "oordeel dat melden niet hoeft"},
    {"datalek_hoog_risico", "oordeel dat het risico hoog is"},
    {"betrokkenen_ingelicht", "bericht aan de betrokkenen"},
    {"inwerkingtreding", "inwerkingtreding van de wet"},
    {"audit", "privacy-audit"},
    {"audit_tekort", "privacy-audit met tekortkomingen"},
    {"hercontrole", "hercontrole"},
    {"verslagjaar", "einde van het verslagjaar"},
    {"jaarverslag", "jaarverslag"},
    {"aanwijzing", "aanwijzing"},
    {"aanwijzing_beeindigd", "einde van de aanwijzing"},
    {"screening", "VOG of screening"},
    {"opleiding_nodig", "aanwijzing"},
    {"opleiding", "opleiding"},
    {"vernietiging_begonnen", "begin van de vernietiging"},
    {"vernietiging_ingetrokken", "intrekking van de vernietiging"},
    {"vernietigd", "vernietiging"},
    {"kopieen", "vernietiging op deze computer"},
    {"kopieen_bevestigd", "bericht dat de kopieën weg zijn"},
}};

}  // namespace

std::string_view naam(FeitSoort s) { return kWoorden.at(static_cast<std::size_t>(s)).naam; }
std::string_view tekst(FeitSoort s) { return kWoorden.at(static_cast<std::size_t>(s)).tekst; }

}  // namespace pga::termijn
