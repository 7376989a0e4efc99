// SPDX-License-Identifier: EUPL-1.2
//
// What can be wrong with bijlagen: gone, changed, swapped, not what their stuk says, or of no stuk. Part of
// controleer(); reads only.
#pragma once

#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/vernietig.h"

namespace pga::kast {

/// Of one dossier, loaded whole: each bijlage is read, and opened where the reader's keys do.
[[nodiscard]] std::vector<Bevinding> controleer_bijlagen_van(const GeladenDossier& dossier);

/// What lies in bijlagen/ and belongs to no dossier that is here.
[[nodiscard]] std::vector<Bevinding> controleer_losse_bijlagen(const Kast& kast, const Bewijzen& bewijzen);

}  // namespace pga::kast
