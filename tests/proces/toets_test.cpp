// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/toets.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/proces/rollen.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Zaak gemeld() {
  Zaak z;
  z.voeg("melding", een_melding());
  return z;
}

Zaak afgesloten() {
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  return z;
}

Zaak niet_opgenomen() {
  Zaak z = aangemeld();
  z.voeg("weging", met(een_weging("niet_opnemen"), "doel", k({{"past", "nee"}, {"tekst", "past niet"}})));
  return z;
}

}  // namespace

TEST_CASE("documents without a fault give no findings, all along a case") {
  Zaak z;
  const auto schoon = [&](const char* soort, const Waarde& document) {
    const auto uit = z.toets(soort, document);
    INFO(soort << "\n" << toon(uit));
    CHECK(uit.empty());
    z.voeg(soort, document);
  };
  schoon("melding", een_melding());
  schoon("aanmelding", een_aanmelding());
  schoon("weging", een_weging());
  schoon("notificatie", een_notificatie("verzonden", "2026-03-16"));
  z.als("pol1", "politie", "weegploeg");
  schoon("beoordeling",
         k({{"datum", "2026-03-17"},
            {"organisatie", "politie"},
            {"aspecten",
             k({{"ideologie", k({{"stand", "zorgelijk"}, {"tekst", "uitspraken"}, {"signalen", l({"s-1"})}})}})}}));
  schoon("bevestiging",
         k({{"datum", "2026-03-17"}, {"stuk", z.stukken()[2].digest}, {"stem", "t-2"}, {"klopt", "ja"}}));
  z.als("reg1", "burgemeester", "regisseur");
  schoon("profiel", een_profiel());
  schoon("plan", een_plan());
  schoon("plan", een_evaluatie());
  schoon("weging", een_herweging("2026-08-18"));
  schoon("afsluiting", een_voorstel());
  schoon("afsluiting", een_afsluiting());
  CHECK(z.dossier().bevindingen.empty());
}

TEST_CASE("a running case without a fault gives no findings") {
  Zaak z;
  Waarde w = een_lopende();
  w.zet("besluit", k({{"datum", "2025-06-10"}, {"grondslag", "voor_1_juli_2025"}}));
  w.zet("ontvangen", "2025-06-01");
  auto uit = z.toets("lopend", w);
  INFO(toon(uit));
  CHECK(uit.empty());
  uit = z.toets("lopend", een_lopende());
  ZEGT(uit, kBev, "de stemmen van burgemeester, politie en OM staan niet in dit dossier", "artikel 5, lid 3");
}

TEST_CASE("art. 13: who may sign what goes by role") {
  for (const char* soort : {"opening", "melding", "aanmelding", "aanvulling", "beoordeling"}) {
    CAPTURE(soort);
    CHECK(mag_tekenen(soort, {"regisseur"}));
    CHECK(mag_tekenen(soort, {"weegploeg"}));
    CHECK(mag_tekenen(soort, {"deelnemer"}));
    CHECK_FALSE(mag_tekenen(soort, {"termijnwacht"}));
    CHECK_FALSE(mag_tekenen(soort, {}));
  }
  CHECK(mag_tekenen("bevestiging", {"weegploeg"}));
  CHECK_FALSE(mag_tekenen("bevestiging", {"deelnemer"}));
  for (const char* soort : {"weging", "plan", "profiel", "notificatie", "afsluiting", "afdoening", "lopend"}) {
    CAPTURE(soort);
    CHECK(mag_tekenen(soort, {"termijnwacht", "regisseur"}));
    CHECK_FALSE(mag_tekenen(soort, {"weegploeg", "deelnemer", "termijnwacht"}));
  }
  CHECK_FALSE(mag_tekenen("onzin", {"regisseur"}));
  for (const char* rol : {"regisseur", "weegploeg", "deelnemer"}) CHECK(mag_iets_tekenen({"termijnwacht", rol}));
  CHECK_FALSE(mag_iets_tekenen({"termijnwacht", "onzin"}));
  CHECK_FALSE(mag_iets_tekenen({}));
  Zaak z = aangemeld();
  const auto uit = z.als("wacht1", "machine", "termijnwacht").toets("weging", een_weging());
  ZEGT(uit, kNee, "met de rol termijnwacht kunt u geen weging", "artikel 13");
}

