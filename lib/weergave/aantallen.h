// SPDX-License-Identifier: EUPL-1.2
//
// The totals of dossiers that were anonymised, as they may be shown: rounded down to a ten, and of fewer than ten
// nothing but that.
#pragma once

#include <string>
#include <vector>

#include "lib/proces/aantallen.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct AantallenBlad {
  proces::Aantallen som;
  std::vector<std::string> dicht{};  // gebruikers whose totals are not among them
  int dubbel = 0;                    // dossiers counted in two clones
  bool naast_elkaar = false;         // a dossier may be missed
};

[[nodiscard]] std::string aantallen_tekst(const AantallenBlad& blad, const Stijl& stijl);

/// {"totaal", "afloop": {woord: aantal}, "looptijd", "bericht", "volledig", "dicht": [gebruiker], "dubbel",
/// "naast_elkaar"}, with a line end. A number is rounded down to a ten; null below ten; the three questions are
/// null when the total is.
[[nodiscard]] std::string aantallen_json(const AantallenBlad& blad);

/// What one dossier adds, in words: "niet opgenomen, liep ten hoogste een half jaar, bericht niet verzonden".
[[nodiscard]] std::string kenmerken_tekst(const proces::Kenmerken& kenmerken);

}  // namespace pga::weergave
