// SPDX-License-Identifier: EUPL-1.2
//
// The table of actions at the end of minutes that somebody typed: Datum, Actie, Wie, Svz, with tabs between.
//
// Every line below the headings, up to an empty one and what follows it without a tab, is a row or a finding with
// its line: nothing is skipped unseen. Running text with a tab in it ("Volgend overleg:", a tab, a day) ends the
// table. Quotes around a whole cell, as a spreadsheet leaves them, are no part of it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
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
  std::vector<Bevinding> bevindingen;       // kind document: what could not be read
  std::vector<int> los;                     // lines that look like an action and stand in no table
  std::vector<std::pair<int, int>> dubbel;  // lines left out, with the earlier line that says the same
};

/// Whether the Svz says that there is nothing left to do: "gereed", "Gedaan.", "afgerond".
[[nodiscard]] bool zegt_gedaan(std::string_view stand);

[[nodiscard]] Actietabel lees_actietabel(std::string_view tekst, const std::string& bestand);

}  // namespace pga::proces
