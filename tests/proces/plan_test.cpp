// SPDX-License-Identifier: EUPL-1.2
//
// The plan against the catalogue and against who carries it out: what is told to who writes, and what stays to be
// looked at for as long as it is so.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lib/proces/catalogus.h"
#include "lib/proces/planbevindingen.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

/// An intervention about which there is nothing to say.
Waarde goede_interventie() {
  return k({{"id", "i-1"},
            {"aspect", "ideologie"},
            {"domein", "overig"},
            {"wat", "gesprekken"},
            {"vrijwillig", "ja"},
            {"weet_van_pga", "ja"},
            {"uitvoerder", "politie"},
            {"verantwoordelijke", "burgemeester"},
            {"start", "2026-04-01"},
            {"duur", "6m"},
            {"evaluatiedatum", "2026-06-15"}});
}

Waarde plan_van(std::initializer_list<Waarde> interventies) {
  return k({{"datum", "2026-03-20"},
            {"doelen", l({k({{"id", "o-1"}, {"aspect", "ideologie"}, {"doel", "praat mee"}})})},
            {"interventies", l(interventies)}});
}

/// A case with a profile, in a kast in which the regisseur and pol1 (let in by the weging) are.
Zaak zaak() {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_notificatie("verzonden", "2026-03-16"));
  z.voeg("profiel", een_profiel());
  z.gebruikers = {{"reg1", "burgemeester", {"regisseur"}, true, {Compartiment::zaak, Compartiment::zorg}},
                  {"pol1", "politie", {"deelnemer"}, true, {Compartiment::zaak}},
                  {"col1", "college", {"deelnemer"}}};
  z.peildatum = "2026-03-20";
  return z;
}

std::vector<Bevinding> van_plan(const Zaak& z, Datum dag = Datum(2026, 3, 20)) {
  const Dossier d = z.dossier();
  return plan_bevindingen({d, z.beleid, z.gebruikers, dag});
}

/// What is said of one intervention: when it is written, and afterwards by the plan as it stands. They are the
/// same.
std::vector<Bevinding> over(const Waarde& interventie, Zaak z = zaak()) {
  const std::vector<Bevinding> toen = z.toets("plan", plan_van({interventie}));
  z.voeg("plan", plan_van({interventie}));
  std::vector<Bevinding> nu = van_plan(z);
  for (const Bevinding& b : nu) {
    INFO(b.wat);
    CHECK(zegt(toen, kBev, b.wat, b.grondslag));
  }
  CHECK(hertoets(z.stukken(), z.beleid).empty());  // the plan as it stands says it, not the stuk as it was
  return nu;
}

}  // namespace

TEST_CASE("an intervention that somebody answers for, and can carry out, leaves nothing to say") {
  CHECK(over(goede_interventie()).empty());
  CHECK(zaak().toets("plan", plan_van({goede_interventie()})).empty());
}

TEST_CASE("an intervention without an owner, or with a derde for one") {
  auto uit = over(met(goede_interventie(), "verantwoordelijke", ""));
  ZEGT(uit, kBev, "i-1: niemand is verantwoordelijk", "artikel 6, lid 1");
  uit = over(met(goede_interventie(), "verantwoordelijke", "GGZ Waterbeek"));
  ZEGT(uit, kBev, "de verantwoordelijke (GGZ) is een derde en kan niet verantwoordelijk zijn", "artikel 3, lid 3");
  CHECK(over(met(goede_interventie(), "verantwoordelijke", "casusregisseur")).empty());
}

TEST_CASE("an end before the evaluation, in the plan or by a later evaluation") {
  auto uit = over(met(goede_interventie(), "evaluatiedatum", "2026-10-02"));
  ZEGT(uit, kBev, "eindigt (do 1 oktober 2026) voor haar evaluatie (vr 2 oktober 2026)", "artikel 6, lid 2");
  CHECK(over(met(goede_interventie(), "evaluatiedatum", "2026-10-01")).empty());
  Zaak z = zaak();
  z.peildatum = "2026-06-12";
  z.voeg("plan", plan_van({goede_interventie()}));
  uit = z.toets("plan", met(een_evaluatie(), "volgende_evaluatie", "2026-12-01"));
  ZEGT(uit, kBev, "voor haar volgende evaluatie (di 1 december 2026)", "artikel 6, lid 2");
  z.voeg("plan", met(een_evaluatie(), "volgende_evaluatie", "2026-12-01"));
  uit = van_plan(z, Datum(2027, 1, 1));  // also when it is over: it was never evaluated
  ZEGT(uit, kBev, "voor haar evaluatie (di 1 december 2026)");
  z.voeg("plan", met(met(een_evaluatie(), "uitkomst", "stoppen"), "volgende_evaluatie", ""));
  CHECK(van_plan(z, Datum(2027, 1, 1)).empty());
}

