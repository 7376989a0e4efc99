// SPDX-License-Identifier: EUPL-1.2
//
// Step 3 of the Leidraad: a plan to fill in, from the last profile.
//
// Proposes a goal and an intervention for each aspect on which there is room to gain, and for no other. Says why in
// comments; the texts of goals and interventions stay for people to write.
#pragma once

#include <optional>
#include <string>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A YAML document for pga plan --van; nothing when there is no profile to start from.
[[nodiscard]] std::optional<std::string> plan_voorstel(const DossierBlad& blad);

}  // namespace pga::weergave
