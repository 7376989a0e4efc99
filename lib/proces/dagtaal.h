// SPDX-License-Identifier: EUPL-1.2
//
// Days as minutes write them ("15/7/19", "1 oktober", "na zomerreces") and as people say them ("gisteren", "over 2
// weken").
//
// A vague word is never read as a promise: it gives a day on which somebody looks whether the thing was done, and
// why that day. Pure; the same words and days give the same answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/basis/datum.h"

namespace pga::proces {

/// A whole text that is one day with its year: 15/7/19, 15-07-2019, 15.7.2019, 2019-07-15, "15 juli 2019". A year
/// of two digits is one of this century.
[[nodiscard]] std::optional<Datum> lees_dag(std::string_view tekst);

/// A whole text that is one day, as people say it on the day `vandaag`: what the other lees_dag() takes, "vandaag",
/// "eergisteren", "overmorgen", "over 2 weken", "drie dagen geleden", "afgelopen maandag", "aanstaande vrijdag",
/// and a day without its year, "4 maart" or "4-3": that of the three years around `vandaag` which is nearest to it.
/// A weekday before a day ("wo 4 maart 2026") must be its own. Nothing for what could be two days ("maandag").
[[nodiscard]] std::optional<Datum> lees_dag(std::string_view tekst, Datum vandaag);

struct Controledag {
  Datum dag;
  std::string waarom;  // "na het zomerreces"; as a sentence has it after "want dat is"
};

/// When to look whether an action was done that was agreed on a day and of which the minutes say no day, only
/// `stand`. Never before the day it was agreed.
[[nodiscard]] Controledag controledag(std::string_view stand, Datum afgesproken,
                                      std::optional<Datum> volgend_overleg);

}  // namespace pga::proces
