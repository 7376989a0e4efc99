// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/minisign.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <map>

#include "lib/basis/fout.h"
#include "lib/seal/base64.h"
#include "lib/seal/bytes.h"
#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

const std::string kSecret = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
const std::string kMessage = "pga: 1\nsoort: \"stuk\"\n";

std::string base64(std::string_view bytes) {
  std::string text;
  base64_append(text, bytes_of(bytes), Padding::required);
  return text;
}

struct Parts {
  std::string untrusted = "untrusted comment: pga";
  std::string packet;
  std::string trusted = "trusted comment: pga";
  std::string global;

  [[nodiscard]] std::string text(const std::string& eol = "\n") const {
    return untrusted + eol + packet + eol + trusted + eol + global + eol;
  }
};

Parts split(const std::string& signature) {
  Parts parts;
  std::size_t at = 0;
  for (std::string* part : {&parts.untrusted, &parts.packet, &parts.trusted, &parts.global}) {
    const std::size_t end = signature.find('\n', at);
    REQUIRE(end != std::string::npos);
    *part = signature.substr(at, end - at);
    at = end + 1;
  }
  REQUIRE(at == signature.size());
  return parts;
}

/// The Ed25519 secret that derive() makes, by libsodium alone.
std::string raw_secret(const Identity& identity) {
  unsigned char extracted[32];
  unsigned char seed[32];
  const unsigned char zero[32] = {};
  crypto_auth_hmacsha256(extracted, identity.secret().data(), 32, zero);
  const std::string info = "pga/v1/handtekening/ed25519\x01";
  crypto_auth_hmacsha256(seed, reinterpret_cast<const unsigned char*>(info.data()), info.size(), extracted);
  unsigned char key[32];
  std::string secret(64, '\0');
  crypto_sign_seed_keypair(key, reinterpret_cast<unsigned char*>(secret.data()), seed);
  return secret;
}

std::string raw_sign(const std::string& secret, std::string_view bytes) {
  std::string signature(64, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes_of(bytes).data(),
                       bytes.size(), bytes_of(secret).data());
  return signature;
}

std::string blake2b512(std::string_view bytes) {
  std::string hash(64, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), 64, bytes_of(bytes).data(), bytes.size(),
                     nullptr, 0);
  return hash;
}

/// Raises the last sign before the padding by one: a base64 whose unused bits are not zero.
std::string not_canonical(std::string line) {
  const std::size_t at = line.find('=') - 1;
  const std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  line[at] = signs[signs.find(line[at]) + 1];
  return line;
}

/// Whether the stock minisign takes a signature of `message` by `key`.
bool stock_verifies(const test::Scratch& scratch, const VerifyKey& key, const std::string& message,
                    const std::string& signature) {
  const std::string path = scratch.path("m");
  test::write_file(path, message);
  test::write_file(path + ".minisig", signature);
  const test::Result result = test::run({"minisign", "-V", "-H", "-m", path, "-P", key.text()});
  REQUIRE_MESSAGE(result.exit != 127, "minisign is not installed");
  return result.exit == 0;
}

/// Other byte forms by name, of one and the same valid signature by the holder of the key.
std::map<std::string, std::string> changed_lines(const Parts& parts, const std::string& packet,
                                                 const std::string& secret) {
  std::map<std::string, std::string> forms;
  const auto with = [&](const std::string& name, auto change) {
    Parts other = parts;
    change(other);
    forms[name] = other.text();
  };
  const std::string signature = packet.substr(10);
  const std::string legacy = raw_sign(secret, kMessage);
  with("legacy algorithm", [&](Parts& p) {
    p.packet = base64("Ed" + packet.substr(2, 8) + legacy);
    p.global = base64(raw_sign(secret, legacy + "pga"));
  });
  with("other key id", [&](Parts& p) { p.packet = base64("ED" + std::string(8, 'k') + signature); });
  with("other untrusted comment", [](Parts& p) { p.untrusted += "!"; });
  with("no untrusted comment", [](Parts& p) { p.untrusted = "untrusted comment: "; });
  with("other trusted comment, well signed", [&](Parts& p) {
    p.trusted = "trusted comment: timestamp:1";
    p.global = base64(raw_sign(secret, signature + "timestamp:1"));
  });
  with("empty trusted comment, well signed", [&](Parts& p) {
    p.trusted = "trusted comment: ";
    p.global = base64(raw_sign(secret, signature));
  });
  with("global signature of something else", [&](Parts& p) { p.global = base64(signature); });
  with("unused bits in the first line", [](Parts& p) { p.packet = not_canonical(p.packet); });
  with("unused bits in the second line", [](Parts& p) { p.global = not_canonical(p.global); });
  with("no padding", [](Parts& p) { p.packet.pop_back(); });
  with("blank after a line", [](Parts& p) { p.packet += " "; });
  with("blank before a line", [](Parts& p) { p.global.insert(0, " "); });
  return forms;
}

std::map<std::string, std::string> changed_around(const Parts& parts, const std::string& good) {
  return {{"CRLF", parts.text("\r\n")},
          {"no last line end", good.substr(0, good.size() - 1)},
          {"a line end more", good + "\n"},
          {"a line more", good + "pga\n"},
          {"a line before", "\n" + good},
          {"twice", good + good},
          {"nothing", ""},
          {"a NUL after it", good + std::string(1, '\0')}};
}

}  // namespace

