// SPDX-License-Identifier: EUPL-1.2
//
// Where the schemas are installed, for the language server of an editor.
#pragma once

#include <string>

#include "cli/versie.h"

namespace pga::cli {

[[nodiscard]] inline std::string schema_plek(const std::string& soort) {
  return std::string(kSchemaMap) + "/" + soort + ".schema.json";
}

}  // namespace pga::cli
