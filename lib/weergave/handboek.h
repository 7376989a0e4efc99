// SPDX-License-Identifier: EUPL-1.2
//
// The parts of manual pages that come from tables of the code, in the macros of man(7): a page that is written by
// hand would not follow them. The pages themselves are in man/; a test holds them to this.
#pragma once

#include <string>
#include <vector>

#include "lib/proces/uitleg.h"
#include "lib/termijn/regels.h"

namespace pga::weergave {

/// Of pga-recht(7): what the law asks, a section a point.
[[nodiscard]] std::string recht_man(const std::vector<proces::Uitleg>& alle);

/// Of pga-termijnen(7): the rules, with the lengths of the policy that holds where a gemeente says nothing.
[[nodiscard]] std::string regels_man(const std::vector<termijn::Regel>& regels);

}  // namespace pga::weergave
