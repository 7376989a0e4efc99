// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde aanhouden(const char* tot) {
  return met(een_weging("aanhouden"), "aanhouden", k({{"ontbreekt", "verhoor"}, {"wie", "politie"}, {"tot", tot}}));
}

}  // namespace

TEST_CASE("art. 5 lid 3: a melding is not weighed before it is an aanmelding") {
  Zaak z;
  z.voeg("melding", een_melding());
  const auto uit = z.toets("weging", een_weging());
  ZEGT(uit, kNee, "nog niet aangemeld", "artikel 5, lid 1 en lid 3");
  CHECK(uit.front().tip.find("--voordragen") != std::string::npos);
}

TEST_CASE("art. 5 lid 3: opnemen only when burgemeester, politie and om are each once voor") {
  Zaak z = aangemeld();
  CHECK(z.toets("weging", een_weging()).empty());
  const std::vector<Waarde> fout = {
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om", "tegen")}),
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om", "onthouding")}),
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie")}),
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "politie")}),
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om"),
         een_stem("t-4", "om")}),
      l({})};
  for (const Waarde& stemmen : fout) {
    const auto uit = z.toets("weging", met(een_weging(), "stemmen", stemmen));
    ZEGT(uit, kNee, "niet eensluidend", "artikel 5, lid 3, Wet PGA");
  }
}

TEST_CASE("art. 5 lid 3: another decision is recorded with dissent, with a finding when a vote is missing") {
  Zaak z = aangemeld();
  const Waarde verdeeld =
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie", "tegen"), een_stem("t-3", "om")});
  Waarde niet = met(een_weging("niet_opnemen"), "doel", k({{"past", "nee"}, {"tekst", "past niet"}}));
  CHECK(z.toets("weging", met(niet, "stemmen", verdeeld)).empty());
  auto uit = z.toets("weging", met(niet, "stemmen", l({een_stem("t-1", "burgemeester")})));
  ZEGT(uit, kBev, "niet alle drie hebben een standpunt: politie ontbreekt, OM ontbreekt", "artikel 5, lid 3");
  uit = z.toets("weging", met(niet, "stemmen",
                              l({een_stem("t-1", "om"), een_stem("t-2", "om"), een_stem("t-3", "politie"),
                                 een_stem("t-4", "burgemeester")})));
  ZEGT(uit, kDoc, "elke organisatie heeft één stem");
}

TEST_CASE("art. 2 lid 2: opnemen only when the case is said to fit the purpose") {
  Zaak z = aangemeld();
  for (const char* past : {"nee", "onbekend"}) {
    const auto uit = z.toets("weging", met(een_weging(), "doel", k({{"past", past}, {"tekst", "?"}})));
    ZEGT(uit, kNee, "bij het doel van het overleg past", "artikel 2, lid 2");
  }
  const auto uit = z.toets("weging", een_weging("niet_opnemen"));
  ZEGT(uit, kBev, "past bij het doel, maar wordt niet opgenomen", "artikel 5, lid 3");
}

TEST_CASE("art. 5 lid 3: a finding on a criterion cites signals, and opnemen rests on at least one") {
  Zaak z = aangemeld();
  Waarde w = een_weging();
  w.vind("criteria")->vind("geweld")->verwijder("signalen");
  auto uit = z.toets("weging", w);
  ZEGT(uit, kBev, "de bevinding bij geweld noemt geen signaal");
  for (Veld& v : w.vind("criteria")->velden()) v.waarde = k({{"stand", "onvoldoende_informatie"}});
  uit = z.toets("weging", w);
  ZEGT(uit, kBev, "bij geen van de vijf criteria is iets gevonden");
}

TEST_CASE("art. 5 lid 5: who takes part is said when a case is taken up") {
  const auto uit = aangemeld().toets("weging", met(een_weging(), "deelnemers", l({})));
  ZEGT(uit, kBev, "wie aan het casusoverleg meedoet", "artikel 5, lid 5");
}

TEST_CASE("art. 12 lid 3: only persons who are gebruikers take part") {
  Zaak z = aangemeld();
  z.gebruikers = {{"pol1", "politie", {"weegploeg"}}, {"wacht1", "machine", {"termijnwacht"}}};
  CHECK(z.toets("weging", een_weging()).empty());
  Waarde w = een_weging();
  w.vind("deelnemers")->lijst()[0].zet("gebruiker", "pol2");
  auto uit = z.toets("weging", w);
  ZEGT(uit, kDoc, "de gebruiker \"pol2\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"pol1\"?");
  w.vind("deelnemers")->lijst()[0].zet("gebruiker", "wacht1");
  uit = z.toets("weging", w);
  ZEGT(uit, kNee, "geen persoon", "artikel 12, lid 3");
}

TEST_CASE("aanhouden: not backward, and longer than policy is noted") {
  Zaak z = aangemeld();
  CHECK(z.toets("weging", aanhouden("2026-04-15")).empty());
  auto uit = z.toets("weging", aanhouden("2026-04-16"));
  ZEGT(uit, kBev, "langer dan 6 weken", "aanhouden_max_weken");
  uit = z.toets("weging", aanhouden("2026-03-04"));
  ZEGT(uit, kDoc, "ligt niet na het besluit");
  uit = z.toets("weging", met(een_weging("aanhouden"), "aanhouden", k({{"tot", "2026-04-01"}})));
  ZEGT(uit, kBev, "bij het aanhouden is \"ontbreekt\" niet ingevuld");
}

