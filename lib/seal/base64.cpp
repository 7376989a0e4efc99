// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/base64.h"

#include <array>
#include <stdexcept>

namespace pga::seal {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 0xff;

constexpr std::array<std::uint8_t, 256> make_values() {
  std::array<std::uint8_t, 256> values{};
  for (auto& value : values) value = kNone;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<std::uint8_t>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}

constexpr std::array<std::uint8_t, 256> kValues = make_values();

std::size_t encoded_size(std::size_t bytes, Padding padding) {
  if (padding == Padding::required) return (bytes + 2) / 3 * 4;
  return bytes / 3 * 4 + (bytes % 3 == 0 ? 0 : bytes % 3 + 1);
}

std::uint8_t value_of(char sign) { return kValues[static_cast<std::uint8_t>(sign)]; }

/// The last two or three signs: one or two bytes, the bits left over being zero.
bool decode_tail(std::string_view tail, std::span<std::uint8_t> out) {
  std::uint32_t group = 0;
  for (const char sign : tail) {
    const std::uint8_t value = value_of(sign);
    if (value == kNone) return false;
    group = group << 6 | value;
  }
  if (tail.size() == 2) {
    out[0] = static_cast<std::uint8_t>(group >> 4);
    return (group & 0xfU) == 0;
  }
  out[0] = static_cast<std::uint8_t>(group >> 10);
  out[1] = static_cast<std::uint8_t>(group >> 2 & 0xffU);
  return (group & 0x3U) == 0;
}

}  // namespace

void base64_append(std::string& out, std::span<const std::uint8_t> bytes, Padding padding) {
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = bytes.size() - at < 3 ? bytes.size() - at : 3;
    std::uint32_t group = std::uint32_t{bytes[at]} << 16;
    if (count > 1) group |= std::uint32_t{bytes[at + 1]} << 8;
    if (count > 2) group |= bytes[at + 2];
    for (std::size_t sign = 0; sign <= count; ++sign) out += kAlphabet[group >> (18 - 6 * sign) & 0x3fU];
    if (padding == Padding::required) out.append(3 - count, '=');
  }
}

std::optional<std::size_t> base64_decode(std::string_view text, Padding padding, std::span<std::uint8_t> out) {
  if (out.size() < (text.size() + 3) / 4 * 3) throw std::logic_error("base64_decode: too little room");
  if (padding == Padding::required) {
    if (text.size() % 4 != 0) return std::nullopt;
    if (text.ends_with('=')) text.remove_suffix(1);
    if (text.ends_with('=')) text.remove_suffix(1);
  }
  const std::size_t tail = text.size() % 4;
  if (tail == 1) return std::nullopt;
  std::size_t written = 0;
  const std::size_t whole = text.size() - tail;
  for (std::size_t at = 0; at < whole; at += 4, written += 3) {
    const std::uint8_t a = value_of(text[at]);
    const std::uint8_t b = value_of(text[at + 1]);
    const std::uint8_t c = value_of(text[at + 2]);
    const std::uint8_t d = value_of(text[at + 3]);
    if (((a | b | c | d) & 0xc0) != 0) return std::nullopt;
    out[written] = static_cast<std::uint8_t>(a << 2 | b >> 4);
    out[written + 1] = static_cast<std::uint8_t>((b & 0xf) << 4 | c >> 2);
    out[written + 2] = static_cast<std::uint8_t>((c & 0x3) << 6 | d);
  }
  if (tail == 0) return written;
  if (!decode_tail(text.substr(whole), out.subspan(written))) return std::nullopt;
  return written + tail - 1;
}

bool base64_decode_exact(std::string_view text, Padding padding, std::span<std::uint8_t> out) {
  if (text.size() != encoded_size(out.size(), padding)) return false;
  std::array<std::uint8_t, 96> room;
  if (out.size() > room.size() - 3) throw std::logic_error("base64_decode_exact: made for keys and signatures");
  const std::optional<std::size_t> count = base64_decode(text, padding, room);
  if (!count || *count != out.size()) return false;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = room[i];
  return true;
}

}  // namespace pga::seal
