// SPDX-License-Identifier: EUPL-1.2
//
// Canonical base64 (standard alphabet): what decodes, encodes back to the same text. Line ends, blanks, unused
// bits that are not zero and wrong padding are refused. Inside lib/seal only; nothing secret passes through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pga::seal {

enum class Padding { none, required };

/// Appends the encoding to `out`.
void base64_append(std::string& out, std::span<const std::uint8_t> bytes, Padding padding);

/// Decodes into `out`, which must have room for three bytes for every four signs begun. The number of bytes, or
/// nothing.
[[nodiscard]] std::optional<std::size_t> base64_decode(std::string_view text, Padding padding,
                                                       std::span<std::uint8_t> out);

/// Decodes a text that must hold exactly `out.size()` bytes.
[[nodiscard]] bool base64_decode_exact(std::string_view text, Padding padding, std::span<std::uint8_t> out);

}  // namespace pga::seal
