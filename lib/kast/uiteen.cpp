// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/uiteen.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pga::kast {
namespace {

using Verleden = std::vector<bool>;  // by place in the order of the fold

bool kondigt_aan(const GeladenStuk& s) { return s.soort == "toegang" && s.inhoud.vind("sleutels") != nullptr; }

bool kondigt_alles_aan(const GeladenStuk& s) {
  const Waarde* sleutels = s.soort == "toegang" ? s.inhoud.vind("sleutels") : nullptr;
  return sleutels != nullptr && sleutels->velden().size() == kCompartimenten.size();
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
  return dossier.koppen.size() > 1 ||
         std::any_of(dossier.stukken.begin(), dossier.stukken.end(),
                     [](const GeladenStuk& s) { return s.volgt_op.size() > 1; });
}

}  // namespace

bool toegang_uiteen(const GeladenDossier& dossier) {
  if (!liep_uiteen(dossier)) return false;
  const std::vector<GeladenStuk>& s = dossier.stukken;
  const std::vector<Verleden> verleden = verleden_van(dossier);
  const auto hersteld = [&](std::size_t a, std::size_t b) {
    for (std::size_t m = 0; m < s.size(); ++m) {
      if (verleden[m][a] && verleden[m][b] && kondigt_alles_aan(s[m])) return true;
    }
    return false;
  };
  for (std::size_t a = 0; a < s.size(); ++a) {
    if (!kondigt_aan(s[a])) continue;
    for (std::size_t b = 0; b < s.size(); ++b) {
      const bool naast_elkaar = a != b && !verleden[a][b] && !verleden[b][a];
      if (naast_elkaar && raakt_toegang(s[b]) && !hersteld(a, b)) return true;
    }
  }
  return false;
}

}  // namespace pga::kast
