// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/scrypt.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "lib/basis/fout.h"
#include "lib/seal/base64.h"
#include "lib/seal/wrap.h"

namespace pga::seal {
namespace {

constexpr std::string_view kLabel = "age-encryption.org/v1/scrypt";
using Salt = std::array<std::uint8_t, 16>;

void stretch(std::string_view passphrase, const Salt& salt, int log_n, StackKey<32>& key) {
  std::string labelled(kLabel);
  labelled.append(text_of(salt));
  const std::span<const std::uint8_t> password = bytes_of(passphrase);
  const std::span<const std::uint8_t> input = bytes_of(labelled);
  const std::uint8_t none = 0;  // an empty passphrase has no address, and libsodium wants one
  if (crypto_pwhash_scryptsalsa208sha256_ll(password.empty() ? &none : password.data(), password.size(),
                                            input.data(), input.size(), std::uint64_t{1} << log_n, 8, 1, key.data(),
                                            32) != 0) {
    throw Fout(FoutSoort::algemeen, fmt::format("te weinig geheugen voor het wachtwoord (werkfactor {})", log_n),
               "sluit andere programma's en probeer het opnieuw");
  }
}

/// The decimal number without sign or leading zero.
int work_factor(std::string_view text, int max_log_n) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.front() == '0') refuse_header("de werkfactor van het wachtwoord is geen getal");
  const int value = text.size() > 2 ? 100 : std::stoi(std::string(text));
  if (value > max_log_n) {
    refuse_header(fmt::format("de werkfactor van het wachtwoord is {}, en meer dan {} wordt niet aangenomen", text,
                              max_log_n));
  }
  return value;
}

}  // namespace

std::string scrypt_wrap(const StackKey<16>& file_key, std::string_view passphrase, int log_n) {
  Salt salt;
  randombytes_buf(salt.data(), salt.size());
  StackKey<32> key;
  stretch(passphrase, salt, log_n, key);
  std::string args = "scrypt ";
  base64_append(args, salt, Padding::none);
  args += fmt::format(" {}", log_n);
  return write_stanza(args, wrap_file_key(file_key, key));
}

bool scrypt_unwrap(const Stanza& stanza, std::string_view passphrase, int max_log_n, StackKey<16>& file_key) {
  Salt salt;
  if (stanza.args.size() != 3 || !base64_decode_exact(stanza.args[1], Padding::none, salt)) {
    refuse_header("het sleutelblok voor het wachtwoord is niet goed geschreven");
  }
  const int log_n = work_factor(stanza.args[2], max_log_n);
  if (stanza.body.size() != kWrappedSize) refuse_header("een sleutelblok heeft een verkeerde lengte");
  StackKey<32> key;
  stretch(passphrase, salt, log_n, key);
  return unwrap_file_key(stanza.body, key, file_key);
}

}  // namespace pga::seal
