// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/concepten.h"

#include <fmt/format.h>

#include "lib/basis/datum.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

/// "vr 27 november 2026, 14:05".
std::string wanneer(const std::string& moment) {
  constexpr std::size_t kDag = 10;
  constexpr std::size_t kMinuut = 16;
  const auto dag = Datum::lees(moment.substr(0, kDag));
  if (!dag || moment.size() < kMinuut) return veilig(moment);
  return fmt::format("{}, {}", dag->lang(), veilig(moment.substr(kDag + 1, kMinuut - kDag - 1)));
}

}  // namespace

std::string concepten_tekst(const std::vector<ConceptRegel>& regels, const Stijl& stijl) {
  if (regels.empty()) return "geen concepten\n";
  Tabel uit{{"concept", "dossier", "wat", "bewaard op"}, {}};
  for (const ConceptRegel& r : regels) {
    uit.rijen.push_back({{veilig(r.id)},
                         {r.dossier.empty() ? "nieuw dossier" : veilig(r.dossier)},
                         {r.soort.empty() ? "[gaat niet (meer) open]" : veilig(titel(r.soort, r.stap))},
                         {wanneer(r.gewijzigd)}});
  }
  return tabel(uit, stijl);
}

std::string concepten_json(const std::vector<ConceptRegel>& regels) {
  Json uit = Json::array();
  for (const ConceptRegel& r : regels) {
    uit.push_back({{"concept", r.id},
                   {"dossier", of_null(r.dossier)},
                   {"soort", of_null(r.soort)},
                   {"stap", of_null(r.stap)},
                   {"gewijzigd", r.gewijzigd}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
