// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/dokter.h"

#include <fmt/format.h>

#include "lib/weergave/json.h"

namespace pga::weergave {
namespace {

Kleur kleur(const std::string& oordeel) {
  if (oordeel == "fout") return Kleur::rood;
  return oordeel == "goed" ? Kleur::groen : Kleur::geel;
}

}  // namespace

std::string dokter_tekst(const std::vector<DokterRegel>& regels, const Stijl& stijl) {
  Tabel uit{{"", "", ""}, {}};
  for (const DokterRegel& r : regels) {
    const std::string tip = r.tip.empty() ? std::string() : fmt::format("\n{}", veilig(r.tip));
    uit.rijen.push_back({{r.onderwerp}, {r.oordeel, kleur(r.oordeel)}, {veilig(r.uitkomst) + tip}});
  }
  return tabel(uit, stijl);
}

std::string dokter_json(const std::vector<DokterRegel>& regels) {
  Json uit = Json::array();
  for (const DokterRegel& r : regels) {
    uit.push_back(
        {{"onderwerp", r.onderwerp}, {"oordeel", r.oordeel}, {"uitkomst", r.uitkomst}, {"tip", of_null(r.tip)}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
