// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/toegangsoverzicht.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "lib/kast/beoordelingen.h"
#include "lib/kast/overtollig.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/voorlopig.h"

namespace pga::kast {
namespace {

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

/// The day from which the roles of a gebruiker open as much as they do, without a break.
Datum rol_sinds(const Kast& kast, const Gebruiker& wie, proces::Toestand waar) {
  const auto& keten = kast.keten();
  const std::vector<Compartiment> nu = door_rol(kast.beheer(), wie, waar);
  Datum uit = keten.back().datum;
  for (auto versie = keten.rbegin(); versie != keten.rend(); ++versie) {
    const Gebruiker* toen = versie->vind(wie.id);
    if (toen == nullptr || door_rol(*versie, *toen, waar) != nu) break;
    uit = versie->datum;
  }
  return uit;
}

/// The day on which a case came to be what it is: opened, or shielded.
std::optional<Datum> stand_sinds(const proces::Dossier& stand) {
  if (!stand.afgeschermd) return stand.stukken.empty() ? std::nullopt : std::optional(stand.stukken.front().datum);
  for (const proces::ToegangRegel& r : stand.toegang) {
    if (r.stap == proces::ToegangStap::afgeschermd) return r.datum;
  }
  return std::nullopt;
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
  const GeladenStuk* een = stuk ? vind_stuk(dossier, *stuk) : nullptr;
  const Beoordelingen beoordelingen(dossier, stand);
  Toegangsoverzicht uit;
  uit.afgeschermd = stand.afgeschermd;
  uit.uiteen = toegang_uiteen(dossier);
  uit.gemaakt_door = gemaakt_door_buitenstaander(dossier);
  uit.zonder_bewaarder = stand.afgeschermd && !heeft_bewaarder(kast.beheer());
  const proces::Toestand waar = stand.afgeschermd ? proces::Toestand::afgeschermd : toestand_van(dossier.nummer);
  for (const Gerechtigde& g : gerechtigden(kast.beheer(), dossier.nummer, stand, dag)) {
    Leesrecht r;
    r.wie = g.gebruiker;
    r.sleutel_hier = heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g.gebruiker->id);
    std::copy_if(kCompartimenten.begin(), kCompartimenten.end(), std::back_inserter(r.opent), [&](Compartiment c) {
      return een == nullptr ? bevat(g.compartimenten, c) : beoordelingen.opent(g, *een, c);
    });
    if (r.opent.empty()) continue;
    r.schreef =
        !std::all_of(r.opent.begin(), r.opent.end(), [&](Compartiment c) { return bevat(g.compartimenten, c); });
    r.door_rol = stand.afgeschermd || !door_rol(kast.beheer(), *g.gebruiker, toestand_van(dossier.nummer)).empty();
    if (const auto sinds = r.door_rol ? stand_sinds(stand) : std::nullopt) {
      r.rol_sinds = std::max(*sinds, rol_sinds(kast, *g.gebruiker, waar));
    }
    const proces::CasusRegisseur* regisseur = stand.regisseur(g.gebruiker->id.tekst(), dag);
    if (regisseur != nullptr && g.gebruiker->is_regisseur()) r.regisseur = *regisseur;
    if (!stand.afgeschermd) neem_besluiten(stand, dag, r);
    uit.lezers.push_back(std::move(r));
  }
  for (const std::string& id : stand.uitgesloten) uit.geeindigd.push_back(einde_van(stand, id, dag));
  const std::set<std::string> teveel = houdt_te_veel(kast, dossier, dag);
  uit.meer_dan_mag.assign(teveel.begin(), teveel.end());
  return uit;
}

}  // namespace pga::kast
