// SPDX-License-Identifier: EUPL-1.2
//
// What other dossiers of the kast hold that a document of the dossier gemeente must not say.
//
// Opens every dossier that the document names by its number, and every other that the reader's keys open and that
// is not shielded: a name is a name, also where no number stands beside it. That they were opened is noted for the
// log. Says nothing itself.
#pragma once

#include <vector>

#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/proces/bekend.h"

namespace pga::kast {

[[nodiscard]] std::vector<proces::BekendDossier> bekende_dossiers(const Kast& kast, const Lezer& lezer,
                                                                  const Waarde& document);

}  // namespace pga::kast
