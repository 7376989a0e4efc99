// SPDX-License-Identifier: EUPL-1.2
//
// The scrypt stanza: a file key wrapped with a passphrase. Inside lib/seal only.
#pragma once

#include <string>
#include <string_view>

#include "lib/seal/bytes.h"
#include "lib/seal/header.h"

namespace pga::seal {

/// Throws Fout(algemeen) when there is too little memory.
[[nodiscard]] std::string scrypt_wrap(const StackKey<16>& file_key, std::string_view passphrase, int log_n);

/// False when the passphrase does not fit. Throws AgeError(header) for a malformed stanza and for a work factor
/// above `max_log_n`, both before any memory is spent.
[[nodiscard]] bool scrypt_unwrap(const Stanza& stanza, std::string_view passphrase, int max_log_n,
                                 StackKey<16>& file_key);

}  // namespace pga::seal
