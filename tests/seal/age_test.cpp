// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/age.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "lib/seal/armor.h"
#include "tests/seal/tools.h"

using namespace pga::seal;
using pga::Fout;
using pga::FoutSoort;
using pga::seal::test::noise;

namespace {

/// The class of a failure, or -1 when the file opened.
template <typename Open>
int failure_of(Open open_it) {
  try {
    static_cast<void>(open_it());
    return -1;
  } catch (const AgeError& error) {
    return static_cast<int>(error.failure());
  }
}

int open_failure(std::string_view file, const Identity& identity) {
  return failure_of([&] { return pga::seal::open(file, {&identity, 1}); });
}

constexpr int kOpened = -1;
int code(AgeFailure failure) { return static_cast<int>(failure); }

/// A header with these stanzas before the file's own one; the MAC is then wrong, which is checked last.
std::string with_stanza(const std::string& binary, const std::string& stanza) {
  const std::size_t first = binary.find('\n') + 1;
  return binary.substr(0, first) + stanza + binary.substr(first);
}

std::string scrypt_stanza(const std::string& work_factor) {
  return "-> scrypt AAAAAAAAAAAAAAAAAAAAAA " + work_factor + "\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
}

const std::string kMac = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";

}  // namespace

TEST_CASE("what is sealed opens again, at every chunk border and in between") {
  const Identity identity = Identity::generate();
  std::mt19937_64 random(7);
  std::vector<std::size_t> sizes = {0, 1, 511, 512, 65535, 65536, 65537, 131071, 131072, 131073};
  for (int i = 0; i < 40; ++i) sizes.push_back(random() % 5000);
  for (const std::size_t size : sizes) {
    CAPTURE(size);
    const std::string plaintext = noise(size, size);
    for (const Form form : {Form::armored, Form::binary}) {
      const std::string file = seal(plaintext, identity.recipient(), form);
      CHECK(is_age(file));
      CHECK_FALSE(needs_passphrase(file));
      CHECK(stanza_types(file) == std::vector<std::string>{"X25519"});
      CHECK(pga::seal::open(file, {&identity, 1}).view() == plaintext);
    }
    CHECK(open_single(seal(plaintext, identity.recipient(), Form::armored), identity).view() == plaintext);
  }
}

TEST_CASE("every single changed byte of a sealed file is refused") {
  const Identity identity = Identity::generate();
  const std::string binary = seal("Fictieve persoon uit Waterveen", identity.recipient(), Form::binary);
  const std::string armored = armor(binary);
  REQUIRE(open_single(armored, identity).view() == "Fictieve persoon uit Waterveen");
  for (std::size_t at = 0; at < binary.size(); ++at) {
    CAPTURE(at);
    for (const int flip : {0x01, 0x20, 0x80, 0xff}) {
      std::string changed = binary;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      CHECK(open_failure(changed, identity) != kOpened);
    }
    CHECK(open_failure(binary.substr(0, at), identity) != kOpened);
  }
  for (std::size_t at = 0; at < armored.size(); ++at) {
    CAPTURE(at);
    for (const char other : {'A', ' ', '\n', '\r', '\t', '='}) {
      if (armored[at] == other) continue;
      std::string changed = armored;
      changed[at] = other;
      CHECK(failure_of([&] { return open_single(changed, identity); }) != kOpened);
    }
  }
}

TEST_CASE("a truncated or lengthened payload is a payload failure and releases nothing") {
  const Identity identity = Identity::generate();
  const std::string two_chunks = seal(noise(65536 + 100, 1), identity.recipient(), Form::binary);
  const std::size_t last_chunk = 100 + 16;
  for (const std::size_t cut : {std::size_t{1}, std::size_t{99}, std::size_t{100}, std::size_t{101},
                                std::size_t{115}, last_chunk, last_chunk + 1}) {
    CAPTURE(cut);
    CHECK(open_failure(two_chunks.substr(0, two_chunks.size() - cut), identity) == code(AgeFailure::payload));
  }
  CHECK(open_failure(two_chunks + "x", identity) == code(AgeFailure::payload));
}

TEST_CASE("a key that does not fit is no_match, of kind sleutel") {
  const Identity mine = Identity::generate();
  const Identity other = Identity::generate();
  const std::string file = seal("x", mine.recipient(), Form::armored);
  CHECK(open_failure(file, other) == code(AgeFailure::no_match));
  CHECK(failure_of([&] { return pga::seal::open(file, {}); }) == code(AgeFailure::no_match));
  CHECK(failure_of([&] { return open_with_passphrase(file, "geheim"); }) == code(AgeFailure::no_match));
  CHECK_THROWS_WITH_AS(static_cast<void>(open_single(file, other)),
                       "geen van de sleutels die er zijn opent dit bestand", AgeError);
  CHECK(AgeError(AgeFailure::no_match, "x").soort() == FoutSoort::sleutel);
  CHECK(AgeError(AgeFailure::payload, "x").soort() == FoutSoort::integriteit);

  std::vector<Identity> both;
  both.push_back(other.clone());
  both.push_back(mine.clone());
  CHECK(pga::seal::open(file, both).view() == "x");
}

