// SPDX-License-Identifier: EUPL-1.2
//
// What comes after a stuk that was just recorded: the next step of the process, with the command for it.
//
// Promises: a line each, and only commands that work as they are printed for who reads them; what another does is
// said without one. Never refuses anything, and never says what must be done: that is for the deadlines.
#pragma once

#include <string>

#include "cli/omgeving.h"
#include "lib/kast/laad.h"

namespace pga::cli {

/// A stuk of this soort and stap was recorded in the dossier, which is as it now stands.
void meld_vervolg(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                  const kast::GeladenDossier& dossier, const std::string& soort, const std::string& stap);

/// Who makes the closing letters from now on: whoever decided reads no more of the case than the dates, unless they
/// keep it, or nobody does. `dossier` is as it stood before.
void meld_bewaarders(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                     const kast::GeladenDossier& dossier);

}  // namespace pga::cli
