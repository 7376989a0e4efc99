// SPDX-License-Identifier: EUPL-1.2
//
// What the options of `pga termijnen` say. Each throws Fout(gebruik) for what it cannot be, with what was meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/weergave/termijnen.h"

namespace pga::cli {

/// --regel, --status and --tot; `tot` is a day, or a duration such as 14d from `vandaag` on.
[[nodiscard]] weergave::TermijnKeuze lees_keuze(const std::vector<std::string>& regels,
                                                const std::vector<std::string>& statussen,
                                                const std::optional<std::string>& tot, Datum vandaag);

/// -w and -c: a number of days ahead, also in the range forms of the Monitoring Plugins that say the same: "@14",
/// "@0:14", "@~:14" (inside) and "15:" (below). Another range would call a term in time that is past.
[[nodiscard]] std::optional<int> lees_drempel(const std::optional<std::string>& tekst, std::string_view optie);

/// The gebruiker of --gebruiker, who must be in one of the kasten.
[[nodiscard]] std::optional<GebruikerId> lees_gebruiker(const std::optional<std::string>& id,
                                                        const Omgeving& omgeving);

}  // namespace pga::cli
