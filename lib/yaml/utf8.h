// SPDX-License-Identifier: EUPL-1.2
//
// UTF-8, one code point at a time, and the classes of code points that the YAML readers and writers treat
// apart. Never changes a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pga::yaml {

/// A decoded code point and its bytes; lengte 0: the bytes there are no valid UTF-8 (overlong forms, surrogates
/// and what lies beyond U+10FFFF included).
struct Teken {
  char32_t punt = 0;
  std::size_t lengte = 0;
};

/// The code point that begins at byte `i`, which must be inside `bytes`.
[[nodiscard]] Teken lees_teken(std::string_view bytes, std::size_t i);

/// Appends the UTF-8 of a code point that is no surrogate and at most U+10FFFF.
void voeg_teken_toe(std::string& uit, char32_t punt);

/// C0, DEL and C1, tab and line feed included.
[[nodiscard]] constexpr bool is_stuurteken(char32_t p) { return p < 0x20 || (p >= 0x7F && p <= 0x9F); }

/// The invisible marks that turn the direction of text: what is shown is then not what is there.
[[nodiscard]] constexpr bool is_bidi(char32_t p) {
  return p == 0x061C || p == 0x200E || p == 0x200F || (p >= 0x202A && p <= 0x202E) || (p >= 0x2066 && p <= 0x2069);
}

/// U+2028 and U+2029: line ends to some readers, ordinary characters to others.
[[nodiscard]] constexpr bool is_regelscheider(char32_t p) { return p == 0x2028 || p == 0x2029; }

/// Code points that Unicode reserves for internal use: they are in no text.
[[nodiscard]] constexpr bool is_nonteken(char32_t p) {
  return (p >= 0xFDD0 && p <= 0xFDEF) || (p & 0xFFFEU) == 0xFFFEU;
}

}  // namespace pga::yaml
