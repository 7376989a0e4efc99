// SPDX-License-Identifier: EUPL-1.2
//
// Breaches: the 72 hours, a report that is complete, and who must hear of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

TEST_CASE("artikel 33 AVG: a breach has a day and a time, a risk, a report") {
  Zaak z = opgenomen();
  CHECK(z.toets("datalek", een_datalek()).empty());
  z.voeg("datalek", een_datalek());
  const Waarde melding = met(een_stap("l-1", "gemeld", "2026-10-26"), "tijd", "10:05");
  CHECK(z.toets("datalek", melding).empty());
  z.voeg("datalek", melding);
  CHECK(feiten_over(z.dossier(), "l-1") == "datalek 2026-10-23 980, datalek_gemeld 2026-10-26 605");
  Zaak hoog = opgenomen();
  hoog.voeg("datalek", met(een_datalek(), "risico", ""));
  hoog.voeg("datalek",
            met(met(een_stap("l-1", "beoordeeld", "2026-10-24"), "risico", "hoog"), "reden_risico", "x"));
  hoog.voeg("datalek", met(een_stap("l-1", "betrokkenen_ingelicht", "2026-10-25"), "ingelicht", "bericht"));
  CHECK(feiten_over(hoog.dossier(), "l-1") ==
        "datalek 2026-10-23 980, datalek_hoog_risico 2026-10-24, betrokkenen_ingelicht 2026-10-25");
  Zaak geen = opgenomen();
  geen.voeg("datalek", met(een_datalek(), "risico", "geen"));
  CHECK(feiten_over(geen.dossier(), "l-1") == "datalek 2026-10-23 980, datalek_geen_melding 2026-10-23");
}

TEST_CASE("72 hours from a local time, over the change of clocks") {
  // Found on Friday 23 October 2026 at 16:20, summer time; the clocks go back in the night of Sunday, so that the
  // last minute of 72 hours is Monday 15:20, and 16:00 when the hour of the discovery does not count.
  Zaak z = opgenomen();
  z.voeg("datalek", een_datalek());
  const auto op = [&](const char* tijd) {
    return z.toets("datalek", met(een_stap("l-1", "gemeld", "2026-10-26"), "tijd", tijd));
  };
  CHECK(op("15:20").empty());
  ZEGT(op("15:21"), kBev, "72 uur en 1 minuut na de ontdekking: na de vroegste lezing, en op tijd als",
       "artikel 33, lid 1, AVG; artikel 3, lid 1, Verordening 1182/71");
  CHECK(z.toets("datalek", met(met(een_stap("l-1", "gemeld", "2026-10-26"), "tijd", "15:21"), "reden_vertraging",
                               "de omvang was niet duidelijk"))
            .empty());
  CHECK(zegt(op("16:00"), kBev, "na de vroegste lezing"));
  ZEGT(op("16:01"), kBev, "72 uur en 41 minuten na de ontdekking, later dan 72 uur, en de reden ontbreekt",
       "artikel 33, lid 1, AVG");
  // What the command calls late, the term calls late, and the other way round.
  for (const char* tijd : {"15:20", "15:21", "16:00", "16:01"}) {
    Zaak gemeld = z;
    gemeld.voeg("datalek", met(een_stap("l-1", "gemeld", "2026-10-26"), "tijd", tijd));
    const auto lijst = termijn::bereken(gemeld.dossier().feiten, gemeld.beleid.termijnen, Datum(2026, 11, 1));
    const auto t = std::find_if(lijst.begin(), lijst.end(), [](const auto& x) { return x.regel == "datalek"; });
    REQUIRE(t != lijst.end());
    CAPTURE(tijd);
    CHECK(t->te_laat() == zegt(op(tijd), kBev, "later dan 72 uur"));
  }
  const auto uit = z.toets("datalek", met(met(een_stap("l-1", "gemeld", "2026-10-27"), "tijd", "09:00"),
                                          "reden_vertraging", "de omvang was niet duidelijk"));
  REQUIRE(uit.size() == 1);
  CHECK(uit[0].tip == "het wordt vastgelegd met de echte tijd");
  ZEGT(z.toets("datalek", met(een_stap("l-1", "gemeld", "2026-10-23"), "tijd", "16:00")), kDoc,
       "ligt voor de ontdekking");
  z.voeg("datalek", met(een_stap("l-1", "gemeld", "2026-10-26"), "tijd", "10:00"));
  CHECK(z.toets("datalek", met(een_stap("l-1", "gemeld", "2026-11-09"), "tijd", "10:00")).empty());  // a later part
}

