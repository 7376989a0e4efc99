// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/aantallen.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

template <class E>
std::size_t plaats(E e) {
  return static_cast<std::size_t>(e);
}

Afloop afloop_van(const Dossier& d) {
  if (d.afgedaan) return Afloop::afgedaan;
  if (d.fase == Fase::niet_opgenomen) return Afloop::niet_opgenomen;
  if (d.fase != Fase::afgesloten) return Afloop::niet_gesloten;
  switch (d.afsluitreden.value_or(AfsluitReden::anders)) {
    case AfsluitReden::doelen_bereikt:
      return Afloop::doelen_bereikt;
    case AfsluitReden::geen_nieuwe_signalen:
    case AfsluitReden::geen_verdere_aanwijzingen:
      return Afloop::geen_aanwijzingen;
    default:
      return Afloop::anders_gesloten;
  }
}

std::optional<Datum> einde_van(const Dossier& d) {
  if (d.afgesloten_op) return d.afgesloten_op;
  if (d.fase == Fase::niet_opgenomen && !d.besluiten.empty()) return d.besluiten.back().datum;
  return d.laatste_inhoudelijk;
}

Looptijd looptijd_van(const Dossier& d) {
  const std::optional<Datum> einde = einde_van(d);
  if (!d.geopend || !einde || *einde < *d.geopend) return Looptijd::onbekend;
  if (*einde <= termijn::plus_maanden(*d.geopend, 6)) return Looptijd::tot_half_jaar;
  return *einde <= termijn::plus_maanden(*d.geopend, 24) ? Looptijd::tot_twee_jaar : Looptijd::langer;
}

Bericht bericht_van(const Dossier& d) {
  if (d.betrokkenen.empty() || d.betrokkenen.front().relatie) return Bericht::niet_nodig;
  const Betrokkene& b = d.betrokkenen.front();
  switch (b.notificatie) {
    case NotificatieStand::geen:
      return Bericht::niet_nodig;
    case NotificatieStand::verzonden:
      return b.uitstel ? Bericht::na_uitstel : Bericht::verzonden;
    case NotificatieStand::uitgesteld:
      return Bericht::uitgesteld;
    case NotificatieStand::open:
    case NotificatieStand::grond_vervallen:
      break;
  }
  return Bericht::niet_verzonden;
}

template <std::size_t N>
int som(const std::array<int, N>& cellen) {
  int uit = 0;
  for (const int n : cellen) uit += n;
  return uit;
}

template <std::size_t N, class F>
std::array<int, N> elk(const std::array<int, N>& a, const std::array<int, N>& b, F f) {
  std::array<int, N> uit{};
  for (std::size_t i = 0; i < N; ++i) uit.at(i) = f(a.at(i), b.at(i));
  return uit;
}

std::optional<int> getal(const Waarde* w) {
  constexpr int kMax = std::numeric_limits<int>::max() / 16;  // a sum of them cannot overflow
  if (w == nullptr) return 0;
  if (!w->is_getal() || w->getal() < 0 || w->getal() > kMax) return std::nullopt;
  return static_cast<int>(w->getal());
}

template <class E>
bool lees_cellen(const Waarde& zaak, std::string_view naam_, int totaal,
                 std::array<int, Woorden<E>::namen.size()>& uit) {
  const Waarde* w = zaak.vind(naam_);
  for (std::size_t i = 0; w != nullptr && i < uit.size(); ++i) {
    const std::optional<int> n = getal(w->vind(Woorden<E>::namen.at(i)));
    if (!n || *n > totaal) return false;
    uit.at(i) = *n;
  }
  return som(uit) <= totaal;
}

/// Of every stuk the totals that are in it: its own, and those it took over.
std::map<std::string, std::set<std::string>> erin(const Dossier& gemeente) {
  std::map<std::string, std::set<std::string>> uit;
  for (const AantallenStand& a : gemeente.aantallen) {  // each after those it follows on
    std::set<std::string>& hier = uit[a.stuk];
    hier.insert(a.stuk);
    for (const std::string& oud : a.neemt_over) {
      const auto er = uit.find(oud);
      if (er != uit.end()) hier.insert(er->second.begin(), er->second.end());
    }
  }
  return uit;
}

bool raakt(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& d) { return b.count(d) != 0; });
}

}  // namespace

