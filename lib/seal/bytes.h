// SPDX-License-Identifier: EUPL-1.2
//
// Text seen as bytes, and key material on the stack that is zeroed when it goes out of scope. Inside lib/seal only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "lib/seal/secret.h"

namespace pga::seal {

[[nodiscard]] inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A short-lived key. Long-lived ones are SecretBytes.
template <std::size_t N>
class StackKey {
 public:
  StackKey() = default;
  StackKey(const StackKey&) = delete;
  StackKey& operator=(const StackKey&) = delete;
  ~StackKey() { wipe(bytes_.data(), N); }

  [[nodiscard]] std::uint8_t* data() { return bytes_.data(); }
  [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }
  [[nodiscard]] std::span<std::uint8_t, N> span() { return bytes_; }
  [[nodiscard]] std::span<const std::uint8_t, N> span() const { return bytes_; }

 private:
  std::array<std::uint8_t, N> bytes_{};
};

}  // namespace pga::seal
