// SPDX-License-Identifier: EUPL-1.2
//
// The dossier of the gemeente itself: audits, annual reports, screenings. It has no number, lies in gemeente/ and
// its keys in sleutels/gemeente/; otherwise it is a dossier as every other. And the terms of a dossier, which for
// this one rest on beheer and the calendar too.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/kast/beheer.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/proces/kastfeiten.h"
#include "lib/termijn/termijn.h"

namespace pga::kast {

/// What beheer says about the kast and its gebruikers.
[[nodiscard]] proces::KastStand stand_van(const Kast& kast);

/// The terms of a dossier on that day, as far as it could be read. Of the dossier gemeente, when it could not,
/// those that beheer alone decides. `nu`: as of termijn::bereken().
[[nodiscard]] std::vector<termijn::Termijn> termijnen_van(const Kast& kast, const GeladenDossier& dossier,
                                                          Datum peildatum,
                                                          std::optional<termijn::Moment> nu = std::nullopt);

/// The same, of the dossier as it stood (stand.h).
[[nodiscard]] std::vector<termijn::Termijn> termijnen_van(const Kast& kast, const GeladenDossier& dossier,
                                                          const proces::Dossier& stand, Datum peildatum,
                                                          std::optional<termijn::Moment> nu = std::nullopt);

}  // namespace pga::kast
