// SPDX-License-Identifier: EUPL-1.2
//
// What controleer says of the key files of a dossier against the decisions in it: what should have been destroyed,
// what lies here for somebody who may no longer read it, and where keys and decisions went apart. Each names what
// to do.
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// Nothing for a dossier that the reader cannot see whole.
[[nodiscard]] std::vector<Bevinding> sleutelbevindingen(const Kast& kast, const GeladenDossier& dossier, Datum dag);

}  // namespace pga::kast
