// SPDX-License-Identifier: EUPL-1.2
//
// Datum: a calendar day, without time or zone. Every day that pga holds is a real one, 1583 to 9999 (the
// Gregorian calendar with four-digit years). Arithmetic with months and terms is law and lives in lib/termijn.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pga {

class Datum {
 public:
  /// Throws std::out_of_range when the day does not exist or lies outside 1583-9999.
  Datum(int jaar, unsigned maand, unsigned dag);
  explicit Datum(std::chrono::sys_days dagen);

  /// Exactly "JJJJ-MM-DD", a real day; otherwise nothing.
  [[nodiscard]] static std::optional<Datum> lees(std::string_view tekst);

  [[nodiscard]] int jaar() const;
  [[nodiscard]] unsigned maand() const;
  [[nodiscard]] unsigned dag() const;
  /// 1 = Monday ... 7 = Sunday.
  [[nodiscard]] unsigned weekdag() const;
  [[nodiscard]] std::chrono::sys_days dagen() const { return dagen_; }

  /// Throws std::out_of_range outside 1583-9999.
  [[nodiscard]] Datum plus_dagen(int n) const;
  /// Days from this day to `tot`; negative when `tot` is earlier.
  [[nodiscard]] int dagen_tot(Datum tot) const;

  /// "2026-04-07".
  [[nodiscard]] std::string tekst() const;
  /// "di 7 april 2026": how a user sees a day.
  [[nodiscard]] std::string lang() const;

  friend bool operator==(const Datum&, const Datum&) = default;
  friend std::strong_ordering operator<=>(const Datum& a, const Datum& b) {
    return a.dagen_.time_since_epoch().count() <=> b.dagen_.time_since_epoch().count();
  }

 private:
  std::chrono::sys_days dagen_;
};

}  // namespace pga
