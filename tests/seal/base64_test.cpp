// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/base64.h"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>

#include "lib/seal/bytes.h"
#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

std::string encode(std::string_view bytes, Padding padding) {
  std::string out;
  base64_append(out, bytes_of(bytes), padding);
  return out;
}

std::optional<std::string> decode(std::string_view text, Padding padding) {
  std::string room((text.size() + 3) / 4 * 3, '\0');
  const auto count = base64_decode(text, padding, {reinterpret_cast<std::uint8_t*>(room.data()), room.size()});
  if (!count) return std::nullopt;
  return room.substr(0, *count);
}

}  // namespace

TEST_CASE("base64: the examples of RFC 4648") {
  const std::array<std::array<std::string_view, 3>, 7> examples = {{{"", "", ""},
                                                                    {"f", "Zg", "Zg=="},
                                                                    {"fo", "Zm8", "Zm8="},
                                                                    {"foo", "Zm9v", "Zm9v"},
                                                                    {"foob", "Zm9vYg", "Zm9vYg=="},
                                                                    {"fooba", "Zm9vYmE", "Zm9vYmE="},
                                                                    {"foobar", "Zm9vYmFy", "Zm9vYmFy"}}};
  for (const auto& [bytes, bare, padded] : examples) {
    CHECK(encode(bytes, Padding::none) == bare);
    CHECK(encode(bytes, Padding::required) == padded);
    CHECK(decode(bare, Padding::none) == std::string(bytes));
    CHECK(decode(padded, Padding::required) == std::string(bytes));
  }
}

TEST_CASE("base64: what decodes, encodes to the same text") {
  // All texts of up to four signs from a set with every kind of sign.
  const std::string_view signs = std::string_view("AQgBw/+9z=- \n\r\0\xff", 17);
  std::size_t decoded = 0;
  for (std::size_t code = 0; code < 17 * 17 * 17 * 17; ++code) {
    std::string text;
    for (std::size_t rest = code; rest > 0; rest /= 17) text += signs[rest % 17];
    for (const Padding padding : {Padding::none, Padding::required}) {
      const std::optional<std::string> bytes = decode(text, padding);
      if (!bytes) continue;
      ++decoded;
      CHECK(encode(*bytes, padding) == text);
    }
  }
  CHECK(decoded > 10000);
}

TEST_CASE("base64: exact sizes") {
  const std::string bytes = test::noise(64, 5);
  std::array<std::uint8_t, 64> out{};
  CHECK(base64_decode_exact(encode(bytes, Padding::required), Padding::required, out));
  CHECK(text_of(out) == bytes);
  CHECK_FALSE(base64_decode_exact(encode(bytes, Padding::none), Padding::required, out));
  CHECK_FALSE(base64_decode_exact(encode(bytes + "x", Padding::none), Padding::none, out));
  CHECK_FALSE(base64_decode_exact("", Padding::none, out));
  CHECK_THROWS_AS(static_cast<void>(base64_decode("AAAA", Padding::none, std::span(out).first(2))),
                  std::logic_error);
}
