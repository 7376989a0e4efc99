// SPDX-License-Identifier: EUPL-1.2
//
// --voor: what of a meeting is for a derde.
#pragma once

#include <optional>
#include <string>

#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/proces/dossier.h"
#include "lib/proces/voor_derde.h"

namespace pga::cli {

/// Nothing without an organisation. Throws Fout(gebruik) for one that is no derde or was not there, Fout(geweigerd)
/// for one that may have nothing of it.
[[nodiscard]] std::optional<proces::VoorDerde> deel_voor(const kast::Kast& kast, const kast::Lezer& lezer,
                                                         const proces::Dossier& dossier, const Waarde& overleg,
                                                         const std::optional<std::string>& organisatie);

}  // namespace pga::cli
