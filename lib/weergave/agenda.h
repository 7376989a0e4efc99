// SPDX-License-Identifier: EUPL-1.2
//
// A proposed agenda for a person to read, and as JSON.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/agenda.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// `kop` names the meeting: "stuurgroep", "casusoverleg over dossier k7q2-m4xd".
[[nodiscard]] std::string agenda_tekst(const std::vector<proces::AgendaPunt>& punten, std::string_view kop,
                                       Datum dag, const Stijl& stijl);
/// [{"rubriek", "onderwerp", "waarom": [...], "dossier"}]; what is not there is null.
[[nodiscard]] std::string agenda_json(const std::vector<proces::AgendaPunt>& punten);

}  // namespace pga::weergave
