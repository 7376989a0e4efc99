// SPDX-License-Identifier: EUPL-1.2
//
// Opening one stuk that verified: its compartments as far as the reader's keys go, joined to one document. Only
// laad() uses it, and what it says of soorten.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/kast/laad.h"
#include "lib/kast/sleutels.h"

namespace pga::kast {

/// Whether this pga knows the soort; what a newer one wrote is shown, and counts for nothing.
[[nodiscard]] bool is_bekend(std::string_view soort);

/// Sets delen, soort and inhoud. False when termijnen stay closed. Throws Fout(integriteit) for contents that no
/// pga wrote.
[[nodiscard]] bool ontzegel(GeladenStuk& s, const Sleutelbos& bos, Diepte diepte);

/// The fields of a stuk that this pga does not know. Of a soort that it does not know, it cannot say.
[[nodiscard]] std::vector<std::string> onbekende_velden(const GeladenStuk& s);

}  // namespace pga::kast
