// SPDX-License-Identifier: EUPL-1.2
//
// What a command saw and wrote is remembered by this computer (lib/kast/geheugen.h) when it has run, also when it
// failed; with --droog nothing is. A memory that cannot be written stops nothing: pga dokter says so.
#pragma once

#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::cli {

/// Notes files that now stand in the kast at `map`.
void noteer_geschreven(const Omgeving& omgeving, const kast::Pad& map,
                       const std::vector<kast::NieuwBestand>& bestanden);

/// What follows on writing, under the lock: it is noted, and committed when policy says so (git.h). `weg`: files
/// that were destroyed.
void na_schrijven(const Omgeving& omgeving, const kast::Kast& kast,
                  const std::vector<kast::NieuwBestand>& bestanden, const std::vector<kast::Pad>& weg = {});

/// A dossier that was destroyed is remembered no longer.
void vergeet(const Omgeving& omgeving, const kast::Kast& kast, const Nummer& nummer);

/// Remembers all that was seen and noted.
void onthoud_alles(const Omgeving& omgeving);

}  // namespace pga::cli
