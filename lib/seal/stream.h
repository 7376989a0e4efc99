// SPDX-License-Identifier: EUPL-1.2
//
// STREAM: the payload of an age file after its nonce, in chunks of 64 KiB of ChaCha20-Poly1305. Inside lib/seal
// only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lib/seal/secret.h"

namespace pga::seal {

/// Appends the chunks of `plaintext` to `out`.
void stream_seal(std::string& out, std::string_view plaintext, std::span<const std::uint8_t, 32> key);

/// Throws AgeError(payload) unless every chunk authenticates, the last one is marked so, and nothing follows.
[[nodiscard]] SecretBytes stream_open(std::string_view chunks, std::span<const std::uint8_t, 32> key);

}  // namespace pga::seal
