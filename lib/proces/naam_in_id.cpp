// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/naam_in_id.h"

#include <algorithm>
#include <string>

namespace pga::proces {
namespace {

constexpr std::size_t kKortste = 3;  // letters of a word that counts

/// U+00C0 to U+017F without their accents; a point is no letter.
constexpr std::string_view kZonderAccent =
    "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllll."
    ".llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

bool letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string kaal(std::string_view tekst) {
  std::string uit;
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    const auto een = static_cast<unsigned char>(tekst[i]);
    char c = tekst[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (een >= 0xC3 && een <= 0xC5 && i + 1 < tekst.size()) {
      const auto twee = static_cast<unsigned char>(tekst[++i]);
      c = kZonderAccent[(een - 0xC3U) * 64U + (twee & 0x3FU)];
    }
    uit += letter(c) ? c : ' ';
  }
  return uit;
}

bool noemt(std::string_view id, std::string_view naam) {
  std::string klein = kaal(id);
  klein.erase(std::remove(klein.begin(), klein.end(), ' '), klein.end());
  const std::string woorden = kaal(naam) + ' ';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < woorden.size(); ++i) {
    if (woorden[i] != ' ') continue;
    const std::string woord = woorden.substr(begin, i - begin);
    begin = i + 1;
    if (woord.size() >= kKortste && klein.find(woord) != std::string::npos) return true;
  }
  return false;
}

}  // namespace pga::proces
