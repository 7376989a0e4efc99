// SPDX-License-Identifier: EUPL-1.2
//
// Keys that are there for the time being. Whoever opens a dossier makes its keys, and that may be somebody who
// cannot read it: a meldpunt, a deelnemer; of one compartment, the weegploeg. Whoever writes next replaces what
// another made who may not read it, and keys that two announced side by side, with a stuk of the soort toegang
// before their own.
//
// Promises: who may not read a compartment, and kept the key that they made for it, opens with it what they wrote
// themselves, and nothing that another wrote after it. Nothing is refused for it, and nothing becomes unreadable:
// the old keys stay with those who hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/namen.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// Whether these roles open each compartment of such a dossier without a decision.
[[nodiscard]] bool is_lezer_van_alles(const Nummer& nummer, const std::vector<std::string>& rollen);

/// Whether somebody with these roles may replace such keys: whoever may sign more than what opens a dossier.
[[nodiscard]] bool mag_sleutels_wisselen(const std::vector<std::string>& rollen);

/// Whether the stuk announces new keys and does nothing else to access.
[[nodiscard]] bool is_sleutelwissel(const GeladenStuk& s);

/// Whether a key that `maker` announced is one that `schrijver` is to replace: made by another, who may not read
/// what it seals.
[[nodiscard]] bool is_voorlopig_voor(const Nummer& nummer, const GeladenStuk& maker, Compartiment c,
                                     const GebruikerId& schrijver);

/// The compartments whose keys this reader replaces with the next stuk: those, and where two keys were announced
/// side by side, for the one that counts may be held by somebody whose access the other ended. `rollen`: with which
/// the reader works in this case (toegang.h).
[[nodiscard]] std::vector<Compartiment> te_vervangen(const GeladenDossier& dossier, const Lezer& lezer,
                                                     const std::vector<std::string>& rollen);

/// Who made the keys that seal the dossier now, when that is somebody who may read nothing of it by role.
[[nodiscard]] std::optional<GebruikerId> gemaakt_door_buitenstaander(const GeladenDossier& dossier);

}  // namespace pga::kast
