// SPDX-License-Identifier: EUPL-1.2
//
// The templates in brieven/, compiled in; private to this layer.
#pragma once

#include <string_view>
#include <vector>

namespace pga::weergave {

struct IngebouwdeBrief {
  std::string_view naam;
  std::string_view tekst;
};

[[nodiscard]] const std::vector<IngebouwdeBrief>& ingebouwde_brieven();

}  // namespace pga::weergave
