// SPDX-License-Identifier: EUPL-1.2
//
// Duur: a length of time in one unit, and the arithmetic of days, weeks, months and years.
//
// Pure and total for every Datum: what would fall before 1583 or after 9999 stays on the first or the last day of
// the calendar. Knows no weekends or holidays: see kalender.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/basis/datum.h"

namespace pga::termijn {

enum class Eenheid { dag, week, maand, jaar, uur };

/// A length of time: "1 maand", "14 dagen".
struct Duur {
  int aantal = 0;
  Eenheid eenheid = Eenheid::dag;
  /// "1 maand", "14 dagen", "5 jaar", "72 uur".
  [[nodiscard]] std::string tekst() const;
  /// As a document writes it: "1m", "72u".
  [[nodiscard]] std::string kort() const;
  friend bool operator==(const Duur&, const Duur&) = default;
};

/// The duration as a document writes it: "30d", "4w", "1m", "5j", "72u" (1 to 999); otherwise nothing.
[[nodiscard]] std::optional<Duur> lees_duur(std::string_view tekst);

/// The first and the last day that there is: 1 January 1583 and 31 December 9999.
[[nodiscard]] Datum eerste_kalenderdag();
[[nodiscard]] Datum laatste_kalenderdag();

/// The same day number so many months later; where that month has no such day, its last day.
[[nodiscard]] Datum plus_maanden(Datum dag, int maanden);
/// Whole years from one day to another, as ages are counted: who was born on 29 February is a year older on 1
/// March.
[[nodiscard]] int volle_jaren(Datum van, Datum tot);
/// The day a duration later, not moved; earlier for a negative one. Hours count from the beginning of the day, and
/// give the day in which the last of them falls.
[[nodiscard]] Datum plus(Datum dag, Duur duur);

}  // namespace pga::termijn
