// SPDX-License-Identifier: EUPL-1.2
//
// The plan van aanpak of a case held against the gebruikers and the policy of its kast: planbevindingen.h with what
// only the kast knows filled in. Reads nothing but beheer; of a case that does not run there is nothing to say.
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/toegang.h"
#include "lib/proces/dossier.h"
#include "lib/proces/planbevindingen.h"
#include "lib/proces/toets.h"

namespace pga::kast {

/// The gebruikers of the kast as a document can name them, and what each of `lezers` can open on that day.
[[nodiscard]] std::vector<proces::GebruikerRegel> gebruikerregels(const Kast& kast,
                                                                  const std::vector<Gerechtigde>& lezers,
                                                                  Datum dag);

/// All of proces::plan_bevindingen().
[[nodiscard]] std::vector<Bevinding> plan_bevindingen(const Kast& kast, const Nummer& nummer,
                                                      const proces::Dossier& dossier, Datum peildatum);

/// What the catalogue, with that of the gemeente, says of the interventions that go on.
[[nodiscard]] std::vector<proces::Planhint> plan_hints(const Kast& kast, const proces::Dossier& dossier,
                                                       Datum peildatum);

}  // namespace pga::kast