TEST_CASE("of a plan for who died there is nothing left to look at") {
  Zaak z = zaak();
  z.voeg("plan", plan_van({met(goede_interventie(), "verantwoordelijke", "")}));
  CHECK(van_plan(z).size() == 1);
  z.voeg("aanvulling", k({{"betrokkene", k({{"id", "b-1"}, {"overleden_op", "2026-03-22"}})}}));
  CHECK(van_plan(z, Datum(2026, 3, 21)).size() == 1);  // he still lived
  CHECK(van_plan(z, Datum(2026, 3, 22)).empty());
}

TEST_CASE("a specialist is seen to be fit: by name, by the catalogue, or as the plan says") {
  for (const Waarde& i :
       {met(goede_interventie(), "specialist", "buddy"), met(goede_interventie(), "catalogus", "theologie"),
        met(met(goede_interventie(), "uitvoerder", "een coach van buiten"), "uitvoerder_is", "deelnemer")}) {
    auto uit = over(i);
    ZEGT(uit, kBev, "niet vastgelegd: VOG en onbesproken gedrag");
    uit = over(met(i, "vog_op", "2026-02-01"));
    ZEGT(uit, kBev, "niet vastgelegd: onbesproken gedrag");
    CHECK(over(met(met(i, "vog_op", "2026-02-01"), "onbesproken_gedrag_op", "2026-02-02")).empty());
  }
  // A word that only looks like one.
  CHECK(over(met(goede_interventie(), "uitvoerder", "politie, coachingsteam")).empty());
}

TEST_CASE("who carries it out can read what is needed, or is given it") {
  auto uit = over(met(goede_interventie(), "nodig", l({"zaak", "strafrecht"})));
  ZEGT(uit, kBev, "de uitvoerder (politie) kan niet lezen wat voor de interventie nodig is: strafrecht",
       "artikel 13");
  uit = over(met(goede_interventie(), "herkomst", "zorg"));  // the part that the intervention itself is in
  ZEGT(uit, kBev, "nodig is: zorg");
  uit = over(met(goede_interventie(), "uitvoerder", "Leerplicht"));  // college: no decision let col1 in
  ZEGT(uit, kBev, "de uitvoerder (Leerplicht) kan niet lezen wat voor de interventie nodig is: zaak");
  uit = over(met(goede_interventie(), "uitvoerder", "reclassering"));
  ZEGT(uit, kBev, "de uitvoerder (reclassering) heeft geen gebruiker in deze kast");
  uit = over(met(goede_interventie(), "gebruiker", "col1"));
  ZEGT(uit, kBev, "de uitvoerder (col1) kan niet lezen");
  CHECK(over(met(goede_interventie(), "gebruiker", "reg1")).empty());
  CHECK(over(met(met(met(goede_interventie(), "uitvoerder", "reclassering"), "verstrekking", "naam en telefoon"),
                 "verstrekt_op", "2026-03-20"))
            .empty());
}

