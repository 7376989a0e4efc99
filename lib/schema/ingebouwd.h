// SPDX-License-Identifier: EUPL-1.2
//
// The texts of schemas/*.schema.json as they were when the program was built.
#pragma once

#include <string_view>
#include <vector>

namespace pga::schema {

struct Ingebouwd {
  std::string_view naam;  // "melding"
  std::string_view json;
};

/// All of them, sorted by name, the shared definitions ("gedeeld") included.
[[nodiscard]] const std::vector<Ingebouwd>& ingebouwd();

}  // namespace pga::schema
