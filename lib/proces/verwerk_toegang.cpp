// SPDX-License-Identifier: EUPL-1.2
//
// The fold of who takes part and who can read: decisions of the three, and what was done about keys.
#include <algorithm>
#include <utility>

#include "lib/proces/vouwer.h"

namespace pga::proces {

void Vouwer::deelname(const Invoer& s, const Deelname& d) {
  stemmen(s, Soort::deelname, d.stemmen, false);
  if (eensluidend(d.stemmen)) return deelnemers(s, d.deelnemers);
  meld(s.digest, "dit besluit over deelname is niet eensluidend en telt niet",
       "iemand toelaten kan alleen als burgemeester, politie en OM elk één keer voor zijn",
       "artikel 5, lid 5, Wet PGA");
}

void Vouwer::toegang(const Invoer& s, const Toegang& t) {
  d_.toegang.push_back({s.digest, t.stap, dag_, t.gebruiker, t.aan, t.vernietigd, t.tot, t.onjuist, t.uit_stuk});
  if (t.stap != ToegangStap::ingetrokken && t.stap != ToegangStap::overgedragen) return;
  if (!t.gebruiker.empty()) {
    const bool warm = t.stap == ToegangStap::overgedragen && t.tot;
    toelatingen_.push_back({t.gebruiker, plaats_, true, warm ? t.tot : std::nullopt, s.digest});
    if (warm) {
      feit_over(s, termijn::FeitSoort::overdracht, t.gebruiker, t.tot->plus_dagen(1));
    } else {
      feit_over(s, termijn::FeitSoort::toegang_besloten, t.gebruiker);
    }
  }
  if (!t.aan.empty()) toelatingen_.push_back({t.aan, plaats_, false});
}

/// Ended stays ended until somebody who knew of it decides otherwise: a decision that was taken beside it does not.
void Vouwer::bepaal_toegang() {
  for (const Toelating& einde : toelatingen_) {
    if (!einde.eindigt) continue;
    const bool weer_toegelaten = std::any_of(toelatingen_.begin(), toelatingen_.end(), [&](const Toelating& later) {
      const bool anders = !later.eindigt || einde.tot;  // another last day takes the place of the one before it
      return anders && later.gebruiker == einde.gebruiker && voorouders_.is(einde.plaats, later.plaats);
    });
    if (weer_toegelaten) continue;
    if (einde.tot) {
      d_.meelezers.push_back({einde.gebruiker, *einde.tot, einde.stuk});
    } else {
      d_.uitgesloten.push_back(einde.gebruiker);
    }
  }
  std::stable_sort(d_.meelezers.begin(), d_.meelezers.end(),
                   [](const Meelezer& a, const Meelezer& b) { return a.gebruiker < b.gebruiker; });
  std::sort(d_.uitgesloten.begin(), d_.uitgesloten.end());
  d_.uitgesloten.erase(std::unique(d_.uitgesloten.begin(), d_.uitgesloten.end()), d_.uitgesloten.end());
  d_.afgeschermd = d_.fase == Fase::afgesloten &&
                   std::any_of(d_.toegang.begin(), d_.toegang.end(),
                               [](const ToegangRegel& r) { return r.stap == ToegangStap::afgeschermd; });
}

}  // namespace pga::proces
