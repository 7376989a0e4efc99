// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/agenda.h"

#include <fmt/format.h>

#include "lib/weergave/json.h"

namespace pga::weergave {

std::string agenda_tekst(const std::vector<proces::AgendaPunt>& punten, std::string_view kop, Datum dag,
                         const Stijl& stijl) {
  std::string uit = verf(fmt::format("Agenda {}, {}", kop, dag.lang()), Kleur::vet, stijl) + '\n';
  std::string rubriek;
  int nummer = 0;
  for (const proces::AgendaPunt& p : punten) {
    if (p.rubriek != rubriek) uit += fmt::format("\n{}\n", verf(veilig(p.rubriek), Kleur::vet, stijl));
    rubriek = p.rubriek;
    const std::string begin = fmt::format("{:>3}. ", ++nummer);
    const std::string onder(begin.size(), ' ');
    const std::string over = p.dossier.empty() ? "" : fmt::format("dossier {}: ", p.dossier);
    uit += omloop(veilig(over + p.onderwerp), stijl.breedte, begin, onder) + '\n';
    for (const std::string& w : p.waarom)
      uit += omloop(veilig(w), stijl.breedte, onder + "- ", onder + "  ") + '\n';
  }
  return uit;
}

std::string agenda_json(const std::vector<proces::AgendaPunt>& punten) {
  Json uit = Json::array();
  for (const proces::AgendaPunt& p : punten) {
    uit.push_back({{"rubriek", p.rubriek},
                   {"onderwerp", p.onderwerp},
                   {"waarom", p.waarom},
                   {"dossier", of_null(p.dossier)}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
