// SPDX-License-Identifier: EUPL-1.2
//
// Days as minutes write them, and the table of actions at their end.
#include "lib/proces/dagtaal.h"

#include <doctest/doctest.h>

#include <string>

#include "lib/proces/actietabel.h"

using namespace pga;
using namespace pga::proces;

namespace {

std::string dag(const char* tekst) {
  const auto d = lees_dag(tekst);
  return d ? d->tekst() : "-";
}

std::string controle(const char* stand, Datum vanaf = Datum(2026, 7, 15)) {
  return controledag(stand, vanaf, std::nullopt).dag.tekst();
}

}  // namespace

TEST_CASE("a day in every form that minutes use") {
  for (const char* tekst : {"15/7/19", "15/07/2019", "15-7-19", "15-07-2019", "15.7.2019", "2019-07-15",
                            "15 juli 2019", " 15 jul 2019 "}) {
    CAPTURE(tekst);
    CHECK(dag(tekst) == "2019-07-15");
  }
  for (const char* tekst : {"", "15/7", "juli 2019", "31/2/19", "15/7/19 en later", "15/7-19", "1/1/1", "zomer"}) {
    CAPTURE(tekst);
    CHECK(dag(tekst) == "-");
  }
}

TEST_CASE("a vague term gives a real day, on or after the day it was agreed") {
  CHECK(controle("Na zomerreces") == "2026-09-01");
  CHECK(controle("na het zomerreces", Datum(2026, 10, 1)) == "2027-09-01");
  CHECK(controle("voor de zomervakantie", Datum(2026, 3, 1)) == "2026-06-30");
  CHECK(controle("Vóór september") == "2026-08-31");
  CHECK(controle("voor januari") == "2026-12-31");
  CHECK(controle("eind augustus") == "2026-08-31");
  CHECK(controle("begin oktober") == "2026-10-10");
  CHECK(controle("medio maart") == "2027-03-15");
  CHECK(controle("na september") == "2026-10-01");
  CHECK(controle("in juli") == "2026-07-31");
  CHECK(controle("1 oktober") == "2026-10-01");
  CHECK(controle("1 juli") == "2026-08-14");  // just past: not what was meant
  CHECK(controle("uiterlijk 10/9/26") == "2026-09-10");
  CHECK(controle("vóór 1 oktober 2026") == "2026-09-30");
  CHECK(controle("week 36") == "2026-09-04");
  CHECK(controle("week 2") == "2027-01-15");
  CHECK(controle("z.s.m.") == "2026-07-29");
  CHECK(controle("zo spoedig mogelijk") == "2026-07-29");
  CHECK(controle("na kerst") == "2027-01-15");
  CHECK(controle("loopt") == "2026-08-14");
  CHECK(controle("") == "2026-08-14");
  CHECK(controle("1 juli 2020") == "2026-08-14");  // long past: not what was meant
  CHECK(controle("mei") == "2027-05-31");
  CHECK(controle("in mei gestart, loopt") == "2026-08-14");
  CHECK(controle("sinds maart bezig") == "2026-08-14");
  CHECK(controle("in oktober") == "2026-10-31");
  CHECK(controle("morgen") == "2026-07-16");
  CHECK(controle("deze week") == "2026-07-17");
  CHECK(controle("volgende week bellen") == "2026-07-24");
  CHECK(controle("uiterlijk vrijdag") == "2026-07-17");
  CHECK(controle("woensdag") == "2026-07-22");
  CHECK(controle("over 2 weken") == "2026-07-29");
  CHECK(controle("binnen een maand") == "2026-08-15");
  CHECK(controle("x", Datum(9999, 12, 31)) == "9999-12-31");
}

TEST_CASE("without a day of its own an action is looked at in the next meeting") {
  const Datum vandaag(2026, 7, 15);
  CHECK(controledag("volgend overleg", vandaag, Datum(2026, 8, 12)).dag == Datum(2026, 8, 12));
  CHECK(controledag("", vandaag, Datum(2026, 8, 12)).waarom == "het volgende overleg");
  CHECK(controledag("na zomerreces", vandaag, Datum(2026, 8, 12)).dag == Datum(2026, 9, 1));
  CHECK(controledag("", vandaag, Datum(2026, 7, 1)).dag == Datum(2026, 8, 14));
}

