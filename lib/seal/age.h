// SPDX-License-Identifier: EUPL-1.2
//
// The age v1 file format (C2SP age.md): X25519 and scrypt stanzas, armor, STREAM payload. Knows no dossier.
//
// Promises: what `seal` makes, the stock age opens, and the reverse; no byte of a payload is handed out before
// the whole of it authenticated; every departure from the specification is refused. Never falls back, never
// guesses, never writes anywhere.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/keys.h"
#include "lib/seal/secret.h"

namespace pga::seal {

/// The failure classes of the public test vectors.
enum class AgeFailure { header, hmac, no_match, payload, armor };

/// Thrown by `open`: kind sleutel for no_match, else integriteit. The Dutch text says what is wrong; callers that
/// know the file add its place.
class AgeError : public Fout {
 public:
  AgeError(AgeFailure failure, std::string wat);
  [[nodiscard]] AgeFailure failure() const { return failure_; }

 private:
  AgeFailure failure_;
};

enum class Form { armored, binary };

/// Highest scrypt work factor (log2 N) that is accepted, and the one that is written.
inline constexpr int kScryptMax = 20;
inline constexpr int kScryptDefault = 18;

/// Seals to exactly one recipient. Throws Fout(sleutel) when that is no point of the curve to seal to.
[[nodiscard]] std::string seal(std::string_view plaintext, const Recipient& recipient, Form form);

/// Seals with a passphrase (a person's identity file only). `log_n` 1..kScryptMax. Throws Fout(gebruik) for an
/// empty passphrase.
[[nodiscard]] std::string seal_with_passphrase(std::string_view plaintext, std::string_view passphrase, Form form,
                                               int log_n = kScryptDefault);

/// Opens a file, armored or binary, with the first identity that fits. Unknown stanza types are ignored.
/// Throws AgeError.
[[nodiscard]] SecretBytes open(std::string_view file, std::span<const Identity> identities);

/// Opens a payload of a kast: armor exactly as `seal` writes it (LF, nothing around it), exactly one stanza and
/// that an X25519 one; any other stanza is a header failure, because a second recipient would survive the
/// destruction of the keys.
[[nodiscard]] SecretBytes open_single(std::string_view file, const Identity& identity);

/// Where bytes come from: writes at most `room.size()` of them there and says how many; 0 at the end, and only
/// then.
using Source = std::function<std::size_t(std::span<char> room)>;
using Sink = std::function<void(std::string_view bytes)>;

/// Seals what `from` gives to one recipient, binary, holding two chunks in memory at most. Throws what they throw,
/// and Fout(sleutel) as `seal`.
void seal_stream(const Source& from, const Sink& to, const Recipient& recipient);

/// Opens a binary file with exactly one stanza, an X25519 one. The exception to the promise above: every chunk goes
/// to `to` when it authenticated, and whether the file is whole is known only when this returns. Callers let nobody
/// see a byte before that. Throws AgeError, and what `from` and `to` throw.
void open_stream(const Source& from, const Sink& to, const Identity& identity);

/// Whether these bytes begin as a binary age file whose only stanza is X25519.
[[nodiscard]] bool is_single_binary(std::string_view file);

/// Opens a file whose only stanza is scrypt. Throws AgeError; no_match means a wrong passphrase, or that none is
/// asked for; a work factor above `max_log_n` is a header failure before any memory is spent.
[[nodiscard]] SecretBytes open_with_passphrase(std::string_view file, std::string_view passphrase,
                                               int max_log_n = kScryptMax);

/// The same file in the other form: armored as `seal` writes it, and back. The latter throws AgeError(armor) for
/// every other armor.
[[nodiscard]] std::string armored(std::string_view binary_file);
[[nodiscard]] std::string unarmored(std::string_view armored_file);

/// Whether the bytes begin as an age file does (armored or binary), and whether its only stanza is scrypt.
[[nodiscard]] bool is_age(std::string_view file);
[[nodiscard]] bool needs_passphrase(std::string_view file);

/// Stanza types in order ("X25519", "scrypt", …), without opening. Throws AgeError (header, armor).
[[nodiscard]] std::vector<std::string> stanza_types(std::string_view file);

}  // namespace pga::seal
