// SPDX-License-Identifier: EUPL-1.2
#include "cli/voor_derde.h"

#include "lib/kast/bekend.h"

namespace pga::cli {

std::optional<proces::VoorDerde> deel_voor(const kast::Kast& kast, const kast::Lezer& lezer,
                                           const proces::Dossier& dossier, const Waarde& overleg,
                                           const std::optional<std::string>& organisatie) {
  if (!organisatie) return std::nullopt;
  std::vector<proces::BekendDossier> bekend;
  if (!dossier.geopend) bekend = kast::bekende_dossiers(kast, lezer, overleg);
  proces::VoorDerde uit = proces::voor_derde(dossier, overleg, bekend, *organisatie);
  if (uit.bezwaar) throw Fout(*uit.bezwaar);
  return uit;
}

}  // namespace pga::cli
