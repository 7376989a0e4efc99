// SPDX-License-Identifier: EUPL-1.2
//
// Two versions of beheer side by side: both clones added one, and git put both in the kast. Each is well signed, so
// a stuk may name either, and reading goes on with the chain that lees_beheer() chose. Nothing is written until a
// person has taken one away; this says which, and what has to be done again.
#pragma once

#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/kast.h"

namespace pga::kast {

/// The finding (kind integriteit), or nothing when beheer is one chain.
[[nodiscard]] std::vector<Bevinding> dubbel_beheer(const Kast& kast);

/// Throws Fout with that finding: nothing may be written.
void eis_een_beheer(const Kast& kast);

}  // namespace pga::kast
