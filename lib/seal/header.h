// SPDX-License-Identifier: EUPL-1.2
//
// The header of a binary age file as bytes: version line, stanzas, MAC. Knows no cryptography. A parsed header
// points into the file, which must outlive it. Inside lib/seal only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pga::seal {

inline constexpr std::string_view kVersionLine = "age-encryption.org/v1\n";
inline constexpr std::string_view kFooterMark = "---";

struct Stanza {
  std::vector<std::string_view> args;  // at least one, the type
  std::string body;                    // decoded

  [[nodiscard]] std::string_view type() const { return args.front(); }
};

struct Header {
  std::vector<Stanza> stanzas;  // at least one
  std::string_view maced;       // the bytes under the MAC: up to and including "---"
  std::array<std::uint8_t, 32> mac{};
  std::size_t size = 0;  // where the payload begins
};

/// Throws AgeError(header) for every departure from the specification.
[[nodiscard]] Header parse_header(std::string_view file);

/// The bytes of one stanza: "-> " arguments, the body in lines of 64 signs.
[[nodiscard]] std::string write_stanza(std::string_view args, std::string_view body);

/// Throws AgeError(header) with a Dutch message that ends in `detail`.
[[noreturn]] void refuse_header(std::string_view detail);

}  // namespace pga::seal
