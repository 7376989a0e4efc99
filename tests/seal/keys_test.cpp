// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/keys.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "lib/basis/fout.h"
#include "tests/seal/tools.h"

using namespace pga::seal;
using pga::Fout;
using pga::FoutSoort;

namespace {

// A key pair of the public age test vectors.
const std::string kSecret = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

template <typename Parse>
std::string refusal(Parse parse) {
  try {
    static_cast<void>(parse());
    return "";
  } catch (const Fout& fout) {
    CHECK(fout.soort() == FoutSoort::sleutel);
    CHECK_FALSE(fout.bevindingen().front().tip.empty());
    return fout.what();
  }
}

std::string identity_refusal(const std::string& text) {
  return refusal([&] { return Identity::parse(text); });
}

std::string recipient_refusal(const std::string& text) {
  return refusal([&] { return Recipient::parse(text); });
}

}  // namespace

TEST_CASE("an identity and its public half are the ones age-keygen knows") {
  const test::Scratch scratch;
  const std::string path = scratch.path("sleutel");
  for (int i = 0; i < 20; ++i) {
    const Identity identity = i == 0 ? Identity::parse(kSecret) : Identity::generate();
    test::write_file(path, std::string(identity.text().view()) + "\n");
    const test::Result keygen = test::run({"age-keygen", "-y", path});
    REQUIRE(keygen.exit == 0);
    CHECK(keygen.out == identity.recipient().text() + "\n");
    CHECK(Identity::parse(identity.text().view()).recipient() == identity.recipient());
    CHECK(Identity::parse(identity.text().view()).secret().view() == identity.secret().view());
    CHECK(Recipient::parse(identity.recipient().text()) == identity.recipient());
    CHECK(identity.clone().text().view() == identity.text().view());
  }
}

TEST_CASE("parse_with takes the public half on trust") {
  const Recipient claimed = Identity::generate().recipient();
  const Identity identity = Identity::parse_with(kSecret, claimed);
  CHECK(identity.recipient() == claimed);
  CHECK(identity.text().view() == kSecret);
}

TEST_CASE("every single changed sign of a key is refused, and so is the other case") {
  const std::string recipient = Identity::parse(kSecret).recipient().text();
  for (const char other : std::string("qpzry9x8gf2tvdw0s3jn54khce6mua7l1b -")) {
    for (std::size_t at = 0; at < recipient.size(); ++at) {
      std::string changed = recipient;
      changed[at] = other;
      if (changed != recipient) CHECK_FALSE(recipient_refusal(changed).empty());
    }
    for (std::size_t at = 0; at < kSecret.size(); ++at) {
      std::string changed = kSecret;
      changed[at] = static_cast<char>(std::toupper(static_cast<unsigned char>(other)));
      if (changed != kSecret) CHECK_FALSE(identity_refusal(changed).empty());
    }
  }
  for (std::size_t at = 0; at < kSecret.size(); ++at) {
    std::string mixed = kSecret;
    mixed[at] = lower(mixed)[at];
    if (mixed != kSecret) CHECK_FALSE(identity_refusal(mixed).empty());
  }
  CHECK_FALSE(identity_refusal(lower(kSecret)).empty());
  CHECK_FALSE(recipient_refusal(upper(recipient)).empty());
  for (const std::string& around : {kSecret + " ", " " + kSecret, kSecret + "\n", kSecret + kSecret}) {
    CHECK_FALSE(identity_refusal(around).empty());
  }
}

TEST_CASE("unused bits that are not zero are refused, though the checksum is right") {
  CHECK_FALSE(
      identity_refusal("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40PHH72XA").empty());
  CHECK_FALSE(recipient_refusal("age1egtzvffv20835nwyv6270lxyvk2vknx2mmdkwyklmgr48uawx40pycdskw").empty());
  CHECK(recipient_refusal("age1egtzvffv20835nwyv6270lxyvk2vknx2mmdkwyklmgr48uawx40qewe9tu").empty());
}

TEST_CASE("keys of another kind are refused by name, and no secret is repeated") {
  CHECK(identity_refusal("AGE-PLUGIN-YUBIKEY-1QQQGEHEIM") ==
        "dit is een sleutel van een age-plugin (age-plugin-yubikey); die kan pga niet gebruiken");
  CHECK(identity_refusal("AGE-PLUGIN-") == "dit is een sleutel van een age-plugin; die kan pga niet gebruiken");
  CHECK(identity_refusal("AGE-SECRET-KEY-PQ-1QQQ") ==
        "dit is een post-quantumsleutel van age; die kan pga niet gebruiken");
  CHECK(identity_refusal("ssh-ed25519 AAAA") == "dit is een ssh-sleutel; die kan pga niet gebruiken");
  CHECK(identity_refusal("-----BEGIN OPENSSH PRIVATE KEY-----") ==
        "dit is een ssh-sleutel; die kan pga niet gebruiken");
  CHECK(identity_refusal(Identity::generate().recipient().text()) ==
        "hier staat een openbare sleutel (age1…) waar een geheime sleutel hoort");
  CHECK(recipient_refusal(kSecret) == "hier staat een geheime sleutel waar een openbare sleutel (age1…) hoort");
  CHECK(recipient_refusal("ssh-rsa AAAA") == "dit is een ssh-sleutel; die kan pga niet gebruiken");
  CHECK(identity_refusal(kSecret + "X").find("EGTZ") == std::string::npos);
  CHECK_FALSE(identity_refusal("").empty());
  CHECK_FALSE(recipient_refusal("").empty());
}

TEST_CASE("a mark is the same each time, another for each key and purpose, and what HKDF says it is") {
  const Identity identity = Identity::parse(kSecret);
  CHECK(identity.mark("pga/v1/geteld") == "7881926d514879e9360dca97f5a919c9");  // computed with another HKDF
  CHECK(identity.clone().mark("pga/v1/geteld") == identity.mark("pga/v1/geteld"));
  CHECK(identity.mark("pga/v1/iets") != identity.mark("pga/v1/geteld"));
  CHECK(Identity::generate().mark("pga/v1/geteld") != identity.mark("pga/v1/geteld"));
}
