// SPDX-License-Identifier: EUPL-1.2
//
// Leesrecht: what of a running case a gebruiker may open, by role and by the decisions of the three.
//
// Ended access opens nothing, whatever a decision beside it says, and neither does reading along after a handover
// whose last day has passed. Pure; knows no key: that somebody may read does not say that a key was given.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/dossier.h"
#include "lib/proces/rollen.h"

namespace pga::proces {

/// Whether the access of this gebruiker ended, or the day until which they read along has passed.
[[nodiscard]] bool is_buiten(const Dossier& dossier, const std::string& gebruiker, Datum dag);

/// What the decisions of the three open to a gebruiker on that day; says nothing about ended access.
[[nodiscard]] Vakken door_besluit(const Dossier& dossier, const std::string& gebruiker,
                                  const std::vector<std::string>& rollen, Datum dag);

}  // namespace pga::proces
