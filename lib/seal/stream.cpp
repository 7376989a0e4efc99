// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/stream.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "lib/seal/age.h"
#include "lib/seal/bytes.h"

namespace pga::seal {
namespace {

constexpr std::size_t kTag = kChunkTag;
static_assert(kTag == crypto_aead_chacha20poly1305_ietf_ABYTES);

using Nonce = std::array<std::uint8_t, 12>;

/// Eleven bytes of counter, big-endian, and one that marks the last chunk.
Nonce nonce_of(std::uint64_t chunk, bool last) {
  Nonce nonce{};
  for (std::size_t i = 0; i < 8; ++i) nonce[10 - i] = static_cast<std::uint8_t>(chunk >> 8 * i);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

[[noreturn]] void refuse(std::string wat) { throw AgeError(AgeFailure::payload, std::move(wat)); }

}  // namespace

void stream_seal_chunk(std::uint8_t* to, std::string_view part, std::uint64_t index, bool last,
                       std::span<const std::uint8_t, 32> key) {
  const std::span<const std::uint8_t> bytes = bytes_of(part);
  const Nonce nonce = nonce_of(index, last);
  crypto_aead_chacha20poly1305_ietf_encrypt(to, nullptr, bytes.data(), bytes.size(), nullptr, 0, nullptr,
                                            nonce.data(), key.data());
}

bool stream_open_chunk(std::uint8_t* to, std::string_view part, std::uint64_t index, bool last,
                       std::span<const std::uint8_t, 32> key) {
  const std::span<const std::uint8_t> bytes = bytes_of(part);
  const Nonce nonce = nonce_of(index, last);
  return crypto_aead_chacha20poly1305_ietf_decrypt(to, nullptr, nullptr, bytes.data(), bytes.size(), nullptr, 0,
                                                   nonce.data(), key.data()) == 0;
}

void stream_seal(std::string& out, std::string_view plaintext, std::span<const std::uint8_t, 32> key) {
  const std::size_t start = out.size();
  const std::size_t chunks = plaintext.empty() ? 1 : (plaintext.size() + kChunk - 1) / kChunk;
  out.resize(start + plaintext.size() + chunks * kTag);
  auto* to = reinterpret_cast<std::uint8_t*>(out.data()) + start;
  for (std::size_t i = 0; i < chunks; ++i) {
    const std::string_view part = plaintext.substr(i * kChunk, kChunk);
    stream_seal_chunk(to, part, i, i + 1 == chunks, key);
    to += part.size() + kTag;
  }
}

SecretBytes stream_open(std::string_view chunks, std::span<const std::uint8_t, 32> key) {
  const std::size_t count = (chunks.size() + kChunk + kTag - 1) / (kChunk + kTag);
  if (count == 0) refuse("de verzegelde inhoud ontbreekt");
  // Checked before anything is written: a last chunk shorter than its tag would make the room below too small.
  // Only an empty payload has an empty chunk, or one payload would have two forms.
  const std::size_t last_size = chunks.size() - (count - 1) * (kChunk + kTag);
  if (last_size < kTag || (last_size == kTag && count > 1)) refuse("de verzegelde inhoud is afgekapt");
  SecretBytes plaintext(chunks.size() - count * kTag);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view part = chunks.substr(i * (kChunk + kTag), kChunk + kTag);
    if (!stream_open_chunk(plaintext.data() + i * kChunk, part, i, i + 1 == count, key)) {
      refuse("de verzegelde inhoud is veranderd of niet volledig");
    }
  }
  return plaintext;
}

}  // namespace pga::seal
