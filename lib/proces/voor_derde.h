// SPDX-License-Identifier: EUPL-1.2
//
// What of a meeting is for a derde: only the items that it is there for (artikel 3, lid 3, Wet PGA; artikel 11
// Besluit PGA), and of those nothing that rests on data of the police, the prosecution or care. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/bekend.h"
#include "lib/proces/dossier.h"

namespace pga::proces {

struct VoorDerde {
  std::string organisatie;           // as the meeting has it
  std::vector<std::string> punten;   // ids of items of the agenda
  std::optional<Bevinding> bezwaar;  // why there is nothing for it; then the rest is empty
};

/// `overleg`: the document of the meeting. `bekend`: the dossiers that it names by their numbers, in the dossier
/// gemeente; empty for the dossier of a case.
[[nodiscard]] VoorDerde voor_derde(const Dossier& dossier, const Waarde& overleg,
                                   const std::vector<BekendDossier>& bekend, std::string_view wie);

/// Whether a text of a meeting can go to a derde.
[[nodiscard]] bool mag_naar_derde(std::optional<Herkomst> herkomst);

}  // namespace pga::proces
