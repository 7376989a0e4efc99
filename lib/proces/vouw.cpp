// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "lib/proces/dossier.h"
#include "lib/proces/regie.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

/// For each replaced stuk the one that replaces it. Only a later stuk of the same soort can.
std::map<std::string, std::string> vervangingen(const std::vector<Invoer>& stukken, const Voorouders& voorouders,
                                                Vouwer& vouwer) {
  std::map<std::string, std::string> soort_van;
  for (const Invoer& s : stukken) soort_van[s.digest] = s.soort;
  std::map<std::string, std::string> uit;
  for (const Invoer& s : stukken) {
    for (const Waarde& w : s.inhoud.items_van("vervangt")) {
      if (!w.is_tekst()) continue;
      const std::string& oud = w.tekst();
      const auto gevonden = soort_van.find(oud);
      if (gevonden == soort_van.end() || gevonden->second != s.soort || !voorouders.is(oud, s.digest)) {
        vouwer.meld(s.digest, "dit stuk vervangt een stuk dat het niet kan vervangen; beide tellen mee",
                    "een correctie is van dezelfde soort en komt na het stuk dat zij vervangt");
      } else if (!uit.emplace(oud, s.digest).second) {
        vouwer.meld(s.digest, "dit stuk vervangt een stuk dat al vervangen is; beide vervangingen tellen mee",
                    "vervang een van de twee door een nieuw stuk");
      }
    }
  }
  return uit;
}

/// The stuk whose place another takes: what it replaces, what that one replaced, and so on; the first in order.
std::map<std::string, std::string> plaatsen(const std::vector<Invoer>& volgorde,
                                            const std::map<std::string, std::string>& vervangen) {
  std::map<std::string, std::string> plaats;
  for (const Invoer& s : volgorde) {
    std::string laatste = s.digest;
    std::set<std::string> gezien;
    for (auto it = vervangen.find(laatste); it != vervangen.end() && gezien.insert(laatste).second;
         it = vervangen.find(laatste)) {
      laatste = it->second;
    }
    plaats.emplace(laatste, s.digest);
  }
  return plaats;
}

/// The n-th fact of the same kind and about the same in a stuk.
const termijn::Feit* zelfde(const std::vector<termijn::Feit>& feiten, const std::string& stuk,
                            const termijn::Feit& f, std::ptrdiff_t n) {
  for (const termijn::Feit& g : feiten) {
    if (g.stuk == stuk && g.soort == f.soort && g.betrokkene == f.betrokkene && g.ref == f.ref && n-- == 0)
      return &g;
  }
  return nullptr;
}

/// Keeps with the facts of a corrected stuk what its first version said: a fold of those, beside the real one.
void onthoud_eerder(Dossier& d, const std::vector<Invoer>& volgorde,
                    const std::map<std::string, std::string>& plaats, const Voorouders& voorouders,
                    const Regie& regie, const Beleid& beleid) {
  std::set<std::string> eerste;
  for (const auto& p : plaats) eerste.insert(p.second);
  Dossier toen;
  Vouwer vouwer(toen, voorouders, regie, beleid);
  for (const Invoer& s : volgorde) {
    if (eerste.count(s.digest) != 0) vouwer.verwerk(s, s.digest);
  }
  vouwer.sluit_af();
  for (auto f = d.feiten.begin(); f != d.feiten.end(); ++f) {
    const auto oud = plaats.find(f->stuk);
    if (oud == plaats.end() || oud->second == f->stuk) continue;
    const auto n = std::count_if(d.feiten.begin(), f, [&](const termijn::Feit& g) {
      return g.stuk == f->stuk && g.soort == f->soort && g.betrokkene == f->betrokkene && g.ref == f->ref;
    });
    const termijn::Feit* was = zelfde(toen.feiten, oud->second, *f, n);
    if (was == nullptr || (was->datum == f->datum && was->tot == f->tot && was->minuut == f->minuut)) continue;
    f->verbeterd = termijn::Verbeterd{was->datum, was->tot, was->minuut};
  }
}

}  // namespace

