// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/logboek.h"

#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/datum.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

/// "wo 4 maart 2026" and "om 09:15 uur" below it.
std::string wanneer(const std::string& tijd) {
  constexpr std::size_t kMinuten = 16;  // 2026-03-04T09:15
  const std::optional<Datum> dag = tijd.size() >= kMinuten ? Datum::lees(tijd.substr(0, 10)) : std::nullopt;
  return dag ? fmt::format("{}\nom {} uur", dag->lang(), veilig(tijd.substr(11, 5))) : veilig(tijd);
}

std::string uitkomst(const LogRegel& r) {
  return r.resultaat == 0 ? std::string("gelukt") : fmt::format("exitcode {}", r.resultaat);
}

/// What it was about: dossiers, the stuk that was written, the purpose that was given.
std::string waarover(const LogRegel& r) {
  constexpr std::size_t kKort = 11;  // "b2:" and eight digits
  std::string uit = veilig(fmt::format("{}", fmt::join(r.dossiers, ", ")));
  const auto regel = [&](const std::string& tekst) { uit += (uit.empty() ? "" : "\n") + tekst; };
  if (!r.stuk.empty()) regel(fmt::format("stuk {}", veilig(r.stuk.substr(0, kKort))));
  if (!r.doel.empty()) regel(fmt::format("doel: {}", veilig(leesbaar(r.doel))));
  return uit;
}

}  // namespace

std::string logboek_tekst(const std::vector<LogRegel>& regels, const Stijl& stijl) {
  if (regels.empty()) return "geen regels\n";
  Tabel uit{{"wanneer", "wie, waar", "handeling", "dossiers"}, {}};
  for (const LogRegel& r : regels) {
    uit.rijen.push_back(
        {{wanneer(r.tijd)},
         {fmt::format("{}\n{}", veilig(r.gebruiker), veilig(r.herkomst))},
         {fmt::format("{}\n{}", veilig(r.handeling), uitkomst(r)), r.resultaat == 0 ? Kleur::geen : Kleur::geel},
         {waarover(r)}});
  }
  return fmt::format("{}\n{}\n", tabel(uit, stijl), aantal(regels.size(), "regel", "regels"));
}

std::string logboek_json(const std::vector<LogRegel>& regels) {
  Json uit = Json::array();
  for (const LogRegel& r : regels) {
    uit.push_back({{"tijd", r.tijd},
                   {"gebruiker", r.gebruiker},
                   {"herkomst", r.herkomst},
                   {"handeling", r.handeling},
                   {"dossiers", r.dossiers},
                   {"stuk", of_null(r.stuk)},
                   {"resultaat", r.resultaat},
                   {"doel", of_null(r.doel)},
                   {"regel", r.digest}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
