// SPDX-License-Identifier: EUPL-1.2
//
// The calendar of terms: months, weekends, holidays, and the day in Amsterdam.
//
// Pure and total for every Datum: what would fall after 31 December 9999 stays on that day. Reads no clock and
// no time zone data, so that the answer is the same on every machine.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"

namespace pga::termijn {

/// Which rules move the end of a term.
enum class Regime {
  eu,        // Regulation 1182/71: not on a Saturday, Sunday or holiday
  kalender,  // never moved: years, policy
};
[[nodiscard]] std::string_view naam(Regime r);

enum class Eenheid { dag, week, maand, jaar };

/// A length of time: "1 maand", "14 dagen".
struct Duur {
  int aantal = 0;
  Eenheid eenheid = Eenheid::dag;
  /// "1 maand", "14 dagen", "5 jaar".
  [[nodiscard]] std::string tekst() const;
  friend bool operator==(const Duur&, const Duur&) = default;
};

/// The duration as a document writes it: "30d", "4w", "1m", "5j" (1 to 999); otherwise nothing.
[[nodiscard]] std::optional<Duur> lees_duur(std::string_view tekst);

/// The same day number so many months later; where that month has no such day, its last day.
[[nodiscard]] Datum plus_maanden(Datum dag, int maanden);
/// The day a duration later, not moved.
[[nodiscard]] Datum plus(Datum dag, Duur duur);

/// Easter Sunday of a year (Gregorian).
[[nodiscard]] Datum pasen(int jaar);

/// The name of the holiday under the regime: "2e paasdag"; empty when it is none. Regime eu knows the days on
/// which all agree: Nieuwjaarsdag, 2e Paasdag, Koningsdag, Hemelvaartsdag, 2e Pinksterdag and both Kerstdagen.
/// Goede Vrijdag, 5 mei and the days equated by decree are left out: whether they count under the Regulation is
/// uncertain, and the earlier date is the safe one.
[[nodiscard]] std::string_view feestdag(Datum dag, Regime regime);

/// The end of a term, and why.
struct Einde {
  Datum onverschoven;  // by the arithmetic alone
  Datum dag;           // after the rules of the regime
  std::vector<std::string>
      stappen;  // "+ 1 maand = za 4 april 2026", "zaterdag, zondag, 2e paasdag → di 7 april 2026"
};
[[nodiscard]] Einde bereken_einde(Datum start, Duur duur, Regime regime);

/// An instant as the clock in Amsterdam shows it.
struct Moment {
  Datum dag;
  int uur = 0;
  int minuut = 0;
  int seconde = 0;
  bool zomertijd = false;
  /// "2026-03-04T09:15:00+01:00".
  [[nodiscard]] std::string tekst() const;
};

/// Local time in Amsterdam by the rule of the European Union: summer time from the last Sunday of March to the
/// last Sunday of October, both at 01:00 UTC. Throws std::out_of_range outside 1583-9999.
[[nodiscard]] Moment amsterdam(std::chrono::sys_seconds utc);
/// "Today" in Amsterdam.
[[nodiscard]] Datum vandaag_in_amsterdam(std::chrono::sys_seconds utc);

}  // namespace pga::termijn
