// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/bijlagen.h"

#include <fmt/format.h>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

std::string wat(const BijlageRij& r) {
  std::string uit = r.open ? veilig(r.naam) : "[verzegeld]";
  const std::size_t einde = r.omschrijving.find_last_not_of(" \n");
  if (einde != std::string::npos) uit += '\n' + veilig_meer(r.omschrijving.substr(0, einde + 1));
  if (!r.bij_tekst.empty()) uit += '\n' + veilig(r.bij_tekst);
  if (!r.vervangen_door.empty()) uit += "\nvervangen";
  return uit;
}

}  // namespace

std::string grootte_tekst(std::size_t bytes) {
  constexpr std::size_t kKilo = 1000;
  if (bytes < kKilo) return aantal(bytes, "byte", "bytes");
  if (bytes < kKilo * kKilo) return fmt::format("{} kB", (bytes + kKilo / 2) / kKilo);
  const std::size_t tienden = (bytes + 50 * kKilo) / (100 * kKilo);
  return fmt::format("{},{} MB", tienden / 10, tienden % 10);
}

std::string bijlagen_tekst(const std::vector<BijlageRij>& rijen, const Stijl& stijl) {
  if (rijen.empty()) return "geen bijlagen\n";
  Tabel t{{"stuk", "dag", "grootte", "compartiment", "bijlage"}, {}};
  for (const BijlageRij& r : rijen) {
    const Kleur kleur = r.open ? Kleur::geen : Kleur::grijs;
    t.rijen.push_back({{fmt::format("{}", r.plaats), Kleur::vet},
                       {r.datum.lang()},
                       {r.open ? grootte_tekst(r.grootte) : std::string("-"), kleur},
                       {r.open ? veilig(r.compartiment) : std::string("-"), kleur},
                       {wat(r), kleur}});
  }
  return tabel(t, stijl);
}

std::string bijlagen_json(const std::vector<BijlageRij>& rijen) {
  Json uit = Json::array();
  for (const BijlageRij& r : rijen) {
    uit.push_back({{"stuk", r.stuk},
                   {"bestand", r.bestand},
                   {"datum", r.datum.tekst()},
                   {"bij", of_null(r.bij)},
                   {"vervangen_door", of_null(r.vervangen_door)},
                   {"open", r.open},
                   {"compartiment", of_null(r.compartiment)},
                   {"naam", of_null(r.naam)},
                   {"omschrijving", of_null(r.omschrijving)},
                   {"inhoud", of_null(r.inhoud)},
                   {"grootte", r.open ? Json(r.grootte) : Json(nullptr)}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
