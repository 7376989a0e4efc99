// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/rekenregel.h"

#include <fmt/format.h>

#include <algorithm>

namespace pga::termijn {
namespace {

void voeg_toe(std::vector<std::string>& namen, std::string_view id) {
  if (std::find(namen.begin(), namen.end(), id) == namen.end()) namen.emplace_back(id);
}

}  // namespace

std::vector<std::string> rekenregels() {
  std::vector<std::string> uit;
  for (const Regel& r : regels()) {
    if (r.vast()) voeg_toe(uit, r.id);
  }
  return uit;
}

std::vector<std::string> regelnamen() {
  std::vector<std::string> uit;
  for (const Regel& r : regels()) voeg_toe(uit, r.id);
  return uit;
}

bool is_onverwijld(std::string_view id) {
  return std::any_of(regels().begin(), regels().end(), [&](const Regel& r) { return r.onverwijld && r.id == id; });
}

std::vector<const Regel*> rekenregel(std::string_view id, Datum vanaf) {
  std::vector<const Regel*> uit;
  for (const Regel& r : regels()) {
    if (r.id != id || !r.vast() || !r.geldt(vanaf)) continue;
    const bool zelfde = std::any_of(uit.begin(), uit.end(), [&](const Regel* ander) {
      return ander->lengte.vast == r.lengte.vast && ander->regime == r.regime;
    });
    if (!zelfde) uit.push_back(&r);
  }
  return uit;
}

Einde bereken_regel(const Regel& regel, Datum vanaf, const Kalender& kalender) {
  Einde einde = bereken_einde(vanaf, regel.lengte.vast, regel.regime, kalender);
  if (regel.verlenging) {
    const Datum verlengd = bereken_einde(vanaf, regel.verlenging->samen, regel.regime, kalender).dag;
    einde.stappen.push_back({Stap::Soort::opmerking,
                             fmt::format("met een bericht binnen deze termijn te verlengen tot samen {}: {}",
                                         regel.verlenging->samen.tekst(), verlengd.lang()),
                             verlengd});
  }
  return einde;
}

}  // namespace pga::termijn
