// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/leesrecht.h"

#include <algorithm>

namespace pga::proces {

bool is_buiten(const Dossier& dossier, const std::string& gebruiker, Datum dag) {
  if (std::binary_search(dossier.uitgesloten.begin(), dossier.uitgesloten.end(), gebruiker)) return true;
  return std::any_of(dossier.meelezers.begin(), dossier.meelezers.end(),
                     [&](const Meelezer& m) { return m.gebruiker == gebruiker && m.tot < dag; });
}

Vakken door_besluit(const Dossier& dossier, const std::string& gebruiker, const std::vector<std::string>& rollen,
                    Datum dag) {
  Vakken uit;
  if (!mag_meedoen(rollen)) return uit;  // whatever a document says
  for (const DeelnemerVelden& d : dossier.deelnemers) {
    if (d.gebruiker != gebruiker || (d.tot && *d.tot < dag)) continue;
    uit = uit.met({Compartiment::termijnen});
    for (const std::string& tekst : d.compartimenten) {
      if (const auto c = compartiment_van(tekst)) uit = uit.met({*c});
    }
  }
  return uit;
}

}  // namespace pga::proces
