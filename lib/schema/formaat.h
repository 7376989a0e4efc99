// SPDX-License-Identifier: EUPL-1.2
//
// The formats of the schemas: date, email, bsn.
#pragma once

#include <string>
#include <string_view>

namespace pga::schema {

/// Whether a text is of the format; true for a format that is none of the three.
[[nodiscard]] bool past_bij_formaat(std::string_view formaat, std::string_view tekst);

/// Nine digits, of which the weighted sum (9, 8, … 2, -1) is a multiple of eleven; not all zeros.
[[nodiscard]] bool is_bsn(std::string_view tekst);

/// What a text that is no date was meant to be ("1-3-2026" → "2026-03-01"); empty when that is not plain.
[[nodiscard]] std::string bedoelde_datum(std::string_view tekst);

}  // namespace pga::schema
