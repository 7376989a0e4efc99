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

/// The bytes before the payload, its nonce included; `key` becomes that of the payload.
std::string head_of(std::string_view stanza, const StackKey<16>& file_key, StackKey<32>& key) {
  std::string file(kVersionLine);
  file.append(stanza).append(kFooterMark);
  const Mac mac = mac_of(file, file_key);
  file.push_back(' ');
  base64_append(file, mac, Padding::none);
  file.push_back('\n');
  Nonce nonce;
  randombytes_buf(nonce.data(), nonce.size());
  file.append(text_of(nonce));
  hkdf_sha256(file_key.span(), nonce, "payload", key.span());
  return file;
}

std::string finish_seal(std::string_view stanza, const StackKey<16>& file_key, std::string_view plaintext,
                        Form form) {
  StackKey<32> key;
  std::string file = head_of(stanza, file_key, key);
  stream_seal(file, plaintext, key.span());
  return form == Form::armored ? armor(file) : file;
}

/// The chunks after the header and its nonce; `key` becomes that of the payload.
std::string_view payload_of(std::string_view file, const Header& header, const StackKey<16>& file_key,
                            StackKey<32>& key) {
  const Mac mac = mac_of(header.maced, file_key);
  if (sodium_memcmp(mac.data(), header.mac.data(), mac.size()) != 0) {
    throw AgeError(AgeFailure::hmac, "de kop van het verzegelde bestand is veranderd: de controlecode klopt niet");
  }
  const std::string_view payload = file.substr(header.size);
  Nonce nonce;
  if (payload.size() < nonce.size()) refuse_header("het bestand is na de kop afgekapt");
  std::copy_n(bytes_of(payload).begin(), nonce.size(), nonce.begin());
  hkdf_sha256(file_key.span(), nonce, "payload", key.span());
  return payload.substr(nonce.size());
}

SecretBytes finish_open(std::string_view file, const Header& header, const StackKey<16>& file_key) {
  StackKey<32> key;
  const std::string_view chunks = payload_of(file, header, file_key, key);
  return stream_open(chunks, key.span());
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

bool is_single(const Header& header) {
  return header.stanzas.size() == 1 && header.stanzas.front().type() == kX25519;
}

[[noreturn]] void refuse_stanzas() {
  refuse_header("er hoort precies één sleutelblok van het type X25519 in te staan");
}

/// Reads ahead, so that a whole chunk is known to be the last one or not.
class Ahead {
 public:
  explicit Ahead(const Source& from) : from_(from) {}
  ~Ahead() { wipe(buffer_.data(), buffer_.size()); }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  /// What comes next, without taking it: `want` bytes, or all that is left when that is less.
  std::string_view peek(std::size_t want) {
    if (begin_ + want > buffer_.size()) {
      std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
      end_ -= begin_;
      begin_ = 0;
    }
    while (!done_ && end_ - begin_ < want) {
      const std::size_t n = from_(std::span<char>(buffer_).subspan(end_));
      end_ += n;
      done_ = n == 0;
    }
    return std::string_view(buffer_.data() + begin_, std::min(want, end_ - begin_));
  }
  void take(std::size_t n) { begin_ += n; }

 private:
  const Source& from_;
  std::vector<char> buffer_ = std::vector<char>(2 * (kChunk + kChunkTag));
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool done_ = false;
};

constexpr std::size_t kHeadMax = 4096;  // one X25519 stanza takes less than 200

}  // namespace

AgeError::AgeError(AgeFailure failure, std::string wat)
    : Fout(failure == AgeFailure::no_match ? FoutSoort::sleutel : FoutSoort::integriteit, std::move(wat),
           tip_of(failure)),
      failure_(failure) {}

std::string seal(std::string_view plaintext, const Recipient& recipient, Form form) {
  need_sodium();
  StackKey<16> file_key;
  randombytes_buf(file_key.data(), 16);
  return finish_seal(x25519_wrap(file_key, recipient), file_key, plaintext, form);
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
  if (!is_single(header)) refuse_stanzas();
  return open_checked(binary, header, std::span<const Identity>(&identity, 1));
}

void seal_stream(const Source& from, const Sink& to, const Recipient& recipient) {
  need_sodium();
  StackKey<16> file_key;
  randombytes_buf(file_key.data(), 16);
  StackKey<32> key;
  to(head_of(x25519_wrap(file_key, recipient), file_key, key));
  Ahead ahead(from);
  std::vector<std::uint8_t> sealed(kChunk + kChunkTag);
  bool last = false;
  for (std::uint64_t i = 0; !last; ++i) {
    const std::string_view next = ahead.peek(kChunk + 1);
    const std::string_view part = next.substr(0, kChunk);
    last = next.size() == part.size();
    stream_seal_chunk(sealed.data(), part, i, last, key.span());
    to(text_of(std::span<const std::uint8_t>(sealed).first(part.size() + kChunkTag)));
    ahead.take(part.size());
  }
}

void open_stream(const Source& from, const Sink& to, const Identity& identity) {
  need_sodium();
  Ahead ahead(from);
  const std::string head(ahead.peek(kHeadMax));
  const Header header = checked_header(head);
  if (!is_single(header)) refuse_stanzas();
  StackKey<16> file_key;
  if (!x25519_unwrap(header.stanzas.front(), identity, file_key)) {
    throw AgeError(AgeFailure::no_match, "geen van de sleutels die er zijn opent dit bestand");
  }
  StackKey<32> key;
  ahead.take(head.size() - payload_of(head, header, file_key, key).size());
  SecretBytes plain(kChunk + kChunkTag);
  bool last = false;
  for (std::uint64_t i = 0; !last; ++i) {
    const std::size_t whole = kChunk + kChunkTag;
    const std::string_view next = ahead.peek(whole + 1);
    const std::string_view part = next.substr(0, whole);
    last = next.size() == part.size();
    const bool too_short = part.size() < kChunkTag || (part.size() == kChunkTag && i > 0);
    if (too_short) throw AgeError(AgeFailure::payload, "de verzegelde inhoud is afgekapt");
    if (!stream_open_chunk(plain.data(), part, i, last, key.span())) {
      throw AgeError(AgeFailure::payload, "de verzegelde inhoud is veranderd of niet volledig");
    }
    to(plain.view().substr(0, part.size() - kChunkTag));
    ahead.take(part.size());
  }
}

bool is_single_binary(std::string_view file) {
  try {
    return file.starts_with(kBinaryMark) && is_single(checked_header(file.substr(0, kHeadMax)));
  } catch (const AgeError&) {
    return false;
  }
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
