// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/leest.h"

#include <algorithm>

#include "lib/kast/toegangsoverzicht.h"

namespace pga::test {

std::string als_tekst(const Vakken& vakken) {
  std::string uit;
  for (const std::string& v : vakken) uit += v + " ";
  return uit;
}

PerStuk opent(const ProefKast& k, const std::string& nummer, const std::string& id, const std::string& identiteit) {
  kast::Lezer lezer;
  lezer.identiteiten.push_back(k.identiteiten.at(identiteit).clone());
  lezer.id = GebruikerId::lees(id);
  PerStuk uit;
  const kast::GeladenDossier d = kast::laad(k.open(), *Nummer::lees(nummer), lezer, kast::Diepte::alles);
  for (const kast::GeladenStuk& s : d.stukken) {
    Vakken& vakken = uit[s.stuk.digest];
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) vakken.insert(std::string(naam(c)));
    }
  }
  return uit;
}

std::map<std::string, PerStuk> mag(const ProefKast& k, const kast::GeladenDossier& dossier, Datum dag) {
  const kast::Kast kast = k.open();
  std::map<std::string, PerStuk> uit;
  for (const kast::GeladenStuk& s : dossier.stukken) {
    const kast::Toegangsoverzicht o = kast::toegangsoverzicht(kast, dossier, dag, s.stuk.digest);
    for (const kast::Leesrecht& r : o.lezers) {
      if (!r.sleutel_hier) continue;
      Vakken& vakken = uit[r.wie->id.tekst()][s.stuk.digest];
      for (const Compartiment c : r.opent) vakken.insert(std::string(naam(c)));
    }
  }
  return uit;
}

bool is_gelijk(const PerStuk& a, const PerStuk& b) { return bevat_alles(a, b) && bevat_alles(b, a); }

bool bevat_alles(const PerStuk& groot, const PerStuk& klein) {
  return std::all_of(klein.begin(), klein.end(), [&](const auto& rij) {
    const auto er = groot.find(rij.first);
    if (er == groot.end()) return rij.second.empty();
    return std::includes(er->second.begin(), er->second.end(), rij.second.begin(), rij.second.end());
  });
}

}  // namespace pga::test
