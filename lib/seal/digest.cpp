// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/digest.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "lib/seal/bytes.h"
#include "lib/seal/ready.h"

namespace pga::seal {
namespace {

constexpr std::string_view kPrefix = "b2:";
constexpr std::size_t kDigits = 64;

void append_hex(std::string& out, std::span<const std::uint8_t> bytes) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  for (const std::uint8_t byte : bytes) {
    out += kHex[byte >> 4];
    out += kHex[byte & 0xfU];
  }
}

using Hash = std::array<std::uint8_t, kDigits / 2>;

std::string as_text(const Hash& hash) {
  std::string text(kPrefix);
  text.reserve(kPrefix.size() + kDigits);
  append_hex(text, hash);
  return text;
}

}  // namespace

std::string digest(std::string_view bytes) {
  need_sodium();
  Hash hash;
  const std::span<const std::uint8_t> input = bytes_of(bytes);
  crypto_generichash(hash.data(), hash.size(), input.data(), input.size(), nullptr, 0);
  return as_text(hash);
}

struct Digester::State {
  crypto_generichash_state hash;
};

Digester::Digester() : state_(std::make_unique<State>()) {
  need_sodium();
  crypto_generichash_init(&state_->hash, nullptr, 0, std::tuple_size_v<Hash>);
}

Digester::~Digester() = default;

void Digester::update(std::string_view bytes) {
  const std::span<const std::uint8_t> input = bytes_of(bytes);
  crypto_generichash_update(&state_->hash, input.data(), input.size());
}

std::string Digester::finish() {
  Hash hash;
  crypto_generichash_final(&state_->hash, hash.data(), hash.size());
  return as_text(hash);
}

bool is_digest(std::string_view text) {
  if (text.size() != kPrefix.size() + kDigits || !text.starts_with(kPrefix)) return false;
  text.remove_prefix(kPrefix.size());
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string hash8(std::string_view digest) {
  if (!is_digest(digest)) throw std::invalid_argument("hash8: not a digest");
  return std::string(digest.substr(kPrefix.size(), 8));
}

std::string random_hex(std::size_t n) {
  if (n == 0) return {};
  need_sodium();
  std::vector<std::uint8_t> bytes(n);
  randombytes_buf(bytes.data(), bytes.size());
  std::string text;
  text.reserve(2 * n);
  append_hex(text, bytes);
  return text;
}

unsigned long long random_bits() {
  need_sodium();
  unsigned long long bits = 0;
  randombytes_buf(&bits, sizeof bits);
  return bits;
}

}  // namespace pga::seal
