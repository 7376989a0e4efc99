// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/hkdf.h"

#include <sodium.h>

#include "lib/seal/bytes.h"

namespace pga::seal {
namespace {

/// HMAC-SHA256 of two parts; its state holds the key, so it is zeroed.
void hmac(std::span<const std::uint8_t> key, std::span<const std::uint8_t> first,
          std::span<const std::uint8_t> second, std::span<std::uint8_t, 32> out) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, first.data(), first.size());
  crypto_auth_hmacsha256_update(&state, second.data(), second.size());
  crypto_auth_hmacsha256_final(&state, out.data());
  sodium_memzero(&state, sizeof state);
}

}  // namespace

void hkdf_sha256(std::span<const std::uint8_t> key_material, std::span<const std::uint8_t> salt,
                 std::string_view info, std::span<std::uint8_t, 32> out) {
  static constexpr std::array<std::uint8_t, 32> kZeroes{};
  static constexpr std::array<std::uint8_t, 1> kFirstBlock = {1};
  StackKey<32> extracted;
  hmac(salt.empty() ? std::span<const std::uint8_t>(kZeroes) : salt, key_material, {}, extracted.span());
  hmac(extracted.span(), bytes_of(info), kFirstBlock, out);
}

}  // namespace pga::seal
