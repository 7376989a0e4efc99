// SPDX-License-Identifier: EUPL-1.2
//
// Bech32 (BIP 173) of 32 bytes, as age writes keys. The case of the prefix is the case of the whole text, and
// mixed case is refused. Inside lib/seal only; keeps no copy of what passes through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pga::seal {

/// The length of the text: prefix, "1", 52 signs of data, 6 of checksum.
[[nodiscard]] constexpr std::size_t bech32_size(std::string_view prefix) { return prefix.size() + 59; }

/// `out` holds bech32_size(prefix) signs.
void bech32_encode(std::string_view prefix, std::span<const std::uint8_t, 32> bytes, std::span<char> out);

/// False unless `text` is exactly what bech32_encode would write for some 32 bytes.
[[nodiscard]] bool bech32_decode(std::string_view text, std::string_view prefix, std::span<std::uint8_t, 32> out);

}  // namespace pga::seal
