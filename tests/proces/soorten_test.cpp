// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
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
      k({{"feestdagen", l({k({{"datum", "2029-05-11"}, {"bron", "Besluit A"}, {"bekend_op", "2028-06-12"}}),
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

TEST_CASE(
    "policy sets the intervals of the casusoverleg, the holds and the kast, and shorter terms than the law's") {
  const Beleid b = lees_beleid(k({{"uitstel_bij_overleg", "nee"},
                                  {"onverwijld_dagen", 2},
                                  {"uitstroom_dagen", 20},
                                  {"overleg_maanden", 2},
                                  {"pas_op_de_plaats_maanden", 1},
                                  {"bewaring_herziening_maanden", 4},
                                  {"jaarverslag_maanden", 5},
                                  {"opleiding_maanden", 2},
                                  {"vernietiging_tweede", "ja"},
                                  {"vernietiging_bedenktijd_dagen", 7},
                                  {"vernietiging_voltooien_dagen", 10},
                                  {"sleutels_reservekopie_dagen", 14},
                                  {"termijnen", l({k({{"regel", "verzoek"}, {"duur", "3w"}})})}}));
  const termijn::Beleid& t = b.termijnen;
  CHECK_FALSE(t.uitstel_bij_overleg);
  CHECK(std::array{t.onverwijld_dagen, t.uitstroom_dagen, t.overleg_maanden} == std::array{2, 20, 2});
  CHECK(std::array{t.pas_op_de_plaats_maanden, t.bewaring_herziening_maanden, t.jaarverslag_maanden} ==
        std::array{1, 4, 5});
  CHECK(t.opleiding_maanden == 2);
  CHECK(b.vernietiging_tweede);
  CHECK(std::array{t.vernietiging_bedenktijd_dagen, t.vernietiging_voltooien_dagen,
                   t.sleutels_reservekopie_dagen} == std::array{7, 10, 14});
  CHECK_FALSE(Beleid().vernietiging_tweede);
  REQUIRE(t.strenger.count("verzoek") == 1);
  CHECK(t.strenger.at("verzoek") == termijn::Duur{3, termijn::Eenheid::week});
  CHECK(lees_beleid(Waarde::kaart()).termijnen.strenger.empty());
}

TEST_CASE("policy cannot make a term of the law longer, nor set one that the law leaves open") {
  const auto van = [](const char* regel, const char* duur) {
    return toets_beleid(k({{"termijnen", l({k({{"regel", regel}, {"duur", duur}})})}}), "beleid.yaml",
                        Datum(2026, 3, 2));
  };
  CHECK(van("verzoek", "3w").empty());
  CHECK(van("verzoek", "1m").empty());
  CHECK(van("vernietiging_uiterlijk", "3j").empty());
  auto uit = van("verzoek", "2m");
  ZEGT(uit, FoutSoort::geweigerd,
       "beleid kan de termijn verzoek niet verlengen: 2 maanden kan later eindigen dan 1 maand",
       "artikel 12, lid 3, AVG");
  uit = van("verzoek", "31d");  // longer than February
  ZEGT(uit, FoutSoort::geweigerd, "31 dagen kan later eindigen dan 1 maand");
  uit = van("herweging", "1m");
  ZEGT(uit, FoutSoort::geweigerd, "de wet geeft er geen vaste lengte aan", "artikel 9 Wet PGA");
  uit = van("correctie", "1d");
  ZEGT(uit, FoutSoort::geweigerd, "geen termijn geven aan correctie: dat moet van de wet onverwijld",
       "artikel 10 Wet PGA");
  uit = van("verzoeek", "1w");
  ZEGT(uit, FoutSoort::document, "de regel \"verzoeek\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"verzoek\"?");
  const Waarde regel = k({{"regel", "verzoek"}, {"duur", "3w"}});
  uit = toets_beleid(k({{"termijnen", l({regel, regel})}}), "beleid.yaml", Datum(2026, 3, 2));
  ZEGT(uit, FoutSoort::document, "staat er twee keer");
  CHECK(uit.front().plaats.bestand == "beleid.yaml");
}

TEST_CASE("a day by decree is known before it counts, and is remarkable where pga knows them all") {
  const auto van = [](const char* dag, const char* bekend) {
    const Waarde f = k({{"datum", dag}, {"bron", "Besluit van 1 februari 2026"}, {"bekend_op", bekend}});
    return toets_beleid(k({{"feestdagen", l({f})}}), "beleid.yaml", Datum(2026, 3, 2));
  };
  CHECK(van("2029-05-11", "2026-03-02").empty());
  auto uit = van("2029-05-11", "2026-03-03");
  REQUIRE(uit.size() == 1);
  ZEGT(uit, FoutSoort::document, "bekend_op (di 3 maart 2026) ligt na vandaag (ma 2 maart 2026)",
       "artikel 3, lid 3, Algemene termijnenwet");
  uit = van("2026-03-04", "2026-02-01");
  REQUIRE(uit.size() == 1);
  ZEGT(uit, FoutSoort::bevinding, "wo 4 maart 2026: van 2026 kent pga alle gelijkgestelde dagen");
  CHECK(van("2026-05-15", "2025-07-21").empty());  // one that pga knows
  CHECK(van("2026-03-04", "2026-03-04").size() == 2);
}
