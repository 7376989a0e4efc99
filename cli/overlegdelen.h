// SPDX-License-Identifier: EUPL-1.2
//
// The parts of `pga acties` and `pga overleg`, each in a file of its own; and the minutes, which a report has too.
#pragma once

#include <memory>

#include "cli/opdracht.h"
#include "lib/kast/laad.h"
#include "lib/weergave/brief_blad.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_acties_importeer();
std::unique_ptr<Opdracht> maak_overleg_agenda();
std::unique_ptr<Opdracht> maak_overleg_verslag();

/// The minutes of one meeting, as far as the reader's keys go. `stand` is the dossier on the day asked about.
[[nodiscard]] weergave::BriefBlad maak_verslag(const kast::Kast& kast, const kast::GeladenDossier& dossier,
                                               const proces::Dossier& stand, const proces::OverlegStand& van);

}  // namespace pga::cli
