// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/seal/base64.h"
#include "lib/seal/bytes.h"
#include "lib/seal/hkdf.h"
#include "lib/seal/ready.h"

namespace pga::seal {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment: pga\n";
constexpr std::string_view kTrusted = "trusted comment: pga\n";
constexpr std::string_view kTrustedText = "pga";  // what the second signature covers of that line
constexpr std::string_view kAlgorithm = "ED";     // prehashed
constexpr std::string_view kKeyAlgorithm = "Ed";
constexpr std::size_t kKeyText = 56;
constexpr std::size_t kLine1 = 100;  // base64 of 74 bytes
constexpr std::size_t kLine2 = 88;   // base64 of 64 bytes
constexpr std::size_t kSignatureText = kUntrusted.size() + kLine1 + 1 + kTrusted.size() + kLine2 + 1;

using KeyId = std::array<std::uint8_t, 8>;
using Signature = std::array<std::uint8_t, crypto_sign_BYTES>;

/// "ED", key id, signature.
using Packet = std::array<std::uint8_t, 2 + 8 + crypto_sign_BYTES>;
/// The signature again, and the text of the trusted comment.
using Global = std::array<std::uint8_t, crypto_sign_BYTES + kTrustedText.size()>;

KeyId key_id(const VerifyKey& key) {
  std::array<std::uint8_t, 32> hash;
  crypto_generichash(hash.data(), hash.size(), key.bytes.data(), key.bytes.size(), nullptr, 0);
  KeyId id;
  std::copy_n(hash.begin(), id.size(), id.begin());
  return id;
}

std::array<std::uint8_t, 64> prehash(std::string_view message) {
  std::array<std::uint8_t, 64> hash;
  const std::span<const std::uint8_t> bytes = bytes_of(message);
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  return hash;
}

Packet packet_of(const KeyId& id, const Signature& signature) {
  Packet packet;
  const auto after_algorithm = std::copy(kAlgorithm.begin(), kAlgorithm.end(), packet.begin());
  const auto after_id = std::copy(id.begin(), id.end(), after_algorithm);
  std::copy(signature.begin(), signature.end(), after_id);
  return packet;
}

Global global_of(const Signature& signature) {
  Global global;
  const auto after = std::copy(signature.begin(), signature.end(), global.begin());
  std::copy(kTrustedText.begin(), kTrustedText.end(), after);
  return global;
}

/// Takes `expected` from the front of `text`.
bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

/// Takes a base64 line of exactly `size` signs from the front of `text`.
bool take_line(std::string_view& text, std::size_t size, std::span<std::uint8_t> out) {
  if (text.size() <= size || text[size] != '\n') return false;
  if (!base64_decode_exact(text.substr(0, size), Padding::required, out)) return false;
  text.remove_prefix(size + 1);
  return true;
}

template <std::size_t N>
bool signed_by(const VerifyKey& key, const std::array<std::uint8_t, N>& bytes, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(), key.bytes.data()) == 0;
}

}  // namespace

VerifyKey VerifyKey::parse(std::string_view text) {
  need_sodium();
  std::array<std::uint8_t, 42> packet;
  VerifyKey key;
  if (text.size() == kKeyText && base64_decode_exact(text, Padding::required, packet)) {
    std::copy_n(packet.begin() + 10, key.bytes.size(), key.bytes.begin());
    if (key.text() == text) return key;
  }
  throw Fout(FoutSoort::sleutel, "dit is geen geldige controlesleutel voor handtekeningen (RW…)",
             "controleer of de sleutel heel is overgenomen; `pga sleutel toon` drukt hem af");
}

std::string VerifyKey::text() const {
  need_sodium();
  std::string packet(kKeyAlgorithm);
  packet.append(text_of(key_id(*this))).append(text_of(bytes));
  std::string text;
  text.reserve(kKeyText);
  base64_append(text, bytes_of(packet), Padding::required);
  return text;
}

SigningKey::SigningKey(SecretBytes secret, VerifyKey key) : secret_(std::move(secret)), public_(key) {}

SigningKey SigningKey::derive(const Identity& identity) {
  need_sodium();
  StackKey<32> seed;
  hkdf_sha256(identity.secret().bytes(), {}, "pga/v1/handtekening/ed25519", seed.span());
  SecretBytes secret(crypto_sign_SECRETKEYBYTES);
  VerifyKey key;
  crypto_sign_seed_keypair(key.bytes.data(), secret.data(), seed.data());
  return {std::move(secret), key};
}

std::string SigningKey::sign(std::string_view message) const {
  const std::array<std::uint8_t, 64> hash = prehash(message);
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), secret_.data());
  const Global global = global_of(signature);
  Signature second;
  crypto_sign_detached(second.data(), nullptr, global.data(), global.size(), secret_.data());
  std::string text;
  text.reserve(kSignatureText);
  text.append(kUntrusted);
  base64_append(text, packet_of(key_id(public_), signature), Padding::required);
  text.append("\n").append(kTrusted);
  base64_append(text, second, Padding::required);
  text.push_back('\n');
  return text;
}

bool names_key(const VerifyKey& key, std::string_view signature) {
  Packet packet;
  if (!take(signature, kUntrusted) || !take_line(signature, kLine1, packet)) return false;
  const KeyId id = key_id(key);
  return std::equal(id.begin(), id.end(), packet.begin() + 2);
}

bool verify(const VerifyKey& key, std::string_view message, std::string_view signature) {
  if (!sodium_ready()) return false;
  Packet packet;
  Signature second;
  std::string_view rest = signature;
  if (!take(rest, kUntrusted) || !take_line(rest, kLine1, packet) || !take(rest, kTrusted) ||
      !take_line(rest, kLine2, second) || !rest.empty()) {
    return false;
  }
  Signature first;
  std::copy_n(packet.begin() + 10, first.size(), first.begin());
  if (packet != packet_of(key_id(key), first)) return false;
  return signed_by(key, prehash(message), first) && signed_by(key, global_of(first), second);
}

}  // namespace pga::seal
