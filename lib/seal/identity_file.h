// SPDX-License-Identifier: EUPL-1.2
//
// Identity files: what age-keygen and `age -p` write, and the key files of a dossier, which have the same form.
// Lines: comments (#), empty lines, and one AGE-SECRET-KEY-1… a line.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/seal/keys.h"
#include "lib/seal/secret.h"

namespace pga::seal {

/// Asks a person for the passphrase of the file named; called at most once a file.
using PassphraseReader = std::function<SecretBytes(std::string_view file_name)>;

/// Reads an identity file, plain or sealed with a passphrase (armored or binary). `name` is for messages.
/// Throws Fout(sleutel) for a wrong passphrase, and for a file that holds no identity, with the line of what is
/// wrong. Plugin and ssh identities are refused by name.
[[nodiscard]] std::vector<Identity> read_identity_file(std::string_view bytes, std::string_view name,
                                                       const PassphraseReader& ask);

/// The lines of one identity as age-keygen writes them: "# created: …", "# public key: age1…" and the secret.
/// `created` is an RFC 3339 time.
[[nodiscard]] SecretBytes identity_file(const Identity& identity, std::string_view created);

/// Several identities in one file, each below a "# public key: age1…" line: a dossier's key file.
[[nodiscard]] SecretBytes key_file(const std::vector<Identity>& identities);

/// How many identities a key_file holds, from the length of the binary age file with one recipient that it was
/// sealed in; nothing when no key_file has that length. So much of it is known to whoever cannot open it.
[[nodiscard]] std::optional<std::size_t> keys_in_sealed(std::size_t length);

/// Reads what key_file wrote, taking the public halves from the comments on trust (see Identity::parse_with).
[[nodiscard]] std::vector<Identity> read_key_file(std::string_view text, std::string_view name);

}  // namespace pga::seal
