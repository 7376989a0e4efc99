// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/uitleg.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/weergave/json.h"

namespace pga::weergave {
namespace {

constexpr int kBreed = 100;  // longer lines do not read well

std::vector<std::string> als_opdrachten(const proces::Uitleg& u) {
  std::vector<std::string> uit;
  for (const std::string_view o : u.opdrachten) uit.push_back(fmt::format("pga help {}", o));
  return uit;
}

std::string een(const proces::Uitleg& u, const Stijl& stijl) {
  std::string uit = verf(std::string(u.titel), Kleur::vet, stijl) + "\n";
  for (const std::string_view zin : u.zinnen) {
    uit += omloop(std::string(zin), std::min(stijl.breedte, kBreed), "- ", "  ") + "\n";
  }
  return uit + fmt::format("Meer: {}\n", fmt::join(als_opdrachten(u), ", "));
}

}  // namespace

std::string uitleg_tekst(const std::vector<const proces::Uitleg*>& welke, const Stijl& stijl) {
  std::string uit;
  for (const proces::Uitleg* u : welke) uit += (uit.empty() ? "" : "\n") + een(*u, stijl);
  return uit;
}

std::string uitleg_lijst(const std::vector<const proces::Uitleg*>& welke, const Stijl& stijl) {
  Tabel t{{"", ""}, {}};
  for (const proces::Uitleg* u : welke) t.rijen.push_back({{std::string(u->onderwerp)}, {std::string(u->titel)}});
  return tabel(t, stijl, "") + "\nKies er een: pga uitleg weging. Of noem een artikel: pga uitleg art41.\n";
}

std::string uitleg_json(const std::vector<const proces::Uitleg*>& welke) {
  Json uit = Json::array();
  for (const proces::Uitleg* u : welke) {
    uit.push_back({{"onderwerp", u->onderwerp},
                   {"titel", u->titel},
                   {"zinnen", Json(u->zinnen)},
                   {"opdrachten", Json(u->opdrachten)}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
