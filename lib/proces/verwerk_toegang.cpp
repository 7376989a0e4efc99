// SPDX-License-Identifier: EUPL-1.2
//
// The fold of who takes part and who can read: decisions of the three, and what was done about keys.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

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
  weg_na_laatste_dag(s, t);
  if (t.stap == ToegangStap::aangewezen) return aanwijzing(s, t);
  if (t.stap != ToegangStap::ingetrokken && t.stap != ToegangStap::overgedragen) return;
  if (!t.gebruiker.empty()) {
    const bool warm = t.stap == ToegangStap::overgedragen && t.tot;
    toelatingen_.push_back({t.gebruiker, plaats_, true, warm ? t.tot : std::nullopt, s.digest});
    if (warm) {
      leest_tot(s, t.gebruiker, *t.tot);
    } else {
      feit_over(s, termijn::FeitSoort::toegang_besloten, t.gebruiker);
    }
  }
  if (t.aan.empty()) return;
  toelatingen_.push_back({t.aan, plaats_, false});
  if (regie_.is_loos(s.digest)) meld_niet_benoemd(s, t);
}

void Vouwer::meld_niet_benoemd(const Invoer& s, const Toegang& t) {
  meld(s.digest,
       fmt::format("{} maakte {} geen regisseur van deze casus: {} was het zelf niet, of kortte in wat al gold",
                   s.door, t.aan, s.door),
       "laat een regisseur van de casus of een procesregisseur dit vastleggen: pga toegang NUMMER wijs-aan",
       "artikel 13 Wet PGA");
}

/// A term: somebody reads until that day, and it must be ended.
void Vouwer::leest_tot(const Invoer& s, const std::string& wie, Datum tot) {
  feit_over(s, termijn::FeitSoort::overdracht, wie, tot.plus_dagen(1));
  laatste_dag_.insert_or_assign(wie, tot);
}

/// Whose last day has passed when their key files go, has no access to be ended any more.
void Vouwer::weg_na_laatste_dag(const Invoer& s, const Toegang& t) {
  constexpr std::size_t kStaart = 13;  // "-", eight digits and ".age"
  for (const std::string& naam : t.vernietigd) {
    const auto er =
        naam.size() > kStaart ? laatste_dag_.find(naam.substr(0, naam.size() - kStaart)) : laatste_dag_.end();
    if (er == laatste_dag_.end() || !(er->second < dag_)) continue;
    if (t.gebruiker != er->first) feit_over(s, termijn::FeitSoort::toegang_besloten, er->first);
    laatste_dag_.erase(er);
  }
}

void Vouwer::aanwijzing(const Invoer& s, const Toegang& t) {
  if (t.aan.empty()) return;
  if (regie_.benoemt(s.digest)) {
    toelatingen_.push_back({t.aan, plaats_, false});
    // Where every regisseur reads every case, standing in ends without anything to be done.
    if (beleid_.leest.regisseur_leest == RegisseurLeest::alle) return;
    const std::optional<Datum>& sinds = beleid_.eigen_sinds;
    if (t.tot && sinds && *t.tot < *sinds) return;  // over before that began
    if (t.tot) return leest_tot(s, t.aan, *t.tot);
    if (laatste_dag_.erase(t.aan) != 0) feit_over(s, termijn::FeitSoort::toegang_besloten, t.aan);
    return;
  }
  if (regie_.is_loos(s.digest)) meld_niet_benoemd(s, t);
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
