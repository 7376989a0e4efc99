// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/moment.h"

#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>
#include <string>

#include "tests/termijn/csv.h"

using namespace pga;
using namespace pga::termijn;

TEST_CASE("the clock in Amsterdam shows what the table says, whatever the machine") {
  for (const test::Rij& rij : test::lees_tabel("amsterdam.csv")) {
    const std::string& utc = rij.at("utc");
    CAPTURE(utc);
    const auto deel = [&](std::size_t plaats) { return std::stoi(utc.substr(plaats, 2)); };
    const std::chrono::sys_seconds tijd = Datum::lees(utc.substr(0, 10)).value().dagen() +
                                          std::chrono::hours{deel(11)} + std::chrono::minutes{deel(14)} +
                                          std::chrono::seconds{deel(17)};
    CHECK(amsterdam(tijd).tekst() == rij.at("amsterdam"));
    CHECK(amsterdam(tijd).utc() == tijd);
    CHECK(vandaag_in_amsterdam(tijd).tekst() == rij.at("amsterdam").substr(0, 10));
  }
  CHECK_THROWS_AS((void)amsterdam(Datum(9999, 12, 31).dagen() + std::chrono::hours{23}), std::out_of_range);
}

TEST_CASE("a time is read by the clock in Amsterdam, in one form only") {
  CHECK(lees_moment("2026-03-27T15:00").value().tekst() == "2026-03-27T15:00:00+01:00");
  CHECK(lees_moment("2026-06-01T00:00").value().tekst() == "2026-06-01T00:00:00+02:00");
  CHECK(lees_moment("1583-01-01T00:00").value().tekst() == "1583-01-01T00:00:00+01:00");
  for (const char* fout : {"", "2026-03-27", "2026-03-27T15", "2026-03-27 15:00", "2026-03-27T24:00",
                           "2026-03-27T15:60", "2026-02-30T15:00", "2026-03-27T1a:00", "2026-03-27T15:00:00",
                           "2026-03-27T15:00Z", "2026-03-27T-1:00", "1582-12-31T15:00"}) {
    CAPTURE(fout);
    CHECK_FALSE(lees_moment(fout));
  }
}

TEST_CASE("what the clock skips does not exist, and what comes twice is the first") {
  CHECK(lees_moment("2026-03-29T01:59").value().tekst() == "2026-03-29T01:59:00+01:00");
  CHECK_FALSE(lees_moment("2026-03-29T02:00"));
  CHECK_FALSE(lees_moment("2026-03-29T02:59"));
  CHECK(lees_moment("2026-03-29T03:00").value().tekst() == "2026-03-29T03:00:00+02:00");
  CHECK(lees_moment("2026-10-25T02:00").value().tekst() == "2026-10-25T02:00:00+02:00");
  CHECK(lees_moment("2026-10-25T02:59").value().tekst() == "2026-10-25T02:59:00+02:00");
  CHECK(lees_moment("2026-10-25T03:00").value().tekst() == "2026-10-25T03:00:00+01:00");
}

TEST_CASE("a time that the clock skips is as much later") {
  CHECK(op_de_klok(Datum(2026, 3, 29), 119).tekst() == "2026-03-29T01:59:00+01:00");
  CHECK(op_de_klok(Datum(2026, 3, 29), 150).tekst() == "2026-03-29T03:30:00+02:00");
  CHECK(op_de_klok(Datum(2026, 10, 25), 150).tekst() == "2026-10-25T02:30:00+02:00");
  CHECK(op_de_klok(Datum(1583, 1, 1), 0).tekst() == "1583-01-01T00:00:00+01:00");
  CHECK(op_de_klok(Datum(9999, 12, 31), 1439).tekst() == "9999-12-31T23:59:00+01:00");
}

TEST_CASE("a moment in words says which of two it is, and only then") {
  const Moment eerste = lees_moment("2026-10-25T02:30").value();
  CHECK(eerste.lang() == "zo 25 oktober 2026 om 02:30 uur (zomertijd)");
  CHECK(plus_uren(eerste, 1).lang() == "zo 25 oktober 2026 om 02:30 uur (wintertijd)");
  CHECK(plus_uren(eerste, 2).lang() == "zo 25 oktober 2026 om 03:30 uur");
  CHECK(plus_uren(eerste, -1).lang() == "zo 25 oktober 2026 om 01:30 uur");
  CHECK(lees_moment("2026-03-29T03:00").value().lang() == "zo 29 maart 2026 om 03:00 uur");
}

TEST_CASE("hours do not lead past the last day that there is") {
  CHECK(plus_uren(lees_moment("9999-12-30T12:00").value(), 999).tekst() == "9999-12-31T23:59:59+01:00");
}
