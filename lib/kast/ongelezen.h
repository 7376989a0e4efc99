// SPDX-License-Identifier: EUPL-1.2
//
// Ongelezen: parts of stukken that nobody can open any more, as far as this machine tells. What controleer says of
// them; giving keys is for uitgifte.h.
//
// Cannot see: key files on other machines and in copies. Of the reader it is known which keys are here, of another
// only how many (uitgifte.h). A reserve reads for nobody.
#pragma once

#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/uitgifte.h"

namespace pga::kast {

/// Stukken of which the same compartments open to nobody who should open them.
struct Ongelezen {
  std::vector<Compartiment> vakken;
  std::vector<const GeladenStuk*> stukken;  // in the dossier
};

/// `tekort`: the answer of tekorten() for the same. `alles_hier`: the key files of everybody should be on this
/// machine; else one of whom none is here counts as a reader elsewhere. `dossier` is readable, and must outlive the
/// answer.
[[nodiscard]] std::vector<Ongelezen> ongelezen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                               const std::vector<Tekort>& tekort, bool alles_hier, Datum dag);

}  // namespace pga::kast
