// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/kalender.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/termijn/csv.h"

using namespace pga;
using namespace pga::termijn;

namespace {

Datum dag(const std::string& tekst) { return Datum::lees(tekst).value(); }

/// The steps that moved the day, as the table writes them: "zaterdag + zondag | twee werkdagen".
std::string overgeslagen(const std::vector<Stap>& stappen) {
  std::string uit;
  for (const Stap& s : stappen) {
    if (s.soort != Stap::Soort::verschuiving) continue;
    if (s.reden.rfind("ten minste twee", 0) == 0) {
      uit += uit.empty() ? "| twee werkdagen" : " | twee werkdagen";
      continue;
    }
    for (const std::string& deel : test::splits(s.reden, ", ")) uit += (uit.empty() ? "" : " + ") + deel;
  }
  return uit;
}

/// Remarks and warnings: as many as the cell names between bars, each with those words.
void toets_opmerkingen(const std::vector<Stap>& stappen, const std::vector<std::string>& waarschuwingen,
                       const std::string& cel) {
  std::vector<std::string> gezegd = waarschuwingen;
  for (const Stap& s : stappen) {
    if (s.soort == Stap::Soort::opmerking) gezegd.push_back(s.tekst());
  }
  const std::vector<std::string> verwacht = cel.empty() ? std::vector<std::string>() : test::splits(cel, "|");
  CHECK(gezegd.size() == verwacht.size());
  for (const std::string& deel : verwacht) {
    CAPTURE(deel);
    CHECK(std::any_of(gezegd.begin(), gezegd.end(),
                      [&](const std::string& g) { return g.find(deel) != std::string::npos; }));
  }
}

Kalender met(const std::string& dag_, const std::string& bekend) {
  return Kalender({{dag(dag_), "Besluit van de tabel", dag(bekend)}});
}

}  // namespace

TEST_CASE("the end of a term is what the table says, and its reasons name the days skipped") {
  for (const test::Rij& rij : test::lees_tabel("einde.csv")) {
    CAPTURE(rij.at("vanaf"));
    CAPTURE(rij.at("duur"));
    CAPTURE(rij.at("regime"));
    const Duur duur = lees_duur(rij.at("duur")).value();
    const Einde einde = bereken_einde(dag(rij.at("vanaf")), duur, lees_regime(rij.at("regime")).value());
    CHECK(einde.onverschoven.tekst() == rij.at("onverschoven"));
    CHECK(einde.dag.tekst() == rij.at("uiterlijk"));
    CHECK(overgeslagen(einde.stappen) == rij.at("overgeslagen"));
    toets_opmerkingen(einde.stappen, einde.waarschuwingen, rij.at("opmerking"));
    CHECK(einde.stappen.front().tekst() == "+ " + duur.tekst() + " = " + einde.onverschoven.lang());
  }
}

TEST_CASE("a term that counts back ends where the table says, and does not move") {
  for (const test::Rij& rij : test::lees_tabel("achteruit.csv")) {
    CAPTURE(rij.at("voor"));
    CAPTURE(rij.at("duur"));
    const Einde einde = bereken_begin(dag(rij.at("voor")), lees_duur(rij.at("duur")).value(),
                                      lees_regime(rij.at("regime")).value());
    CHECK(einde.dag.tekst() == rij.at("uiterlijk"));
    CHECK(einde.onverschoven == einde.dag);
    toets_opmerkingen(einde.stappen, einde.waarschuwingen, rij.at("opmerking"));
  }
}

TEST_CASE("a term in hours ends when the table says, over a change of clocks too") {
  for (const test::Rij& rij : test::lees_tabel("uren.csv")) {
    CAPTURE(rij.at("vanaf"));
    CAPTURE(rij.at("duur"));
    CAPTURE(rij.at("regime"));
    const EindeUren einde =
        bereken_uren(lees_moment(rij.at("vanaf")).value(), lees_duur(rij.at("duur")).value().aantal,
                     lees_regime(rij.at("regime")).value());
    CHECK(einde.veilig.tekst() == rij.at("vroegste lezing"));
    CHECK(einde.uiterlijk.tekst() == rij.at("uiterlijk"));
    toets_opmerkingen(einde.stappen, einde.waarschuwingen, rij.at("opmerking"));
  }
}

