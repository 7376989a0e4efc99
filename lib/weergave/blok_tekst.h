// SPDX-License-Identifier: EUPL-1.2
//
// A tree of Blokken as indented, wrapped text; private to this layer.
#pragma once

#include <string>
#include <vector>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A line or more for each; items of a list begin with "- ". All text is made harmless.
[[nodiscard]] std::string blok_tekst(const std::vector<Blok>& lijst, const Stijl& stijl,
                                     const std::string& inspring);

/// With a list of words drawn together: "signalen: s1, s2".
[[nodiscard]] Blok samen(const Blok& blok);

}  // namespace pga::weergave