TEST_CASE("a derde takes part by a decision of the three, and gets what is needed and no more") {
  const Waarde i = met(goede_interventie(), "uitvoerder", "GGZ Waterbeek");
  auto uit = over(i);
  ZEGT(uit, kBev, "de uitvoerder (GGZ) is een derde; een besluit van burgemeester, politie en OM",
       "artikel 3, lid 3");
  ZEGT(uit, kBev, "geen verstrekking gepland", "artikel 11 Besluit PGA");
  Zaak z = aangemeld();
  z.voeg("weging", met(een_weging(), "derden", l({k({{"id", "e-1"}, {"organisatie", "GGZ"}})})));
  z.voeg("profiel", een_profiel());
  z.peildatum = "2026-03-20";
  z.gebruikers = zaak().gebruikers;
  uit = over(i, z);
  CHECK(uit.size() == 1);
  ZEGT(uit, kBev, "geen verstrekking gepland");
  uit = over(met(i, "verstrekking", "naam en telefoon"), z);
  ZEGT(uit, kBev, "er staat niet wanneer de uitvoerder de gegevens krijgt");
  uit = over(met(i, "verstrekken_op", "2026-04-01"), z);
  CHECK(uit.size() == 1);
  ZEGT(uit, kBev, "er staat niet welke gegevens de uitvoerder krijgt", "artikel 3, lid 3");
  CHECK(over(met(met(i, "verstrekking", "naam en telefoon"), "verstrekken_op", "2026-04-01"), z).empty());
  // Whom the table does not know is taken for one, unless the plan says otherwise.
  uit = over(met(goede_interventie(), "uitvoerder", "loket Oost"));
  ZEGT(uit, kBev, "de uitvoerder is niet bekend als deelnemer of als deel daarvan, en telt als derde; een besluit");
  // The text may name a person, and what is sealed apart is not told in a message.
  for (const Bevinding& b : over(met(goede_interventie(), "uitvoerder", "theoloog Haddad"))) {
    CHECK(b.wat.find("Haddad") == std::string::npos);
  }
  for (const Bevinding& b : over(met(i, "herkomst", "zorg"))) CHECK(b.wat.find("GGZ") == std::string::npos);
  CHECK(over(met(met(goede_interventie(), "uitvoerder", "loket Oost"), "uitvoerder_is", "deelnemer")).empty());
}

TEST_CASE("help is no pretext; and who knows of the PGA was told") {
  auto uit = over(met(goede_interventie(), "weet_van_pga", "nee"));
  ZEGT(uit, kBev, "hulp zonder te weten", "artikel 5, lid 1, onder a, AVG");
  Waarde dwang =
      met(met(met(goede_interventie(), "domein", "strafrecht"), "vrijwillig", "nee"), "weet_van_pga", "nee");
  CHECK(over(dwang).empty());
  uit = over(met(dwang, "catalogus", "schulden"));
  ZEGT(uit, kBev, "hulp zonder te weten");
  uit = over(met(goede_interventie(), "weet_van_pga", "onbekend"));
  ZEGT(uit, kBev, "niet bekend of de persoon weet dat deze hulp", "artikel 5, lid 1, onder a, AVG");
  uit = over(met(goede_interventie(), "weet_van_pga", ""));
  ZEGT(uit, kBev, "niet bekend of de persoon weet dat deze hulp");
  CHECK(over(met(dwang, "weet_van_pga", "")).empty());
  Zaak z = opgenomen();
  z.voeg("notificatie", een_uitstel());
  z.voeg("profiel", een_profiel());
  z.peildatum = "2026-03-20";
  uit = over(goede_interventie(), z);
  ZEGT(uit, kBev, "de persoon weet van de persoonsgerichte aanpak, maar het bericht is nog uitgesteld",
       "artikel 4, lid 3");
}

TEST_CASE("an evaluation that asks for an adjustment, and the adjustment that follows") {
  Zaak z = zaak();
  z.peildatum = "2026-07-01";
  z.voeg("plan", plan_van({goede_interventie()}));
  const Waarde evaluatie = met(een_evaluatie(), "uitkomst", "bijstellen");
  auto uit = z.toets("plan", evaluatie);
  ZEGT(uit, kBev, "wat er verandert, staat nog niet in het plan");
  z.voeg("plan", evaluatie);
  uit = van_plan(z, Datum(2026, 6, 20));
  ZEGT(uit, kBev, "de evaluatie van vr 12 juni 2026 vroeg om bijstellen", "artikel 6, lid 2");
  const Waarde niets = k({{"stap", "bijstelling"}, {"datum", "2026-06-15"}, {"reden", k({{"tekst", "x"}})}});
  uit = z.toets("plan", niets);
  ZEGT(uit, kBev, "er is niets bijgesteld", "artikel 6, lid 2");
  Waarde i = met(goede_interventie(), "evaluatiedatum", "2026-09-01");
  z.voeg("plan", met(met(niets, "interventies", l({i})), "datum", "2026-06-15"));
  CHECK(van_plan(z, Datum(2026, 6, 20)).empty());
}