TEST_CASE("a wrong public half opens nothing and seals to nobody") {
  const Identity identity = Identity::generate();
  const Identity claimed = Identity::parse_with(identity.text().view(), Identity::generate().recipient());
  CHECK(open_failure(seal("x", identity.recipient(), Form::binary), claimed) == code(AgeFailure::no_match));
  CHECK(open_failure(seal("x", claimed.recipient(), Form::binary), claimed) == code(AgeFailure::no_match));
}

TEST_CASE("a recipient of low order is refused when sealing") {
  CHECK_THROWS_WITH_AS(static_cast<void>(seal("x", Recipient{}, Form::binary)),
                       "met deze openbare sleutel kan niet veilig worden verzegeld", Fout);
}

TEST_CASE("open_single takes one X25519 stanza in seal's own armor and nothing else") {
  const Identity identity = Identity::generate();
  const std::string binary = seal("x", identity.recipient(), Form::binary);
  const std::string armored = armor(binary);
  const auto single = [&](const std::string& file) {
    return failure_of([&] { return open_single(file, identity); });
  };
  CHECK(single(armored) == kOpened);
  CHECK(single(armor(with_stanza(binary, "-> grease x\nAA\n"))) == code(AgeFailure::header));
  const std::size_t own = binary.find("-> ");
  const std::string stanza = binary.substr(own, binary.find("--- ") - own);
  CHECK(single(armor(with_stanza(binary, stanza))) == code(AgeFailure::header));
  CHECK(single(seal_with_passphrase("x", "geheim", Form::armored, 2)) == code(AgeFailure::header));
  CHECK(single(binary) == code(AgeFailure::armor));

  for (const std::string& file : {"\n" + armored, armored + "\n", armored.substr(0, armored.size() - 1)}) {
    CHECK(open_failure(file, identity) == kOpened);
    CHECK(single(file) == code(AgeFailure::armor));
  }
  std::string crlf;
  for (const char c : armored) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(open_failure(crlf, identity) == kOpened);
  CHECK(single(crlf) == code(AgeFailure::armor));
}

TEST_CASE("armor: white space around it up to 1 KiB, on lines of its own") {
  const Identity identity = Identity::generate();
  const std::string armored = seal("x", identity.recipient(), Form::armored);
  const std::string blank(1000, ' ');
  CHECK(open_failure(" \t\r\n\n" + armored + " \t\r\n", identity) == kOpened);
  CHECK(open_failure(blank + "\n" + armored + blank, identity) == kOpened);
  CHECK(open_failure(blank + blank + "\n" + armored, identity) == code(AgeFailure::armor));
  CHECK(open_failure(armored + blank + blank, identity) == code(AgeFailure::armor));
  CHECK(open_failure(" " + armored, identity) == code(AgeFailure::armor));
}

TEST_CASE("armor: a line of 64 signs may be the last, an empty line may not") {
  for (const std::size_t size : {0u, 1u, 47u, 48u, 49u, 95u, 96u, 97u}) {
    CAPTURE(size);
    const std::string bytes = noise(size, size);
    CHECK(dearmor(armor(bytes), ArmorForm::exact) == bytes);
  }
  const std::string text = armor(noise(48, 1));
  const std::size_t end = text.find("-----END");
  for (const std::string between : {"\n", "AAAA\nAAAA\n", "=\n", "AB==\n", "AAA\n"}) {
    CAPTURE(between);
    const std::string changed = text.substr(0, end) + between + text.substr(end);
    CHECK(failure_of([&] { return dearmor(changed, ArmorForm::any); }) == code(AgeFailure::armor));
  }
}

TEST_CASE("a passphrase opens what it sealed, and no other does") {
  for (const Form form : {Form::armored, Form::binary}) {
    const std::string file = seal_with_passphrase("inhoud", "drie groene fietsen", form, 4);
    CHECK(needs_passphrase(file));
    CHECK(stanza_types(file) == std::vector<std::string>{"scrypt"});
    CHECK(open_with_passphrase(file, "drie groene fietsen").view() == "inhoud");
    CHECK(failure_of([&] { return open_with_passphrase(file, "drie groene fiets"); }) ==
          code(AgeFailure::no_match));
    CHECK(open_failure(file, Identity::generate()) == code(AgeFailure::no_match));
  }
  CHECK_THROWS_AS(static_cast<void>(seal_with_passphrase("x", "", Form::binary, 4)), Fout);
  CHECK_THROWS_AS(static_cast<void>(seal_with_passphrase("x", "y", Form::binary, 0)), std::invalid_argument);
  CHECK_THROWS_AS(static_cast<void>(seal_with_passphrase("x", "y", Form::binary, kScryptMax + 1)),
                  std::invalid_argument);
}

