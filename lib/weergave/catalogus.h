// SPDX-License-Identifier: EUPL-1.2
//
// The catalogue of interventions as a person reads it, and as JSON.
//
// Shows every entry that it is given, preventive before repressive, and says of each where it comes from. About no
// person and no case.
#pragma once

#include <string>

#include "lib/proces/catalogus.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

[[nodiscard]] std::string catalogus_tekst(const proces::Catalogus& catalogus, const Stijl& stijl);

/// [{"id", "naam", "aspecten", "aard", "domein", "grondslag", "specialist", "eisen", "bron", "botst_met":
/// [{"id", "waarom"}]}], with a line end. `botst_met` goes both ways; what is not known is null.
[[nodiscard]] std::string catalogus_json(const proces::Catalogus& catalogus);

}  // namespace pga::weergave
