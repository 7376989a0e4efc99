// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/regie.h"

#include <algorithm>
#include <map>

#include "lib/proces/rollen.h"
#include "lib/proces/soorten.h"

namespace pga::proces {
namespace {

/// The earlier of two last days; none is no end.
std::optional<Datum> eerste(std::optional<Datum> a, std::optional<Datum> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// What is known of the past of a stuk.
struct Verleden {
  bool heel = true;                 // all of it is here
  bool benoemd = false;             // somebody was named in it
  std::set<std::string> stukken{};  // those in it that named or ended somebody
};

}  // namespace

Regie::Regie(const std::vector<Invoer>& volgorde) {
  std::map<std::string, Verleden> verleden;
  for (const Invoer& s : volgorde) {
    Verleden v;
    for (const std::string& ouder : s.vorige) {
      const auto er = verleden.find(ouder);
      v.heel = v.heel && er != verleden.end() && er->second.heel;
      if (er == verleden.end()) continue;
      v.benoemd = v.benoemd || er->second.benoemd;
      v.stukken.insert(er->second.stukken.begin(), er->second.stukken.end());
    }
    const bool is_toegang = s.soort == naam(Soort::toegang);
    const bool proces = is_procesregisseur(s.rollen);
    bool bevoegd = proces;
    std::optional<Datum> grens;
    if (!proces && is_regisseur(s.rollen)) {
      const auto zelf = stand(s.door, [&](const std::string& stuk) { return v.stukken.count(stuk) != 0; });
      bevoegd = zelf && !(zelf->tot && *zelf->tot < s.datum);
      if (bevoegd) grens = zelf->tot;
      if (!bevoegd && !v.benoemd && v.heel) {
        bevoegd = true;
        if (!is_toegang) benoemingen_.push_back({s.door, s.datum, std::nullopt, s.digest});
      }
      if (!bevoegd && v.heel) buiten_.insert(s.digest);
    }
    if (is_toegang) toegang(s, bevoegd, grens, v.stukken);
    if (!bevoegd && !v.heel) loos_.erase(s.digest);  // nobody can say
    const bool benoemt_hier = benoemt(s.digest);
    if (benoemt_hier || (!eindes_.empty() && eindes_.back().stuk == s.digest)) {
      voor_[s.digest] = v.stukken;
      v.stukken.insert(s.digest);
    }
    v.benoemd = v.benoemd || benoemt_hier;
    verleden[s.digest] = std::move(v);
  }
}

bool Regie::is_voor(const std::string& ouder, const std::string& kind) const {
  const auto er = voor_.find(kind);
  return er != voor_.end() && er->second.count(ouder) != 0;
}

void Regie::toegang(const Invoer& s, bool bevoegd, std::optional<Datum> grens,
                    const std::set<std::string>& verleden) {
  const Toegang t = lees_toegang(s.inhoud);
  const bool over = t.stap == ToegangStap::overgedragen;
  if ((over || t.stap == ToegangStap::ingetrokken) && !t.gebruiker.empty()) {
    eindes_.push_back({t.gebruiker, over ? t.tot : std::nullopt, s.digest});
  }
  const bool zichzelf = t.aan == s.door && !is_procesregisseur(s.rollen);
  if (t.aan.empty() || (!over && t.stap != ToegangStap::aangewezen)) return;
  if (bevoegd && zichzelf) return;
  if (!bevoegd) {
    loos_.insert(s.digest);
    return;
  }
  const std::optional<Datum> tot = eerste(over ? std::nullopt : t.tot, grens);
  // Who has a last day himself does not cut short what stands.
  const auto staat =
      grens ? stand(t.aan, [&](const std::string& stuk) { return verleden.count(stuk) != 0; }) : std::nullopt;
  if (staat && (!staat->tot || *staat->tot > *tot)) {
    if (!over) loos_.insert(s.digest);
    return;
  }
  benoemingen_.push_back({t.aan, s.datum, tot, s.digest});
}

bool Regie::benoemt(const std::string& stuk) const {
  return std::any_of(benoemingen_.begin(), benoemingen_.end(), [&](const Benoeming& b) { return b.stuk == stuk; });
}

template <class Telt>
std::optional<CasusRegisseur> Regie::stand(const std::string& gebruiker, const Telt& telt) const {
  std::vector<CasusRegisseur> blijft;
  for (const Benoeming& b : benoemingen_) {
    if (b.gebruiker != gebruiker || !telt(b.stuk)) continue;
    CasusRegisseur r{b.gebruiker, b.sinds, b.tot, b.stuk};
    bool geeindigd = false;
    for (const Einde& e : eindes_) {
      if (e.gebruiker != gebruiker || !telt(e.stuk) || is_voor(e.stuk, b.stuk)) continue;
      // Another last day takes the place of the one before it.
      const bool achterhaald =
          e.tot && std::any_of(eindes_.begin(), eindes_.end(), [&](const Einde& later) {
            return later.gebruiker == gebruiker && telt(later.stuk) && is_voor(e.stuk, later.stuk);
          });
      if (achterhaald) continue;
      geeindigd = geeindigd || !e.tot;
      r.tot = eerste(r.tot, e.tot);
    }
    if (!geeindigd) blijft.push_back(std::move(r));
  }
  std::optional<CasusRegisseur> uit;
  for (const CasusRegisseur& r : blijft) {
    const bool eerder = std::any_of(blijft.begin(), blijft.end(),
                                    [&](const CasusRegisseur& later) { return is_voor(r.stuk, later.stuk); });
    if (eerder) continue;
    const std::optional<Datum> tot = uit ? eerste(uit->tot, r.tot) : r.tot;  // side by side the careful one counts
    uit = r;
    uit->tot = tot;
  }
  for (const CasusRegisseur& r : blijft) uit->sinds = std::min(uit->sinds, r.sinds);
  return uit;
}

std::vector<CasusRegisseur> Regie::nu() const {
  std::set<std::string> namen;
  for (const Benoeming& b : benoemingen_) namen.insert(b.gebruiker);
  std::vector<CasusRegisseur> uit;
  for (const std::string& wie : namen) {
    if (auto r = stand(wie, [](const std::string&) { return true; })) uit.push_back(std::move(*r));
  }
  return uit;
}

}  // namespace pga::proces
