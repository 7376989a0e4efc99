// SPDX-License-Identifier: EUPL-1.2
//
// Opening one stuk that verified: its compartments as far as the reader's keys go, joined to one document. Only
// laad() uses it, and what it says of soorten.
#pragma once

#include <string>
#include <vector>

#include "lib/kast/laad.h"
#include "lib/kast/sleutels.h"

namespace pga::kast {

/// Sets delen, soort and inhoud. False when termijnen stay closed. Throws Fout(integriteit) for contents that no
/// pga wrote.
[[nodiscard]] bool ontzegel(GeladenStuk& s, const Sleutelbos& bos, Diepte diepte);

/// The fields of a stuk that this pga does not know. Of a soort that it does not know, it cannot say.
[[nodiscard]] std::vector<std::string> onbekende_velden(const GeladenStuk& s);

}  // namespace pga::kast
