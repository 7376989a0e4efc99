// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/ongelezen.h"

#include <algorithm>
#include <map>
#include <utility>

#include "lib/kast/beoordelingen.h"
#include "lib/kast/toegang.h"

namespace pga::kast {
namespace {

/// Somebody who may read, and whether the keys are here.
struct Lezend {
  Gerechtigde wie;
  bool heeft_alles;
  bool is_lezer;
};

std::vector<Lezend> lezers(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                           const std::vector<Tekort>& tekort, bool alles_hier, Datum dag) {
  std::vector<Lezend> uit;
  for (Gerechtigde& g : gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag)) {
    if (g.gebruiker->is_reserve() || g.gebruiker->sleutel_op(dag) == nullptr) continue;
    const auto er =
        std::find_if(tekort.begin(), tekort.end(), [&](const Tekort& t) { return t.wie->id == g.gebruiker->id; });
    const bool elders = er != tekort.end() && !er->heeft_iets && !alles_hier;
    const bool is_lezer = lezer.id && g.gebruiker->id == *lezer.id;
    uit.push_back({std::move(g), er == tekort.end() || elders, is_lezer});
  }
  return uit;
}

}  // namespace

std::vector<Ongelezen> ongelezen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                 const std::vector<Tekort>& tekort, bool alles_hier, Datum dag) {
  const std::vector<Lezend> allen = lezers(kast, lezer, dossier, tekort, alles_hier, dag);
  const Beoordelingen beoordelingen(dossier);
  std::map<std::vector<Compartiment>, std::vector<const GeladenStuk*>> gevonden;
  for (const GeladenStuk& s : dossier.stukken) {
    std::vector<Compartiment> dicht;
    for (const Compartiment c : kCompartimenten) {
      if (s.soort == "aantallen" && eigen_sleutel(s.soort, c)) continue;  // later totals destroy those keys
      const bool iemand = std::any_of(allen.begin(), allen.end(), [&](const Lezend& l) {
        const bool hier = l.heeft_alles || (l.is_lezer && dossier.sleutels.bos.vind(s.sleutel(c)) != nullptr);
        return hier && beoordelingen.opent(l.wie, s, c);
      });
      if (!iemand) dicht.push_back(c);
    }
    if (!dicht.empty()) gevonden[dicht].push_back(&s);
  }
  std::vector<Ongelezen> uit;
  for (auto& [vakken, stukken] : gevonden) uit.push_back({vakken, std::move(stukken)});
  return uit;
}

}  // namespace pga::kast
