// SPDX-License-Identifier: EUPL-1.2
//
// Digests and randomness. A digest is BLAKE2b-256, written "b2:" and 64 lower-case hex digits, the same as
// `b2sum -l 256` prints.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace pga::seal {

/// "b2:" + 64 hex digits.
[[nodiscard]] std::string digest(std::string_view bytes);

/// The same of bytes that come in parts.
class Digester {
 public:
  Digester();
  Digester(const Digester&) = delete;
  Digester& operator=(const Digester&) = delete;
  ~Digester();

  void update(std::string_view bytes);
  /// Once, after the last part.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether `text` has the form of a digest.
[[nodiscard]] bool is_digest(std::string_view text);

/// The first eight hex digits: part of a file's name, never a reference.
[[nodiscard]] std::string hash8(std::string_view digest);

/// `n` random bytes as 2n hex digits.
[[nodiscard]] std::string random_hex(std::size_t n);

/// 64 random bits.
[[nodiscard]] unsigned long long random_bits();

}  // namespace pga::seal