TEST_CASE("the reasons of a term read as the design shows them") {
  const Einde einde = bereken_einde(Datum(2026, 3, 4), {1, Eenheid::maand}, Regime::eu);
  const std::vector<std::string> verwacht = {"+ 1 maand = za 4 april 2026",
                                             "zaterdag, zondag, 2e paasdag → di 7 april 2026"};
  CHECK(einde.teksten() == verwacht);
  REQUIRE(einde.stappen.size() == 2);
  CHECK(einde.stappen[1].reden == "zaterdag, zondag, 2e paasdag");
  CHECK(einde.stappen[1].dag == Datum(2026, 4, 7));
}

TEST_CASE("the reasons cite the articles") {
  CHECK(bereken_einde(Datum(2026, 4, 3), {2, Eenheid::dag}, Regime::eu).teksten().back() ==
        "ten minste twee werkdagen (artikel 3, lid 5, Verordening 1182/71) → wo 8 april 2026");
  CHECK(bereken_einde(Datum(2026, 4, 3), {3, Eenheid::dag}, Regime::atw).teksten().back() ==
        "ten minste twee dagen die geen zaterdag, zondag of feestdag zijn (artikel 2 Atw) → wo 8 april 2026");
  CHECK(bereken_einde(Datum(2026, 3, 3), {1, Eenheid::maand}, Regime::eu).teksten().back() ==
        "goede vrijdag (vr 3 april 2026) telt hier niet mee: onzeker onder Verordening 1182/71, en de vroegere dag "
        "is "
        "veilig; anders was het einde di 7 april 2026");
  CHECK(bereken_einde(Datum(2031, 3, 4), {1, Eenheid::maand}, Regime::atw).teksten().back() ==
        "let op: pga kent de dagen niet die in 2031 met een feestdag zijn gelijkgesteld (artikel 3, lid 3, Atw): "
        "ga na "
        "of vr 4 april 2031 daarbij hoort");
}

TEST_CASE("a term in hours without a time of day ends within the days that surely count") {
  const Einde einde = bereken_einde(Datum(2026, 3, 27), {72, Eenheid::uur}, Regime::eu);
  CHECK(einde.onverschoven == Datum(2026, 3, 29));
  CHECK(einde.dag == Datum(2026, 3, 29));
}

TEST_CASE("a decree of policy moves a term of regime atw, and takes the warning away") {
  const Kalender kalender = met("2029-05-11", "2028-06-01");
  const Einde einde = bereken_einde(Datum(2029, 4, 11), {1, Eenheid::maand}, Regime::atw, kalender);
  CHECK(einde.dag == Datum(2029, 5, 14));
  CHECK(einde.waarschuwingen.empty());
  CHECK_FALSE(einde.eerder);
  CHECK(bereken_einde(Datum(2029, 4, 11), {1, Eenheid::maand}, Regime::eu, kalender).dag == Datum(2029, 5, 11));
  CHECK(bereken_einde(Datum(2030, 4, 11), {1, Eenheid::maand}, Regime::atw, kalender).waarschuwingen.size() == 1);
}

TEST_CASE("a decree that was published after the term began: the end says what it was and why it moved") {
  const Kalender kalender = met("2029-05-11", "2029-04-20");
  const Einde einde = bereken_einde(Datum(2029, 4, 11), {1, Eenheid::maand}, Regime::atw, kalender);
  CHECK(einde.dag == Datum(2029, 5, 14));
  REQUIRE(einde.eerder);
  CHECK(einde.eerder->dag == Datum(2029, 5, 11));
  CHECK(einde.eerder->door == "gelijkstelling van vr 11 mei 2029");
  CHECK(
      einde.teksten().back() ==
      "vr 11 mei 2029 is pas op vr 20 april 2029 gelijkgesteld met een feestdag; daarvoor was het einde vr 11 mei "
      "2029");
  // Known on the day that the term begins is in time.
  CHECK_FALSE(bereken_einde(Datum(2029, 4, 20), {3, Eenheid::week}, Regime::atw, kalender).eerder);
}

TEST_CASE("a decree for the last day that there is does not lead past it") {
  const Kalender kalender = met("9999-12-31", "9999-01-01");
  CHECK(bereken_einde(Datum(9999, 12, 1), {30, Eenheid::dag}, Regime::atw, kalender).dag == Datum(9999, 12, 31));
  CHECK(bereken_einde(Datum(9999, 12, 1), {30, Eenheid::dag}, Regime::eu, kalender).dag == Datum(9999, 12, 31));
}