TEST_CASE("a decision after the end of aanhouden is recorded and noted as late") {
  Zaak z = aangemeld();
  z.voeg("weging", aanhouden("2026-04-01"));
  CHECK(z.toets("weging", met(een_weging(), "datum", "2026-04-01")).empty());
  const auto uit = z.toets("weging", met(een_weging(), "datum", "2026-04-08"));
  ZEGT(uit, kBev, "te laat: uiterlijk wo 1 april 2026, gebeurd wo 8 april 2026", "artikel 5, lid 3");
}

TEST_CASE("art. 6 lid 2: a case that was taken up is not decided on again but weighed anew or closed") {
  const auto uit = opgenomen().toets("weging", een_weging("niet_opnemen"));
  ZEGT(uit, kNee, "al opgenomen", "artikel 6, lid 2");
}

TEST_CASE("herweging: of a case taken up, on time, agreed, and with consequences") {
  auto uit = aangemeld().toets("weging", een_herweging("2026-03-05"));
  ZEGT(uit, kNee, "alleen bij een casus die is opgenomen", "artikel 5, lid 3");
  Zaak z = opgenomen();
  CHECK(z.toets("weging", een_herweging("2026-09-04")).empty());
  uit = z.toets("weging", een_herweging("2026-09-05"));
  ZEGT(uit, kBev, "te laat: uiterlijk vr 4 september 2026", "artikel 9");
  uit = z.toets(
      "weging",
      met(een_herweging("2026-08-01"), "stemmen",
          l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie", "tegen"), een_stem("t-3", "om")})));
  ZEGT(uit, kBev, "het er niet over eens dat de verwerking nog noodzakelijk is", "artikel 9");
  uit = z.toets("weging", met(een_herweging("2026-08-01"), "noodzaak", "niet_meer_noodzakelijk"));
  ZEGT(uit, kBev, "niet meer noodzakelijk", "artikel 9");
}

TEST_CASE("uitstroomtoets: of a condition that exists, with a next day, or a proposal to close") {
  Zaak z = opgenomen();
  const Waarde toets = k({{"stap", "uitstroomtoets"},
                          {"datum", "2026-09-01"},
                          {"voorwaarde", "u-1"},
                          {"uitkomst", "niet_voldaan"},
                          {"volgende_toets", "2026-12-01"}});
  CHECK(z.toets("weging", toets).empty());
  auto uit = z.toets("weging", met(toets, "voorwaarde", "u-2"));
  ZEGT(uit, kDoc, "de uitstroomvoorwaarde \"u-2\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"u-1\"?");
  uit = z.toets("weging", met(toets, "volgende_toets", ""));
  ZEGT(uit, kBev, "geen volgende toets", "artikel 6, lid 2");
  uit = z.toets("weging", met(toets, "uitkomst", "voldaan"));
  ZEGT(uit, kBev, "aan een uitstroomvoorwaarde is voldaan");
  uit = z.toets("weging", met(toets, "datum", "2026-09-02"));
  ZEGT(uit, kBev, "te laat voor u-1");
}

TEST_CASE("art. 5 lid 6: feedback goes to the deelnemer who made the aanmelding, after a refusal") {
  const Waarde terug = k({{"stap", "terugkoppeling"}, {"datum", "2026-03-10"}, {"aan", "college"}});
  auto uit = opgenomen().toets("weging", terug);
  ZEGT(uit, kBev, "de casus is niet afgewezen", "artikel 5, lid 6");
  Zaak z = aangemeld();
  z.voeg("weging", een_weging("niet_opnemen"));
  CHECK(z.toets("weging", terug).empty());
  uit = z.toets("weging", met(terug, "aan", "rvdk"));
  ZEGT(uit, kBev, "de RvdK heeft deze casus niet aangemeld", "artikel 5, lid 6");
  uit = z.toets("weging", met(terug, "datum", "2026-03-19"));
  ZEGT(uit, kBev, "te laat voor college", "artikel 5, lid 6");
}

TEST_CASE("a vote is confirmed by its own organisation, and must exist") {
  Zaak z = opgenomen();
  z.als("pol1", "politie", "weegploeg");
  const std::string weging = z.stukken().back().digest;
  const Waarde ja = k({{"datum", "2026-03-06"}, {"stuk", weging}, {"stem", "t-2"}, {"klopt", "ja"}});
  CHECK(z.toets("bevestiging", ja).empty());
  CHECK(z.toets("bevestiging", met(ja, "datum", "2026-03-04")).empty());
  ZEGT(z.toets("bevestiging", met(ja, "datum", "2026-03-03")), kBev,
       "de bevestiging (di 3 maart 2026) is van voor de dag van de stem (wo 4 maart 2026)", "artikel 5, lid 3");
  auto uit = z.toets("bevestiging", met(ja, "stem", "t-3"));
  ZEGT(uit, kNee, "uw eigen organisatie", "artikel 5, lid 3");
  uit = z.toets("bevestiging", met(ja, "stem", "t-22"));
  ZEGT(uit, kDoc, "de stem \"t-22\" is er niet");
  uit = z.toets("bevestiging", met(ja, "stuk", z.stukken()[0].digest));
  ZEGT(uit, kDoc, "in dat stuk staan geen stemmen");
}

TEST_CASE("art. 5 lid 4 and 5: nobody gets access to a case that is not taken up") {
  Zaak z = aangemeld();
  const Waarde deelnemers = *een_weging("opnemen").vind("deelnemers");
  const auto uit = z.toets("weging", met(een_weging("niet_opnemen"), "deelnemers", deelnemers));
  ZEGT(uit, kNee, "deelnemers krijgen alleen toegang", "artikel 5, lid 4 en 5");
}
