// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/nabij.h"

#include <algorithm>
#include <array>

namespace pga {
namespace {

char klein(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment distance: insert, delete, replace, swap two neighbours.
std::size_t afstand(std::string_view a, std::string_view b) {
  std::array<std::vector<std::size_t>, 3> rijen;
  for (auto& rij : rijen) rij.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rijen[1][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t>& nu = rijen[2];
    nu[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool gelijk = klein(a[i - 1]) == klein(b[j - 1]);
      nu[j] = std::min({rijen[1][j] + 1, nu[j - 1] + 1, rijen[1][j - 1] + (gelijk ? 0U : 1U)});
      const bool verwisseld =
          i > 1 && j > 1 && klein(a[i - 1]) == klein(b[j - 2]) && klein(a[i - 2]) == klein(b[j - 1]);
      if (verwisseld) nu[j] = std::min(nu[j], rijen[0][j - 2] + 1);
    }
    std::rotate(rijen.begin(), rijen.begin() + 1, rijen.end());
  }
  return rijen[1][b.size()];
}

/// Hyphens are no letters: "--sj" begins too much.
bool lang_genoeg(std::string_view begin) {
  return std::count_if(begin.begin(), begin.end(), [](char c) { return c != '-' && c != '_'; }) >= 3;
}

std::string begint_met(std::string_view begin, const std::vector<std::string>& kandidaten) {
  std::string beste;
  if (!lang_genoeg(begin)) return beste;
  for (const std::string& k : kandidaten) {
    const bool past = k.size() >= begin.size() && std::equal(begin.begin(), begin.end(), k.begin(),
                                                             [](char a, char b) { return klein(a) == klein(b); });
    if (past && (beste.empty() || k.size() < beste.size())) beste = k;
  }
  return beste;
}

}  // namespace

std::string nabij(std::string_view woord, const std::vector<std::string>& kandidaten) {
  if (woord.size() > 64) return {};
  std::string beste;
  std::size_t grens = std::min<std::size_t>(3, std::max<std::size_t>(1, (woord.size() + 1) / 3)) + 1;
  for (const std::string& kandidaat : kandidaten) {
    const std::size_t d = afstand(woord, kandidaat);
    if (d < grens) {
      grens = d;
      beste = kandidaat;
    }
  }
  // Else what begins the same; a plural may differ in its last letters (signaal, signalen).
  for (std::size_t weg = 0; beste.empty() && weg <= 2 && (weg == 0 || woord.size() >= weg + 5); ++weg) {
    beste = begint_met(woord.substr(0, woord.size() - weg), kandidaten);
  }
  return beste;
}

}  // namespace pga
