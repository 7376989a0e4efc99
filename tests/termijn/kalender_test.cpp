// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/kalender.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "tests/termijn/csv.h"

using namespace pga;
using namespace pga::termijn;

namespace {

Datum dag(const std::string& tekst) { return Datum::lees(tekst).value(); }

Regime regime_van(const std::string& naam_) { return naam_ == "eu" ? Regime::eu : Regime::kalender; }

// An independent computation: Gauss's Easter as Lichtenberg corrected it, and a calendar of day counts since
// 1 January 1583 that knows months only as lengths.
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
  return og + 7 - oe;  // the 32nd of March is the first of April
}

bool schrikkel(int jaar) { return jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0); }

int dagen_in_maand(int jaar, int maand) {
  static constexpr std::array kDagen = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return maand == 2 && schrikkel(jaar) ? 29 : kDagen.at(static_cast<std::size_t>(maand - 1));
}

struct Ymd {
  int jaar;
  int maand;
  int dag;
};

Ymd morgen(Ymd d) {
  if (++d.dag > dagen_in_maand(d.jaar, d.maand)) {
    d.dag = 1;
    if (++d.maand > 12) {
      d.maand = 1;
      ++d.jaar;
    }
  }
  return d;
}

Datum datum(Ymd d) { return Datum(d.jaar, static_cast<unsigned>(d.maand), static_cast<unsigned>(d.dag)); }

/// Sakamoto's day of the week; 0 is Sunday.
int weekdag(Ymd d) {
  static constexpr std::array kT = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int j = d.maand < 3 ? d.jaar - 1 : d.jaar;
  return (j + j / 4 - j / 100 + j / 400 + kT.at(static_cast<std::size_t>(d.maand - 1)) + d.dag) % 7;
}

bool vrije_dag(Ymd d) {
  const int w = weekdag(d);
  if (w == 0 || w == 6) return true;
  if ((d.maand == 1 && d.dag == 1) || (d.maand == 12 && (d.dag == 25 || d.dag == 26))) return true;
  // The 26th is a Saturday when the 27th is a Sunday, so only the 27th can make another day free.
  if (d.maand == 4 && d.dag == 27) return true;
  if (d.maand < 3 || d.maand > 6) return false;
  static constexpr std::array kVanafMaart = {0, 31, 61, 92};
  const int na = kVanafMaart.at(static_cast<std::size_t>(d.maand - 3)) + d.dag - paasdag_in_maart(d.jaar);
  return na == 1 || na == 39 || na == 50;
}

Ymd maand_later(Ymd d, int n) {
  for (; n > 0; --n) {
    if (++d.maand > 12) {
      d.maand = 1;
      ++d.jaar;
    }
  }
  const int laatste = dagen_in_maand(d.jaar, d.maand);
  if (d.dag > laatste) d.dag = laatste;
  return d;
}

}  // namespace

TEST_CASE("the end of a term is what the table says, and its reasons name the days skipped") {
  for (const test::Rij& rij : test::lees_tabel("einde.csv")) {
    CAPTURE(rij.at("vanaf"));
    CAPTURE(rij.at("duur"));
    const Einde einde =
        bereken_einde(dag(rij.at("vanaf")), lees_duur(rij.at("duur")).value(), regime_van(rij.at("regime")));
    CHECK(einde.onverschoven.tekst() == rij.at("onverschoven"));
    CHECK(einde.dag.tekst() == rij.at("uiterlijk"));
    const std::string& skipped = rij.at("overgeslagen");
    REQUIRE(einde.stappen.size() == (skipped.empty() ? 1U : 2U));
    if (!skipped.empty()) {
      std::string verwacht;
      for (const std::string& deel : test::splits(skipped, "+")) verwacht += (verwacht.empty() ? "" : ", ") + deel;
      CHECK(einde.stappen[1] == verwacht + " → " + einde.dag.lang());
    }
  }
}

TEST_CASE("the reasons of a term read as the design shows them") {
  const Einde einde = bereken_einde(Datum(2026, 3, 4), {1, Eenheid::maand}, Regime::eu);
  REQUIRE(einde.stappen.size() == 2);
  CHECK(einde.stappen[0] == "+ 1 maand = za 4 april 2026");
  CHECK(einde.stappen[1] == "zaterdag, zondag, 2e paasdag → di 7 april 2026");
}

