// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/hkdf.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <array>
#include <string>

#include "lib/seal/bytes.h"

using namespace pga::seal;

namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  REQUIRE(sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(), hex.size(),
                         nullptr, nullptr, nullptr) == 0);
  return bytes;
}

std::string hkdf(const std::string& key_material, const std::string& salt, const std::string& info) {
  std::array<std::uint8_t, 32> out{};
  hkdf_sha256(bytes_of(key_material), bytes_of(salt), info, out);
  return std::string(text_of(out));
}

}  // namespace

TEST_CASE("HKDF-SHA256: the first block of the test cases of RFC 5869") {
  const std::string ikm(22, '\x0b');
  CHECK(hkdf(ikm, from_hex("000102030405060708090a0b0c"), from_hex("f0f1f2f3f4f5f6f7f8f9")) ==
        from_hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
  CHECK(hkdf(ikm, "", "") == from_hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
}
