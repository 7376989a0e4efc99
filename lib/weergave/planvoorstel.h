// SPDX-License-Identifier: EUPL-1.2
//
// Step 3 of the Leidraad: a plan to fill in, from the last profile.
//
// Proposes a goal and an intervention for each aspect on which there is room to gain, and for no other, with what
// the catalogue has for it. The texts of goals and interventions stay for people to write. Repeats no text of the
// profile: the form is a clear file. What rests on data of police or care is said not even in its marks, and its
// goal begins sealed where they are.
#pragma once

#include <optional>
#include <string>

#include "lib/proces/catalogus.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A YAML document for pga plan --van; nothing when there is no profile to start from.
[[nodiscard]] std::optional<std::string> plan_voorstel(const DossierBlad& blad, const proces::Catalogus& catalogus);

}  // namespace pga::weergave
