// SPDX-License-Identifier: EUPL-1.2
//
// One dossier as a report to read or print elsewhere: a page of HTML with pictures, that needs nothing but itself.
//
// Shows what it is given and nothing else; what the reader's keys do not open stands as sealed, and at the end is
// said what that is. All text is escaped, no script is in it, and it asks for nothing from anywhere. The same input
// gives the same bytes. Pure.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/weergave/brief_blad.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// `blad` must live as long.
struct RapportBlad {
  const DossierBlad& blad;
  std::string gemeente;      // whose kast it is
  std::string vingerafdruk;  // of that kast
  std::string voor;          // for whom it is: "pol1 (politie)"
  std::string door;          // who makes it
  Datum gemaakt_op;
  std::vector<BriefBlad> verslagen{};  // of the meetings, in the order to show
  std::vector<std::string> let_op{};   // what does not verify, and what a reader must know first
};

[[nodiscard]] std::string rapport_html(const RapportBlad& rapport);

}  // namespace pga::weergave
