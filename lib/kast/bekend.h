// SPDX-License-Identifier: EUPL-1.2
//
// What other dossiers of the kast hold that a document of the dossier gemeente must not say.
//
// Opens every dossier that the document names by its number, and every other that the reader's keys open and that
// is not shielded: a name is a name, also where no number stands beside it. That they were opened is noted for the
// log. Says nothing itself.
#pragma once

#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/proces/bekend.h"

namespace pga::kast {

[[nodiscard]] std::vector<proces::BekendDossier> bekende_dossiers(const Kast& kast, const Lezer& lezer,
                                                                  const Waarde& document);

/// Refusals: a text that is brought into a case (`eigen`, or a new one) names the number of another that is closed,
/// was not taken up or is destroyed. What is shielded from the deelnemers, another case does not bring back to them
/// (artikel 6, lid 3, Wet PGA).
[[nodiscard]] std::vector<Bevinding> verwijst_naar_gesloten(const Kast& kast, const Lezer& lezer,
                                                            const Waarde& document, std::string_view eigen);

}  // namespace pga::kast
