// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/rekenregel.h"
#include "lib/termijn/strenger.h"

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

std::string afwijkend_beleid(const Regel& regel, const Beleid& beleid) {
  const Duur duur = geldende_duur(regel, beleid);
  if (duur == regel.lengte.vast) return {};
  return fmt::format("beleid van deze kast: {} in plaats van {}", duur.tekst(), regel.lengte.vast.tekst());
}

Einde bereken_regel(const Regel& regel, Datum vanaf, const Beleid& beleid) {
  const Kalender& kalender = beleid.kalender;
  Einde einde = bereken_einde(vanaf, geldende_duur(regel, beleid), regel.regime, kalender);
  const std::string afwijkend = afwijkend_beleid(regel, beleid);
  if (!afwijkend.empty()) einde.stappen.insert(einde.stappen.begin(), {Stap::Soort::opmerking, afwijkend, vanaf});
  if (!regel.verlenging) return einde;
  const std::string_view binnen = afwijkend.empty() ? "deze termijn" : "de termijn van de wet";
  Einde verlengd = bereken_einde(vanaf, regel.verlenging->samen, regel.regime, kalender);
  einde.stappen.push_back({Stap::Soort::opmerking,
                           fmt::format("met een bericht binnen {} te verlengen tot samen {}: {}", binnen,
                                       regel.verlenging->samen.tekst(), verlengd.dag.lang()),
                           verlengd.dag});
  for (Stap& s : verlengd.stappen) {
    if (s.soort != Stap::Soort::uitkomst) einde.stappen.push_back(std::move(s));
  }
  for (std::string& w : verlengd.waarschuwingen) {
    if (std::find(einde.waarschuwingen.begin(), einde.waarschuwingen.end(), w) == einde.waarschuwingen.end())
      einde.waarschuwingen.push_back(std::move(w));
  }
  return einde;
}

}  // namespace pga::termijn
