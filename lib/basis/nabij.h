// SPDX-License-Identifier: EUPL-1.2
//
// The nearest spelling: "bedoelde u …?".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pga {

/// The candidate nearest to `woord` by edit distance with transpositions, case aside; else the shortest that begins
/// with it, from three letters on, or with all of it but the last one or two, from five letters on; empty when none
/// is near enough to be meant (at most a third of the letters wrong, and never more than three).
[[nodiscard]] std::string nabij(std::string_view woord, const std::vector<std::string>& kandidaten);

}  // namespace pga
