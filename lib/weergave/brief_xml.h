// SPDX-License-Identifier: EUPL-1.2
//
// What the forms of a letter share; private to this layer.
#pragma once

#include <string>
#include <vector>

#include "lib/weergave/brief_blad.h"

namespace pga::weergave {

/// The lines of a text, still to be escaped: one, unless it is a block of several.
[[nodiscard]] std::vector<std::string> regels_van(const BriefStukje& stukje);

}  // namespace pga::weergave
