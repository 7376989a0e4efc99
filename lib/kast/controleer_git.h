// SPDX-License-Identifier: EUPL-1.2
//
// What git says of a kast: the rules that keep stukken as they are and keys out, what it tracks that is gone or
// changed, and what it should not track. Changes nothing. Only controleer.cpp uses it.
#pragma once

#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/vernietig.h"

namespace pga::kast {

/// What is said of a file that is gone, or not as git has it.
inline constexpr std::string_view kWegUitGit = "git kent dit bestand, maar het is weg";
inline constexpr std::string_view kVeranderdInGit = "dit bestand is veranderd sinds het in git kwam";

/// What is missing of a dossier whose destruction began is not lost, as far as `bewijzen` say so.
[[nodiscard]] std::vector<Bevinding> controleer_git(const Kast& kast, const Bewijzen& bewijzen);

}  // namespace pga::kast
