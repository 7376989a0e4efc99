// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/stream.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <array>

#include "lib/seal/age.h"
#include "lib/seal/bytes.h"
#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

constexpr std::array<std::uint8_t, 32> kKey = {1, 2, 3};

/// One chunk as the specification says, by libsodium alone.
std::string chunk(std::string_view bytes, std::uint8_t counter, bool last) {
  std::array<std::uint8_t, 12> nonce{};
  nonce[10] = counter;
  nonce[11] = last ? 1 : 0;
  std::string sealed(bytes.size() + 16, '\0');
  crypto_aead_chacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr,
                                            bytes_of(bytes).data(), bytes.size(), nullptr, 0, nullptr, nonce.data(),
                                            kKey.data());
  return sealed;
}

void check_refused(const std::string& chunks) {
  try {
    static_cast<void>(stream_open(chunks, kKey));
    FAIL("opened");
  } catch (const AgeError& error) {
    CHECK(error.failure() == AgeFailure::payload);
  }
}

}  // namespace

TEST_CASE("a payload is chunks of 64 KiB, counted, the last one marked") {
  const std::string full = test::noise(65536, 1);
  std::string out = "kop";
  stream_seal(out, full + full + "rest", kKey);
  CHECK(out == "kop" + chunk(full, 0, false) + chunk(full, 1, false) + chunk("rest", 2, true));
  CHECK(stream_open(std::string_view(out).substr(3), kKey).view() == full + full + "rest");
}

TEST_CASE("a payload has one form: an empty last chunk belongs to an empty payload only") {
  const std::string full = test::noise(65536, 1);
  CHECK(stream_open(chunk("", 0, true), kKey).empty());
  CHECK(stream_open(chunk(full, 0, true), kKey).view() == full);
  check_refused(chunk(full, 0, false) + chunk("", 1, true));
  check_refused(chunk("", 0, true) + chunk("", 1, true));
}

TEST_CASE("chunks out of order, unmarked, missing or cut are refused") {
  const std::string full = test::noise(65536, 1);
  check_refused("");
  check_refused("kort");
  check_refused(chunk("x", 0, false));
  check_refused(chunk("x", 1, true));
  check_refused(chunk(full, 0, false));
  check_refused(chunk(full, 0, true) + chunk("x", 1, true));
  check_refused(chunk(full, 1, false) + chunk("x", 0, true));
  check_refused(chunk(full, 0, false) + chunk("x", 2, true));
  check_refused(chunk(full, 0, false) + "kort");
}
