// SPDX-License-Identifier: EUPL-1.2
//
// The interventions and their evaluations along one line of time, as a figure of a page. Private to this layer.
#pragma once

#include <string>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A row for each intervention with a start: a bar while it runs, a mark where it was and where it is to be
/// evaluated, and a line at the peildatum. Empty when no intervention has a start.
[[nodiscard]] std::string plan_beeld(const DossierBlad& blad);

}  // namespace pga::weergave
