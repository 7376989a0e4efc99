// SPDX-License-Identifier: EUPL-1.2
//
// Key files that lie here and should not, and gebruikers who hold more than they may read. Found, never destroyed
// here: vernieuw.h and whoever writes next do that.
//
// Cannot see: a copy that somebody kept elsewhere.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"

namespace pga::kast {

/// What somebody could read who can no longer.
[[nodiscard]] std::vector<Compartiment> verloren(const std::vector<Gerechtigde>& voorheen,
                                                 const std::vector<Gerechtigde>& nu);

/// Of each gebruiker the compartments whose keys they still hold, and may not read: a later decision gives less, or
/// the day until which one gave more than their role has passed.
using Teveel = std::map<std::string, std::set<Compartiment>>;
[[nodiscard]] Teveel nog_te_veel(const Kast& kast, const GeladenDossier& dossier,
                                 const std::vector<Gerechtigde>& houders, Datum dag);

/// The key files that a stuk says were destroyed, and that lie here all the same: a command was killed, or an old
/// copy of sleutels/ was put back. Not those that alone open a stuk from before a destruction, as long as that was
/// not sealed again (achtergebleven.h). Also files with public keys from before the dossier was sealed again, and
/// of the dossier gemeente those of totals that later ones hold.
[[nodiscard]] std::vector<Pad> teruggekomen(const Kast& kast, const GeladenDossier& dossier);

/// The key files here of gebruikers who could read the dossier until a day that has passed.
[[nodiscard]] std::vector<SleutelBestand> verlopen_sleutels(const Kast& kast, const GeladenDossier& dossier,
                                                            Datum dag);

/// The gebruikers of whom a key file is here that may open more than they may read on that day: who may read
/// nothing any more; of whom a decision gives less and the new keys have not come; who kept a closed case that
/// somebody else keeps by now, or got more of it in another place (bewaring.h); and of whom a file should have been
/// destroyed.
[[nodiscard]] std::set<std::string> houdt_te_veel(const Kast& kast, const GeladenDossier& dossier, Datum dag);

/// Whose key files should not all be here: what houdt_te_veel() finds, told apart.
struct Overtollig {
  std::set<std::string> gebruikers{};  // who open more than they may, but for what came back
  std::set<Pad> bestanden{};           // what came back
  /// Whether that file is to go.
  [[nodiscard]] bool gaat(const SleutelBestand& s) const {
    return gebruikers.count(s.gebruiker) != 0 || bestanden.count(s.pad) != 0;
  }
};
[[nodiscard]] Overtollig overtollige(const Kast& kast, const GeladenDossier& dossier, Datum dag);

/// The key files here of gebruikers who may read nothing of the dossier on that day.
[[nodiscard]] std::vector<SleutelBestand> zonder_recht(const Kast& kast, const GeladenDossier& dossier, Datum dag);

}  // namespace pga::kast
