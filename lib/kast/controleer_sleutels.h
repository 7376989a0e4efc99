// SPDX-License-Identifier: EUPL-1.2
//
// What can be wrong with the keys of a kast on this machine: files that were changed, that should be gone, that are
// lacking, or that belong to nobody. Only controleer() uses it. Changes nothing.
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/vernietig.h"

namespace pga::kast {

/// The key directory of one dossier that is readable. `begonnen`: its destruction was, so that keys that are gone
/// are missed by nobody.
[[nodiscard]] std::vector<Bevinding> controleer_sleutels_van(const Kast& kast, const Lezer& lezer,
                                                             const GeladenDossier& dossier, Datum dag,
                                                             bool begonnen);

/// Whether nobody has a key of the dossier here.
[[nodiscard]] bool zonder_sleutels(const Kast& kast, const Nummer& nummer);

/// Key files of dossiers that are not there or were destroyed, of gebruikers whom nobody knows, of the log for who
/// may not hold its keys, and in a place where no dossier has its keys.
[[nodiscard]] std::vector<Bevinding> controleer_losse_sleutels(const Kast& kast, const Bewijzen& bewijzen);

}  // namespace pga::kast
