// SPDX-License-Identifier: EUPL-1.2
//
// Filling in a document that was not given: by questions at the terminal, or in the editor. What both share: it
// ends on the road of leg_vast(), and what was filled in is never lost: what is not recorded is kept as a concept
// (lib/kast/concept.h), unless the user threw it away.
#pragma once

#include <optional>
#include <string>

#include "cli/stukopdracht.h"

namespace pga::cli {

enum class Invulwijze { vragen, editor };

/// How a document is made; nothing: it was given (--van, or options that say enough), or nobody can be asked.
/// Throws Fout(gebruik) for options that do not go together, or when there is no terminal to ask at.
[[nodiscard]] std::optional<Invulwijze> invulwijze(Omgeving& omgeving, const std::string& soort,
                                                   const StukOpties& opties, const Aanvullen& aanvullen);

/// Fills in and records. The exit code; throws as leg_vast(), and Fout(afgebroken) when the user stopped.
int vul_in(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen,
           Invulwijze wijze);

}  // namespace pga::cli