TEST_CASE("the stock minisign verifies our signatures") {
  const test::Scratch scratch;
  for (int i = 0; i < 10; ++i) {
    const SigningKey key = SigningKey::derive(Identity::generate());
    const std::string message = test::noise(static_cast<std::size_t>(i) * 500, 3);
    const std::string signature = key.sign(message);
    CHECK(verify(key.verify_key(), message, signature));
    CHECK(stock_verifies(scratch, key.verify_key(), message, signature));
    CHECK_FALSE(stock_verifies(scratch, key.verify_key(), message + "x", signature));
  }
}

TEST_CASE("a signing key follows from the identity, the same every time") {
  const Identity identity = Identity::parse(kSecret);
  const SigningKey key = SigningKey::derive(identity);
  CHECK(text_of(key.verify_key().bytes) == raw_secret(identity).substr(32));
  CHECK(key.sign(kMessage) == SigningKey::derive(identity).sign(kMessage));
  // Frozen: another derivation would make every kast unverifiable.
  CHECK(key.verify_key().text() == "RWTANZSiSmA6XxM4O2Tt248B3/yplf6XnMVif6cQP6yUowAtxWL8hJ0z");
  CHECK(VerifyKey::parse(key.verify_key().text()) == key.verify_key());
  CHECK_FALSE(SigningKey::derive(Identity::generate()).verify_key() == key.verify_key());
}

TEST_CASE("another message, another key or a changed byte verifies nothing") {
  const SigningKey key = SigningKey::derive(Identity::parse(kSecret));
  const std::string signature = key.sign(kMessage);
  REQUIRE(verify(key.verify_key(), kMessage, signature));
  CHECK_FALSE(verify(key.verify_key(), kMessage + "\n", signature));
  CHECK_FALSE(verify(SigningKey::derive(Identity::generate()).verify_key(), kMessage, signature));
  CHECK_FALSE(verify(VerifyKey{}, kMessage, signature));
  for (std::size_t at = 0; at < signature.size(); ++at) {
    CAPTURE(at);
    for (int value = 0; value < 256; ++value) {
      std::string changed = signature;
      changed[at] = static_cast<char>(value);
      if (changed != signature && verify(key.verify_key(), kMessage, changed)) FAIL_CHECK("verified");
    }
    std::string missing = signature;
    missing.erase(at, 1);
    CHECK_FALSE(verify(key.verify_key(), kMessage, missing));
    CHECK_FALSE(verify(key.verify_key(), kMessage, signature.substr(0, at)));
  }
  for (std::size_t at = 0; at < kMessage.size(); ++at) {
    std::string changed = kMessage;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK_FALSE(verify(key.verify_key(), changed, signature));
  }
}

TEST_CASE("every second byte form is refused, also where the stock minisign takes it") {
  const Identity identity = Identity::parse(kSecret);
  const SigningKey key = SigningKey::derive(identity);
  const std::string good = key.sign(kMessage);
  const Parts parts = split(good);
  const std::string secret = raw_secret(identity);
  std::string packet(74, '\0');
  REQUIRE(base64_decode_exact(parts.packet, Padding::required,
                              {reinterpret_cast<std::uint8_t*>(packet.data()), packet.size()}));
  REQUIRE(packet.substr(10) == raw_sign(secret, blake2b512(kMessage)));

  std::map<std::string, std::string> forms = changed_lines(parts, packet, secret);
  forms.merge(changed_around(parts, good));
  REQUIRE(forms.size() == 20);
  const test::Scratch scratch;
  int taken_by_stock = 0;
  for (const auto& form : forms) {
    CAPTURE(form.first);
    const std::string& text = form.second;
    REQUIRE(text != good);
    CHECK_FALSE(verify(key.verify_key(), kMessage, text));
    if (stock_verifies(scratch, key.verify_key(), kMessage, text)) ++taken_by_stock;
  }
  // Or the forms above would be refused for another reason than their form.
  CHECK(taken_by_stock >= 5);
}

TEST_CASE("a signature with S beyond the group's order is refused") {
  const Identity identity = Identity::parse(kSecret);
  const SigningKey key = SigningKey::derive(identity);
  const Parts parts = split(key.sign(kMessage));
  std::string global(64, '\0');
  REQUIRE(base64_decode_exact(parts.global, Padding::required,
                              {reinterpret_cast<std::uint8_t*>(global.data()), global.size()}));
  // S + L, little-endian: the same point, another byte form.
  static constexpr std::array<unsigned, 32> kOrder = {
      0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
      0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
  unsigned carry = 0;
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    carry += static_cast<unsigned char>(global[32 + i]) + kOrder[i];
    global[32 + i] = static_cast<char>(carry & 0xff);
    carry >>= 8;
  }
  REQUIRE(carry == 0);
  Parts other = parts;
  other.global = base64(global);
  CHECK_FALSE(verify(key.verify_key(), kMessage, other.text()));
}

TEST_CASE("a verify key has one form") {
  const VerifyKey key = SigningKey::derive(Identity::parse(kSecret)).verify_key();
  const std::string text = key.text();
  CHECK(text.starts_with("RW"));
  CHECK(text.size() == 56);
  const std::string other_id = base64("Ed" + std::string(8, 'k') + std::string(text_of(key.bytes)));
  for (const std::string& bad : {std::string(), text + "\n", " " + text, text.substr(1), text + "AAAA", other_id,
                                 "RU" + text.substr(2), std::string(56, '=')}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(static_cast<void>(VerifyKey::parse(bad)), pga::Fout);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    CHECK_THROWS_AS(static_cast<void>(VerifyKey::parse(changed)), pga::Fout);
  }
}
