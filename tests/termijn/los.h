// SPDX-License-Identifier: EUPL-1.2
//
// The calendar once more, by other means: Gauss's Easter as Lichtenberg corrected it, Sakamoto's day of the week,
// days counted one by one with months known as lengths only, and the rules of the law as conditions on a day, tried
// day after day. Shares no code with lib/termijn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pga::test::los {

struct Ymd {
  int jaar;
  int maand;
  int dag;
  friend bool operator==(const Ymd&, const Ymd&) = default;
};

[[nodiscard]] bool voor(Ymd a, Ymd b);
[[nodiscard]] Ymd morgen(Ymd d);
/// 0 is Sunday.
[[nodiscard]] int weekdag(Ymd d);
[[nodiscard]] Ymd pasen(int jaar);
/// The days equated by decree, 2023-2028.
[[nodiscard]] const std::vector<Ymd>& besluitdagen();

/// Days, weeks, months or years later ('d', 'w', 'm', 'j'), by counting; stops at 31 December 9999.
[[nodiscard]] Ymd later(Ymd d, int aantal, char eenheid);

/// Whether an office is closed that day: a Saturday, Sunday or holiday under regime "eu" or "atw".
[[nodiscard]] bool dicht(Ymd d, const std::string& regime);

/// The last day of the term by the rules of the regime ("eu", "atw", "kalender").
[[nodiscard]] Ymd einde(Ymd start, int aantal, char eenheid, const std::string& regime);

/// A clock in Amsterdam, in minutes since 1 January 1583, 0:00.
struct Klok {
  std::int64_t minuten;
  bool zomertijd;
};
/// What it shows so many real minutes later.
[[nodiscard]] Klok klok_later(Klok k, std::int64_t minuten);
[[nodiscard]] std::int64_t dagen_sinds_1583(Ymd d);

}  // namespace pga::test::los
