// SPDX-License-Identifier: EUPL-1.2
//
// Findings as comments in the text that they are about: each above its line, so that a person sees them in the
// editor. They begin with "#! " and are taken out before the text is read, so that lines keep their numbers. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"

namespace pga::schema {

/// The text with a comment above the line of each finding; those without a line stand first.
[[nodiscard]] std::string met_opmerkingen(std::string_view tekst, const std::vector<Bevinding>& bevindingen);

/// The text without such comments: zonder_opmerkingen(met_opmerkingen(t, b)) is t, when t has none itself.
[[nodiscard]] std::string zonder_opmerkingen(std::string_view tekst);

}  // namespace pga::schema
