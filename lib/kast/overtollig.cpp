// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/overtollig.h"

#include <algorithm>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/achtergebleven.h"
#include "lib/kast/bewaring.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/uiteen.h"

namespace pga::kast {

std::vector<Compartiment> verloren(const std::vector<Gerechtigde>& voorheen, const std::vector<Gerechtigde>& nu) {
  std::vector<Compartiment> uit;
  for (const Compartiment c : kCompartimenten) {
    const bool iemand = std::any_of(voorheen.begin(), voorheen.end(), [&](const Gerechtigde& g) {
      const Gerechtigde* straks = zoek(nu, g.gebruiker->id.tekst());
      return bevat(g.compartimenten, c) && (straks == nullptr || !bevat(straks->compartimenten, c));
    });
    if (iemand) uit.push_back(c);
  }
  return uit;
}

namespace {

/// Whether, after that day, a key of the compartment was replaced and key files of that gebruiker were destroyed.
bool vernieuwd_na(const GeladenDossier& dossier, const std::string& wie, Datum dag, Compartiment c) {
  return std::any_of(dossier.stukken.begin(), dossier.stukken.end(), [&](const GeladenStuk& s) {
    const Waarde* sleutels = s.soort == "toegang" ? s.inhoud.vind("sleutels") : nullptr;
    if (sleutels == nullptr || sleutels->vind(naam(c)) == nullptr || !(dag < s.stuk.kop.datum)) return false;
    const Waarde::Lijst& weg = s.inhoud.items_van("vernietigd");
    return std::any_of(weg.begin(), weg.end(),
                       [&](const Waarde& w) { return w.is_tekst() && gebruiker_van(w.tekst()) == wie; });
  });
}

/// What a decision gave until a day that has passed, to somebody who still reads something, and has key files here.
void voeg_verlopen_toe(const Kast& kast, const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders,
                       Datum dag, Teveel& uit) {
  for (const proces::DeelnemerVelden& d : dossier.dossier.deelnemers) {
    if (!d.tot || !(*d.tot < dag) || *d.tot < d.sinds) continue;
    const Gerechtigde* g = zoek(houders, d.gebruiker);
    if (g == nullptr || !proces::mag_meedoen(g->gebruiker->rollen)) continue;  // the decision gave nothing
    if (!heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g->gebruiker->id)) continue;
    for (const std::string& tekst : d.compartimenten) {
      const auto c = compartiment_van(tekst);
      if (c && !bevat(g->compartimenten, *c) && !vernieuwd_na(dossier, d.gebruiker, *d.tot, *c)) {
        uit[d.gebruiker].insert(*c);
      }
    }
  }
}

/// What somebody who stood in as regisseur opened until a day that has passed.
void voeg_vervangers_toe(const Kast& kast, const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders,
                         Datum dag, Teveel& uit) {
  for (const proces::CasusRegisseur& r : dossier.dossier.regisseurs) {
    const Gerechtigde* g = r.tot && *r.tot < dag ? zoek(houders, r.gebruiker) : nullptr;
    if (g == nullptr || !heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g->gebruiker->id)) continue;
    for (const Compartiment c : kCompartimenten) {
      if (!bevat(g->compartimenten, c) && !vernieuwd_na(dossier, r.gebruiker, *r.tot, c))
        uit[r.gebruiker].insert(c);
    }
  }
}

}  // namespace

Teveel nog_te_veel(const Kast& kast, const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders,
                   Datum dag) {
  Teveel uit;
  voeg_verlopen_toe(kast, dossier, houders, dag, uit);
  voeg_vervangers_toe(kast, dossier, houders, dag, uit);
  for (auto& [wie, vakken] : versmald(dossier)) {
    const Gerechtigde* g = zoek(houders, wie);
    for (const Compartiment c : vakken) {
      if (g == nullptr || !bevat(g->compartimenten, c)) uit[wie].insert(c);
    }
  }
  return uit;
}

namespace {

/// Public keys from before the dossier was sealed again: nothing is sealed to them any more. Keys that no stuk here
/// announced may be of a stuk that is still to come.
std::vector<Pad> oude_openbare(const Kast& kast, const GeladenDossier& dossier) {
  std::vector<Pad> uit;
  if (dossier.dragers.empty() || !dossier.leesbaar) return uit;
  for (const Pad& pad : lees_map(kast.sleutel_map(dossier.nummer))) {
    if (pad.extension() != ".yaml" || pad.filename().string().rfind("openbaar-", 0) != 0) continue;
    try {
      const OpenbareSleutels sleutels = lees_openbaar(pad, dossier.nummer);
      const bool oud = std::all_of(sleutels.begin(), sleutels.end(), [&](const auto& paar) {
        return std::any_of(kCompartimenten.begin(), kCompartimenten.end(), [&](Compartiment c) {
          const std::vector<std::string>& ooit = dossier.perioden.alle(c);
          return std::find(ooit.begin(), ooit.end(), paar.first) != ooit.end() &&
                 !is_in_gebruik(dossier, paar.first, c);
        });
      });
      if (oud && !sleutels.empty()) uit.push_back(pad);
    } catch (const Fout&) {
      continue;  // lees_sleutels() says what is wrong with it
    }
  }
  return uit;
}

}  // namespace

