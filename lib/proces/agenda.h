// SPDX-License-Identifier: EUPL-1.2
//
// A proposal for the agenda of a meeting: earlier minutes to adopt, open actions, what is due, deferrals to look at
// again, advice that came in, a plan to adjust, cases that were put forward.
//
// In every text a betrokkene is an id and a case its number, so that an agenda can be sent round. Pure.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

struct AgendaPunt {
  std::string rubriek;
  std::string onderwerp;
  std::vector<std::string> waarom{};  // lines: which actions, which day
  std::string dossier{};              // only at a stuurgroep or dilemmasessie, or a weegploeg over several cases
};

/// A case as far as an agenda needs it.
struct AgendaCasus {
  std::string nummer;
  const Dossier& dossier;
  const std::vector<termijn::Termijn>& termijnen;
};

/// Of a meeting about one case (casusoverleg, weegploeg).
[[nodiscard]] std::vector<AgendaPunt> stel_agenda_voor(const AgendaCasus& casus, const Beleid& beleid,
                                                       OverlegSoort soort, Datum dag);

/// Of a meeting that is of no case: `gemeente` is its dossier. A weegploeg gets what waits for a decision, a
/// dilemmasessie where the interventions rest, a stuurgroep how many there are of each.
[[nodiscard]] std::vector<AgendaPunt> stel_agenda_voor(const AgendaCasus& gemeente,
                                                       const std::vector<AgendaCasus>& casussen,
                                                       const Beleid& beleid, OverlegSoort soort, Datum dag);

}  // namespace pga::proces
