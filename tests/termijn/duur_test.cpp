// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/duur.h"

#include <doctest/doctest.h>

using namespace pga;
using namespace pga::termijn;

TEST_CASE("a duration is read in one form only, and written in the same") {
  CHECK(lees_duur("30d").value() == Duur{30, Eenheid::dag});
  CHECK(lees_duur("999j").value() == Duur{999, Eenheid::jaar});
  CHECK(lees_duur("72u").value() == Duur{72, Eenheid::uur});
  for (const char* goed : {"1d", "4w", "12m", "5j", "72u"}) CHECK(lees_duur(goed).value().kort() == goed);
  for (const char* fout : {"", "d", "0d", "01d", "1000d", "1", "1x", "-1d", "1 d", "1dd", "1D", "1h"}) {
    CAPTURE(fout);
    CHECK_FALSE(lees_duur(fout));
  }
}

TEST_CASE("a duration in words") {
  CHECK(Duur{1, Eenheid::week}.tekst() == "1 week");
  CHECK(Duur{14, Eenheid::dag}.tekst() == "14 dagen");
  CHECK(Duur{5, Eenheid::jaar}.tekst() == "5 jaar");
  CHECK(Duur{72, Eenheid::uur}.tekst() == "72 uur");
}

TEST_CASE("arithmetic stays within the calendar at both ends") {
  CHECK(plus_maanden(Datum(9999, 12, 1), 1) == Datum(9999, 12, 31));
  CHECK(plus_maanden(Datum(1583, 1, 31), -1) == Datum(1583, 1, 1));
  CHECK(plus(Datum(9999, 1, 1), {999, Eenheid::jaar}) == Datum(9999, 12, 31));
  CHECK(plus(Datum(9999, 12, 30), {3, Eenheid::dag}) == Datum(9999, 12, 31));
  CHECK(plus(Datum(1583, 1, 3), {-3, Eenheid::dag}) == Datum(1583, 1, 1));
}

TEST_CASE("hours from the beginning of a day end on the day of the last of them") {
  CHECK(plus(Datum(2026, 3, 27), {24, Eenheid::uur}) == Datum(2026, 3, 27));
  CHECK(plus(Datum(2026, 3, 27), {25, Eenheid::uur}) == Datum(2026, 3, 28));
  CHECK(plus(Datum(2026, 3, 27), {72, Eenheid::uur}) == Datum(2026, 3, 29));
}
