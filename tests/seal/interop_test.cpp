// SPDX-License-Identifier: EUPL-1.2
// With the stock age and age-keygen, in both directions. A missing tool fails the test: tests/run.sh installs them.
#include <doctest/doctest.h>

#include "lib/seal/age.h"
#include "lib/seal/identity_file.h"
#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

constexpr std::size_t kSizes[] = {0, 1, 2, 511, 512, 513, 65535, 65536, 65537, 131071, 131072, 131073, 1000000};

SecretBytes nobody(std::string_view) { throw std::logic_error("nobody is to be asked"); }

/// An identity file made by age-keygen.
std::string keygen(const test::Scratch& scratch) {
  const std::string path = scratch.path("ik.sleutel");
  const test::Result keygen = test::run({"age-keygen", "-o", path});
  REQUIRE_MESSAGE(keygen.exit == 0, "age-keygen: " << keygen.out);
  return path;
}

}  // namespace

TEST_CASE("the stock age opens what we seal, and we open what it seals") {
  const test::Scratch scratch;
  const std::string key = keygen(scratch);
  const std::vector<Identity> identities = read_identity_file(test::read_file(key), key, nobody);
  REQUIRE(identities.size() == 1);
  const Recipient recipient = identities.front().recipient();
  const std::string plain = scratch.path("plain");
  const std::string sealed = scratch.path("sealed");
  for (const std::size_t size : kSizes) {
    const std::string bytes = test::noise(size, size + 1);
    test::write_file(plain, bytes);
    for (const Form form : {Form::armored, Form::binary}) {
      CAPTURE(size);
      CAPTURE(static_cast<int>(form));
      test::write_file(sealed, seal(bytes, recipient, form));
      const test::Result decrypt = test::run({"age", "-d", "-i", key, sealed});
      REQUIRE_MESSAGE(decrypt.exit == 0, decrypt.out);
      CHECK(decrypt.out == bytes);

      std::vector<std::string> argv = {"age", "-e", "-r", recipient.text(), "-o", sealed, plain};
      if (form == Form::armored) argv.insert(argv.begin() + 1, "-a");
      const test::Result encrypt = test::run(argv);
      REQUIRE_MESSAGE(encrypt.exit == 0, encrypt.out);
      const std::string file = test::read_file(sealed);
      CHECK(pga::seal::open(file, identities).view() == bytes);
      if (form == Form::armored) CHECK(open_single(file, identities.front()).view() == bytes);
    }
  }
}

TEST_CASE("a file for several recipients opens for each, and is refused inside a kast") {
  const test::Scratch scratch;
  const Identity first = Identity::generate();
  const Identity second = Identity::generate();
  test::write_file(scratch.path("plain"), "inhoud");
  const test::Result encrypt =
      test::run({"age", "-a", "-r", first.recipient().text(), "-r", second.recipient().text(), "-o",
                 scratch.path("sealed"), scratch.path("plain")});
  REQUIRE_MESSAGE(encrypt.exit == 0, encrypt.out);
  const std::string file = test::read_file(scratch.path("sealed"));
  CHECK(pga::seal::open(file, {&first, 1}).view() == "inhoud");
  CHECK(pga::seal::open(file, {&second, 1}).view() == "inhoud");
  CHECK_THROWS_AS(static_cast<void>(open_single(file, first)), AgeError);
}

TEST_CASE("an identity file of age -p works as it is") {
  const test::Scratch scratch;
  const std::string key = keygen(scratch);
  const std::string word = "vier natte schoenen";
  for (const bool armored : {true, false}) {
    CAPTURE(armored);
    const std::string sealed = scratch.path(armored ? "sealed.txt" : "sealed.age");
    std::vector<std::string> argv = {"age", "-p", "-o", sealed, key};
    if (armored) argv.insert(argv.begin() + 1, "-a");
    const test::Result encrypt = test::run_on_terminal(argv, word);
    REQUIRE_MESSAGE(encrypt.exit == 0, encrypt.out);
    int asked = 0;
    const std::vector<Identity> identities =
        read_identity_file(test::read_file(sealed), sealed, [&](std::string_view) {
          ++asked;
          return SecretBytes::copy_of(word);
        });
    REQUIRE(identities.size() == 1);
    CHECK(asked == 1);
    CHECK(identities.front().recipient() ==
          read_identity_file(test::read_file(key), key, nobody).front().recipient());
  }
}

TEST_CASE("the stock age opens what we seal with a passphrase, and reads our sealed identity file") {
  const test::Scratch scratch;
  const Identity identity = Identity::generate();
  const std::string word = "één twee drie";
  const std::string sealed = scratch.path("sealed");
  const std::string opened = scratch.path("opened");
  const std::string bytes = test::noise(70000, 9);
  for (const Form form : {Form::armored, Form::binary}) {
    CAPTURE(static_cast<int>(form));
    test::write_file(sealed, seal_with_passphrase(bytes, word, form, 10));
    const test::Result decrypt = test::run_on_terminal({"age", "-d", "-o", opened, sealed}, word);
    REQUIRE_MESSAGE(decrypt.exit == 0, decrypt.out);
    CHECK(test::read_file(opened) == bytes);
  }
  const SecretBytes file = identity_file(identity, "2026-03-01T09:00:00Z");
  test::write_file(sealed, seal_with_passphrase(file.view(), word, Form::armored));
  test::write_file(scratch.path("letter"), seal("inhoud", identity.recipient(), Form::armored));
  const test::Result decrypt =
      test::run_on_terminal({"age", "-d", "-i", sealed, "-o", opened, scratch.path("letter")}, word);
  REQUIRE_MESSAGE(decrypt.exit == 0, decrypt.out);
  CHECK(test::read_file(opened) == "inhoud");
}