TEST_CASE("a work factor above the cap is refused before any memory is spent") {
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const auto start = std::chrono::steady_clock::now();
  for (const std::string factor : {"21", "22", "30", "63", "64", "100", "4294967297", "99999999999999999999"}) {
    CAPTURE(factor);
    const std::string file = std::string("age-encryption.org/v1\n") + scrypt_stanza(factor) + kMac;
    CHECK(failure_of([&] { return open_with_passphrase(file, "geheim"); }) == code(AgeFailure::header));
    // A caller cannot lift the cap.
    CHECK(failure_of([&] { return open_with_passphrase(file, "geheim", 63); }) == code(AgeFailure::header));
  }
  const std::string low = seal_with_passphrase("x", "geheim", Form::binary, 6);
  CHECK(failure_of([&] { return open_with_passphrase(low, "geheim", 5); }) == code(AgeFailure::header));
  CHECK(failure_of([&] { return open_with_passphrase(low, "geheim", 6); }) == kOpened);
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 16 * 1024);  // KiB; factor 21 takes 2 GiB
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("a passphrase beside another stanza is a header failure, whoever opens") {
  const Identity identity = Identity::generate();
  const std::string file = with_stanza(seal("x", identity.recipient(), Form::binary), scrypt_stanza("2"));
  CHECK(open_failure(file, identity) == code(AgeFailure::header));
  CHECK(failure_of([&] { return open_with_passphrase(file, "geheim"); }) == code(AgeFailure::header));
}

TEST_CASE("a stanza of an unknown type is ignored, but must be well formed") {
  const Identity identity = Identity::generate();
  const std::string binary = seal("x", identity.recipient(), Form::binary);
  // Well formed it gets as far as the MAC, which covers it.
  CHECK(open_failure(with_stanza(binary, "-> grease ~!\nAA\n"), identity) == code(AgeFailure::hmac));
  for (const std::string stanza : {"-> grease \x7f\nAA\n", "-> grease \x01\nAA\n", "-> gre\xc3\xa9se\nAA\n",
                                   "-> grease \nAA\n", "->  grease\nAA\n", "->grease\nAA\n", "-> grease\nAB\n"}) {
    CAPTURE(stanza);
    CHECK(open_failure(with_stanza(binary, stanza), identity) == code(AgeFailure::header));
  }
}

TEST_CASE("what is no age file says so") {
  const Identity identity = Identity::generate();
  for (const std::string file : {"", "hallo", "PK\x03\x04", "age", "age-encryption.org/v1"}) {
    CAPTURE(file);
    CHECK(open_failure(file, identity) == code(AgeFailure::header));
    CHECK_FALSE(needs_passphrase(file));
  }
  CHECK_FALSE(is_age("hallo"));
  CHECK_THROWS_WITH_AS(static_cast<void>(stanza_types("age-encryption.org/v2\n")),
                       "de kop van het verzegelde bestand klopt niet: dit is een andere versie van age dan v1",
                       AgeError);
  CHECK(open_failure("age-encryption.org/v1\n" + kMac + noise(64, 1), identity) == code(AgeFailure::header));
}

TEST_CASE("sealed to all the keys of one reader it opens with each of them, and with no other") {
  std::vector<Identity> keys;
  for (int i = 0; i < 3; ++i) keys.push_back(Identity::generate());
  const std::vector<Recipient> two = {keys[0].recipient(), keys[1].recipient()};
  for (const Form form : {Form::armored, Form::binary}) {
    const std::string file = seal_to_all("text", two, form);
    CHECK(stanza_types(file) == std::vector<std::string>{"X25519", "X25519"});
    for (const Identity& i : {std::cref(keys[0]), std::cref(keys[1])}) {
      CHECK(pga::seal::open(file, {&i, 1}).view() == "text");
      if (form == Form::armored) {
        CHECK(failure_of([&] { return open_single(file, i); }) == code(AgeFailure::header));
      }
    }
    CHECK(open_failure(file, keys[2]) == code(AgeFailure::no_match));
  }
  CHECK_THROWS_AS((void)seal_to_all("text", {}, Form::binary), std::invalid_argument);
}