TEST_CASE("the table of actions is read whole, with its lines") {
  const std::string verslag =
      "\xEF\xBB\xBFVerslag\r\n\r\nActie OOV: de bijlage nazenden.\r\n\r\nACTIEPUNTEN\r\n\r\n"
      "Datum\tActie\tWie\tSvz\r\n"
      "15/7/26\tPlan maken --> agenderen\tOOV, OM\tNa zomerreces\r\n"
      "15/7/26\tBellen\tpolitie\t\r\n"
      "\r\n"
      "16/7/26\tZonder stand\tRvdK\r\n"
      "\r\nDe voorzitter sluit.\r\n";
  const Actietabel t = lees_actietabel(verslag, "v.txt");
  CHECK(t.bevindingen.empty());
  REQUIRE(t.acties.size() == 3);
  CHECK(t.acties[0].regel == 8);
  CHECK(t.acties[0].datum == Datum(2026, 7, 15));
  CHECK(t.acties[0].wat == "Plan maken --> agenderen");
  CHECK(t.acties[0].wie == "OOV, OM");
  CHECK(t.acties[0].stand == "Na zomerreces");
  CHECK(t.acties[1].stand.empty());
  CHECK(t.acties[2].regel == 11);
  CHECK(t.los == std::vector<int>{3});
}

TEST_CASE("other headings and another order are read by their names") {
  const Actietabel t = lees_actietabel("Wie\tActiepunt\tStatus\tDatum\nOM\tbellen\topen\t1-2-2026", "v.txt");
  REQUIRE(t.acties.size() == 1);
  CHECK(t.acties[0].wie == "OM");
  CHECK(t.acties[0].stand == "open");
}

TEST_CASE("nothing in the table is skipped unseen") {
  const auto regel = [](const std::string& onder) {
    const Actietabel t = lees_actietabel("Datum\tActie\tWie\tSvz\n1/2/26\tbellen\tOM\topen\n" + onder, "v.txt");
    REQUIRE(t.bevindingen.size() == 1);
    CHECK(t.bevindingen[0].plaats.regel == 3);
    CHECK(t.bevindingen[0].plaats.bestand == "v.txt");
    return t.bevindingen[0].wat;
  };
  CHECK(regel("morgen\tbellen\tOM\topen\n") == "\"morgen\" is geen dag die te lezen is");
  CHECK(regel("\tbellen\tOM\topen\n") == "de datum ontbreekt");
  CHECK(regel("1/2/26\t\tOM\topen\n") == "de kolom Actie is leeg");
  CHECK(regel("1/2/26\tbellen\n") == "de kolom Wie is leeg");
  CHECK(regel("1/2/26\tbellen\tOM\topen\tmeer\n") == "deze regel heeft meer kolommen dan de koppen");
  CHECK(regel("en dit hoort er nog bij\n") == "deze regel staat in de tabel, maar heeft geen tabs");
  const Actietabel leeg = lees_actietabel("geen tabel\n", "v.txt");
  REQUIRE(leeg.bevindingen.size() == 1);
  CHECK(leeg.bevindingen[0].wat == "hier staat geen tabel met acties");
}

TEST_CASE("a day that was shortly before the agreement is not one a year from now") {
  const Datum afgesproken(2026, 6, 15);
  CHECK(controledag("besproken op 3 juni, loopt", afgesproken, std::nullopt).dag == Datum(2026, 7, 15));
  CHECK(controledag("besproken op 3 juni, klaar voor 1 oktober", afgesproken, std::nullopt).dag ==
        Datum(2026, 9, 30));
  CHECK(controledag("op 3 februari", afgesproken, std::nullopt).dag == Datum(2027, 2, 3));
}

TEST_CASE("running text with a tab ends the table, quotes of a spreadsheet are no part of a cell") {
  const Actietabel t = lees_actietabel(
      "Datum\tActie\tWie\tSvz\n\"15/7/26\"\t\"bellen \"\"nu\"\"\"\tOM\tgereed\n\nVolgend overleg:\t12 oktober\n"
      "16/7/26\tlos\tOM\n",
      "v.txt");
  CHECK(t.bevindingen.empty());
  REQUIRE(t.acties.size() == 1);
  CHECK(t.acties[0].datum == Datum(2026, 7, 15));
  CHECK(t.acties[0].wat == "bellen \"nu\"");
  CHECK(t.los == std::vector<int>{5});  // not skipped unseen
  const Actietabel direct =
      lees_actietabel("Datum\tActie\tWie\tSvz\n15/7/26\tbellen\tOM\t\nReserve:\t1 mei\n", "v.txt");
  CHECK(direct.bevindingen.empty());
}

TEST_CASE("the same row twice is one action, and is said") {
  const Actietabel t =
      lees_actietabel("Datum\tActie\tWie\tSvz\n1/2/26\tbellen\tOM\tx\n1/2/26\tbellen\tOM\ty\n", "v.txt");
  CHECK(t.acties.size() == 1);
  REQUIRE(t.dubbel.size() == 1);
  CHECK(t.dubbel[0] == std::pair(3, 2));
}

TEST_CASE("a Svz that says it is done") {
  for (const char* klaar : {"gereed", "Gedaan.", "afgerond"}) CHECK(zegt_gedaan(klaar));
  for (const char* open : {"", "nog niet gedaan", "loopt", "gedaan voor 1 mei"}) CHECK_FALSE(zegt_gedaan(open));
}
