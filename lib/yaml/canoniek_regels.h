// SPDX-License-Identifier: EUPL-1.2
//
// The rules that the canonical writer and reader share, so that they cannot differ.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/yaml/utf8.h"

namespace pga::yaml::regels {

inline constexpr std::size_t kMaxNaam = 128;

[[nodiscard]] constexpr bool is_naamteken(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

/// `null` as a name is no text to other YAML readers.
[[nodiscard]] inline bool is_naam(std::string_view naam) {
  return !naam.empty() && naam.size() <= kMaxNaam && naam != "null" &&
         std::all_of(naam.begin(), naam.end(), is_naamteken);
}

/// What stands as \uHHHH in a text (the two of them that have a letter of their own, \n and \t, included).
[[nodiscard]] constexpr bool is_geescapet(char32_t p) {
  return is_stuurteken(p) || is_regelscheider(p) || p == 0xFEFF || is_bidi(p);
}

/// The place in `velden` of the first field whose name an earlier one has; their number when all differ.
[[nodiscard]] inline std::size_t eerste_dubbele(const Waarde::Kaart& velden) {
  if (velden.size() <= 16) {
    for (std::size_t j = 1; j < velden.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (velden[i].naam == velden[j].naam) return j;
      }
    }
    return velden.size();
  }
  std::vector<std::size_t> volgorde(velden.size());
  for (std::size_t i = 0; i < volgorde.size(); ++i) volgorde[i] = i;
  std::stable_sort(volgorde.begin(), volgorde.end(),
                   [&](std::size_t a, std::size_t b) { return velden[a].naam < velden[b].naam; });
  std::size_t eerste = velden.size();
  for (std::size_t k = 1; k < volgorde.size(); ++k) {
    if (velden[volgorde[k - 1]].naam == velden[volgorde[k]].naam) eerste = std::min(eerste, volgorde[k]);
  }
  return eerste;
}

}  // namespace pga::yaml::regels
