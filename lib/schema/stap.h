// SPDX-License-Identifier: EUPL-1.2
//
// What the stap of a document (its field "stap") says about the fields at the top, read from the schema: a field
// that the `then` of some stappen names belongs to those; every other field to all.
#pragma once

#include <string>
#include <vector>

#include "lib/schema/beeld.h"

namespace pga::schema {

enum class StapRol { vrij, verplicht, van_een_ander };

/// The rol of the field `naam` at `stap`; vrij when `stap` is empty.
[[nodiscard]] StapRol rol_bij(const Beeld& kaart, const std::string& naam, const std::string& stap);

/// The stappen that name the field, in the order of the schema; empty when it belongs to all.
[[nodiscard]] std::vector<std::string> stappen_van(const Beeld& kaart, const std::string& naam);

}  // namespace pga::schema