TEST_CASE("that the data were handed out is a step of its own, of the intervention alone") {
  Zaak z = zaak();
  z.peildatum = "2026-04-03";
  const Waarde i = met(met(goede_interventie(), "verstrekking", "naam"), "verstrekken_op", "2026-04-01");
  z.voeg("plan", plan_van({i}));
  const auto verstrekt = [](const char* id, const char* dag) {
    return k({{"stap", "verstrekt"}, {"datum", dag}, {"interventie", id}});
  };
  CHECK(z.toets("plan", verstrekt("i-1", "2026-04-01")).empty());
  auto uit = z.toets("plan", verstrekt("i-1", "2026-04-02"));
  ZEGT(uit, kBev, "te laat voor i-1", "artikel 3, lid 3");
  uit = z.toets("plan", verstrekt("i-9", "2026-04-01"));
  ZEGT(uit, kDoc, "de interventie \"i-9\" is er niet");
  z.voeg("plan", verstrekt("i-1", "2026-04-01"));
  const Dossier d = z.dossier();
  CHECK(d.interventies.front().velden.verstrekt_op == Datum(2026, 4, 1));
  uit = z.toets("plan", verstrekt("i-1", "2026-04-02"));
  ZEGT(uit, kBev, "dat de gegevens zijn gegeven, staat er al: op wo 1 april 2026");
  CHECK(d.interventies.front().inhoud.verstrekking == "naam");  // what the plan says of it stays
  CHECK(feiten_over(d, "i-1").find("verstrekt 2026-04-01") != std::string::npos);
  z.voeg("plan", verstrekt("i-9", "2026-04-01"));
  ZEGT(z.dossier().bevindingen, kBev, "de interventie \"i-9\" staat niet in het plan");
}

TEST_CASE(
    "what was done is not opened by a new text or day, and whoever writes one hears it; sealed text stays so") {
  Zaak z = zaak();
  z.peildatum = "2026-05-01";
  const auto actie = [](const char* wat, const char* dag) {
    return k({{"id", "a-1"}, {"wat", wat}, {"wie", "politie"}, {"uiterlijk", dag}});
  };
  const auto bij = [](const Waarde& a) {
    return k(
        {{"stap", "bijstelling"}, {"datum", "2026-05-01"}, {"reden", k({{"tekst", "x"}})}, {"acties", l({a})}});
  };
  z.voeg("plan", met(plan_van({goede_interventie()}), "acties",
                     l({met(actie("bellen", "2026-04-01"), "herkomst", "politie_om")})));
  CHECK(z.toets("plan", bij(actie("schrijven", "2026-04-01"))).empty());  // still open
  z.voeg("actielijst", k({{"datum", "2026-04-01"}, {"acties", l({k({{"id", "a-1"}, {"status", "gedaan"}})})}}));
  CHECK(z.toets("plan", bij(actie("bellen", "2026-04-01"))).empty());  // said again, as it was
  auto uit = z.toets("plan", bij(actie("schrijven", "2026-04-01")));
  ZEGT(uit, kBev, "actie a-1 is gedaan op wo 1 april 2026, en blijft dat met deze nieuwe tekst");
  uit = z.toets("plan", bij(actie("bellen", "2026-06-01")));
  ZEGT(uit, kBev, "en blijft dat met deze nieuwe dag");
  z.voeg("plan", bij(actie("schrijven", "2026-06-01")));
  const Dossier d = z.dossier();
  CHECK(d.acties.front().status() == ActieStatus::gedaan);
  CHECK(d.acties.front().herkomst == Herkomst::politie_om);
  CHECK(hertoets(z.stukken(), z.beleid).empty());
}

TEST_CASE("going on again has a reason") {
  Zaak z = ver();
  z.voeg("plan", k({{"stap", "pas_op_de_plaats"}, {"datum", "2026-05-01"}, {"reden", k({{"tekst", "rust"}})}}));
  const Waarde hervat = k({{"stap", "hervat"}, {"datum", "2026-06-01"}});
  auto uit = z.toets("plan", hervat);
  ZEGT(uit, kBev, "er staat niet waarom de interventies weer doorgaan", "artikel 6, lid 2");
  CHECK(z.toets("plan", met(hervat, "reden", k({{"tekst", "er is weer contact"}}))).empty());
}

TEST_CASE("what is over or was stopped is left alone, and so is a case that is not open") {
  Zaak z = zaak();
  z.voeg("plan", plan_van({met(goede_interventie(), "verantwoordelijke", "")}));
  CHECK(van_plan(z, Datum(2026, 10, 1)).size() == 1);
  CHECK(van_plan(z, Datum(2026, 10, 2)).empty());
  z.voeg("afsluiting", een_afsluiting());
  CHECK(van_plan(z).empty());
}

