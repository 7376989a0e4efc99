// SPDX-License-Identifier: EUPL-1.2
//
// STREAM: the payload of an age file after its nonce, in chunks of 64 KiB of ChaCha20-Poly1305. Inside lib/seal
// only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lib/seal/secret.h"

namespace pga::seal {

inline constexpr std::size_t kChunk = 65536;
inline constexpr std::size_t kChunkTag = 16;

/// One chunk, number `index` from 0: `to` gets the bytes of `part` and kChunkTag more.
void stream_seal_chunk(std::uint8_t* to, std::string_view part, std::uint64_t index, bool last,
                       std::span<const std::uint8_t, 32> key);

/// The reverse; `part` with its tag. False when it does not authenticate as that chunk.
[[nodiscard]] bool stream_open_chunk(std::uint8_t* to, std::string_view part, std::uint64_t index, bool last,
                                     std::span<const std::uint8_t, 32> key);

/// Appends the chunks of `plaintext` to `out`.
void stream_seal(std::string& out, std::string_view plaintext, std::span<const std::uint8_t, 32> key);

/// Throws AgeError(payload) unless every chunk authenticates, the last one is marked so, and nothing follows.
[[nodiscard]] SecretBytes stream_open(std::string_view chunks, std::span<const std::uint8_t, 32> key);

}  // namespace pga::seal
