// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/feestdagen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/termijn/csv.h"
#include "tests/termijn/los.h"

using namespace pga;
using namespace pga::termijn;

namespace {

Datum dag(const std::string& tekst) { return Datum::lees(tekst).value(); }

}  // namespace

TEST_CASE("the holidays of a year are those of the table, no more and no fewer, each with its source") {
  std::map<int, std::vector<test::Rij>> per_jaar;
  for (const test::Rij& rij : test::lees_tabel("feestdagen.csv")) {
    per_jaar[dag(rij.at("dag")).jaar()].push_back(rij);
  }
  for (const auto& jaar : per_jaar) {
    const std::vector<Feestdag> lijst = feestdagen(jaar.first, Regime::atw);
    CHECK(lijst.size() == jaar.second.size());
    CHECK(std::is_sorted(lijst.begin(), lijst.end(),
                         [](const Feestdag& a, const Feestdag& b) { return a.dag < b.dag; }));
    for (const test::Rij& rij : jaar.second) {
      CAPTURE(rij.at("dag"));
      CAPTURE(rij.at("feestdag"));
      const auto it = std::find_if(lijst.begin(), lijst.end(), [&](const Feestdag& f) {
        return f.dag.tekst() == rij.at("dag") && f.naam == rij.at("feestdag");
      });
      REQUIRE(it != lijst.end());
      CHECK(it->eu == (rij.at("eu") == "ja"));
      CHECK(it->bekend_op.has_value() == (rij.at("feestdag") == "gelijkgestelde dag"));
      // "Atw 3 lid 3: BWBR0051300": the article, and what else must be in the source.
      const std::vector<std::string> bron = test::splits(rij.at("bron"), ":");
      CHECK(it->bron.rfind("artikel 3, lid " + bron[0].substr(bron[0].size() - 1) + ", Atw", 0) == 0);
      if (bron.size() > 1) CHECK(it->bron.find(bron[1]) != std::string::npos);
    }
  }
}

TEST_CASE("a day is the holiday that the table says, under each regime") {
  for (const test::Rij& rij : test::lees_tabel("feestdagen.csv")) {
    CAPTURE(rij.at("dag"));
    const Datum d = dag(rij.at("dag"));
    CHECK(feestdag(d, Regime::kalender).empty());
    CHECK_FALSE(feestdag(d, Regime::atw).empty());
    if (rij.at("eu") == "ja") CHECK(feestdag(d, Regime::eu) == rij.at("feestdag"));
    // 5 mei 2016 is Hemelvaartsdag as well.
    if (rij.at("eu") == "nee" && rij.at("dag") != "2016-05-05") CHECK(feestdag(d, Regime::eu).empty());
  }
}

TEST_CASE("the holidays of a year under regime eu are those of the table that count there") {
  for (const Feestdag& f : feestdagen(2027, Regime::eu)) CHECK(f.naam == feestdag(f.dag, Regime::eu));
  CHECK(feestdagen(2027, Regime::eu).size() == 7);
  CHECK(feestdagen(2027, Regime::kalender).empty());
}

TEST_CASE("an independent computation finds the same Easter in every year") {
  for (int jaar = 1583; jaar <= 9999; ++jaar) {
    const test::los::Ymd verwacht = test::los::pasen(jaar);
    REQUIRE(pasen(jaar) ==
            Datum(verwacht.jaar, static_cast<unsigned>(verwacht.maand), static_cast<unsigned>(verwacht.dag)));
  }
}

TEST_CASE("the program knows the decrees of 2023 to 2028, each from the day of its publication") {
  for (int jaar = 2023; jaar <= 2028; ++jaar) CHECK(Kalender().bekend(jaar));
  CHECK_FALSE(Kalender().bekend(2022));
  CHECK_FALSE(Kalender().bekend(2029));
  CHECK(Kalender().kb_dagen().size() == 10);
  CHECK(Kalender().zoals_bekend_op(Datum(2025, 7, 20)).kb_dagen().size() == 5);
  CHECK(Kalender().zoals_bekend_op(Datum(2025, 7, 21)).kb_dagen().size() == 10);
  CHECK(Kalender().zoals_bekend_op(Datum(2022, 3, 22)).kb_dagen().empty());
}

TEST_CASE("policy adds days, and cannot change the source of one that the program knows") {
  const Kalender kalender({{Datum(2029, 5, 11), "Besluit A", Datum(2028, 6, 1)},
                           {Datum(2026, 1, 2), "iets anders", Datum(2030, 1, 1)}});
  CHECK(kalender.bekend(2029));
  CHECK(kalender.kb_dagen().size() == 11);
  REQUIRE(kalender.kb_dag(Datum(2026, 1, 2)) != nullptr);
  CHECK(kalender.kb_dag(Datum(2026, 1, 2))->bekend_op == Datum(2025, 7, 21));
  CHECK(feestdag(Datum(2029, 5, 11), Regime::atw, kalender) == "gelijkgestelde dag");
  CHECK(feestdag(Datum(2029, 5, 11), Regime::atw).empty());
  const std::vector<Feestdag> lijst = feestdagen(2029, Regime::atw, kalender);
  const auto it =
      std::find_if(lijst.begin(), lijst.end(), [](const Feestdag& f) { return f.dag == Datum(2029, 5, 11); });
  REQUIRE(it != lijst.end());
  CHECK(it->bron == "artikel 3, lid 3, Atw; Besluit A");
}

TEST_CASE("a regime is named in one way") {
  for (const char* n : {"eu", "atw", "kalender"}) CHECK(naam(lees_regime(n).value()) == n);
  for (const char* n : {"", "EU", "atw ", "awb"}) CHECK_FALSE(lees_regime(n));
}
