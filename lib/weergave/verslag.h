// SPDX-License-Identifier: EUPL-1.2
//
// The minutes of a meeting as blocks of text, for every form that a letter has too (brief_blad.h).
//
// Draws from what the reader's keys opened and says once which compartments they did not, so a text that is sealed
// to the reader cannot be in it. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"
#include "lib/proces/voor_derde.h"
#include "lib/weergave/brief_blad.h"

namespace pga::weergave {

struct VerslagGegevens {
  std::string nummer;                       // of the dossier; "gemeente" is not printed
  std::string gemeente;                     // whose it is; may be empty
  const Waarde& inhoud;                     // of the minutes
  const Waarde& wijzigingen;                // of the meeting that adopted them under reserve; an empty map: none
  const proces::Dossier& dossier;           // how earlier minutes stand
  const proces::Dossier& toen;              // how actions stood when this meeting was over
  const proces::OverlegStand& stand;        // of these
  std::vector<std::string_view> verzegeld;  // compartments that hold something the reader cannot open
  std::vector<std::string> bijlagen{};      // names of the files that belong to these; empty: sealed to the reader
  // A derde gets the items that it was there for, and nothing else.
  std::optional<proces::VoorDerde> voor = std::nullopt;
};

[[nodiscard]] BriefBlad verslag_blad(const VerslagGegevens& gegevens);

/// How many texts of the items that a derde was there for it does not get, since they rest on data of the police,
/// the prosecution or care.
[[nodiscard]] int weggelaten(const VerslagGegevens& gegevens);

}  // namespace pga::weergave