TEST_CASE("a time in the hour that the clock skips is none") {
  Zaak z = opgenomen();
  const Waarde lek = met(met(een_datalek(), "datum", "2026-03-29"), "tijd", "02:30");
  ZEGT(z.toets("datalek", lek), kDoc, "op zo 29 maart 2026 is het geen 02:30 uur geweest");
  CHECK(z.toets("datalek", met(lek, "tijd", "01:59")).empty());
  CHECK(z.toets("datalek", met(lek, "tijd", "03:00")).empty());
}

TEST_CASE("artikel 33, lid 3, AVG: a report is complete, if in parts") {
  Zaak z = opgenomen();
  Waarde kaal = een_datalek();
  for (const char* veld : {"aantallen", "contact", "gevolgen", "maatregelen", "risico", "reden_risico"}) {
    kaal.verwijder(veld);
  }
  z.voeg("datalek", kaal);
  const Waarde melding = met(een_stap("l-1", "gemeld", "2026-10-24"), "tijd", "10:00");
  const auto uit = z.toets("datalek", met(melding, "gevolgen", "een buur weet het"));
  ZEGT(uit, kBev, "in de melding ontbreekt nog: aantallen", "artikel 33, lid 3, onder a");
  ZEGT(uit, kBev, "in de melding ontbreekt nog: contact", "artikel 33, lid 3, onder b");
  ZEGT(uit, kBev, "in de melding ontbreekt nog: maatregelen", "artikel 33, lid 3, onder d");
  ZEGT(uit, kBev, "het risico is nog niet beoordeeld", "artikel 34, lid 1");
  CHECK_FALSE(zegt(uit, kBev, "aard"));
  CHECK_FALSE(zegt(uit, kBev, "gevolgen"));
}

TEST_CASE("artikel 34 AVG: not telling the betrokkenen has its reason") {
  Zaak z = opgenomen();
  ZEGT(z.toets("datalek", met(een_datalek(), "reden_risico", "")), kBev, "waarom het risico zo is beoordeeld",
       "artikel 33, lid 1 en lid 5");
  z.voeg("datalek", met(een_datalek(), "risico", "hoog"));
  const auto zo = [&](const char* hoe) {
    return z.toets("datalek", met(een_stap("l-1", "betrokkenen_ingelicht", "2026-10-24"), "ingelicht", hoe));
  };
  CHECK(zo("bericht").empty());
  ZEGT(zo("gegevens_onbegrijpelijk"), kBev, "aan ieder persoonlijk niet nodig", "artikel 34, lid 3, onder a");
  ZEGT(zo("risico_weggenomen"), kBev, "aan ieder persoonlijk niet nodig", "artikel 34, lid 3, onder b");
  ZEGT(zo("openbare_mededeling"), kBev, "aan ieder persoonlijk niet nodig", "artikel 34, lid 3, onder c");
  ZEGT(zo("achterwege"), kBev, "welke deelnemer op welke grond", "artikel 5, lid 2, Besluit PGA");
}

TEST_CASE("a time that is none is told and does not count") {
  for (const char* tijd : {"24:00", "9:05", "12:60", "12.30", "ab:cd", "12:3"}) {
    Onleesbaar fout;
    CAPTURE(tijd);
    CHECK_FALSE(lees_datalek(k({{"tijd", tijd}}), &fout).minuut);
    CHECK(fout == Onleesbaar{"tijd"});
  }
  CHECK(lees_datalek(k({{"tijd", "00:00"}})).minuut == 0);
  CHECK(lees_datalek(k({{"tijd", "23:59"}})).minuut == 1439);
}
