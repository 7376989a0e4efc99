// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/bech32.h"

#include <array>
#include <stdexcept>

#include "lib/seal/bytes.h"

namespace pga::seal {
namespace {

constexpr std::string_view kSigns = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t kData = 52;
constexpr std::size_t kChecksum = 6;

bool is_upper(std::string_view prefix) { return prefix.front() >= 'A' && prefix.front() <= 'Z'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

class Checksum {
 public:
  explicit Checksum(std::string_view prefix) {
    for (const char c : prefix) add(static_cast<std::uint8_t>(lower(c)) >> 5);
    add(0);
    for (const char c : prefix) add(static_cast<std::uint8_t>(lower(c)) & 31U);
  }
  void add(std::uint32_t five_bits) {
    static constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                                0x2a1462b3};
    const std::uint32_t top = value_ >> 25;
    value_ = (value_ & 0x1ffffffU) << 5 ^ five_bits;
    for (std::size_t i = 0; i < kGenerator.size(); ++i) {
      if ((top >> i & 1U) != 0) value_ ^= kGenerator[i];
    }
  }
  [[nodiscard]] std::uint32_t value() const { return value_; }

 private:
  std::uint32_t value_ = 1;
};

}  // namespace

void bech32_encode(std::string_view prefix, std::span<const std::uint8_t, 32> bytes, std::span<char> out) {
  if (out.size() != bech32_size(prefix)) throw std::logic_error("bech32_encode: wrong room");
  Checksum checksum(prefix);
  std::size_t at = 0;
  for (const char c : prefix) out[at++] = c;
  out[at++] = '1';
  const bool up = is_upper(prefix);
  const auto put = [&](std::uint32_t five) { out[at++] = up ? upper(kSigns[five]) : kSigns[five]; };
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const std::uint8_t byte : bytes) {
    bits = (bits << 8 | byte) & 0xfffU;
    for (held += 8; held >= 5; held -= 5) {
      const std::uint32_t five = bits >> (held - 5) & 31U;
      checksum.add(five);
      put(five);
    }
  }
  const std::uint32_t last = bits << (5 - held) & 31U;  // 256 bits leave one over
  checksum.add(last);
  put(last);
  for (std::size_t i = 0; i < kChecksum; ++i) checksum.add(0);
  const std::uint32_t sum = checksum.value() ^ 1U;
  for (std::size_t i = 0; i < kChecksum; ++i) put(sum >> 5 * (kChecksum - 1 - i) & 31U);
}

bool bech32_decode(std::string_view text, std::string_view prefix, std::span<std::uint8_t, 32> out) {
  if (text.size() != bech32_size(prefix) || !text.starts_with(prefix) || text[prefix.size()] != '1') return false;
  const bool up = is_upper(prefix);
  text.remove_prefix(prefix.size() + 1);
  Checksum checksum(prefix);
  StackKey<kData + kChecksum> fives;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char sign = text[i];
    if (up ? sign != upper(sign) : sign != lower(sign)) return false;
    const std::size_t value = kSigns.find(lower(sign));
    if (value == std::string_view::npos) return false;
    fives.data()[i] = static_cast<std::uint8_t>(value);
    checksum.add(static_cast<std::uint32_t>(value));
  }
  if (checksum.value() != 1 || (fives.data()[kData - 1] & 0xf) != 0) return false;
  std::uint32_t bits = 0;
  unsigned held = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kData; ++i) {
    bits = (bits << 5 | fives.data()[i]) & 0xfffU;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    out[at++] = static_cast<std::uint8_t>(bits >> held & 0xffU);
  }
  return true;
}

}  // namespace pga::seal