TEST_CASE("what is sealed to the reader is not judged") {
  Zaak z = zaak();
  z.voeg("plan", plan_van({met(met(goede_interventie(), "verantwoordelijke", ""), "uitvoerder", "GGZ")}));
  std::vector<Invoer> stukken = z.stukken();
  for (Invoer& s : stukken) {
    s.open = {Compartiment::termijnen};
    if (s.soort != "plan") continue;
    s.inhoud.vind("interventies")->lijst()[0] =
        k({{"id", "i-1"}, {"start", "2026-04-01"}, {"duur", "6m"}, {"evaluatiedatum", "2026-12-01"}});
  }
  const Dossier d = vouw(stukken, z.beleid);
  const auto uit = plan_bevindingen({d, z.beleid, z.gebruikers, Datum(2026, 3, 20)});
  CHECK(uit.size() == 1);  // its days are in termijnen
  ZEGT(uit, kBev, "voor haar evaluatie");
}

TEST_CASE("the catalogue: an id that is not there, another domain, and two that may work against each other") {
  Zaak z = zaak();
  auto uit = z.toets("plan", plan_van({met(goede_interventie(), "catalogus", "theolgie")}));
  ZEGT(uit, kDoc, "de interventie van de catalogus \"theolgie\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"theologie\"?");
  uit = z.toets("plan", plan_van({met(goede_interventie(), "catalogus", "werk")}));
  ZEGT(uit, kBev, "in de catalogus valt werk in het domein bestuur, en hier in overig");
  uit = z.toets("plan", plan_van({met(goede_interventie(), "gebruiker", "pol2")}));
  ZEGT(uit, kDoc, "de gebruiker \"pol2\" is er niet");

  const Waarde familie = met(goede_interventie(), "catalogus", "familie");
  Waarde verbod = met(met(goede_interventie(), "id", "i-2"), "catalogus", "contactverbod");
  verbod = met(met(verbod, "domein", "bestuur"), "vrijwillig", "nee");
  z.voeg("plan", plan_van({familie}));
  uit = z.toets("plan", met(met(plan_van({verbod}), "stap", "bijstelling"), "reden", k({{"tekst", "x"}})));
  CHECK(uit.size() == 1);
  ZEGT(uit, kBev, "(contactverbod) en i-1 (familie) kunnen elkaar tegenwerken");
  z.voeg("plan", met(met(plan_van({verbod}), "stap", "bijstelling"), "reden", k({{"tekst", "x"}})));
  CHECK(van_plan(z).empty());  // a hint, and no finding
  CHECK(hertoets(z.stukken(), z.beleid).empty());
  const auto hints = [&](Datum dag) { return plan_hints(z.dossier().interventies, ingebouwde_catalogus(), dag); };
  REQUIRE(hints(Datum(2026, 4, 1)).size() == 1);
  CHECK(hints(Datum(2026, 4, 1)).front().een == "i-1");
  CHECK(hints(Datum(2026, 10, 2)).empty());  // both are over
}

TEST_CASE("the catalogue of pga is whole: ids once, words of the schema, and only conflicts with what is there") {
  const std::set<std::string> aspecten = {
      "zelfredzaamheid", "identiteit", "sociale_relaties", "ideologie", "actie_en_geweldsbereidheid",
      "praktische_zaken"};
  std::set<std::string> ids;
  std::set<std::string> gedekt;
  for (const CatalogusItem& c : ingebouwde_catalogus()) {
    CAPTURE(c.id);
    CHECK(ids.insert(c.id).second);
    CHECK(c.id.size() <= 16);
    CHECK_FALSE(c.naam.empty());
    CHECK_FALSE(c.aspecten.empty());
    for (const std::string& a : c.aspecten) {
      CHECK(aspecten.count(a) == 1);
      gedekt.insert(a);
    }
    for (const Botsing& b : c.botst) {
      CHECK(b.met != c.id);
      CHECK_FALSE(b.waarom.empty());
      REQUIRE(zoek(ingebouwde_catalogus(), b.met) != nullptr);
      CHECK(botsing(c, *zoek(ingebouwde_catalogus(), b.met)) == b.waarom);
      CHECK(botsing(*zoek(ingebouwde_catalogus(), b.met), c) == b.waarom);
    }
  }
  CHECK(gedekt == aspecten);
  CHECK_FALSE(botsing(*zoek(ingebouwde_catalogus(), "werk"), *zoek(ingebouwde_catalogus(), "schulden")));
}

