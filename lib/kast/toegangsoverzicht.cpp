// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/toegangsoverzicht.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lib/kast/overtollig.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/voorlopig.h"

namespace pga::kast {
namespace {

/// What a partner found before the joint judgment only opens to that partner, the regisseurs and the reserve.
bool ziet(const GeladenDossier& dossier, const proces::Dossier& stand, const Gerechtigde& wie,
          const GeladenStuk& stuk, Compartiment c) {
  if (!heeft_eigen_sleutel(dossier, stuk, c) || stand.heeft_profiel) return true;
  return wie.gebruiker->ziet_beoordelingen() || wie.gebruiker->id == stuk.stuk.kop.door;
}

std::optional<proces::DeelnemerVelden> besluit_over(const proces::Dossier& stand, const Gebruiker& wie, Datum dag) {
  std::optional<proces::DeelnemerVelden> uit;
  for (const proces::DeelnemerVelden& d : stand.deelnemers) {
    const bool geldt = d.gebruiker == wie.id.tekst() && !(d.tot && *d.tot < dag);
    if (geldt && stand.stuk(d.stuk) != nullptr) uit = d;
  }
  return uit;
}

/// The handover by which the case came to somebody; one that only set another last day is none.
std::optional<proces::ToegangRegel> overdracht_aan(const proces::Dossier& stand, const std::string& wie) {
  const proces::ToegangRegel* uit = nullptr;
  const proces::ToegangRegel* vorige = nullptr;
  for (const proces::ToegangRegel& t : stand.toegang) {
    if (t.stap != proces::ToegangStap::overgedragen) continue;
    const bool zelfde = vorige != nullptr && vorige->gebruiker == t.gebruiker && vorige->aan == t.aan;
    if (t.aan == wie && !zelfde) uit = &t;
    vorige = &t;
  }
  return uit == nullptr ? std::nullopt : std::optional<proces::ToegangRegel>(*uit);
}

/// By which decision or handover, in a case that is not shielded.
void neem_besluiten(const proces::Dossier& stand, Datum dag, Leesrecht& r) {
  const std::string& wie = r.wie->id.tekst();
  r.besluit = besluit_over(stand, *r.wie, dag);
  r.nam_over = overdracht_aan(stand, wie);
  for (const proces::Meelezer& m : stand.meelezers) {
    if (m.gebruiker == wie) r.leest_mee = m;
  }
}

ToegangEinde einde_van(const proces::Dossier& stand, const std::string& id, Datum dag) {
  ToegangEinde uit{id, dag, {}};
  for (const proces::ToegangRegel& r : stand.toegang) {
    if (r.gebruiker == id) uit = {id, r.datum, r.stuk};
  }
  return uit;
}

bool heeft_bewaarder(const BeheerVersie& beheer) {
  return std::any_of(beheer.gebruikers.begin(), beheer.gebruikers.end(), [](const Gebruiker& g) {
    return g.heeft_rol("contactpunt") || g.heeft_rol("rechtmatigheid");
  });
}

}  // namespace

Toegangsoverzicht toegangsoverzicht(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                    const std::optional<std::string>& stuk) {
  const proces::Dossier stand = stand_op(dossier, kast.beleid(), dag);
  const auto een = std::find_if(dossier.stukken.begin(), dossier.stukken.end(),
                                [&](const GeladenStuk& s) { return stuk && s.stuk.digest == *stuk; });
  Toegangsoverzicht uit;
  uit.afgeschermd = stand.afgeschermd;
  uit.uiteen = toegang_uiteen(dossier);
  uit.gemaakt_door = gemaakt_door_buitenstaander(dossier);
  uit.zonder_bewaarder = stand.afgeschermd && !heeft_bewaarder(kast.beheer());
  for (const Gerechtigde& g : gerechtigden(kast.beheer(), dossier.nummer, stand, dag)) {
    Leesrecht r;
    r.wie = g.gebruiker;
    r.sleutel_hier = heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g.gebruiker->id);
    for (const Compartiment c : g.compartimenten) {
      if (een == dossier.stukken.end() || ziet(dossier, stand, g, *een, c)) r.opent.push_back(c);
    }
    if (r.opent.empty()) continue;
    r.door_rol = stand.afgeschermd || !door_rol(kast.beheer(), *g.gebruiker, toestand_van(dossier.nummer)).empty();
    if (!stand.afgeschermd) neem_besluiten(stand, dag, r);
    uit.lezers.push_back(std::move(r));
  }
  for (const std::string& id : stand.uitgesloten) uit.geeindigd.push_back(einde_van(stand, id, dag));
  const std::set<std::string> teveel = houdt_te_veel(kast, dossier, dag);
  uit.meer_dan_mag.assign(teveel.begin(), teveel.end());
  return uit;
}

}  // namespace pga::kast
