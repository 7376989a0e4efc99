// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/datum.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using pga::Datum;

namespace {

/// The proleptic rules written out again, to hold the class against.
bool bestaat(int j, unsigned m, unsigned d) {
  const bool schrikkel = (j % 4 == 0 && j % 100 != 0) || j % 400 == 0;
  const std::vector<unsigned> lengte = {31, schrikkel ? 29U : 28U, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return m >= 1 && m <= 12 && d >= 1 && d <= lengte[m - 1];
}

std::string met_nullen(unsigned n, std::size_t breedte) {
  const std::string cijfers = std::to_string(n);
  return std::string(breedte - cijfers.size(), '0') + cijfers;
}

}  // namespace

TEST_CASE("exactly the days that exist can be read, and come back as they were written") {
  for (const int j : {1583, 1600, 1700, 1900, 1999, 2000, 2023, 2024, 2026, 2100, 2400, 9999}) {
    for (unsigned m = 0; m <= 13; ++m) {
      for (unsigned d = 0; d <= 32; ++d) {
        const std::string tekst =
            met_nullen(static_cast<unsigned>(j), 4) + '-' + met_nullen(m, 2) + '-' + met_nullen(d, 2);
        const auto gelezen = Datum::lees(tekst);
        CAPTURE(tekst);
        REQUIRE(gelezen.has_value() == bestaat(j, m, d));
        if (!gelezen) {
          CHECK_THROWS_AS(Datum(j, m, d), std::out_of_range);
          continue;
        }
        CHECK(gelezen->tekst() == tekst);
        CHECK(*gelezen == Datum(j, m, d));
        CHECK(gelezen->jaar() == j);
        CHECK(gelezen->maand() == m);
        CHECK(gelezen->dag() == d);
      }
    }
  }
}

TEST_CASE("a date has one form") {
  for (const char* fout :
       {"",           "2026",           "2026-3-01",   "2026-03-1",        "26-03-01",   "2026/03/01",
        "01-03-2026", "2026-03-01 ",    " 2026-03-01", "2026-03-01T00:00", "2026_03_01", "+026-03-01",
        "2026-+3-01", "2026-03--1",     "2026-03-0x",  "12026-03-01",      "1582-12-31", "0000-01-01",
        "2026-02-30", "２０２６-03-01", "2026-03-01\n"}) {
    CAPTURE(fout);
    CHECK_FALSE(Datum::lees(fout));
  }
}

TEST_CASE("weekdays and how a person reads a day") {
  CHECK(Datum(2026, 4, 7).lang() == "di 7 april 2026");
  CHECK(Datum(2026, 3, 1).lang() == "zo 1 maart 2026");
  CHECK(Datum(2024, 2, 29).lang() == "do 29 februari 2024");
  CHECK(Datum(1583, 1, 1).lang() == "za 1 januari 1583");
  CHECK(Datum(9999, 12, 31).lang() == "vr 31 december 9999");
  Datum dag(2025, 12, 29);  // a Monday
  for (unsigned i = 0; i < 800; ++i, dag = dag.plus_dagen(1)) REQUIRE(dag.weekdag() == i % 7 + 1);
}

TEST_CASE("days are counted across months, years and leap days") {
  const Datum begin(2023, 12, 31);
  CHECK(begin.plus_dagen(1) == Datum(2024, 1, 1));
  CHECK(Datum(2024, 2, 28).plus_dagen(1) == Datum(2024, 2, 29));
  CHECK(Datum(2023, 2, 28).plus_dagen(1) == Datum(2023, 3, 1));
  CHECK(Datum(2024, 3, 1).plus_dagen(-1) == Datum(2024, 2, 29));
  CHECK(begin.plus_dagen(0) == begin);
  for (int n = -1500; n <= 1500; n += 7) {
    CHECK(begin.dagen_tot(begin.plus_dagen(n)) == n);
    CHECK(begin.plus_dagen(n).plus_dagen(-n) == begin);
    CHECK((begin.plus_dagen(n) < begin) == (n < 0));
  }
}

TEST_CASE("text order is date order") {
  std::vector<Datum> dagen;
  for (const int j : {1999, 2000, 2026}) {
    for (const unsigned m : {1U, 9U, 10U, 12U}) {
      for (const unsigned d : {1U, 9U, 10U, 28U}) dagen.emplace_back(j, m, d);
    }
  }
  for (const Datum& a : dagen) {
    for (const Datum& b : dagen) REQUIRE((a < b) == (a.tekst() < b.tekst()));
  }
}

TEST_CASE("the calendar ends where four digits end") {
  CHECK_THROWS_AS((void)Datum(9999, 12, 31).plus_dagen(1), std::out_of_range);
  CHECK_THROWS_AS((void)Datum(1583, 1, 1).plus_dagen(-1), std::out_of_range);
  CHECK_THROWS_AS((void)Datum(2026, 1, 1).plus_dagen(2'000'000'000), std::out_of_range);
  CHECK_THROWS_AS((void)Datum(2026, 1, 1).plus_dagen(-2'000'000'000), std::out_of_range);
  CHECK_THROWS_AS(Datum(10000, 1, 1), std::out_of_range);
  CHECK_THROWS_AS(Datum(1582, 12, 31), std::out_of_range);
}
