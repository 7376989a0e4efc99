// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/stap.h"

#include <algorithm>

#include "lib/schema/meldingen.h"

namespace pga::schema {
namespace {

bool bevat(const std::vector<std::string>& namen, const std::string& naam) {
  return std::find(namen.begin(), namen.end(), naam) != namen.end();
}

/// Calls `f` with the stappen of each condition that names the field, and whether it asks for it.
template <class F>
void elke_noemer(const Beeld& kaart, const std::string& naam, F f) {
  for (const Bron& bron : kaart.bronnen()) {
    const Regels* dan = bron.regels->als == nullptr ? nullptr : bron.regels->dan;
    const Voorwaarde v = dan == nullptr ? Voorwaarde{} : voorwaarde_van(*bron.regels->als);
    if (v.veld != "stap") continue;
    const bool nodig = bevat(dan->verplicht, naam);
    if (nodig || dan->veld(naam) != nullptr) f(v.waarden, nodig);
  }
}

}  // namespace

StapRol rol_bij(const Beeld& kaart, const std::string& naam, const std::string& stap) {
  if (stap.empty()) return StapRol::vrij;
  bool genoemd = false;
  bool hier = false;
  bool nodig_hier = false;
  elke_noemer(kaart, naam, [&](const std::vector<std::string>& stappen, bool nodig) {
    const bool deze = bevat(stappen, stap);
    genoemd = true;
    hier = hier || deze;
    nodig_hier = nodig_hier || (deze && nodig);
  });
  if (nodig_hier) return StapRol::verplicht;
  return genoemd && !hier ? StapRol::van_een_ander : StapRol::vrij;
}

std::vector<std::string> stappen_van(const Beeld& kaart, const std::string& naam) {
  std::vector<std::string> uit;
  elke_noemer(kaart, naam, [&](const std::vector<std::string>& stappen, bool /*nodig*/) {
    for (const std::string& stap : stappen) {
      if (!bevat(uit, stap)) uit.push_back(stap);
    }
  });
  return uit;
}

}  // namespace pga::schema
