// SPDX-License-Identifier: EUPL-1.2
//
// A dossier that was destroyed, or is about to be: from its receipts only. Numbers, gebruikers and days, nothing
// else.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/dossier.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// The last day on which a backup of the keys can still exist, by policy.
[[nodiscard]] Datum reservekopie_tot(const proces::VernietigingStand& stand, int dagen);

/// When and by whom it was destroyed, why, who held keys, which organisations have yet to confirm.
[[nodiscard]] std::string vernietiging_tekst(const proces::VernietigingStand& stand,
                                             const std::vector<proces::UitreikingRegel>& uitgereikt,
                                             int reservekopie_dagen, const Stijl& stijl);

/// {"dossier", "vernietiging": {"begonnen_op", "voltooid_op", "grond", "door", "bedenktijd_tot", "tweede",
/// "houders":
/// [{"gebruiker", "organisatie"}], "bevestigd": [{"organisatie", "datum"}], "open": [organisatie],
/// "reservekopie_tot", "uitgereikt": [{"gebruiker", "datum"}]}}, with a line end.
[[nodiscard]] std::string vernietiging_json(const proces::VernietigingStand& stand,
                                            const std::vector<proces::UitreikingRegel>& uitgereikt,
                                            int reservekopie_dagen);

/// The organisations that held keys and did not confirm yet.
[[nodiscard]] std::vector<std::string> nog_te_bevestigen(const proces::VernietigingStand& stand);

}  // namespace pga::weergave
