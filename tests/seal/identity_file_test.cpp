// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/identity_file.h"

#include <doctest/doctest.h>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "tests/seal/tools.h"

using namespace pga::seal;
using pga::Fout;
using pga::FoutSoort;

namespace {

const std::string kSecret = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

SecretBytes nobody(std::string_view) { throw std::logic_error("nobody is to be asked"); }

/// Kind and text of what reading throws.
template <typename Read>
std::string refusal(Read read) {
  try {
    static_cast<void>(read());
    return "";
  } catch (const Fout& fout) {
    CHECK_FALSE(fout.bevindingen().front().tip.empty());
    return std::string(pga::naam(fout.soort())) + ": " + fout.what();
  }
}

std::string file_refusal(const std::string& bytes) {
  return refusal([&] { return read_identity_file(bytes, "ik.sleutel", nobody); });
}

std::string key_file_refusal(const std::string& text) {
  return refusal([&] { return read_key_file(text, "reg1.age"); });
}

}  // namespace

TEST_CASE("an identity file is read as the stock age reads it") {
  const std::string two = "# created: 2026-03-01T09:00:00Z\r\n\r\n" + kSecret + "\r\n#x\n" + kSecret;
  const std::vector<Identity> identities = read_identity_file(two, "ik.sleutel", nobody);
  REQUIRE(identities.size() == 2);
  CHECK(identities[0].text().view() == kSecret);
  CHECK(identities[1].text().view() == kSecret);
  const test::Scratch scratch;
  test::write_file(scratch.path("ik"), two);
  CHECK(test::run({"age-keygen", "-y", scratch.path("ik")}).exit == 0);
}

TEST_CASE("what is wrong in an identity file is said with its line") {
  CHECK(file_refusal("# x\n\n" + kSecret + "X\n") ==
        "sleutel: ik.sleutel:3: dit is geen geldige geheime sleutel van age (AGE-SECRET-KEY-1…)");
  CHECK(file_refusal(kSecret + "\n " + kSecret + "\n") ==
        "sleutel: ik.sleutel:2: dit is geen geldige geheime sleutel van age (AGE-SECRET-KEY-1…)");
  CHECK(
      file_refusal("# x\nAGE-PLUGIN-TPM-1QQ\n") ==
      "sleutel: ik.sleutel:2: dit is een sleutel van een age-plugin (age-plugin-tpm); die kan pga niet gebruiken");
  CHECK(file_refusal("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n") ==
        "sleutel: ik.sleutel:1: dit is een ssh-sleutel; die kan pga niet gebruiken");
  CHECK(file_refusal("") == "sleutel: ik.sleutel: in dit bestand staat geen sleutel");
  CHECK(file_refusal("# alleen een opmerking\n") == "sleutel: ik.sleutel: in dit bestand staat geen sleutel");
  CHECK_FALSE(file_refusal(test::noise(1000, 3)).empty());
}

TEST_CASE("a file with a passphrase asks once, by name") {
  const std::string sealed = seal_with_passphrase(kSecret + "\n", "geheim woord", Form::armored, 4);
  int asked = 0;
  const auto answer = [&asked](std::string_view word) {
    return [&asked, word](std::string_view name) {
      CHECK(name == "ik.sleutel");
      ++asked;
      return SecretBytes::copy_of(word);
    };
  };
  const std::vector<Identity> identities = read_identity_file(sealed, "ik.sleutel", answer("geheim woord"));
  REQUIRE(identities.size() == 1);
  CHECK(identities.front().text().view() == kSecret);
  CHECK(asked == 1);
  CHECK(refusal([&] { return read_identity_file(sealed, "ik.sleutel", answer("geheim wood")); }) ==
        "sleutel: ik.sleutel: het wachtwoord van dit sleutelbestand klopt niet");
  CHECK(asked == 2);
  CHECK(refusal([&] {
          return read_identity_file(sealed, "ik.sleutel", PassphraseReader{});
        }).starts_with("sleutel: ik.sleutel: dit sleutelbestand vraagt een wachtwoord"));

  std::string changed = seal_with_passphrase(kSecret + "\n", "geheim woord", Form::binary, 4);
  changed.back() = static_cast<char>(changed.back() ^ 1);
  CHECK(refusal([&] { return read_identity_file(changed, "ik.sleutel", answer("geheim woord")); }) ==
        "integriteit: ik.sleutel: de verzegelde inhoud is veranderd of niet volledig");
  const std::string empty = seal_with_passphrase("", "geheim woord", Form::binary, 4);
  CHECK(refusal([&] { return read_identity_file(empty, "ik.sleutel", answer("geheim woord")); }) ==
        "sleutel: ik.sleutel: in dit bestand staat geen sleutel");
}

