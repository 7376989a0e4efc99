// SPDX-License-Identifier: EUPL-1.2
//
// minisign signatures, prehashed (algorithm "ED": BLAKE2b-512, then Ed25519), in exactly one byte form:
//
//   untrusted comment: pga
//   RU…                                (canonical base64 of "ED", key id, signature)
//   trusted comment: pga
//   …                                  (canonical base64 of the signature over signature and trusted comment)
//
// The stock minisign verifies them. Every other byte form of the same signature is refused: other comments,
// the legacy algorithm, non-canonical base64, extra or missing line ends. The key id is the first eight bytes of
// the BLAKE2b-256 of the public key.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/seal/keys.h"
#include "lib/seal/secret.h"

namespace pga::seal {

struct VerifyKey {
  std::array<std::uint8_t, 32> bytes{};
  /// "RW…": what `minisign -P` takes. Throws Fout(sleutel) unless it is the canonical form with the right key id.
  [[nodiscard]] static VerifyKey parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  friend bool operator==(const VerifyKey&, const VerifyKey&) = default;
};

class SigningKey {
 public:
  /// The Ed25519 seed is HKDF-SHA256(ikm = the identity's 32 bytes, salt empty,
  /// info = "pga/v1/handtekening/ed25519").
  [[nodiscard]] static SigningKey derive(const Identity& identity);
  [[nodiscard]] const VerifyKey& verify_key() const { return public_; }
  /// The four lines, each ended by LF.
  [[nodiscard]] std::string sign(std::string_view message) const;

 private:
  SigningKey(SecretBytes secret, VerifyKey key);
  SecretBytes secret_;
  VerifyKey public_;
};

/// Whether `signature` says, rightly or not, that this key made it. Never throws.
[[nodiscard]] bool names_key(const VerifyKey& key, std::string_view signature);

/// Whether `signature` is, byte for byte, the one form of a valid signature of `message` by `key`. Never throws.
[[nodiscard]] bool verify(const VerifyKey& key, std::string_view message, std::string_view signature);

}  // namespace pga::seal
