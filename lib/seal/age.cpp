// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/age.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "lib/seal/armor.h"
#include "lib/seal/base64.h"
#include "lib/seal/bytes.h"
#include "lib/seal/header.h"
#include "lib/seal/hkdf.h"
#include "lib/seal/ready.h"
#include "lib/seal/scrypt.h"
#include "lib/seal/stream.h"
#include "lib/seal/wrap.h"

namespace pga::seal {
namespace {

constexpr std::string_view kBinaryMark = "age-encryption.org/";
constexpr std::string_view kX25519 = "X25519";
constexpr std::string_view kScrypt = "scrypt";
using Mac = std::array<std::uint8_t, 32>;
using Nonce = std::array<std::uint8_t, 16>;

std::string tip_of(AgeFailure failure) {
  if (failure == AgeFailure::no_match) return "controleer of u de juiste sleutel of het juiste wachtwoord gebruikt";
  return "haal het bestand opnieuw op of zet een reservekopie terug";
}

Mac mac_of(std::string_view maced, const StackKey<16>& file_key) {
  StackKey<32> key;
  hkdf_sha256(file_key.span(), {}, "header", key.span());
  Mac mac;
  const std::span<const std::uint8_t> bytes = bytes_of(maced);
  crypto_auth_hmacsha256(mac.data(), bytes.data(), bytes.size(), key.data());
  return mac;
}

std::string finish_seal(std::string_view stanza, const StackKey<16>& file_key, std::string_view plaintext,
                        Form form) {
  std::string file(kVersionLine);
  file.append(stanza).append(kFooterMark);
  const Mac mac = mac_of(file, file_key);
  file.push_back(' ');
  base64_append(file, mac, Padding::none);
  file.push_back('\n');
  Nonce nonce;
  randombytes_buf(nonce.data(), nonce.size());
  file.append(text_of(nonce));
  StackKey<32> key;
  hkdf_sha256(file_key.span(), nonce, "payload", key.span());
  stream_seal(file, plaintext, key.span());
  return form == Form::armored ? armor(file) : file;
}

SecretBytes finish_open(std::string_view file, const Header& header, const StackKey<16>& file_key) {
  const Mac mac = mac_of(header.maced, file_key);
  if (sodium_memcmp(mac.data(), header.mac.data(), mac.size()) != 0) {
    throw AgeError(AgeFailure::hmac, "de kop van het verzegelde bestand is veranderd: de controlecode klopt niet");
  }
  const std::string_view payload = file.substr(header.size);
  Nonce nonce;
  if (payload.size() < nonce.size()) refuse_header("het bestand is na de kop afgekapt");
  std::copy_n(bytes_of(payload).begin(), nonce.size(), nonce.begin());
  StackKey<32> key;
  hkdf_sha256(file_key.span(), nonce, "payload", key.span());
  return stream_open(payload.substr(nonce.size()), key.span());
}

/// The binary form; `buffer` keeps it when it had to be made. What does not begin as age but has dashes in it was
/// meant to be armor: that decides which of the two failures a damaged file gets.
std::string_view binary_form(std::string_view file, std::string& buffer) {
  if (file.starts_with(kBinaryMark) || file.find("-----") == std::string_view::npos) return file;
  buffer = dearmor(file, ArmorForm::any);
  return buffer;
}

/// The rules about stanzas that hold whoever opens the file.
Header checked_header(std::string_view binary) {
  Header header = parse_header(binary);
  for (const Stanza& stanza : header.stanzas) {
    if (stanza.type() == kX25519) x25519_check(stanza);
    if (stanza.type() == kScrypt && header.stanzas.size() != 1) {
      refuse_header("een wachtwoord staat naast een andere sleutel");
    }
  }
  return header;
}

SecretBytes open_checked(std::string_view binary, const Header& header, std::span<const Identity> identities) {
  StackKey<16> file_key;
  for (const Identity& identity : identities) {
    for (const Stanza& stanza : header.stanzas) {
      if (stanza.type() != kX25519 || !x25519_unwrap(stanza, identity, file_key)) continue;
      return finish_open(binary, header, file_key);
    }
  }
  if (header.stanzas.front().type() == kScrypt) {
    throw AgeError(AgeFailure::no_match, "dit bestand is met een wachtwoord verzegeld, niet voor een sleutel");
  }
  throw AgeError(AgeFailure::no_match, "geen van de sleutels die er zijn opent dit bestand");
}

}  // namespace

AgeError::AgeError(AgeFailure failure, std::string wat)
    : Fout(failure == AgeFailure::no_match ? FoutSoort::sleutel : FoutSoort::integriteit, std::move(wat),
           tip_of(failure)),
      failure_(failure) {}

std::string seal(std::string_view plaintext, const Recipient& recipient, Form form) {
  return seal_to_all(plaintext, std::span<const Recipient>(&recipient, 1), form);
}

std::string seal_to_all(std::string_view plaintext, std::span<const Recipient> recipients, Form form) {
  need_sodium();
  if (recipients.empty()) throw std::invalid_argument("seal_to_all: no recipient");
  StackKey<16> file_key;
  randombytes_buf(file_key.data(), 16);
  std::string stanzas;
  for (const Recipient& r : recipients) stanzas += x25519_wrap(file_key, r);
  return finish_seal(stanzas, file_key, plaintext, form);
}

std::string seal_with_passphrase(std::string_view plaintext, std::string_view passphrase, Form form, int log_n) {
  need_sodium();
  if (log_n < 1 || log_n > kScryptMax) throw std::invalid_argument("seal_with_passphrase: log_n out of range");
  if (passphrase.empty()) {
    throw Fout(FoutSoort::gebruik, "het wachtwoord is leeg", "kies een wachtwoord van enkele woorden");
  }
  StackKey<16> file_key;
  randombytes_buf(file_key.data(), 16);
  return finish_seal(scrypt_wrap(file_key, passphrase, log_n), file_key, plaintext, form);
}

SecretBytes open(std::string_view file, std::span<const Identity> identities) {
  need_sodium();
  std::string buffer;
  const std::string_view binary = binary_form(file, buffer);
  return open_checked(binary, checked_header(binary), identities);
}

SecretBytes open_single(std::string_view file, const Identity& identity) {
  need_sodium();
  const std::string binary = dearmor(file, ArmorForm::exact);
  const Header header = checked_header(binary);
  if (header.stanzas.size() != 1 || header.stanzas.front().type() != kX25519) {
    refuse_header("er hoort precies één sleutelblok van het type X25519 in te staan");
  }
  return open_checked(binary, header, std::span<const Identity>(&identity, 1));
}

SecretBytes open_with_passphrase(std::string_view file, std::string_view passphrase, int max_log_n) {
  need_sodium();
  std::string buffer;
  const std::string_view binary = binary_form(file, buffer);
  const Header header = checked_header(binary);
  const Stanza& stanza = header.stanzas.front();
  if (stanza.type() != kScrypt) {
    throw AgeError(AgeFailure::no_match, "dit bestand is niet met een wachtwoord verzegeld");
  }
  StackKey<16> file_key;
  if (!scrypt_unwrap(stanza, passphrase, std::min(max_log_n, kScryptMax), file_key)) {
    throw AgeError(AgeFailure::no_match, "het wachtwoord past niet");
  }
  return finish_open(binary, header, file_key);
}

std::string armored(std::string_view binary_file) { return armor(binary_file); }

std::string unarmored(std::string_view armored_file) { return dearmor(armored_file, ArmorForm::exact); }

bool is_age(std::string_view file) { return file.starts_with(kBinaryMark) || begins_as_armor(file); }

bool needs_passphrase(std::string_view file) {
  if (!is_age(file)) return false;
  try {
    const std::vector<std::string> types = stanza_types(file);
    return types.size() == 1 && types.front() == kScrypt;
  } catch (const AgeError&) {
    return false;
  }
}

std::vector<std::string> stanza_types(std::string_view file) {
  std::string buffer;
  const Header header = parse_header(binary_form(file, buffer));
  std::vector<std::string> types;
  types.reserve(header.stanzas.size());
  for (const Stanza& stanza : header.stanzas) types.emplace_back(stanza.type());
  return types;
}

}  // namespace pga::seal