std::vector<SleutelBestand> verlopen_sleutels(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  std::set<std::string> tijdelijk;
  for (const proces::Meelezer& m : dossier.dossier.meelezers) {
    if (m.tot < dag) tijdelijk.insert(m.gebruiker);
  }
  for (const proces::DeelnemerVelden& d : dossier.dossier.deelnemers) {
    if (d.tot && *d.tot < dag) tijdelijk.insert(d.gebruiker);
  }
  for (const proces::CasusRegisseur& r : dossier.dossier.regisseurs) {
    if (r.tot && *r.tot < dag) tijdelijk.insert(r.gebruiker);
  }
  std::vector<SleutelBestand> uit;
  if (tijdelijk.empty()) return uit;
  for (SleutelBestand& s : zonder_recht(kast, dossier, dag)) {
    if (tijdelijk.count(s.gebruiker) != 0) uit.push_back(std::move(s));
  }
  return uit;
}

std::vector<Pad> teruggekomen(const Kast& kast, const GeladenDossier& dossier) {
  const bool nodig = !achtergebleven(dossier).empty();
  std::set<std::string> vernietigd;
  for (const proces::ToegangRegel& r : dossier.dossier.toegang) {
    if (nodig && r.onjuist) continue;
    vernietigd.insert(r.vernietigd.begin(), r.vernietigd.end());
  }
  std::vector<Pad> uit = oude_openbare(kast, dossier);
  if (dossier.nummer.is_gemeente()) {
    for (Pad& pad : oude_aantalsleutels(kast, dossier)) uit.push_back(std::move(pad));
  }
  if (vernietigd.empty()) return uit;
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (vernietigd.count(s.pad.filename().string()) != 0) uit.push_back(s.pad);
  }
  return uit;
}

namespace {

/// Who got keys of a closed case when it was shielded, because nobody else kept it, and need not any more.
std::set<std::string> bewaart_nog(const Kast& kast, const GeladenDossier& dossier,
                                  const std::vector<Gerechtigde>& houders) {
  std::set<std::string> uit;
  const auto& stukken = dossier.stukken;
  const auto laatste = std::find_if(stukken.rbegin(), stukken.rend(), [](const GeladenStuk& s) {
    return s.soort == "toegang" && s.inhoud.vind("sleutels") != nullptr;
  });
  if (!dossier.dossier.afgeschermd || laatste == stukken.rend()) return uit;
  const BeheerVersie* toen = kast.beheer_van(laatste->stuk.kop.beheer);
  if (toen == nullptr) return uit;
  for (const Gerechtigde& g : gerechtigden(*toen, dossier.nummer, dossier.dossier, laatste->stuk.kop.datum)) {
    const Gerechtigde* nu = zoek(houders, g.gebruiker->id.tekst());
    const bool minder = nu != nullptr && !verloren({g}, {*nu}).empty();
    if (minder && houdt_meer(kast, dossier, *nu)) uit.insert(g.gebruiker->id.tekst());
  }
  return uit;
}

}  // namespace

Overtollig overtollige(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  const std::vector<Gerechtigde> houders = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  Overtollig uit{bewaart_nog(kast, dossier, houders), {}};
  for (const auto& [wie, vakken] : nog_te_veel(kast, dossier, houders, dag)) uit.gebruikers.insert(wie);
  uit.gebruikers.merge(houdt_meer_dan_termijnen(kast, dossier, houders));
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (zoek(houders, s.gebruiker) == nullptr) uit.gebruikers.insert(s.gebruiker);
  }
  for (Pad& pad : teruggekomen(kast, dossier)) uit.bestanden.insert(std::move(pad));
  return uit;
}

std::set<std::string> houdt_te_veel(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  const std::vector<Gerechtigde> houders = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  const Overtollig overtollig = overtollige(kast, dossier, dag);
  std::set<std::string> uit = overtollig.gebruikers;
  for (const Pad& pad : overtollig.bestanden) {
    const Gerechtigde* g = zoek(houders, gebruiker_van(pad));
    if (g != nullptr && g->compartimenten.size() < kCompartimenten.size()) uit.insert(g->gebruiker->id.tekst());
  }
  return uit;
}

std::vector<SleutelBestand> zonder_recht(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  const std::vector<Gerechtigde> houders = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  std::vector<SleutelBestand> uit;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (zoek(houders, s.gebruiker) == nullptr) uit.push_back(std::move(s));
  }
  return uit;
}

}  // namespace pga::kast
