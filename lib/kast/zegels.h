// SPDX-License-Identifier: EUPL-1.2
//
// Whether each stuk of a dossier is sealed to the keys that were in force where it was written. Only laad() uses
// it.
#pragma once

#include "lib/kast/laad.h"

namespace pga::kast {

/// Sets `dossier.perioden`, and adds what is wrong to its findings: a stuk sealed to a key that nobody announced
/// (integriteit), one whose key is not here and may be a new one (sleutel), keys announced side by side
/// (bevinding), keys announced by somebody who had no cause to (integriteit, voorlopig.h). Only a beoordeling has
/// keys of its own, for what partners may not see before the joint judgment; what is closed or not known may be
/// one.
void toets_zegels(GeladenDossier& dossier);

}  // namespace pga::kast