Voorouders::Voorouders(const std::vector<Invoer>& stukken) {
  for (const Invoer& s : stukken) vorige_[s.digest] = s.vorige;
}

bool Voorouders::is(const std::string& ouder, const std::string& kind) const {
  std::vector<std::string> te_gaan = {kind};
  std::set<std::string> gezien;
  while (!te_gaan.empty()) {
    const auto links = vorige_.find(te_gaan.back());
    te_gaan.pop_back();
    if (links == vorige_.end()) continue;
    for (const std::string& v : links->second) {
      if (v == ouder) return true;
      if (gezien.insert(v).second) te_gaan.push_back(v);
    }
  }
  return false;
}

std::vector<Invoer> sorteer(std::vector<Invoer> stukken) {
  std::sort(stukken.begin(), stukken.end(), [](const Invoer& a, const Invoer& b) { return a.digest < b.digest; });
  std::map<std::string, std::size_t> plaats;
  for (std::size_t i = 0; i < stukken.size(); ++i) plaats.emplace(stukken[i].digest, i);
  std::vector<std::vector<std::size_t>> kinderen(stukken.size());
  std::vector<std::size_t> wacht_op(stukken.size(), 0);
  std::vector<bool> wees(stukken.size(), false);
  for (std::size_t i = 0; i < stukken.size(); ++i) {
    const std::set<std::string> ouders(stukken[i].vorige.begin(), stukken[i].vorige.end());
    for (const std::string& ouder : ouders) {
      const auto gevonden = plaats.find(ouder);
      if (gevonden == plaats.end()) {
        wees[i] = true;
        continue;
      }
      kinderen[gevonden->second].push_back(i);
      ++wacht_op[i];
    }
  }
  // A set of positions is a set of digests in order, for the stukken are sorted by digest.
  std::set<std::pair<bool, std::size_t>> klaar;
  for (std::size_t i = 0; i < stukken.size(); ++i) {
    if (wacht_op[i] == 0) klaar.emplace(wees[i], i);
  }
  std::vector<Invoer> uit;
  std::vector<bool> gedaan(stukken.size(), false);
  while (!klaar.empty()) {
    const std::size_t i = klaar.begin()->second;
    klaar.erase(klaar.begin());
    gedaan[i] = true;
    for (const std::size_t kind : kinderen[i]) {
      wees[kind] = wees[kind] || wees[i];
      if (--wacht_op[kind] == 0) klaar.emplace(wees[kind], kind);
    }
    uit.push_back(std::move(stukken[i]));
  }
  for (std::size_t i = 0; i < stukken.size(); ++i) {
    if (!gedaan[i]) uit.push_back(std::move(stukken[i]));
  }
  return uit;
}

Dossier vouw(std::vector<Invoer> stukken, const Beleid& beleid) {
  const std::vector<Invoer> volgorde = sorteer(std::move(stukken));
  Dossier d;
  const Voorouders voorouders(volgorde);
  const Regie regie(volgorde);
  d.regisseurs = regie.nu();
  d.had_regisseur = regie.ooit();
  Vouwer vouwer(d, voorouders, regie, beleid);
  const std::map<std::string, std::string> vervangen = vervangingen(volgorde, voorouders, vouwer);
  std::map<std::string, const Invoer*> op_digest;
  for (const Invoer& s : volgorde) op_digest[s.digest] = &s;
  const std::map<std::string, std::string> plaats = plaatsen(volgorde, vervangen);
  std::map<std::string, const Invoer*> op_plaats;
  for (const auto& p : plaats) op_plaats[p.second] = op_digest.at(p.first);
  for (const Invoer& s : volgorde) {
    if (const auto staat = op_plaats.find(s.digest); staat != op_plaats.end()) {
      vouwer.verwerk(*staat->second, s.digest);
    }
    const auto door = vervangen.find(s.digest);
    if (door != vervangen.end()) vouwer.bewaar_stemmen(s);
    vouwer.noteer(s, door == vervangen.end() ? std::string() : door->second);
  }
  vouwer.sluit_af();
  if (!vervangen.empty()) onthoud_eerder(d, volgorde, plaats, voorouders, regie, beleid);
  return d;
}

