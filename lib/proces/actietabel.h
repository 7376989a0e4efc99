// SPDX-License-Identifier: EUPL-1.2
//
// The table of actions at the end of minutes that somebody typed: Datum, Actie, Wie, Svz, with tabs between.
//
// Every line below the headings, up to an empty one and what follows it without a tab, is a row or a finding with
// its line: nothing is skipped unseen. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"

namespace pga::proces {

struct GelezenActie {
  int regel;
  Datum datum;
  std::string wat;
  std::string wie;
  std::string stand;  // empty when the minutes say nothing
};

struct Actietabel {
  std::vector<GelezenActie> acties;
  std::vector<Bevinding> bevindingen;  // kind document: what could not be read
  std::vector<int> los;                // lines in the text that begin with "Actie …:" and stand in no table
};

[[nodiscard]] Actietabel lees_actietabel(std::string_view tekst, const std::string& bestand);

}  // namespace pga::proces
