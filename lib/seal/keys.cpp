// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/keys.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/seal/bech32.h"
#include "lib/seal/bytes.h"
#include "lib/seal/hkdf.h"
#include "lib/seal/ready.h"

namespace pga::seal {
namespace {

constexpr std::string_view kRecipient = "age";
constexpr std::string_view kIdentity = "AGE-SECRET-KEY-";
constexpr std::string_view kNewOne = "maak een sleutel met `pga sleutel nieuw` of met `age-keygen`";

[[noreturn]] void refuse(std::string wat, std::string_view tip) {
  throw Fout(FoutSoort::sleutel, std::move(wat), std::string(tip));
}

/// The name of the plugin in "AGE-PLUGIN-NAME-1…": what stands after it is secret and stays out.
std::string plugin_name(std::string_view text) {
  text.remove_prefix(std::string_view("AGE-PLUGIN-").size());
  const std::string_view name = text.substr(0, text.find("-1"));
  const auto plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  if (name.size() == text.size() || name.size() > 32 || !std::all_of(name.begin(), name.end(), plain)) return "";
  std::string lower = " (age-plugin-";
  for (const char c : name) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower + ")";
}

/// Keys of kinds that age knows and pga does not, or that stand in the wrong place. Returns when it is none.
void refuse_other_kinds(std::string_view text) {
  if (text.starts_with("AGE-PLUGIN-")) {
    refuse(fmt::format("dit is een sleutel van een age-plugin{}; die kan pga niet gebruiken", plugin_name(text)),
           kNewOne);
  }
  if (text.starts_with("AGE-SECRET-KEY-PQ-")) {
    refuse("dit is een post-quantumsleutel van age; die kan pga niet gebruiken", kNewOne);
  }
  if (text.starts_with("ssh-") || (text.starts_with("-----BEGIN ") && text.find("PRIVATE KEY") < 40)) {
    refuse("dit is een ssh-sleutel; die kan pga niet gebruiken", kNewOne);
  }
}

Recipient public_half(const SecretBytes& secret) {
  Recipient recipient;
  if (crypto_scalarmult_curve25519_base(recipient.bytes.data(), secret.data()) != 0) {
    refuse("deze geheime sleutel heeft geen openbare helft", kNewOne);
  }
  return recipient;
}

SecretBytes secret_of(std::string_view text) {
  need_sodium();
  refuse_other_kinds(text);
  if (text.starts_with("age1")) {
    refuse("hier staat een openbare sleutel (age1…) waar een geheime sleutel hoort",
           "gebruik het bestand met de regel die begint met AGE-SECRET-KEY-1");
  }
  SecretBytes secret(32);
  if (!bech32_decode(text, kIdentity, std::span<std::uint8_t, 32>(secret.data(), 32))) {
    refuse("dit is geen geldige geheime sleutel van age (AGE-SECRET-KEY-1…)",
           "controleer of de regel heel is overgenomen, in hoofdletters en zonder spaties");
  }
  return secret;
}

}  // namespace

Recipient Recipient::parse(std::string_view text) {
  Recipient recipient;
  if (bech32_decode(text, kRecipient, recipient.bytes)) return recipient;
  refuse_other_kinds(text);
  if (text.starts_with("AGE-SECRET-KEY-")) {
    refuse("hier staat een geheime sleutel waar een openbare sleutel (age1…) hoort",
           "haal de geheime sleutel hier weg; de openbare staat in het sleutelbestand achter `# public key:`");
  }
  refuse("dit is geen geldige openbare sleutel van age (age1…)",
         "controleer of de sleutel heel is overgenomen, in kleine letters en zonder spaties");
}

std::string Recipient::text() const {
  std::string text(bech32_size(kRecipient), '\0');
  bech32_encode(kRecipient, bytes, text);
  return text;
}

Identity::Identity(SecretBytes secret, Recipient recipient) : secret_(std::move(secret)), recipient_(recipient) {}

Identity Identity::generate() {
  need_sodium();
  SecretBytes secret(32);
  randombytes_buf(secret.data(), secret.size());
  const Recipient recipient = public_half(secret);
  return {std::move(secret), recipient};
}

Identity Identity::parse(std::string_view text) {
  SecretBytes secret = secret_of(text);
  const Recipient recipient = public_half(secret);
  return {std::move(secret), recipient};
}

Identity Identity::parse_with(std::string_view text, const Recipient& claimed) {
  return {secret_of(text), claimed};
}

Identity Identity::clone() const { return {SecretBytes::copy_of(secret_.view()), recipient_}; }

std::string Identity::mark(std::string_view info) const {
  std::array<std::uint8_t, 32> bytes;
  hkdf_sha256(std::span<const std::uint8_t>(secret_.data(), secret_.size()), {}, info, bytes);
  constexpr std::size_t kBytes = 16;
  std::string hex(2 * kBytes + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), kBytes);
  hex.pop_back();
  return hex;
}

SecretBytes Identity::text() const {
  SecretBytes text(bech32_size(kIdentity));
  bech32_encode(kIdentity, std::span<const std::uint8_t, 32>(secret_.data(), 32),
                std::span<char>(reinterpret_cast<char*>(text.data()), text.size()));
  return text;
}

}  // namespace pga::seal
