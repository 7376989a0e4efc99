// SPDX-License-Identifier: EUPL-1.2
//
// pga vernietig --stuk: one wrong stuk, or one wrong item, goes (artikel 8 Besluit PGA).
#pragma once

#include <optional>
#include <string>

#include "cli/omgeving.h"

namespace pga::cli {

/// Seals again what stays and destroys the old keys, after asking. The exit code.
int vernietig_stuk(Omgeving& omgeving, const std::string& nummer, const std::string& stuk,
                   const std::optional<std::string>& item, const std::optional<std::string>& bevestig);

}  // namespace pga::cli
