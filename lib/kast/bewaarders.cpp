// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bewaarders.h"

namespace pga::kast {

std::vector<const Gebruiker*> bewaarders(const BeheerVersie& beheer, Datum dag) {
  std::vector<const Gebruiker*> uit;
  for (const Gebruiker& g : beheer.gebruikers) {
    const bool bewaart = g.heeft_rol("contactpunt") || g.heeft_rol("rechtmatigheid");
    if (bewaart && g.sleutel_op(dag) != nullptr) uit.push_back(&g);
  }
  return uit;
}

}  // namespace pga::kast