TEST_CASE("a new dossier needs a name and one identifying fact") {
  Zaak z;
  auto uit = z.toets("melding", met(een_melding(), "betrokkene", k({{"geboortedatum", "2004-05-06"}})));
  ZEGT(uit, kDoc, "betrokkene.naam ontbreekt", "artikel 4, onder a");
  uit = z.toets("melding", met(een_melding(), "betrokkene", k({{"naam", "man met hond"}})));
  ZEGT(uit, kDoc, "waaraan hij of zij te herkennen is");
  uit =
      z.toets("melding", met(een_melding(), "betrokkene", k({{"naam", "man met hond"}, {"leeftijd_geschat", 30}})));
  CHECK(uit.empty());
  uit = z.toets("melding", met(een_melding(), "signalen", l({})));
  ZEGT(uit, kBev, "nog geen signaal", "artikel 4, onder c");
}

TEST_CASE("a case without a signal is a finding until one is there, whichever stuk brings it") {
  Zaak z;
  z.voeg("melding", met(een_melding(), "signalen", l({})));
  ZEGT(bevindingen_op(z, Datum(2026, 3, 1)), kBev, "nog geen signaal in het dossier", "artikel 4, onder c");
  CHECK(hertoets(z.stukken(), z.beleid).empty());
  z.voeg("aanmelding", met(een_aanmelding(), "signalen", l({een_signaal("s-9")})));
  CHECK_FALSE(zegt(bevindingen_op(z, Datum(2026, 3, 2)), kBev, "nog geen signaal"));
}

TEST_CASE("an aanmelding that opens a dossier says who and what, one that follows a melding need not") {
  Zaak z;
  const auto uit = z.toets("aanmelding", een_aanmelding());
  ZEGT(uit, kDoc, "betrokkene.naam ontbreekt");
  ZEGT(uit, kBev, "nog geen signaal");
  CHECK(gemeld().toets("aanmelding", een_aanmelding()).empty());
}

TEST_CASE("a dossier begins with a melding, aanmelding or running case, and a running case begins one") {
  Zaak z;
  auto uit = z.toets("weging", een_weging());
  ZEGT(uit, kNee, "een dossier begint met een melding", "artikel 5, lid 1");
  uit = opgenomen().toets("lopend", een_lopende());
  ZEGT(uit, kNee, "alleen als nieuw dossier");
}

TEST_CASE("an anonymous melder has no name") {
  Zaak z;
  const auto uit = z.toets("melding", met(een_melding(), "melder", k({{"soort", "anoniem"}, {"naam", "Piet"}})));
  ZEGT(uit, kDoc, "de melder is anoniem");
}

TEST_CASE("Besluit art. 7: an aanmelding without a quality check is refused, a late one is noted") {
  Zaak z = gemeld();
  auto uit = z.toets("aanmelding", met(een_aanmelding(), "kwaliteitstoets", ""));
  ZEGT(uit, kNee, "toets op juistheid en kwaliteit", "artikel 7 Besluit PGA");
  Waarde laat = een_aanmelding();
  laat.vind("kwaliteitstoets")->zet("datum", "2026-03-05");
  uit = z.toets("aanmelding", laat);
  ZEGT(uit, kBev, "is van na de aanmelding", "artikel 7 Besluit PGA");
}

TEST_CASE("a day in the future has not happened yet") {
  Zaak z = gemeld();
  z.peildatum = "2026-03-02";
  const auto uit = z.toets("aanmelding", met(een_aanmelding(), "ontvangen", "2026-03-03"));
  ZEGT(uit, kDoc, "ontvangen ligt in de toekomst: di 3 maart 2026");
}

