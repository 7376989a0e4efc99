// SPDX-License-Identifier: EUPL-1.2
//
// Moment: an instant as the clock in Amsterdam shows it.
//
// By the rule of the European Union, for every year: summer time from the last Sunday of March to the last Sunday
// of October, both at 01:00 UTC. Reads no clock and no time zone data, so that the answer is the same on every
// machine.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "lib/basis/datum.h"

namespace pga::termijn {

struct Moment {
  Datum dag;
  int uur = 0;
  int minuut = 0;
  int seconde = 0;
  bool zomertijd = false;
  /// "2026-03-04T09:15:00+01:00".
  [[nodiscard]] std::string tekst() const;
  /// "09:15"; in the hour that comes twice "02:15 (wintertijd)".
  [[nodiscard]] std::string klok() const;
  /// "wo 4 maart 2026 om 09:15 uur"; in the hour that comes twice also which of the two.
  [[nodiscard]] std::string lang() const;
  [[nodiscard]] std::chrono::sys_seconds utc() const;
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// What the clock in Amsterdam shows then. Throws std::out_of_range outside 1583-9999.
[[nodiscard]] Moment amsterdam(std::chrono::sys_seconds utc);

/// The instant at which that clock shows so many minutes (0-1439) of that day; of a time that comes twice the
/// first, the earlier reading. A time that the clock skips is as much later as the clock was put forward.
[[nodiscard]] Moment op_de_klok(Datum dag, int minuut);

/// Exactly "JJJJ-MM-DDTUU:MM", as op_de_klok(); a time that the clock skips gives
/// nothing.
[[nodiscard]] std::optional<Moment> lees_moment(std::string_view tekst);

/// So many real hours later, whatever the clock does in between; never past the end of 9999.
[[nodiscard]] Moment plus_uren(const Moment& moment, int uren);

/// "Today" in Amsterdam.
[[nodiscard]] Datum vandaag_in_amsterdam(std::chrono::sys_seconds utc);

}  // namespace pga::termijn
