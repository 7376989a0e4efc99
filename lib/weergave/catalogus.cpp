// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/catalogus.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

using proces::Aard;
using proces::Botsing;
using proces::Catalogus;
using proces::CatalogusItem;
using proces::naam;

constexpr std::string_view kEisen = "VOG en onbesproken gedrag";

/// Whichever of the two says so.
std::vector<Botsing> botsingen(const Catalogus& catalogus, const CatalogusItem& item) {
  std::vector<Botsing> uit;
  for (const CatalogusItem& ander : catalogus) {
    if (const auto waarom = proces::botsing(item, ander)) uit.push_back({ander.id, *waarom});
  }
  return uit;
}

std::string in_woorden(const std::vector<std::string>& aspecten) {
  std::vector<std::string> uit;
  for (const std::string& a : aspecten) uit.push_back(leesbaar(a));
  return fmt::format("{}", fmt::join(uit, ", "));
}

std::string specialist(const CatalogusItem& item) {
  if (!item.specialist) return {};
  const bool anders = *item.specialist == proces::Specialist::anders;
  return fmt::format("{} nodig, met {}", anders ? "een specialist" : naam(*item.specialist), kEisen);
}

void rijen(Tabel& t, const Catalogus& catalogus, const CatalogusItem& item) {
  t.rijen.push_back({{item.id}, {item.naam}});
  t.rijen.push_back({{""}, {fmt::format("{}; domein {}", in_woorden(item.aspecten), naam(item.domein))}});
  if (!item.grondslag.empty()) t.rijen.push_back({{""}, {item.grondslag}});
  if (const std::string s = specialist(item); !s.empty()) t.rijen.push_back({{""}, {s}});
  for (const Botsing& b : botsingen(catalogus, item)) {
    t.rijen.push_back({{""}, {fmt::format("kan botsen met {}{}", b.met, b.waarom.empty() ? "" : ": " + b.waarom)}});
  }
  if (item.bron != proces::Catalogusbron::handreiking) {
    const bool eigen = item.bron == proces::Catalogusbron::gemeente;
    t.rijen.push_back({{""}, {eigen ? "van uw gemeente" : "voorbeeld van pga, niet uit de handreiking"}});
  }
}

}  // namespace

std::string catalogus_tekst(const Catalogus& catalogus, const Stijl& stijl) {
  std::string uit = verf("catalogus van interventies", Kleur::vet, stijl) + '\n';
  uit +=
      omloop(
          "Uit de handreiking van de NCTV, aangevuld met voorbeelden van pga en met wat uw gemeente in het beleid "
          "zet (interventies). Een plan verwijst ernaar met catalogus: ID. Een grondslag is een aanwijzing: ga na "
          "of zij geldt en past. Dat twee interventies kunnen botsen, is een hint: bespreek of het in de casus zo "
          "is.",
          stijl.breedte) +
      '\n';
  for (const Aard aard : {Aard::preventief, Aard::repressief}) {
    Tabel t{{"", ""}, {}};
    for (const CatalogusItem& item : catalogus) {
      if (item.aard == aard) rijen(t, catalogus, item);
    }
    if (t.rijen.empty()) continue;
    uit += '\n' + verf(naam(aard), Kleur::vet, stijl) + '\n' + tabel(t, stijl, "  ");
  }
  return uit;
}

std::string catalogus_json(const Catalogus& catalogus) {
  Json uit = Json::array();
  for (const CatalogusItem& item : catalogus) {
    Json botst = Json::array();
    for (const Botsing& b : botsingen(catalogus, item)) {
      botst.push_back({{"id", b.met}, {"waarom", of_null(b.waarom)}});
    }
    Json eisen = Json::array();
    if (item.specialist) eisen = {"vog", "onbesproken_gedrag"};
    uit.push_back({{"id", item.id},
                   {"naam", item.naam},
                   {"aspecten", item.aspecten},
                   {"aard", naam(item.aard)},
                   {"domein", naam(item.domein)},
                   {"grondslag", of_null(item.grondslag)},
                   {"specialist", item.specialist ? Json(naam(*item.specialist)) : Json(nullptr)},
                   {"eisen", eisen},
                   {"bron", naam(item.bron)},
                   {"botst_met", botst}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
