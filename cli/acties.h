// SPDX-License-Identifier: EUPL-1.2
//
// What commands about actions share.
#pragma once

#include <string>
#include <string_view>

#include "cli/omgeving.h"
#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"

namespace pga::cli {

/// Says for each new action of which the document names no day, or that pga opened itself, on which day it is
/// looked at.
void meld_controledagen(const Omgeving& omgeving, std::string_view soort, const proces::Dossier& dossier,
                        const Waarde& gegeven, const Waarde& aangevuld);

/// Whether the user agrees, asked on the terminal. Throws Fout(gebruik) without one, Fout(afgebroken) for a no;
/// both say that nothing was done, in the words of `niets`.
void vraag_akkoord(Omgeving& omgeving, const std::string& vraag, const std::string& niets, const std::string& tip);

}  // namespace pga::cli
