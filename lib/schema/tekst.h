// SPDX-License-Identifier: EUPL-1.2
//
// Pieces of text for the messages and templates of this layer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"

namespace pga::schema {

/// Code points, one wchar_t each. Bytes that are no UTF-8 come out as U+FFFD.
[[nodiscard]] std::wstring breed(std::string_view tekst);

/// Number of code points.
[[nodiscard]] std::size_t lengte(std::string_view tekst);

/// Columns on a terminal.
[[nodiscard]] std::size_t breedte(std::string_view tekst);

/// A value as a message shows it: text between quotes on one line, elided after 60 code points.
[[nodiscard]] std::string toon(const Waarde& waarde);

/// "a", "a of b", "a, b of c"; with another last word "a en b".
[[nodiscard]] std::string opsomming(const std::vector<std::string>& woorden, std::string_view laatste = "of");

/// `tekst` in lines of at most `kolommen` columns, broken at spaces; a longer word stands alone.
[[nodiscard]] std::vector<std::string> breek_af(std::string_view tekst, std::size_t kolommen);

}  // namespace pga::schema
