// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/onderwerpen.h"

#include <algorithm>
#include <array>

namespace pga::proces {

const OnderwerpSoort* onderwerp_soort(std::string_view soort) {
  static constexpr std::array kSoorten = {
      OnderwerpSoort{"bewaring", "ingesteld", 'h', "de bewaring", "welke bewaring"},
      OnderwerpSoort{"verzoek", "ontvangen", 'z', "het verzoek", "welk verzoek"},
      OnderwerpSoort{"correctie", "vastgesteld", 'x', "de correctie", "welke correctie"},
      OnderwerpSoort{"datalek", "ontdekt", 'l', "het datalek", "welk datalek"}};
  const auto* it =
      std::find_if(kSoorten.begin(), kSoorten.end(), [&](const OnderwerpSoort& o) { return o.soort == soort; });
  return it == kSoorten.end() ? nullptr : &*it;
}

std::vector<Onderwerp> onderwerpen(const Dossier& d, std::string_view soort) {
  std::vector<Onderwerp> uit;
  if (soort == "bewaring") {
    for (const BewaringStand& b : d.bewaringen) uit.push_back({b.id, b.stuk, !b.opgeheven_op});
  } else if (soort == "verzoek") {
    for (const VerzoekStand& v : d.verzoeken) uit.push_back({v.id, v.stuk, !v.besloten_op});
  } else if (soort == "correctie") {
    for (const CorrectieStand& c : d.correcties) {
      uit.push_back({c.id, c.stuk, !c.hersteld_op || !c.bron_ingelicht_op});
    }
  } else if (soort == "datalek") {
    for (const DatalekStand& l : d.datalekken) {
      const bool gemeld = l.gemeld_op || l.risico == Risico::geen;
      uit.push_back({l.id, l.stuk, !gemeld || (l.risico == Risico::hoog && !l.ingelicht_op)});
    }
  }
  return uit;
}

}  // namespace pga::proces
