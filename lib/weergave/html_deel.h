// SPDX-License-Identifier: EUPL-1.2
//
// Rows, tables and labelled trees as parts of a page. What comes in is text unless it is called markup; private to
// this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/deel.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A word and what is said of it; rows without a word go with the one above.
[[nodiscard]] std::string html_rijen(const std::vector<DeelRij>& rijen);

/// A table that says on a narrow screen too what is what. `onderschrift`, for who hears it, and `koppen` are text;
/// `rijen` are markup, and the first cell of each is its heading. Empty without rows.
struct HtmlTabel {
  std::string_view onderschrift;
  std::vector<std::string_view> koppen;
  std::vector<std::vector<std::string>> rijen{};
};
[[nodiscard]] std::string html_tabel(const HtmlTabel& tabel);

/// As it stands in a stuk: labels with their text, lists and what is in them.
[[nodiscard]] std::string html_blok(const std::vector<Blok>& blokken);

}  // namespace pga::weergave
