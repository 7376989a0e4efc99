// SPDX-License-Identifier: EUPL-1.2
//
// The plan van aanpak of a case held against the gebruikers and the policy of its kast: planbevindingen.h with what
// only the kast knows filled in. Reads nothing but beheer.
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/proces/dossier.h"
#include "lib/proces/planbevindingen.h"
#include "lib/proces/toets.h"

namespace pga::kast {

/// The gebruikers of the kast as a document can name them, and who has a key in force on that day.
[[nodiscard]] std::vector<proces::GebruikerRegel> gebruikerregels(const Kast& kast, Datum dag);

[[nodiscard]] std::vector<Bevinding> plan_bevindingen(const Kast& kast, const proces::Dossier& dossier,
                                                      Datum peildatum);

[[nodiscard]] std::vector<proces::Planhint> plan_hints(const Kast& kast, const proces::Dossier& dossier,
                                                       Datum peildatum);

}  // namespace pga::kast
