// SPDX-License-Identifier: EUPL-1.2
//
// HKDF with SHA-256 (RFC 5869), one block of output: libsodium 1.0.18 has none. Inside lib/seal only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pga::seal {

/// Extract and expand. An empty salt counts as 32 zero bytes, as the RFC says.
void hkdf_sha256(std::span<const std::uint8_t> key_material, std::span<const std::uint8_t> salt,
                 std::string_view info, std::span<std::uint8_t, 32> out);

}  // namespace pga::seal
