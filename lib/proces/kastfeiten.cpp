// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/kastfeiten.h"

#include <algorithm>

#include "lib/termijn/regels.h"

namespace pga::proces {
namespace {

using termijn::Feit;
using F = termijn::FeitSoort;

/// A VOG is as a rule older than the designation for which it is asked; it meets the duty from that day on, unless
/// it had run out by then.
void laat_eerdere_tellen(std::vector<Feit>& stukken, const std::vector<Aanwijzing>& aanwijzingen) {
  for (Feit& f : stukken) {
    if (f.soort != F::screening && f.soort != F::opleiding) continue;
    const auto wie =
        std::find_if(aanwijzingen.begin(), aanwijzingen.end(), [&](const Aanwijzing& a) { return a.id == f.ref; });
    if (wie == aanwijzingen.end() || (f.tot && *f.tot < wie->van)) continue;
    f.datum = std::max(f.datum, wie->van);
  }
}

}  // namespace

std::vector<Feit> kast_feiten(const KastStand& kast, Datum peildatum) {
  const Datum begin = termijn::inwerkingtreding();
  std::vector<Feit> uit = {{F::inwerkingtreding, begin, "", "", "", std::nullopt}};
  for (int jaar = std::max(begin.jaar(), kast.begonnen.jaar()); jaar < peildatum.jaar(); ++jaar) {
    uit.push_back({F::verslagjaar, Datum(jaar, 12, 31), "", "", std::to_string(jaar), std::nullopt});
  }
  for (const Aanwijzing& a : kast.aanwijzingen) {
    uit.push_back({F::aanwijzing, a.van, "", "", a.id, a.tot});
    if (a.tot && *a.tot < peildatum) uit.push_back({F::aanwijzing_beeindigd, *a.tot, "", "", a.id, std::nullopt});
  }
  return uit;
}

std::vector<termijn::Termijn> kast_termijnen(const KastStand& kast, const std::optional<std::vector<Feit>>& stukken,
                                             const termijn::Beleid& beleid, Datum peildatum,
                                             std::optional<termijn::Moment> nu) {
  std::vector<Feit> feiten = kast_feiten(kast, peildatum);
  if (stukken) {
    // In the order of their days before some of those move; what beheer says stays first on the same day.
    std::vector<Feit> erbij = *stukken;
    std::stable_sort(erbij.begin(), erbij.end(), [](const Feit& a, const Feit& b) { return a.datum < b.datum; });
    laat_eerdere_tellen(erbij, kast.aanwijzingen);
    for (const Aanwijzing& a : kast.aanwijzingen) {  // the decree gives no term; policy may
      if (beleid.opleiding_maanden > 0) feiten.push_back({F::opleiding_nodig, a.van, "", "", a.id, a.tot});
    }
    feiten.insert(feiten.end(), erbij.begin(), erbij.end());
    return termijn::bereken(feiten, beleid, peildatum, nu);
  }
  std::vector<termijn::Termijn> uit = termijn::bereken(feiten, beleid, peildatum);
  const auto elders = [](const termijn::Termijn& t) { return t.regel != "aanwijzing"; };
  uit.erase(std::remove_if(uit.begin(), uit.end(), elders), uit.end());
  return uit;
}

}  // namespace pga::proces
