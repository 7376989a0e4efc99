// SPDX-License-Identifier: EUPL-1.2
//
// The parts of a report about the profile and the plan, as markup; private to this layer.
#pragma once

#include <string>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// The last profile in pictures and in words, what the partners judged, dissent, and the profiles over time.
[[nodiscard]] std::string profiel_afdeling(const DossierBlad& blad);

/// Goals, interventions along a line of time, and where each stands.
[[nodiscard]] std::string plan_afdeling(const DossierBlad& blad);

/// "2 interventies lopen; 1 is gestopt.": text. Empty without a plan.
[[nodiscard]] std::string plan_in_het_kort(const DossierBlad& blad);

}  // namespace pga::weergave
