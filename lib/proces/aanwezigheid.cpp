// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/aanwezigheid.h"

#include <algorithm>

#include "lib/proces/vervolg.h"
#include "lib/proces/wetsversies.h"

namespace pga::proces {
namespace {

bool minderjarig(const Betrokkene& b, Datum dag) {
  const auto jaren = leeftijd_op(b, dag);
  return jaren && *jaren < kMeerderjarig;
}

template <class Vraag>
bool iemand(const Dossier& d, Vraag vraag) {
  return std::any_of(d.betrokkenen.begin(), d.betrokkenen.end(), vraag);
}

}  // namespace

bool gaat_om_minderjarige(const Dossier& dossier, Datum dag) {
  return iemand(dossier, [&](const Betrokkene& b) { return minderjarig(b, dag); });
}

bool gaat_om_ouder(const Dossier& dossier) {
  return iemand(dossier, [](const Betrokkene& b) { return b.ouder; });
}

bool gaat_om_detentie(const Dossier& dossier) {
  return iemand(dossier, [](const Betrokkene& b) { return b.in_detentie; });
}

std::vector<std::string> gewoonlijk_aanwezig(const Dossier& dossier, OverlegSoort soort, Datum dag) {
  if (is_van_gemeente(soort)) return {};
  std::vector<std::string> uit = {"burgemeester", "politie", "om"};
  if (soort != OverlegSoort::casusoverleg) return uit;
  if (gaat_om_detentie(dossier)) uit.emplace_back("reclassering");
  if (gaat_om_minderjarige(dossier, dag) || gaat_om_ouder(dossier)) uit.emplace_back("rvdk");
  return uit;
}

}  // namespace pga::proces