TEST_CASE("the moving holidays fall where the table says") {
  for (const test::Rij& rij : test::lees_tabel("feestdagen.csv")) {
    for (const auto& cel : rij) {
      if (cel.first == "jaar") continue;
      CAPTURE(cel.second);
      CHECK(feestdag(dag(cel.second), Regime::eu) == cel.first);
    }
  }
}

TEST_CASE("Goede Vrijdag, 5 mei and days equated by decree do not move an EU term") {
  for (const char* d : {"2026-04-03", "2027-05-05", "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28"}) {
    CHECK(feestdag(dag(d), Regime::eu).empty());
  }
  CHECK(feestdag(dag("2026-12-25"), Regime::kalender).empty());
}

TEST_CASE("an independent computation finds the same Easter in every year") {
  for (int jaar = 1583; jaar <= 9999; ++jaar) {
    const int maart = paasdag_in_maart(jaar);
    const Ymd verwacht = maart > 31 ? Ymd{jaar, 4, maart - 31} : Ymd{jaar, 3, maart};
    REQUIRE(pasen(jaar) == datum(verwacht));
  }
}

TEST_CASE("an independent computation finds the same months and working days, 1583-9999") {
  Ymd d{1583, 1, 1};
  std::uint32_t toeval = 1;
  while (d.jaar < 9998) {
    toeval = toeval * 1664525U + 1013904223U;
    const int maanden = static_cast<int>(toeval >> 16) % 13;
    const Ymd eind = maand_later(d, maanden);
    const Einde einde = bereken_einde(datum(d), {maanden, Eenheid::maand}, Regime::eu);
    REQUIRE(einde.onverschoven == datum(eind));
    Ymd werkdag = eind;
    while (vrije_dag(werkdag)) werkdag = morgen(werkdag);
    REQUIRE(einde.dag == datum(werkdag));
    for (std::uint32_t stap = 1 + (toeval >> 8) % 23; stap > 0; --stap) d = morgen(d);
  }
}

TEST_CASE("a duration is read in one form only") {
  CHECK(lees_duur("30d").value() == Duur{30, Eenheid::dag});
  CHECK(lees_duur("999j").value() == Duur{999, Eenheid::jaar});
  for (const char* fout : {"", "d", "0d", "01d", "1000d", "1", "1x", "-1d", "1 d", "1dd"}) {
    CAPTURE(fout);
    CHECK_FALSE(lees_duur(fout));
  }
  CHECK(Duur{1, Eenheid::week}.tekst() == "1 week");
  CHECK(Duur{5, Eenheid::jaar}.tekst() == "5 jaar");
}

TEST_CASE("arithmetic stays within the calendar at both ends") {
  CHECK(plus_maanden(Datum(9999, 12, 1), 1) == Datum(9999, 12, 31));
  CHECK(plus_maanden(Datum(1583, 1, 31), -1) == Datum(1583, 1, 1));
  CHECK(plus(Datum(9999, 1, 1), {999, Eenheid::jaar}) == Datum(9999, 12, 31));
  CHECK(plus(Datum(9999, 12, 30), {3, Eenheid::dag}) == Datum(9999, 12, 31));
}

TEST_CASE("the clock in Amsterdam shows what the table says, whatever the machine") {
  for (const test::Rij& rij : test::lees_tabel("amsterdam.csv")) {
    const std::string& utc = rij.at("utc");
    CAPTURE(utc);
    const auto deel = [&](std::size_t plaats) { return std::stoi(utc.substr(plaats, 2)); };
    const std::chrono::sys_seconds tijd = dag(utc.substr(0, 10)).dagen() + std::chrono::hours{deel(11)} +
                                          std::chrono::minutes{deel(14)} + std::chrono::seconds{deel(17)};
    CHECK(amsterdam(tijd).tekst() == rij.at("amsterdam"));
    CHECK(vandaag_in_amsterdam(tijd).tekst() == rij.at("amsterdam").substr(0, 10));
  }
  CHECK_THROWS_AS((void)amsterdam(Datum(9999, 12, 31).dagen() + std::chrono::hours{23}), std::out_of_range);
}
