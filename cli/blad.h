// SPDX-License-Identifier: EUPL-1.2
//
// From a loaded dossier to what is shown of it: the labels come from the schemas.
#pragma once

#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/laad.h"
#include "lib/schema/schema.h"
#include "lib/weergave/toon.h"

namespace pga::cli {

/// The fields of a document under their titles, choices and dates as a person reads them. `knoop` may be nullptr.
[[nodiscard]] std::vector<weergave::Blok> blokken(const schema::Knoop* knoop, const Waarde& document);

/// Prints a whole dossier, as far as the reader's keys go: what pga toon does. The exit code.
int toon_dossier(Omgeving& omgeving, const std::string& nummer);

/// The sheets of all stukken that verified, in the order of the fold.
[[nodiscard]] std::vector<weergave::StukBlad> stuk_bladen(const kast::GeladenDossier& dossier);

}  // namespace pga::cli
