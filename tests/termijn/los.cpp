// SPDX-License-Identifier: EUPL-1.2
#include "tests/termijn/los.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace pga::test::los {
namespace {

constexpr Ymd kLaatste{9999, 12, 31};
constexpr std::int64_t kDag = 24 * 60;

bool schrikkel(int jaar) { return jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0); }

int dagen_in_maand(int jaar, int maand) {
  static constexpr std::array kDagen = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return maand == 2 && schrikkel(jaar) ? 29 : kDagen.at(static_cast<std::size_t>(maand - 1));
}

/// The day of March on which Easter Sunday falls; the 32nd is the first of April.
int paasdag_in_maart(int jaar) {
  const int k = jaar / 100;
  const int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
  const int s = 2 - (3 * k + 3) / 4;
  const int a = jaar % 19;
  const int d = (19 * a + m) % 30;
  const int r = (d + a / 11) / 29;
  const int og = 21 + d - r;
  const int sz = 7 - (((jaar + jaar / 4 + s) % 7) + 7) % 7;
  int oe = (og - sz) % 7;
  if (oe < 0) oe += 7;
  return og + 7 - oe;
}

bool feest(Ymd d, bool atw) {
  if ((d.maand == 1 && d.dag == 1) || (d.maand == 12 && (d.dag == 25 || d.dag == 26))) return true;
  // The 26th is a Saturday when the 27th is a Sunday, so only the 27th can close an office.
  if (d.maand == 4 && d.dag == 27) return true;
  if (atw && d.maand == 5 && d.dag == 5) return true;
  const std::vector<Ymd>& besluit = besluitdagen();
  if (atw && std::find(besluit.begin(), besluit.end(), d) != besluit.end()) return true;
  if (d.maand < 3 || d.maand > 6) return false;
  static constexpr std::array kVanafMaart = {0, 31, 61, 92};
  const int na = kVanafMaart.at(static_cast<std::size_t>(d.maand - 3)) + d.dag - paasdag_in_maart(d.jaar);
  return na == 1 || na == 39 || na == 50 || (atw && na == -2);
}

bool zonder_atw(int aantal, char eenheid) {
  return eenheid == 'j' || (eenheid == 'd' && aantal > 90) || (eenheid == 'w' && aantal > 12) ||
         (eenheid == 'm' && aantal > 3);
}

/// Minutes of Coordinated Universal Time at which the clock is changed in that year, as `klok_later` counts them.
std::int64_t wissel(int jaar, int maand) {
  int dag = 31;
  while (weekdag({jaar, maand, dag}) != 0) --dag;
  return dagen_sinds_1583({jaar, maand, dag}) * kDag + 60;
}

}  // namespace

bool voor(Ymd a, Ymd b) { return std::tie(a.jaar, a.maand, a.dag) < std::tie(b.jaar, b.maand, b.dag); }

Ymd morgen(Ymd d) {
  if (d == kLaatste) return d;
  if (++d.dag > dagen_in_maand(d.jaar, d.maand)) {
    d.dag = 1;
    if (++d.maand > 12) {
      d.maand = 1;
      ++d.jaar;
    }
  }
  return d;
}

int weekdag(Ymd d) {
  static constexpr std::array kT = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int j = d.maand < 3 ? d.jaar - 1 : d.jaar;
  return (j + j / 4 - j / 100 + j / 400 + kT.at(static_cast<std::size_t>(d.maand - 1)) + d.dag) % 7;
}

Ymd pasen(int jaar) {
  const int maart = paasdag_in_maart(jaar);
  return maart > 31 ? Ymd{jaar, 4, maart - 31} : Ymd{jaar, 3, maart};
}

const std::vector<Ymd>& besluitdagen() {
  static const std::vector<Ymd> dagen = {{2023, 4, 28}, {2023, 5, 19}, {2024, 5, 10}, {2024, 12, 27},
                                         {2025, 5, 30}, {2026, 1, 2},  {2026, 5, 15}, {2027, 5, 7},
                                         {2028, 4, 28}, {2028, 5, 26}};
  return dagen;
}

Ymd later(Ymd d, int aantal, char eenheid) {
  if (eenheid == 'd' || eenheid == 'w') {
    for (int n = eenheid == 'w' ? 7 * aantal : aantal; n > 0; --n) d = morgen(d);
    return d;
  }
  for (int n = eenheid == 'j' ? 12 * aantal : aantal; n > 0; --n) {
    if (++d.maand > 12) {
      d.maand = 1;
      ++d.jaar;
    }
  }
  if (d.jaar > kLaatste.jaar) return kLaatste;
  d.dag = std::min(d.dag, dagen_in_maand(d.jaar, d.maand));
  return d;
}

bool dicht(Ymd d, const std::string& regime) {
  const int w = weekdag(d);
  return w == 0 || w == 6 || feest(d, regime == "atw");
}

Ymd einde(Ymd start, int aantal, char eenheid, const std::string& regime) {
  const Ymd kaal = later(start, aantal, eenheid);
  if (regime == "kalender" || (regime == "atw" && zonder_atw(aantal, eenheid))) return kaal;
  int lengte = 0;  // days of the term so far
  int open = 0;    // of which the office is open
  int nodig = 0;
  for (Ymd d = start;;) {
    if (!voor(d, kaal) && !dicht(d, regime) && open >= nodig) return d;
    if (d == kLaatste) return d;
    d = morgen(d);
    ++lengte;
    if (!dicht(d, regime)) ++open;
    if (!voor(kaal, d) && lengte >= (regime == "atw" ? 3 : 2)) nodig = 2;
  }
}

std::int64_t dagen_sinds_1583(Ymd d) {
  std::int64_t n = d.dag - 1;
  for (int m = 1; m < d.maand; ++m) n += dagen_in_maand(d.jaar, m);
  // Every fourth year is longer but for the centuries, of which every fourth is.
  const int j = d.jaar - 1;
  n += std::int64_t{j - 1582} * 365 + (j / 4 - 1582 / 4) - (j / 100 - 1582 / 100) + (j / 400 - 1582 / 400);
  return n;
}

Klok klok_later(Klok k, std::int64_t minuten) {
  const std::int64_t utc = k.minuten - (k.zomertijd ? 120 : 60) + minuten;
  // The year of that moment, by going there.
  int jaar = 1583;
  while (jaar < 9999 && dagen_sinds_1583({jaar + 1, 1, 1}) * kDag <= utc) ++jaar;
  const bool zomertijd = wissel(jaar, 3) <= utc && utc < wissel(jaar, 10);
  return {utc + (zomertijd ? 120 : 60), zomertijd};
}

}  // namespace pga::test::los
