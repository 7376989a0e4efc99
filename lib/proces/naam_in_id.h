// SPDX-License-Identifier: EUPL-1.2
//
// An id can be read by those who may not see the name, so it must not tell it.
#pragma once

#include <string>
#include <string_view>

namespace pga::proces {

/// Lower case without accents; what is no letter becomes a space, so that words can be compared.
[[nodiscard]] std::string kaal(std::string_view tekst);

/// Whether the id holds a word of three letters or more of the name, case and accents aside.
[[nodiscard]] bool noemt(std::string_view id, std::string_view naam);

}  // namespace pga::proces
