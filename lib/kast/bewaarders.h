// SPDX-License-Identifier: EUPL-1.2
//
// Who keep closed cases: those whose role opens what is shielded (art. 6 lid 3 Wet PGA).
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/kast/beheer.h"

namespace pga::kast {

/// The gebruikers with the role contactpunt or rechtmatigheid and a key in force on that day. Empty: the regisseurs
/// stand in for them (gerechtigden() of toegang.h).
[[nodiscard]] std::vector<const Gebruiker*> bewaarders(const BeheerVersie& beheer, Datum dag);

}  // namespace pga::kast
