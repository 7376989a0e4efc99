// SPDX-License-Identifier: EUPL-1.2
//
// How long a term is: by the law, or by policy, which may only be stricter. Never lengthens what the law fixes.
#pragma once

#include <string_view>

#include "lib/termijn/duur.h"
#include "lib/termijn/regels.h"
#include "lib/termijn/termijn.h"

namespace pga::termijn {

/// How long a term of that rule is: by the law, or by policy where the law leaves it open or where policy is
/// stricter.
[[nodiscard]] Duur geldende_duur(const Regel& regel, const Beleid& beleid);

/// Whether policy may set this length for a rule of that id: only a term that the law fixes, not longer than the
/// law has it on whatever day it starts, and in hours only and always where the law counts in hours. Where the law
/// has two lengths (the first audit, and the later ones) it counts for what it shortens.
[[nodiscard]] bool mag_beleid(std::string_view regel, Duur duur);

}  // namespace pga::termijn