TEST_CASE("a file sealed to a key, or cut short, asks for nothing") {
  CHECK(file_refusal(seal(kSecret, Identity::generate().recipient(), Form::armored))
            .starts_with("sleutel: ik.sleutel: dit sleutelbestand is voor een andere sleutel verzegeld"));
  const std::string sealed = seal_with_passphrase(kSecret, "geheim", Form::armored, 4);
  CHECK(file_refusal(sealed.substr(0, 150)).starts_with("integriteit: ik.sleutel: de tekstvorm (armor)"));
}

TEST_CASE("what we write, age-keygen and ourselves read") {
  const Identity identity = Identity::generate();
  const SecretBytes file = identity_file(identity, "2026-03-01T09:00:00Z");
  CHECK(file.view() == "# created: 2026-03-01T09:00:00Z\n# public key: " + identity.recipient().text() + "\n" +
                           std::string(identity.text().view()) + "\n");
  CHECK(read_identity_file(file.view(), "x", nobody).front().recipient() == identity.recipient());
  const test::Scratch scratch;
  test::write_file(scratch.path("ik"), file.view());
  CHECK(test::run({"age-keygen", "-y", scratch.path("ik")}).out == identity.recipient().text() + "\n");
}

TEST_CASE("a key file has one form, and its public halves are taken on trust") {
  std::vector<Identity> identities;
  for (int i = 0; i < 7; ++i) identities.push_back(Identity::generate());
  const SecretBytes file = key_file(identities);
  const std::vector<Identity> read = read_key_file(file.view(), "reg1.age");
  REQUIRE(read.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(read[i].recipient() == identities[i].recipient());
    CHECK(read[i].text().view() == identities[i].text().view());
  }
  CHECK(key_file(read).view() == file.view());
  CHECK(read_identity_file(file.view(), "x", nobody).size() == 7);

  const std::string claimed = Identity::generate().recipient().text();
  const std::string other = "# public key: " + claimed + "\n" + kSecret + "\n";
  CHECK(read_key_file(other, "x").front().recipient().text() == claimed);

  const std::string text(file.view());
  const std::string leeg = "sleutel: reg1.age: dit sleutelbestand is leeg of afgekapt";
  CHECK(key_file_refusal("") == leeg);
  CHECK(key_file_refusal(text.substr(0, text.size() - 1)) == leeg);
  CHECK(key_file_refusal(kSecret + "\n") ==
        "sleutel: reg1.age:1: hier hoort een regel die begint met `# public key: `");
  CHECK(key_file_refusal(text + "\n").starts_with("sleutel: reg1.age:15: hier hoort een regel"));
  CHECK(
      key_file_refusal(text + "# public key: " + claimed + "\n").starts_with("sleutel: reg1.age:16: dit is geen"));
  CHECK(key_file_refusal("# public key: age1x\n" + kSecret + "\n").starts_with("sleutel: reg1.age:1: dit is geen"));
}

TEST_CASE("how many keys a sealed key file holds shows in its length, and only in that of a key file") {
  const Identity opens = Identity::generate();
  std::vector<Identity> keys;
  for (std::size_t n = 1; n <= 1300; ++n) {  // past the second chunk of 64 KiB
    keys.push_back(opens.clone());
    if (n > 20 && n % 431 > 1) continue;
    CAPTURE(n);
    const std::size_t length = seal(key_file(keys).view(), opens.recipient(), Form::binary).size();
    CHECK(keys_in_sealed(length) == n);
    CHECK_FALSE(keys_in_sealed(length - 1));
    CHECK_FALSE(keys_in_sealed(length + 1));
  }
  for (const std::size_t none : {0U, 1U, 184U, 200U}) CHECK_FALSE(keys_in_sealed(none));
}
