// SPDX-License-Identifier: EUPL-1.2
//
// Which organisation a sentence is about, with its article: "het OM", "de politie".
#pragma once

#include <string>
#include <string_view>

#include "lib/proces/woorden.h"

namespace pga::proces {

/// A party of artikel 3, lid 1, Wet PGA; not a body beside them, and no machine.
[[nodiscard]] constexpr bool is_deelnemer(Organisatie o) { return o <= Organisatie::rvdk; }

/// "om" -> "het OM", "rvdk" -> "de RvdK", "politie" -> "de politie". A word that is no organisation comes back as
/// it is.
[[nodiscard]] std::string de_organisatie(std::string_view organisatie);

}  // namespace pga::proces
