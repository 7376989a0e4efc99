// SPDX-License-Identifier: EUPL-1.2
//
// X25519 keys as age writes them: a Recipient ("age1…", public) and an Identity ("AGE-SECRET-KEY-1…").
// Parsing throws Fout(sleutel) with a Dutch message that never repeats a secret.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "lib/seal/secret.h"

namespace pga::seal {

struct Recipient {
  std::array<std::uint8_t, 32> bytes{};
  /// Exactly one form: lower-case bech32 with prefix "age".
  [[nodiscard]] static Recipient parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  friend bool operator==(const Recipient&, const Recipient&) = default;
};

class Identity {
 public:
  [[nodiscard]] static Identity generate();
  /// "AGE-SECRET-KEY-1…", all upper case. Derives the public key.
  [[nodiscard]] static Identity parse(std::string_view text);
  /// As parse, but takes the public half on trust, which saves a multiplication when thousands are read. A wrong
  /// one can do no harm but that nothing opens: age mixes it into the key it derives.
  [[nodiscard]] static Identity parse_with(std::string_view text, const Recipient& claimed);
  Identity(Identity&&) noexcept = default;
  Identity& operator=(Identity&&) noexcept = default;

  [[nodiscard]] Identity clone() const;
  [[nodiscard]] const Recipient& recipient() const { return recipient_; }
  /// The 32 raw bytes.
  [[nodiscard]] const SecretBytes& secret() const { return secret_; }
  /// 128 bits as hex digits, the same each time, that only a holder of the key can compute (HKDF-SHA256 with that
  /// info). To whom has no key they are random bits: they say nothing about it, or about its public half.
  [[nodiscard]] std::string mark(std::string_view info) const;
  /// "AGE-SECRET-KEY-1…" in locked memory.
  [[nodiscard]] SecretBytes text() const;

 private:
  Identity(SecretBytes secret, Recipient recipient);
  SecretBytes secret_;
  Recipient recipient_;
};

}  // namespace pga::seal
