// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/datum.h"

#include <array>
#include <stdexcept>

namespace pga {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int kEersteJaar = 1583;
constexpr int kLaatsteJaar = 9999;

sys_days gecontroleerd(year_month_day ymd) {
  const int jaar = static_cast<int>(ymd.year());
  if (!ymd.ok() || jaar < kEersteJaar || jaar > kLaatsteJaar) {
    throw std::out_of_range("no such day, or outside 1583-9999");
  }
  return sys_days{ymd};
}

/// Digits only; -1 for anything else.
int getal(std::string_view cijfers) {
  int n = 0;
  for (const char c : cijfers) {
    if (c < '0' || c > '9') return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

void zet(std::string& uit, std::size_t plaats, std::size_t breedte, unsigned waarde) {
  for (std::size_t i = breedte; i-- > 0; waarde /= 10) uit[plaats + i] = static_cast<char>('0' + waarde % 10);
}

}  // namespace

Datum::Datum(int jaar, unsigned maand, unsigned dag)
    : dagen_(gecontroleerd(year_month_day{year{jaar}, month{maand}, day{dag}})) {}

Datum::Datum(sys_days dagen) : dagen_(gecontroleerd(year_month_day{dagen})) {}

std::optional<Datum> Datum::lees(std::string_view tekst) {
  if (tekst.size() != 10 || tekst[4] != '-' || tekst[7] != '-') return std::nullopt;
  const int j = getal(tekst.substr(0, 4));
  const int m = getal(tekst.substr(5, 2));
  const int d = getal(tekst.substr(8, 2));
  if (j < kEersteJaar || m < 0 || d < 0) return std::nullopt;
  const year_month_day ymd{year{j}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!ymd.ok()) return std::nullopt;
  return Datum(sys_days{ymd});
}

int Datum::jaar() const { return static_cast<int>(year_month_day{dagen_}.year()); }
unsigned Datum::maand() const { return static_cast<unsigned>(year_month_day{dagen_}.month()); }
unsigned Datum::dag() const { return static_cast<unsigned>(year_month_day{dagen_}.day()); }
unsigned Datum::weekdag() const { return std::chrono::weekday{dagen_}.iso_encoding(); }

Datum Datum::plus_dagen(int n) const { return Datum(dagen_ + std::chrono::days{n}); }

int Datum::dagen_tot(Datum tot) const { return static_cast<int>((tot.dagen_ - dagen_).count()); }

std::string Datum::tekst() const {
  std::string uit = "0000-00-00";
  zet(uit, 0, 4, static_cast<unsigned>(jaar()));
  zet(uit, 5, 2, maand());
  zet(uit, 8, 2, dag());
  return uit;
}

std::string Datum::lang() const {
  static constexpr std::array kDagen = {"ma", "di", "wo", "do", "vr", "za", "zo"};
  static constexpr std::array kMaanden = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                          "juli",    "augustus", "september", "oktober", "november", "december"};
  std::string uit = kDagen.at(weekdag() - 1);
  uit += ' ';
  uit += std::to_string(dag());
  uit += ' ';
  uit += kMaanden.at(maand() - 1);
  uit += ' ';
  uit += std::to_string(jaar());
  return uit;
}

}  // namespace pga
