// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <string>

namespace pga::cli {

/// A variable of the environment; empty when it is not set.
[[nodiscard]] inline std::string env(const char* naam) {
  const char* waarde = std::getenv(naam);
  return waarde == nullptr ? std::string() : std::string(waarde);
}

}  // namespace pga::cli