std::optional<Datum> Dossier::overleden_op() const {
  for (const Betrokkene& b : betrokkenen) {
    if (!b.relatie && b.overleden_op) return b.overleden_op;
  }
  return std::nullopt;
}

const CasusRegisseur* Dossier::regisseur(std::string_view gebruiker, Datum dag) const {
  const auto it = std::find_if(regisseurs.begin(), regisseurs.end(), [&](const CasusRegisseur& r) {
    return r.gebruiker == gebruiker && !(r.tot && *r.tot < dag);
  });
  return it == regisseurs.end() ? nullptr : &*it;
}

bool Dossier::regisseert(std::string_view gebruiker, Datum dag) const {
  return !had_regisseur || regisseur(gebruiker, dag) != nullptr;
}

const Betrokkene* Dossier::betrokkene(std::string_view id) const {
  const auto it =
      std::find_if(betrokkenen.begin(), betrokkenen.end(), [&](const Betrokkene& b) { return b.id == id; });
  return it == betrokkenen.end() ? nullptr : &*it;
}

const Interventie* Dossier::interventie(std::string_view id) const {
  const auto it = std::find_if(interventies.begin(), interventies.end(),
                               [&](const Interventie& i) { return i.velden.id == id; });
  return it == interventies.end() ? nullptr : &*it;
}

const Voorwaarde* Dossier::voorwaarde(std::string_view id) const {
  const auto it =
      std::find_if(voorwaarden.begin(), voorwaarden.end(), [&](const Voorwaarde& v) { return v.velden.id == id; });
  return it == voorwaarden.end() ? nullptr : &*it;
}

const Actie* Dossier::actie(std::string_view id) const {
  const auto it = std::find_if(acties.begin(), acties.end(), [&](const Actie& a) { return a.velden.id == id; });
  return it == acties.end() ? nullptr : &*it;
}

const AdviesStand* Dossier::advies(std::string_view id) const {
  const auto it = std::find_if(adviezen.begin(), adviezen.end(), [&](const AdviesStand& a) { return a.id == id; });
  return it == adviezen.end() ? nullptr : &*it;
}

std::string Dossier::nieuwste(const std::string& digest) const {
  std::string uit = digest;
  std::set<std::string> gezien;  // digests cannot go round, but what is read here may be anything
  for (const StukRegel* s = stuk(uit); s != nullptr && !s->vervangen_door.empty() && gezien.insert(uit).second;
       s = stuk(uit)) {
    uit = s->vervangen_door;
  }
  return uit;
}

const StukRegel* Dossier::stuk(std::string_view digest) const {
  const auto it =
      std::find_if(stukken.begin(), stukken.end(), [&](const StukRegel& s) { return s.digest == digest; });
  return it == stukken.end() ? nullptr : &*it;
}

std::string_view procesfase(const Dossier& dossier) {
  switch (dossier.fase) {
    case Fase::melding:
      return "melding";
    case Fase::weging:
    case Fase::aangehouden:
    case Fase::niet_opgenomen:
      return "weging";
    case Fase::opgenomen:
      return dossier.voorstel ? "monitoren & afsluiten" : "casusoverleg";
    case Fase::afgesloten:
      return dossier.afgedaan ? "melding" : "monitoren & afsluiten";
  }
  return {};
}

std::string_view tekst(Fase fase) {
  return fase == Fase::niet_opgenomen ? std::string_view("niet opgenomen") : naam(fase);
}

}  // namespace pga::proces
