// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/uiteen.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lib/kast/sleutels.h"
#include "lib/proces/woorden.h"

namespace pga::kast {
namespace {

using Verleden = std::vector<bool>;  // by place in the order of the fold

bool kondigt_aan(const GeladenStuk& s) { return s.soort == "toegang" && s.inhoud.vind("sleutels") != nullptr; }

/// All keys new, and key files destroyed of others than whose access it ends: what stands in their place is what
/// the decisions say. Without that whoever held too much keeps it.
bool herstelt(const GeladenStuk& s) {
  if (!kondigt_aan(s) || s.inhoud.vind("sleutels")->velden().size() != kCompartimenten.size()) return false;
  const std::string einde = s.inhoud.tekst_van("gebruiker");
  const Waarde::Lijst& weg = s.inhoud.items_van("vernietigd");
  return std::any_of(weg.begin(), weg.end(), [&](const Waarde& naam) {
    return naam.is_tekst() && gebruiker_van(Pad(naam.tekst())) != einde;
  });
}

/// Whether key files went to somebody with it, or were destroyed.
bool raakt_toegang(const GeladenStuk& s) {
  if (s.soort == "toegang" || s.soort == "beoordeling" || s.soort == "profiel") return true;
  const bool besluit = s.soort == "weging" || s.soort == "deelname" || s.soort == "lopend";
  return besluit && !s.inhoud.items_van("deelnemers").empty();
}

std::vector<Verleden> verleden_van(const GeladenDossier& dossier) {
  const std::size_t n = dossier.stukken.size();
  std::map<std::string, std::size_t> plaats;
  std::vector<Verleden> uit(n, Verleden(n, false));
  for (std::size_t i = 0; i < n; ++i) {
    for (const std::string& v : dossier.stukken[i].volgt_op) {
      const auto er = plaats.find(v);
      if (er == plaats.end()) continue;
      uit[i][er->second] = true;
      for (std::size_t j = 0; j < n; ++j) uit[i][j] = uit[i][j] || uit[er->second][j];
    }
    plaats[dossier.stukken[i].stuk.digest] = i;
  }
  return uit;
}

bool liep_uiteen(const GeladenDossier& dossier) {
  return dossier.koppen.size() > 1 || std::any_of(dossier.stukken.begin(), dossier.stukken.end(),
                                                  [](const GeladenStuk& s) { return s.volgt_op.size() > 1; });
}

/// What the decision in a stuk opens, by gebruiker.
std::map<std::string, std::set<Compartiment>> besluit_in(const GeladenStuk& s) {
  std::map<std::string, std::set<Compartiment>> uit;
  if (s.soort == "toegang" || !raakt_toegang(s)) return uit;
  for (const Waarde& d : s.inhoud.items_van("deelnemers")) {
    std::set<Compartiment>& vakken = uit[d.tekst_van("gebruiker")];
    vakken = {Compartiment::termijnen};
    for (const Waarde& w : d.items_van("compartimenten")) {
      if (const auto c = w.is_tekst() ? compartiment_van(w.tekst()) : std::nullopt) vakken.insert(*c);
    }
  }
  return uit;
}

/// Whom the stuk makes regisseur of a case whose keys they did not hold by role; empty: nobody.
std::string nieuwe_regisseur(const GeladenStuk& s) {
  if (s.soort != "toegang") return {};
  const bool aangewezen = s.inhoud.tekst_van("stap") == proces::naam(proces::ToegangStap::aangewezen);
  return aangewezen || s.per_casus ? s.inhoud.tekst_van("aan") : std::string();
}

/// Whether somebody was made regisseur beside a stuk with keys of its own, which they did not get, or beside a
/// decision about them.
bool mist(const GeladenStuk& benoemt, const GeladenStuk& naast) {
  const std::string wie = nieuwe_regisseur(benoemt);
  if (wie.empty()) return false;
  return naast.soort == "beoordeling" || naast.soort == "profiel" || nieuwe_regisseur(naast) == wie ||
         besluit_in(naast).count(wie) != 0;
}

/// Whether the one ends the access of somebody whom a decision beside it lets in, with keys.
bool beeindigt(const GeladenStuk& a, const GeladenStuk& naast) {
  const bool einde =
      a.soort == "toegang" && a.inhoud.tekst_van("stap") == proces::naam(proces::ToegangStap::ingetrokken);
  return einde && besluit_in(naast).count(a.inhoud.tekst_van("gebruiker")) != 0;
}

/// Whether of two that did not know of each other the key files may not be what both say: new keys that the other
/// did not give; a judgment, and somebody let in who was not given what it opened; two decisions about one
/// gebruiker.
bool botst(const GeladenStuk& a, const GeladenStuk& b) {
  if (!raakt_toegang(a) || !raakt_toegang(b)) return false;
  if (kondigt_aan(a) || kondigt_aan(b) || mist(a, b) || mist(b, a)) return true;
  if (beeindigt(a, b) || beeindigt(b, a)) return true;
  const auto in_a = besluit_in(a);
  const auto in_b = besluit_in(b);
  if ((a.soort == "profiel" && !in_b.empty()) || (b.soort == "profiel" && !in_a.empty())) return true;
  return std::any_of(in_a.begin(), in_a.end(), [&](const auto& rij) { return in_b.count(rij.first) != 0; });
}

bool kondigt_aan(const GeladenStuk& s, Compartiment c) {
  return kondigt_aan(s) && s.inhoud.vind("sleutels")->vind(naam(c)) != nullptr;
}

}  // namespace

std::map<std::string, std::set<Compartiment>> versmald(const GeladenDossier& dossier) {
  const std::vector<GeladenStuk>& s = dossier.stukken;
  std::vector<std::map<std::string, std::set<Compartiment>>> besluiten;
  std::size_t aantal = 0;
  for (const GeladenStuk& stuk : s) {
    besluiten.push_back(besluit_in(stuk));
    if (!besluiten.back().empty()) ++aantal;
  }
  std::map<std::string, std::set<Compartiment>> uit;
  if (aantal < 2) return uit;
  const std::vector<Verleden> verleden = verleden_van(dossier);
  const auto vernieuwd_na = [&](std::size_t b, Compartiment c) {
    for (std::size_t m = 0; m < s.size(); ++m) {
      if (verleden[m][b] && kondigt_aan(s[m], c)) return true;
    }
    return false;
  };
  for (std::size_t b = 0; b < s.size(); ++b) {
    for (const auto& [wie, nu] : besluiten[b]) {
      for (std::size_t a = 0; a < s.size(); ++a) {
        const auto eerder = besluiten[a].find(wie);
        if (!verleden[b][a] || eerder == besluiten[a].end()) continue;
        for (const Compartiment c : eerder->second) {
          if (nu.count(c) == 0 && !vernieuwd_na(b, c)) uit[wie].insert(c);
        }
      }
    }
  }
  return uit;
}

bool toegang_uiteen(const GeladenDossier& dossier) {
  if (!liep_uiteen(dossier)) return false;
  const std::vector<GeladenStuk>& s = dossier.stukken;
  const std::vector<Verleden> verleden = verleden_van(dossier);
  const auto hersteld = [&](std::size_t a, std::size_t b) {
    for (std::size_t m = 0; m < s.size(); ++m) {
      if (verleden[m][a] && verleden[m][b] && herstelt(s[m])) return true;
    }
    return false;
  };
  for (std::size_t a = 0; a < s.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const bool naast_elkaar = !verleden[a][b] && !verleden[b][a];
      if (naast_elkaar && botst(s[a], s[b]) && !hersteld(a, b)) return true;
    }
  }
  return false;
}

}  // namespace pga::kast
