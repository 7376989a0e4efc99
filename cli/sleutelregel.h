// SPDX-License-Identifier: EUPL-1.2
//
// The line by which a person hands over their public keys: "pga-sleutel-1 age1… RW… RU… …". It is signed with the
// key it names, so a typing error or a mixed-up pair is found; it does not prove who sent it.
#pragma once

#include <string>
#include <string_view>

#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::cli {

struct SleutelRegel {
  seal::Recipient opent;
  seal::VerifyKey tekent;
};

[[nodiscard]] std::string sleutel_regel(const seal::Identity& identity);

/// `bestand`: the file it came from, for messages. Throws Fout(document) when the line is not whole or its
/// signature does not fit.
[[nodiscard]] SleutelRegel lees_sleutel_regel(std::string_view tekst, const std::string& bestand = {});

[[nodiscard]] bool is_sleutel_regel(std::string_view tekst);

}  // namespace pga::cli
