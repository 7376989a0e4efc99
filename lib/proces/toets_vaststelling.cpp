// SPDX-License-Identifier: EUPL-1.2
//
// What a meeting does with the minutes of an earlier one.
#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

const OverlegStand* vind_overleg(const Dossier& d, const std::string& digest) {
  const std::string nu = d.nieuwste(digest);
  const auto it =
      std::find_if(d.overleggen.begin(), d.overleggen.end(), [&](const OverlegStand& o) { return o.stuk == nu; });
  return it == d.overleggen.end() ? nullptr : &*it;
}

/// How to name minutes that this meeting can adopt: "b2:1f3a09bc (wo 17 juni 2026)".
std::string concepten(const Toetser& t, OverlegSoort soort, Datum dag) {
  constexpr std::size_t kKort = 11;  // "b2:" and eight digits
  std::string uit;
  for (const OverlegStand& o : t.d.overleggen) {
    const bool zelf = std::count(t.n.vervangt.begin(), t.n.vervangt.end(), o.stuk) != 0;
    if (zelf || o.soort != soort || o.datum > dag || o.vastgesteld()) continue;
    uit += fmt::format("{}{} ({})", uit.empty() ? "" : ", ", o.stuk.substr(0, kKort), o.datum.lang());
  }
  return uit;
}

void toets_vaststelling(Toetser& t, const Waarde& w, const Vaststelling& v, const Overleg& dit, Datum dag) {
  const OverlegStand* van = v.overleg.empty() ? nullptr : vind_overleg(t.d, v.overleg);
  const bool zelf = van != nullptr && std::count(t.n.vervangt.begin(), t.n.vervangt.end(), van->stuk) != 0;
  if (van == nullptr || zelf) {
    const std::string keus = concepten(t, dit.soort, dag);
    t.document(w.vind("overleg") == nullptr ? &w : w.vind("overleg"),
               {v.overleg.empty() ? "welk verslag hier is vastgesteld, staat er niet"
                                  : "het verslag dat hier is vastgesteld, is er niet",
                keus.empty() ? "noem het stuk van het eerdere overleg, zoals pga toon het noemt"
                             : fmt::format("vul bij overleg het stuk in van het eerdere overleg: {}", keus),
                {}});
    return;
  }
  if (van->soort != dit.soort) {
    t.document(w.vind("overleg"), {fmt::format("dat is een verslag van {}, en niet van {}", het_overleg(van->soort),
                                               het_overleg(dit.soort)),
                                   "noem een verslag van hetzelfde soort overleg",
                                   {}});
  } else if (van->datum > dag) {
    t.document(w.vind("overleg"), {fmt::format("dat overleg was later: {}", van->datum.lang()),
                                   "een verslag wordt vastgesteld in een later overleg",
                                   {}});
  } else if (van->vastgesteld() && !t.corrigeert() && van->uitkomst == VaststellingUitkomst::vastgesteld) {
    t.document(w.vind("overleg"), {fmt::format("dat verslag is al vastgesteld op {}", van->vastgesteld_op->lang()),
                                   "laat deze vaststelling weg",
                                   {}});
  }
  const bool wijzigingen = !w.items_van("wijzigingen").empty();
  if (v.uitkomst == VaststellingUitkomst::onder_voorbehoud && !wijzigingen) {
    t.document(w.vind("uitkomst"),
               {"er staat niet onder voorbehoud van welke wijzigingen", "vul wijzigingen in", {}});
  } else if (v.uitkomst == VaststellingUitkomst::vastgesteld && wijzigingen) {
    t.document(w.vind("wijzigingen"), {"er zijn wijzigingen, en toch is het zonder voorbehoud vastgesteld",
                                       "kies uitkomst onder_voorbehoud, of laat de wijzigingen weg",
                                       {}});
  }
}

}  // namespace

void toets_vaststellingen(Toetser& t, const Overleg& o, Datum dag) {
  const Waarde::Lijst& items = t.w.items_van("vaststellingen");
  std::set<std::string> genoemd;
  for (std::size_t i = 0; i < items.size(); ++i) {
    toets_vaststelling(t, items[i], o.vaststellingen[i], o, dag);
    genoemd.insert(t.d.nieuwste(o.vaststellingen[i].overleg));
  }
  for (const OverlegStand& eerder : t.d.overleggen) {
    const bool dit = std::count(t.n.vervangt.begin(), t.n.vervangt.end(), eerder.stuk) != 0;
    if (dit && eerder.vastgesteld_op && *eerder.vastgesteld_op < dag) {
      t.document(t.veld("datum"), {fmt::format("het verslag is vastgesteld op {}; het overleg was niet daarna",
                                               eerder.vastgesteld_op->lang()),
                                   "controleer de datum",
                                   {}});
    }
    if (dit && eerder.uitkomst == VaststellingUitkomst::vastgesteld) {
      t.advies(&t.w,
               {fmt::format("het verslag dat u verbetert, is vastgesteld op {}", eerder.vastgesteld_op->lang()),
                "bespreek de wijziging in een volgend overleg",
                {}});
    }
    const bool is_concept =
        eerder.uitkomst != VaststellingUitkomst::vastgesteld && eerder.soort == o.soort && eerder.datum < dag;
    if (dit || !is_concept || genoemd.count(eerder.stuk) != 0) continue;
    t.advies(&t.w, {fmt::format("het verslag van {} is nog concept", eerder.datum.lang()),
                    "is het in dit overleg vastgesteld, vul dan vaststellingen in",
                    {}});
  }
}

}  // namespace pga::proces