TEST_CASE("the gemeente adds to the catalogue, and takes the place of an entry") {
  const Beleid b = lees_beleid(k({{"interventies", l({k({{"id", "boksen"},
                                                         {"naam", "Boksschool"},
                                                         {"aspecten", l({"identiteit"})},
                                                         {"aard", "preventief"},
                                                         {"domein", "overig"},
                                                         {"specialist", "coach"},
                                                         {"botst_met", l({"meldplicht"})}}),
                                                      k({{"id", "werk"},
                                                         {"naam", "Werkplaats Waterbeek"},
                                                         {"aspecten", l({"zelfredzaamheid"})},
                                                         {"aard", "preventief"},
                                                         {"domein", "overig"}}),
                                                      k({{"id", "half"}})})}}));
  const Catalogus alles = catalogus_met(b.interventies);
  CHECK(alles.size() == ingebouwde_catalogus().size() + 1);
  REQUIRE(zoek(alles, "boksen") != nullptr);
  CHECK(zoek(alles, "boksen")->specialist == Specialist::coach);
  CHECK(zoek(alles, "boksen")->bron == Catalogusbron::gemeente);
  CHECK(zoek(alles, "werk")->naam == "Werkplaats Waterbeek");
  CHECK(zoek(alles, "half") == nullptr);
  CHECK(botsing(*zoek(alles, "meldplicht"), *zoek(alles, "boksen")) == "");  // without a reason it is one too
  Zaak z = zaak();
  z.beleid = b;
  const auto uit = z.toets("plan", plan_van({met(goede_interventie(), "catalogus", "boksen")}));
  ZEGT(uit, kBev, "van de specialist (coach) is niet vastgelegd");

  const auto fout = toets_beleid(k({{"interventies", l({k({{"id", "a"}, {"naam", "A"}, {"botst_met", l({"wrk"})}}),
                                                        k({{"id", "a"}, {"naam", "A"}})})}}),
                                 "beheer.yaml", Datum(2026, 3, 2));
  ZEGT(fout, kDoc, "de interventie \"wrk\" is er niet");
  ZEGT(fout, kDoc, "de interventie \"a\" staat er twee keer");
}

TEST_CASE("a hand-out that is planned is a term, until it was done or is no longer needed") {
  Zaak z = zaak();
  const Waarde i = met(met(goede_interventie(), "verstrekking", "naam"), "verstrekken_op", "2026-04-01");
  z.voeg("plan", plan_van({i}));
  CHECK(feiten_over(z.dossier(), "i-1") ==
        "verstrekking 2026-03-20 tot 2026-04-01, interventie 2026-03-20 tot 2026-06-15");
  const auto bij = [](const Waarde& interventie) {
    return met(met(met(plan_van({interventie}), "stap", "bijstelling"), "datum", "2026-04-03"), "reden",
               k({{"tekst", "x"}}));
  };
  Zaak gedaan = z;
  gedaan.voeg("plan", bij(met(i, "verstrekt_op", "2026-04-02")));
  CHECK(feiten_over(gedaan.dossier(), "i-1") ==
        "verstrekking 2026-03-20 tot 2026-04-01, interventie 2026-03-20 tot 2026-06-15, verstrekt 2026-04-02");
  const auto uit = bevindingen_op(gedaan, Datum(2026, 4, 4));
  ZEGT(uit, kBev, "te laat gedaan: geef de uitvoerder de gegevens");
  Zaak weg = z;
  weg.voeg("plan", bij(met(met(i, "verstrekking", ""), "verstrekken_op", "")));
  CHECK(feiten_over(weg.dossier(), "i-1").find("verstrekking_vervallen 2026-04-03") != std::string::npos);
  Zaak gestopt = z;
  gestopt.voeg("plan", met(met(een_evaluatie(), "uitkomst", "stoppen"), "volgende_evaluatie", ""));
  CHECK(feiten_over(gestopt.dossier(), "i-1").find("verstrekking_vervallen 2026-06-12") != std::string::npos);
}
