// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/beoordelingen.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace pga::kast {
namespace {

constexpr std::string_view kBeoordeling = "beoordeling";

bool heeft_beoordeling(const GeladenDossier& dossier) {
  return std::any_of(dossier.stukken.begin(), dossier.stukken.end(),
                     [](const GeladenStuk& s) { return s.soort == kBeoordeling; });
}

/// All that is in the past of a profiel in `stand`.
std::set<std::string> voor_een_profiel(const GeladenDossier& dossier, const proces::Dossier& stand) {
  std::set<std::string> uit;
  if (!heeft_beoordeling(dossier)) return uit;
  std::map<std::string, const GeladenStuk*> stukken;
  std::vector<std::string> nog;
  for (const GeladenStuk& s : dossier.stukken) {
    stukken[s.stuk.digest] = &s;
    if (s.soort == "profiel" && stand.stuk(s.stuk.digest) != nullptr) {
      nog.insert(nog.end(), s.volgt_op.begin(), s.volgt_op.end());
    }
  }
  while (!nog.empty()) {
    const std::string digest = std::move(nog.back());
    nog.pop_back();
    const auto er = stukken.find(digest);
    if (er == stukken.end() || !uit.insert(digest).second) continue;
    nog.insert(nog.end(), er->second->volgt_op.begin(), er->second->volgt_op.end());
  }
  return uit;
}

}  // namespace

Beoordelingen::Beoordelingen(const GeladenDossier& dossier) : Beoordelingen(dossier, dossier.dossier) {}

Beoordelingen::Beoordelingen(const GeladenDossier& dossier, const proces::Dossier& stand)
    : beoordeeld_(voor_een_profiel(dossier, stand)), afgeschermd_(stand.afgeschermd) {}

Beoordelingen Beoordelingen::na_oordeel(const GeladenDossier& dossier) {
  Beoordelingen uit(dossier);
  for (const GeladenStuk& s : dossier.stukken) uit.beoordeeld_.insert(s.stuk.digest);
  return uit;
}

bool Beoordelingen::opent_van(const Gerechtigde& wie, const GebruikerId& door, bool voor_allen,
                              Compartiment c) const {
  const bool mag = bevat(wie.compartimenten, c);
  if (!eigen_sleutel(kBeoordeling, c)) return mag;
  if (!afgeschermd_ && wie.gebruiker->id == door) return true;
  return mag && (afgeschermd_ || voor_allen || wie.ziet_beoordelingen);
}

bool Beoordelingen::opent(const Gerechtigde& wie, const GeladenStuk& stuk, Compartiment c) const {
  if (stuk.soort != kBeoordeling) return bevat(wie.compartimenten, c);
  const bool voor_allen = !stuk.apart || beoordeeld_.count(stuk.stuk.digest) != 0;
  return opent_van(wie, stuk.stuk.kop.door, voor_allen, c);
}

bool Beoordelingen::opent_nieuwe(const Gerechtigde& wie, const GebruikerId& door, bool apart,
                                 Compartiment c) const {
  return opent_van(wie, door, !apart, c);
}

}  // namespace pga::kast