Kenmerken kenmerken_van(const Dossier& d) { return {afloop_van(d), looptijd_van(d), bericht_van(d)}; }

void Aantallen::tel(const Kenmerken& k) {
  ++totaal;
  ++afloop.at(plaats(k.afloop));
  ++looptijd.at(plaats(k.looptijd));
  ++bericht.at(plaats(k.bericht));
}

std::array<Uitsplitsing, 3> uitsplitsingen(const Aantallen& a) {
  return {{{"afloop", Woorden<Afloop>::namen, a.afloop},
           {"looptijd", Woorden<Looptijd>::namen, a.looptijd},
           {"bericht", Woorden<Bericht>::namen, a.bericht}}};
}

Aantallen plus(const Aantallen& a, const Aantallen& b) {
  const auto tel_op = [](int x, int y) { return x + y; };
  return {a.totaal + b.totaal, elk(a.afloop, b.afloop, tel_op), elk(a.looptijd, b.looptijd, tel_op),
          elk(a.bericht, b.bericht, tel_op)};
}

Aantallen samen(const Aantallen& a, const Aantallen& b) {
  const auto meeste = [](int x, int y) { return std::max(x, y); };
  Aantallen uit{0, elk(a.afloop, b.afloop, meeste), elk(a.looptijd, b.looptijd, meeste),
                elk(a.bericht, b.bericht, meeste)};
  // Where the two differ in an answer, they counted different dossiers.
  uit.totaal = std::max({a.totaal, b.totaal, som(uit.afloop), som(uit.looptijd), som(uit.bericht)});
  return uit;
}

Waarde als_waarde(const Aantallen& a) {
  Waarde uit = Waarde::kaart();
  uit.zet("totaal", a.totaal);
  for (const Uitsplitsing& u : uitsplitsingen(a)) {
    Waarde cellen = Waarde::kaart();
    for (std::size_t i = 0; i < u.cellen.size(); ++i) {
      if (u.cellen[i] != 0) cellen.zet(u.woorden[i], u.cellen[i]);
    }
    if (!cellen.leeg()) uit.zet(u.naam, std::move(cellen));
  }
  return uit;
}

std::optional<Aantallen> lees_aantallen(const Waarde& zaak) {
  Aantallen uit;
  const std::optional<int> totaal = getal(zaak.vind("totaal"));
  if (!totaal) return std::nullopt;
  uit.totaal = *totaal;
  const bool goed = lees_cellen<Afloop>(zaak, "afloop", *totaal, uit.afloop) &&
                    lees_cellen<Looptijd>(zaak, "looptijd", *totaal, uit.looptijd) &&
                    lees_cellen<Bericht>(zaak, "bericht", *totaal, uit.bericht);
  return goed ? std::optional<Aantallen>(uit) : std::nullopt;
}

std::optional<int> toonbaar(int aantal) {
  if (aantal < kDrempel) return std::nullopt;
  return aantal / kDrempel * kDrempel;
}

std::vector<std::vector<std::string>> nieuwste_aantallen(const Dossier& gemeente) {
  const auto delen = erin(gemeente);
  std::vector<std::vector<std::string>> groepen;
  std::vector<std::set<std::string>> van_groep;
  for (const AantallenStand& a : gemeente.aantallen) {
    if (a.overgenomen) continue;
    std::vector<std::string> groep = {a.stuk};
    std::set<std::string> alles = delen.at(a.stuk);
    for (std::size_t i = groepen.size(); i-- > 0;) {  // it may join two groups
      if (!raakt(van_groep[i], alles)) continue;
      groep.insert(groep.end(), groepen[i].begin(), groepen[i].end());
      alles.insert(van_groep[i].begin(), van_groep[i].end());
      groepen.erase(groepen.begin() + static_cast<std::ptrdiff_t>(i));
      van_groep.erase(van_groep.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::sort(groep.begin(), groep.end());
    groepen.push_back(std::move(groep));
    van_groep.push_back(std::move(alles));
  }
  return groepen;
}

int dubbel_geteld(const Dossier& gemeente) {
  std::set<std::string> gezien;
  return static_cast<int>(
      std::count_if(gemeente.aantallen.begin(), gemeente.aantallen.end(),
                    [&](const AantallenStand& a) { return !a.merk.empty() && !gezien.insert(a.merk).second; }));
}

}  // namespace pga::proces