TEST_CASE("days in the wrong order are a document fault") {
  Zaak z = gemeld();
  Waarde laat_signaal = een_signaal("s-9");
  laat_signaal.zet("datum", "2026-04-01");
  auto uit = z.toets("aanmelding", met(een_aanmelding(), "signalen", l({laat_signaal})));
  ZEGT(uit, kDoc, "na de dag van dit stuk");
  Waarde b = een_betrokkene();
  b.zet("overleden_op", "1999-01-01");
  uit = z.toets("aanmelding", met(een_aanmelding(), "betrokkene", b));
  ZEGT(uit, kDoc, "overleden_op");
  uit = aangemeld().toets("weging", met(een_weging(), "datum", "2026-02-01"));
  ZEGT(uit, kDoc, "ligt voor de ontvangst");
  Waarde w = een_weging();
  w.vind("deelnemers")->lijst()[0].zet("tot", "2026-01-01");
  uit = aangemeld().toets("weging", w);
  ZEGT(uit, kDoc, "de deelname eindigt");
  w = een_weging();
  w.vind("uitstroomvoorwaarden")->lijst()[0].zet("toetsdatum", "2026-03-04");
  uit = aangemeld().toets("weging", w);
  ZEGT(uit, kDoc, "toetsdatum ligt niet na de dag van dit stuk");
}

TEST_CASE("an id stands once in a list, and a signal id once in a dossier") {
  Zaak z;
  auto uit = z.toets("melding", met(een_melding(), "signalen", l({een_signaal("s-1"), een_signaal("s-1")})));
  ZEGT(uit, kDoc, "staat twee keer");
  uit = gemeld().toets("aanvulling", k({{"datum", "2026-03-02"}, {"signalen", l({een_signaal("s-1")})}}));
  ZEGT(uit, kDoc, "het signaal \"s-1\" is er al");
}

TEST_CASE("the main person of a dossier cannot become another") {
  const auto uit = gemeld().toets("aanmelding", met(een_aanmelding(), "betrokkene", k({{"id", "b-2"}})));
  ZEGT(uit, kDoc, "de betrokkene \"b-2\" is er niet");
}

TEST_CASE("Besluit art. 6: a gemeente that used an open source is noted") {
  Waarde s = een_signaal("s-8");
  s.zet("ingebracht_door", "college");
  s.zet("verkregen", "openbare_bron");
  auto uit = gemeld().toets("aanvulling", k({{"datum", "2026-03-02"}, {"signalen", l({s})}}));
  ZEGT(uit, kBev, "uit een openbare bron", "artikel 6 Besluit PGA");
  s.zet("ingebracht_door", "politie");
  CHECK(gemeld().toets("aanvulling", k({{"datum", "2026-03-02"}, {"signalen", l({s})}})).empty());
}

TEST_CASE("afdoen is for a melding only") {
  const Waarde af =
      k({{"datum", "2026-03-03"}, {"uitkomst", "niet_voorgedragen"}, {"reden", k({{"tekst", "niets"}})}});
  CHECK(gemeld().toets("afdoening", af).empty());
  auto uit = aangemeld().toets("afdoening", af);
  ZEGT(uit, kNee, "is aangemeld", "artikel 5, lid 3");
  uit = opgenomen().toets("afdoening", af);
  ZEGT(uit, kNee, "is opgenomen", "artikel 6, lid 2");
  uit = gemeld().toets("afdoening", met(af, "uitkomst", "doorverwezen"));
  ZEGT(uit, kDoc, "naar wie is doorverwezen");
  uit = gemeld().toets("afdoening", met(af, "datum", "2026-02-01"));
  ZEGT(uit, kDoc, "voor de ontvangst");
}

TEST_CASE("a running case: a decision of before 1 July 2025 does not rest on art. 5") {
  Zaak z;
  auto uit =
      z.toets("lopend", met(een_lopende(), "besluit", k({{"datum", "2025-06-30"}, {"grondslag", "artikel_5"}})));
  ZEGT(uit, kBev, "voor de wet gold", "artikel 5, lid 3");
  uit = z.toets("lopend",
                met(een_lopende(), "besluit", k({{"datum", "2025-09-10"}, {"grondslag", "voor_1_juli_2025"}})));
  ZEGT(uit, kDoc, "kan niet voor_1_juli_2025 zijn");
  uit = z.toets("lopend", met(een_lopende(), "besluit", k({{"grondslag", "onbekend"}})));
  ZEGT(uit, kBev, "de datum van het besluit is niet bekend");
  uit = z.toets("lopend", met(een_lopende(), "laatste_herweging", "2025-08-01"));
  ZEGT(uit, kDoc, "laatste_herweging");
}

