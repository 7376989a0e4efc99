// SPDX-License-Identifier: EUPL-1.2
// Sealing and opening in parts: the same files as in one go, and nothing that is not whole.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

constexpr std::size_t kSizes[] = {0,     1,      511,    65519,  65520,  65521,  65535,  65536,
                                  65537, 131071, 131072, 131073, 131104, 196608, 300000, 1000000};

/// Hands out `bytes` in pieces of at most `piece`.
Source in_pieces(const std::string& bytes, std::size_t piece) {
  return [rest = std::string_view(bytes), piece](std::span<char> room) mutable {
    const std::size_t n = std::min({rest.size(), room.size(), piece});
    std::copy_n(rest.begin(), n, room.begin());
    rest.remove_prefix(n);
    return n;
  };
}

std::string sealed_in_pieces(const std::string& bytes, const Recipient& recipient, std::size_t piece) {
  std::string out;
  seal_stream(
      in_pieces(bytes, piece), [&](std::string_view part) { out += part; }, recipient);
  return out;
}

std::string opened_in_pieces(const std::string& file, const Identity& identity, std::size_t piece = 4096) {
  std::string out;
  open_stream(
      in_pieces(file, piece), [&](std::string_view part) { out += part; }, identity);
  return out;
}

AgeFailure failure_of(const std::string& file, const Identity& identity) {
  try {
    (void)opened_in_pieces(file, identity);
  } catch (const AgeError& e) {
    return e.failure();
  }
  FAIL("opened");
  return AgeFailure::armor;
}

}  // namespace

TEST_CASE("what is sealed in parts opens whole, and the reverse, whatever the size and the pieces") {
  const Identity identity = Identity::generate();
  for (const std::size_t size : kSizes) {
    for (const std::size_t piece : {std::size_t{1000}, std::size_t{65536}, std::size_t{1} << 20U}) {
      CAPTURE(size);
      CAPTURE(piece);
      const std::string bytes = test::noise(size, size + 7);
      const std::string file = sealed_in_pieces(bytes, identity.recipient(), piece);
      CHECK(open(file, std::span<const Identity>(&identity, 1)).view() == bytes);
      CHECK(file.size() == seal(bytes, identity.recipient(), Form::binary).size());
      CHECK(opened_in_pieces(seal(bytes, identity.recipient(), Form::binary), identity, piece) == bytes);
      CHECK(is_single_binary(file));
    }
  }
}

TEST_CASE("the stock age opens what is sealed in parts") {
  const test::Scratch scratch;
  const std::string key = scratch.path("ik.sleutel");
  const Identity identity = Identity::generate();
  test::write_file(key, std::string(identity.text().view()) + "\n");
  for (const std::size_t size : {std::size_t{0}, std::size_t{65536}, std::size_t{65537}, std::size_t{400000}}) {
    const std::string bytes = test::noise(size, size);
    test::write_file(scratch.path("sealed"), sealed_in_pieces(bytes, identity.recipient(), 777));
    const test::Result decrypt = test::run({"age", "-d", "-i", key, scratch.path("sealed")});
    REQUIRE_MESSAGE(decrypt.exit == 0, decrypt.out);
    CHECK(decrypt.out == bytes);
  }
}

TEST_CASE("a file that is not whole, or is not one for one key, does not open in parts") {
  const Identity identity = Identity::generate();
  const std::string bytes = test::noise(150000, 3);
  const std::string file = sealed_in_pieces(bytes, identity.recipient(), 65536);
  const std::size_t head = file.size() - (bytes.size() + 3 * 16);
  for (const std::size_t at : {head, head + 65551, head + 65552, head + 131104, file.size() - 1}) {
    CAPTURE(at);
    std::string other = file;
    other[at] = static_cast<char>(other[at] ^ 1);
    CHECK(failure_of(other, identity) == AgeFailure::payload);
  }
  for (const std::size_t left : {head, head + 15, head + 65552, head + 131104, file.size() - 1}) {
    CAPTURE(left);
    CHECK(failure_of(file.substr(0, left), identity) == AgeFailure::payload);
  }
  CHECK(failure_of(file + 'x', identity) == AgeFailure::payload);
  CHECK(failure_of(file, Identity::generate()) == AgeFailure::no_match);
  CHECK(failure_of(file.substr(0, 60), identity) == AgeFailure::header);
  CHECK(failure_of("", identity) == AgeFailure::header);
  const std::string stanza = file.substr(file.find("-> "), file.find("---") - file.find("-> "));
  std::string two = file;
  two.insert(file.find("---"), stanza);
  CHECK(failure_of(two, identity) == AgeFailure::header);
  CHECK_FALSE(is_single_binary(two));
  CHECK_FALSE(is_single_binary(armored(file)));
  CHECK_FALSE(is_single_binary("%PDF-1.7"));
}

TEST_CASE("a digest in parts is that of the whole") {
  const std::string bytes = test::noise(70000, 5);
  Digester parts;
  for (std::size_t i = 0; i < bytes.size(); i += 999) parts.update(std::string_view(bytes).substr(i, 999));
  CHECK(parts.finish() == digest(bytes));
  CHECK(Digester().finish() == digest(""));
}
