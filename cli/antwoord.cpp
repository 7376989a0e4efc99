// SPDX-License-Identifier: EUPL-1.2
#include "cli/antwoord.h"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lib/weergave/json.h"

namespace pga::cli {

void toon_droog(Omgeving& omgeving, const kast::Pad& map, const std::vector<kast::NieuwBestand>& bestanden,
                const std::vector<kast::Pad>& wissen) {
  nlohmann::ordered_json lijst = nlohmann::ordered_json::array();
  for (const kast::NieuwBestand& b : bestanden) {
    const std::string pad = b.pad.lexically_proximate(map).string();
    lijst.push_back({{"pad", pad}, {"bytes", b.omvang()}});
    if (!omgeving.globaal.json) omgeving.uit << fmt::format("zou schrijven: {} ({} bytes)\n", pad, b.omvang());
  }
  nlohmann::ordered_json weg = nlohmann::ordered_json::array();
  for (const kast::Pad& p : wissen) {
    weg.push_back(p.lexically_proximate(map).string());
    if (!omgeving.globaal.json)
      omgeving.uit << fmt::format("zou vernietigen: {}\n", p.lexically_proximate(map).string());
  }
  if (omgeving.globaal.json) {
    nlohmann::ordered_json uit = {{"droog", true}, {"bestanden", std::move(lijst)}};
    if (!wissen.empty()) uit["vernietigen"] = std::move(weg);
    omgeving.uit << weergave::schrijf(uit, true);
  }
  omgeving.meld(kDroogGedaan);
}

void meld_geschreven(const Omgeving& omgeving, const std::vector<kast::NieuwBestand>& bestanden) {
  if (!omgeving.globaal.uitgebreid) return;
  for (const kast::NieuwBestand& b : bestanden) omgeving.meld(fmt::format("geschreven: {}", b.pad.string()));
}

void antwoord(Omgeving& omgeving, const std::string& tekst, const nlohmann::ordered_json& json,
              const std::string& gedaan, const std::string& tip) {
  if (omgeving.globaal.json) {
    omgeving.uit << weergave::schrijf(json, true);
  } else if (!tekst.empty()) {
    omgeving.uit << tekst << '\n';
  }
  omgeving.uit.flush();
  if (!omgeving.uit) {
    throw Fout(FoutSoort::algemeen, fmt::format("{}, maar het antwoord kan niet worden geschreven", gedaan), tip);
  }
}

}  // namespace pga::cli