TEST_CASE("a running case: whether the betrokkene was told is asked") {
  Zaak z;
  auto uit = z.toets("lopend", met(een_lopende(), "notificatie", k({{"stand", "onbekend"}})));
  ZEGT(uit, kBev, "niet zeker dat de betrokkene is geïnformeerd", "artikel 14");
  uit = z.toets("lopend", met(een_lopende(), "notificatie", k({{"stand", "verzonden"}})));
  ZEGT(uit, kBev, "de dag is niet bekend");
  uit = z.toets("lopend",
                met(een_lopende(), "notificatie", k({{"stand", "niet_verzonden"}, {"datum", "2025-10-01"}})));
  ZEGT(uit, kDoc, "er staat wel een datum bij");
}

TEST_CASE("art. 6 lid 3: after closing only notification, letters, confirmations and corrections") {
  Zaak z = afgesloten();
  for (const char* soort : {"melding", "aanmelding", "aanvulling", "weging", "profiel", "plan", "beoordeling"}) {
    CAPTURE(soort);
    const auto uit = z.toets(soort, k({{"datum", "2026-09-01"}}));
    ZEGT(uit, kNee, "dit dossier is afgesloten", "artikel 6, lid 3");
  }
  auto uit = z.toets("afsluiting", een_afsluiting());
  ZEGT(uit, kNee, "dit dossier is afgesloten");
  CHECK_FALSE(zegt(z.toets("notificatie", een_notificatie("verzonden", "2026-09-01")), kNee, ""));
  CHECK_FALSE(zegt(z.toets("afsluiting", k({{"stap", "brief"}, {"datum", "2026-09-01"}})), kNee, ""));
  z.vervangt = {z.stukken()[5].digest};
  CHECK_FALSE(zegt(z.toets("plan", een_plan()), kNee, ""));
}

TEST_CASE("Besluit art. 16: what was not taken up gets no further stukken but feedback") {
  Zaak z = niet_opgenomen();
  for (const char* soort : {"melding", "aanvulling", "plan"}) {
    CAPTURE(soort);
    const auto uit = z.toets(soort, k({{"datum", "2026-03-05"}}));
    ZEGT(uit, kNee, "niet opgenomen", "artikel 16");
  }
  const auto uit = z.toets("weging", k({{"stap", "terugkoppeling"}, {"datum", "2026-03-06"}, {"aan", "college"}}));
  INFO(toon(uit));
  CHECK(uit.empty());
}

TEST_CASE("a correction names a stuk of the same soort that still counts") {
  Zaak z = ver();
  z.vervangt = {"b2:afwezig"};
  auto uit = z.toets("plan", een_plan());
  ZEGT(uit, kDoc, "is er niet");
  z.vervangt = {z.stukken()[0].digest};
  uit = z.toets("plan", een_plan());
  ZEGT(uit, kDoc, "kan geen stuk van de soort melding vervangen");
  z.vervangt = {z.stukken()[5].digest};
  z.voeg("plan", een_plan());
  uit = z.toets("plan", een_plan());
  ZEGT(uit, kDoc, "is al vervangen");
}

TEST_CASE("art. 5 lid 3: a correction cannot take a dissent away") {
  Zaak z = aangemeld();
  const Waarde tegen =
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie", "onthouding"), een_stem("t-3", "om")});
  const std::string oud = z.voeg("weging", met(een_weging("niet_opnemen"), "stemmen", tegen));
  z.vervangt = {oud};
  const auto uit = z.toets("weging", een_weging("opnemen"));
  ZEGT(uit, kNee, "de stem \"onthouding\" van de politie kan niet worden vervangen", "artikel 5, lid 3");
  CHECK_FALSE(zegt(z.toets("weging", met(een_weging("niet_opnemen"), "stemmen", tegen)), kNee, ""));
}

TEST_CASE("findings stand in the order of the document, each at its place") {
  Waarde w = een_weging();
  w.vind("stemmen")->plek = {9, 3};
  w.zet("stemmen", w.vind("stemmen")->lijst()[0].tekst_van("id").empty() ? l({}) : l({een_stem("t-1", "politie")}));
  w.vind("stemmen")->plek = {9, 3};
  w.vind("doel")->zet("past", "nee");
  w.vind("doel")->vind("past")->plek = {4, 9};
  const auto uit = aangemeld().toets("weging", w);
  REQUIRE(uit.size() == 2);
  CHECK(uit[0].plaats.regel == 4);
  CHECK(uit[1].plaats.regel == 9);
  CHECK(uit[1].plaats.kolom == 3);
}
