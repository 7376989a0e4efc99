// SPDX-License-Identifier: EUPL-1.2
//
// From JSON text to Regels. Takes exactly the subset of draft-07 that schema.h states.
#pragma once

#include <string_view>

#include "lib/schema/regels.h"

namespace pga::schema {

/// Loads a schema and all it refers to into `boom` and returns its root. `gedeeld` is the text of the shared
/// definitions. Throws std::invalid_argument naming the keyword, and where, when the text is outside the subset.
[[nodiscard]] const Regels& laad(std::string_view json, std::string_view gedeeld, Boom& boom);

}  // namespace pga::schema
