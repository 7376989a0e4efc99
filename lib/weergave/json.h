// SPDX-License-Identifier: EUPL-1.2
//
// JSON as this layer writes it; private, so that no public header names the library. An absent value is null.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "lib/basis/datum.h"

namespace pga::weergave {

using Json = nlohmann::ordered_json;

/// Null when there is none.
[[nodiscard]] Json of_null(const std::string& tekst);
[[nodiscard]] Json of_null(const std::optional<Datum>& dag);

/// The document and a line end, harmless to a terminal; on one line or indented. Never throws for its content:
/// bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string schrijf(const Json& json, bool een_regel = false);

}  // namespace pga::weergave
