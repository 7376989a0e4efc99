// SPDX-License-Identifier: EUPL-1.2
//
// A signed file: canonical YAML whose last field is `handtekening`, a minisign signature over all bytes before
// it. The form of every signed file of a kast (stuk, beheer).
#pragma once

#include <string>
#include <string_view>

#include "lib/basis/waarde.h"
#include "lib/seal/minisign.h"

namespace pga::stuk {

/// The bytes of `document` with its signature behind. `document` has no field `handtekening`.
[[nodiscard]] std::string onderteken(const Waarde& document, const seal::SigningKey& key);

/// The two halves of a signed file. Views into the bytes given; both empty when there is no signature line.
struct Helften {
  std::string_view bericht;
  std::string_view veld;  // from "handtekening:" on
};
[[nodiscard]] Helften halveer(std::string_view bytes);

/// Whether the file is signed by that key. `document` is what the canonical reader read from `bytes`.
[[nodiscard]] bool klopt_handtekening(std::string_view bytes, const Waarde& document, const seal::VerifyKey& key);

}  // namespace pga::stuk
