// SPDX-License-Identifier: EUPL-1.2
//
// The X25519 stanza, and the wrapping of a 16-byte file key under a 32-byte key that all stanzas share. Inside
// lib/seal only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lib/seal/bytes.h"
#include "lib/seal/header.h"
#include "lib/seal/keys.h"

namespace pga::seal {

inline constexpr std::size_t kWrappedSize = 32;

[[nodiscard]] std::string wrap_file_key(const StackKey<16>& file_key, const StackKey<32>& key);

/// False when `key` is not the one; `wrapped` must be kWrappedSize bytes, which callers check before any trial.
[[nodiscard]] bool unwrap_file_key(std::string_view wrapped, const StackKey<32>& key, StackKey<16>& file_key);

/// Throws Fout(sleutel) for a recipient nobody can have the secret of.
[[nodiscard]] std::string x25519_wrap(const StackKey<16>& file_key, const Recipient& recipient);

/// Throws AgeError(header) for an X25519 stanza that is not well formed.
void x25519_check(const Stanza& stanza);

/// False when the identity does not fit. Throws as x25519_check, and AgeError(header) for a share of low order.
[[nodiscard]] bool x25519_unwrap(const Stanza& stanza, const Identity& identity, StackKey<16>& file_key);

}  // namespace pga::seal
