// SPDX-License-Identifier: EUPL-1.2
//
// Telling the betrokkene, whole or in part, and what makes the term shorter (artikel 14 AVG, artikel 4 Besluit
// PGA).
#include <fmt/format.h>

#include <cstdint>

#include "lib/proces/toetser.h"
#include "lib/proces/vervolg.h"
#include "lib/proces/wetsversies.h"
#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

/// The addressee that the law of that day asks for, at the age that the document gives.
void toets_minderjarig(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  const Waarde* leeftijd = bij.vind("leeftijd");
  const bool gezegd = leeftijd != nullptr && leeftijd->is_getal();
  const std::optional<std::int64_t> bekend = leeftijd_op(b, dag);
  if (!gezegd && !bekend) return;
  const std::int64_t jaren = gezegd ? leeftijd->getal() : *bekend;
  if (!gezegd) leeftijd = &bij;
  if (b.geboren && *b.geboren <= dag && termijn::volle_jaren(*b.geboren, dag) != jaren) {
    t.bevinding(leeftijd,
                {fmt::format("hier staat {} jaar, maar met de geboortedatum in dit dossier is {} dan {} jaar",
                             jaren, b.id, termijn::volle_jaren(*b.geboren, dag)),
                 "controleer de leeftijd, en de geboortedatum bij de melding", "artikel 5, lid 4, UAVG"});
  }
  const MinderjarigenVersie& versie = minderjarigen_versie(dag);
  const std::string aan = bij.tekst_van("geadresseerde");
  const Uitoefening door = versie.bij(jaren);
  if (door == Uitoefening::vertegenwoordiger && (aan.empty() || aan == "betrokkene")) {
    t.bevinding(leeftijd,
                {fmt::format("de betrokkene is {} jaar: de brief hoort aan de wettelijke vertegenwoordiger", jaren),
                 "kies geadresseerde gezagdrager of gecertificeerde_instelling", versie.tekst()});
  }
  if (door == Uitoefening::zelf && (aan == "gezagdrager" || aan == "gecertificeerde_instelling")) {
    t.bevinding(leeftijd, {fmt::format("de betrokkene is {} jaar: de brief hoort aan de betrokkene zelf", jaren),
                           "kies geadresseerde betrokkene", versie.tekst()});
  }
  if (jaren < kMeerderjarig && aan.empty() && door != Uitoefening::vertegenwoordiger) {
    t.bevinding(leeftijd, {"bij een minderjarige staat niet aan wie de brief is gericht", "vul geadresseerde in",
                           "artikel 5, lid 4, UAVG; artikel 12, lid 1, AVG"});
  }
  if (jaren < kMeerderjarig && !t.heeft(bij, "reden_geadresseerde")) {
    t.bevinding(leeftijd, {"bij een minderjarige staat niet waarom de brief aan deze geadresseerde gaat",
                           "vul reden_geadresseerde in", "artikel 5, lid 4, UAVG; artikel 12, lid 1, AVG"});
  }
}

void toets_bericht(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  toets_minderjarig(t, b, bij, dag);
  if (nog_te_wegen(t.d)) {
    t.bevinding(&bij, {"er is nog geen weegbesluit", "het informeren wordt vastgelegd met de echte datum",
                       "artikel 4, lid 1, Besluit PGA"});
  }
  t.te_laat("notificatie", b.id, &bij, dag);
  t.te_laat("notificatie_na_uitstel", b.id, &bij, dag);
}

void toets_verzonden(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  if (b.notificatie == NotificatieStand::verzonden && !t.corrigeert()) {
    t.bevinding(&bij, {fmt::format("betrokkene {} is al geïnformeerd op {}", b.id, b.notificatie_op->lang()),
                       "controleer of dit een nieuwe brief is", "artikel 14 AVG"});
  }
  if (b.notificatie == NotificatieStand::uitgesteld) {
    t.bevinding(
        &bij, {fmt::format("voor betrokkene {} gold nog uitstel", b.id),
               "leg ook vast dat de grond is vervallen, en wie dat meldde", "artikel 4, lid 2 en 3, Besluit PGA"});
  }
  toets_bericht(t, b, bij, dag);
}

void toets_deels_verzonden(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  const bool deels = b.notificatie == NotificatieStand::uitgesteld && !b.uitstel->achtergehouden.empty();
  if (!deels && b.notificatie != NotificatieStand::geen) {
    t.bevinding(&bij, {fmt::format("voor betrokkene {} loopt geen gedeeltelijk uitstel", b.id),
                       "ging alles weg, kies dan verzonden; vul anders bij het uitstel wat_achtergehouden in",
                       "artikel 14 AVG"});
  }
  toets_bericht(t, b, bij, dag);
}

void toets_stap_van(Toetser& t, const Notificatie& n, const Betrokkene& b, const Waarde& bij, Datum dag) {
  if (b.notificatie == NotificatieStand::geen) {
    t.bevinding(&bij, {fmt::format("betrokkene {} hoeft niet geïnformeerd te worden (rechtspersoon, overleden of "
                                   "niet te herkennen)",
                                   b.id),
                       "controleer om wie het gaat", "artikel 14 AVG"});
  }
  switch (*n.stap) {
    case NotificatieStap::verzonden:
      return toets_verzonden(t, b, bij, dag);
    case NotificatieStap::deels_verzonden:
      return toets_deels_verzonden(t, b, bij, dag);
    case NotificatieStap::eerste_contact:
    case NotificatieStap::eerste_verstrekking:
      if (b.notificatie == NotificatieStand::open) {
        t.bevinding(&bij, {fmt::format("betrokkene {} is nog niet geïnformeerd", b.id),
                           "informeer de betrokkene nu: pga notificeer", "artikel 14, lid 3, onder b en c, AVG"});
      }
      return;
    default:
      return toets_uitstel_van(t, n, b, bij, dag);
  }
}

}  // namespace

void toets_notificatie(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Notificatie nieuw = lees_notificatie(t.w);
  if (!nieuw.stap) return;
  const Datum dag = nieuw.datum.value_or(t.n.peildatum);
  std::vector<std::string> bekend;
  for (const Betrokkene& b : t.d.betrokkenen) bekend.push_back(b.id);
  for (const Waarde& bij : t.w.items_van("betrokkenen")) {
    const Betrokkene* b = t.d.betrokkene(bij.tekst_van("id"));
    if (b == nullptr) {
      t.onbekend(bij.vind("id"), "de betrokkene", bij.tekst_van("id"), bekend);
    } else {
      toets_stap_van(t, nieuw, *b, bij, dag);
    }
  }
  toets_uitstel(t, nieuw, dag);
}

}  // namespace pga::proces
