// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lib/proces/beleid.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

TEST_CASE("every enum word reads back as itself, and no other word does") {
  for (const std::string_view woord : Woorden<Fase>::namen) CHECK(naam(lees<Fase>(woord).value()) == woord);
  for (const std::string_view woord : Woorden<Soort>::namen) CHECK(naam(lees<Soort>(woord).value()) == woord);
  CHECK_FALSE(lees<Fase>("Melding"));
  CHECK_FALSE(lees<Fase>(""));
  CHECK(naam(Fase::niet_opgenomen) == "niet_opgenomen");
  CHECK(tekst(Fase::niet_opgenomen) == "niet opgenomen");
}

TEST_CASE("a weging is read with its defaults, lists and nested fields") {
  const Weging w = lees_weging(met(een_weging(), "aanhouden", k({{"tot", "2026-04-01"}, {"wie", "iemand"}})));
  CHECK(w.stap == WegingStap::besluit);
  CHECK(w.datum == Datum(2026, 3, 4));
  REQUIRE(w.stemmen.size() == 3);
  CHECK(w.stemmen[2].organisatie == Organisatie::om);
  CHECK(w.stemmen[2].standpunt == Standpunt::voor);
  CHECK(w.aanhouden_tot == Datum(2026, 4, 1));
  REQUIRE(w.deelnemers.size() == 1);
  CHECK(w.deelnemers[0].compartimenten == std::vector<std::string>{"identiteit", "zaak"});
  CHECK(lees_weging(Waarde::kaart()).stap == WegingStap::besluit);
}

TEST_CASE("a field that cannot be read is empty and is told, with its path") {
  Onleesbaar fout;
  const Weging w = lees_weging(k({{"datum", "2026-02-30"},
                                  {"besluit", "misschien"},
                                  {"stemmen", l({k({{"standpunt", "ja"}})})},
                                  {"relaties", "geen lijst"},
                                  {"aanhouden", l({})}}),
                               &fout);
  CHECK_FALSE(w.datum);
  CHECK_FALSE(w.besluit);
  const Onleesbaar verwacht = {"datum", "relaties", "stemmen[].standpunt", "besluit", "aanhouden"};
  CHECK(fout == verwacht);
}

TEST_CASE("termijnen_velden names what is read, in dotted paths, and nothing for the rest") {
  const auto& velden = termijnen_velden("plan");
  for (const char* veld : {"stap", "datum", "doelen[].id", "interventies[].evaluatiedatum", "acties[].uiterlijk"}) {
    CAPTURE(veld);
    CHECK(std::find(velden.begin(), velden.end(), veld) != velden.end());
  }
  CHECK(std::find(velden.begin(), velden.end(), "interventies[].wat") == velden.end());
  CHECK(std::is_sorted(velden.begin(), velden.end()));
  CHECK(std::adjacent_find(velden.begin(), velden.end()) == velden.end());
  CHECK(termijnen_velden("melding").size() == 9);
  CHECK(termijnen_velden("opening").empty());
  CHECK(termijnen_velden("beheer").empty());
}

TEST_CASE("every soort but the program's own has fields in termijnen") {
  for (const std::string_view soort : Woorden<Soort>::namen) {
    CAPTURE(soort);
    CHECK(termijnen_velden(soort).empty() == (soort == "opening"));
  }
}

TEST_CASE("policy has a default for what beheer does not say") {
  const Beleid b = lees_beleid(Waarde::kaart());
  CHECK(b.termijnen.uitstel_herziening_maanden == 3);
  CHECK(b.termijnen.herweging_maanden == 6);
  CHECK(b.bevestiging_afsluiting);
  CHECK(b.schaal.standen.size() == 5);
}

TEST_CASE("policy adds days by decree; one without a day, a source or a day of publication does not count") {
  const Beleid b = lees_beleid(
      k({{"feestdagen",
          l({k({{"datum", "2029-05-11"}, {"bron", "Besluit A"}, {"bekend_op", "2028-06-12"}}),
             k({{"datum", "2029-02-30"}, {"bron", "Besluit B"}, {"bekend_op", "2028-06-12"}}),
             k({{"datum", "2030-05-31"}, {"bron", ""}, {"bekend_op", "2028-06-12"}}),
             k({{"datum", "2031-05-23"}, {"bron", "Besluit C"}})})}}));
  const termijn::Kalender& kalender = b.termijnen.kalender;
  CHECK(kalender.kb_dagen().size() == termijn::Kalender().kb_dagen().size() + 1);
  REQUIRE(kalender.kb_dag(Datum(2029, 5, 11)) != nullptr);
  CHECK(kalender.kb_dag(Datum(2029, 5, 11))->bron == "Besluit A");
  CHECK(kalender.kb_dag(Datum(2029, 5, 11))->bekend_op == Datum(2028, 6, 12));
}

TEST_CASE("policy is read from beheer") {
  const Beleid b = lees_beleid(k({{"notificatie_anker", "verkrijging"},
                                  {"nadert_dagen", 7},
                                  {"aanhouden_max_weken", 4},
                                  {"bevestiging_afsluiting", "nee"},
                                  {"leidraad_editie", "2024"},
                                  {"schaal", k({{"naam", "eigen schaal"}, {"standen", l({"laag", "hoog"})}})},
                                  {"melden_na_uitstel_dagen", 7},
                                  {"lid_2_d", "alleen op kantoor"}}));
  CHECK(b.termijnen.notificatie_anker == termijn::Anker::verkrijging);
  CHECK(b.termijnen.nadert_dagen == 7);
  CHECK(b.termijnen.aanhouden_max_weken == 4);
  CHECK(b.termijnen.vernietiging_dagen == 14);
  CHECK_FALSE(b.bevestiging_afsluiting);
  CHECK(b.leidraad_editie == "2024");
  CHECK(b.schaal.standen == std::vector<std::string>{"laag", "hoog"});
  CHECK(b.lid_2_d == "alleen op kantoor");
  CHECK(b.termijnen.melden_na_uitstel_dagen == 7);
}
