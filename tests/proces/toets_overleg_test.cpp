// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde beoordeling(const char* stand) {
  return k({{"datum", "2026-03-17"},
            {"organisatie", "politie"},
            {"aspecten", k({{"ideologie", k({{"stand", stand}, {"tekst", "uitspraken"}})}})}});
}

/// The profile with one field of one aspect changed.
Waarde profiel_met(const char* veld, const Waarde& waarde) {
  Waarde p = een_profiel();
  p.vind("aspecten")->vind("ideologie")->zet(veld, waarde);
  return p;
}

Waarde plan_met(const char* veld, const char* waarde) {
  Waarde p = een_plan();
  p.vind("interventies")->lijst()[0].zet(veld, waarde);
  return p;
}

}  // namespace

TEST_CASE("art. 6 lid 1: profile and plan only for a case that was taken up") {
  auto uit = aangemeld().toets("profiel", een_profiel());
  ZEGT(uit, kNee, "een profiel kan pas als de casus is opgenomen", "artikel 6, lid 1");
  uit = aangemeld().toets("plan", een_plan());
  ZEGT(uit, kNee, "een plan kan pas als de casus is opgenomen", "artikel 6, lid 1");
}

TEST_CASE("a beoordeling is signed by the partner whose it is") {
  Zaak z = opgenomen();
  auto uit = z.toets("beoordeling", beoordeling("zorgelijk"));
  ZEGT(uit, kNee, "kan alleen iemand van de politie ondertekenen");
  z.als("pol1", "politie", "weegploeg");
  CHECK(z.toets("beoordeling", beoordeling("zorgelijk")).empty());
  uit = aangemeld().als("pol1", "politie", "weegploeg").toets("beoordeling", beoordeling("zorgelijk"));
  ZEGT(uit, kBev, "nog niet opgenomen", "artikel 6, lid 1");
}

TEST_CASE("a stand is a word of the policy's scale, or onvoldoende_informatie") {
  Zaak z = opgenomen();
  z.als("pol1", "politie", "weegploeg");
  auto uit = z.toets("beoordeling", beoordeling("zorgelyk"));
  ZEGT(uit, kDoc, "\"zorgelyk\" staat niet in de schaal");
  CHECK(uit.front().tip ==
        "bedoelde u \"zorgelijk\"? kies uit: zeer zorgelijk, zorgelijk, wisselend, voldoende, goed, "
        "onvoldoende_informatie");
  CHECK(z.toets("beoordeling", beoordeling("onvoldoende_informatie")).empty());
  z.beleid.schaal = {"eigen", {"laag", "hoog"}};
  uit = z.toets("beoordeling", beoordeling("zorgelijk"));
  ZEGT(uit, kDoc, "staat niet in de schaal");
  CHECK(z.toets("beoordeling", beoordeling("hoog")).empty());
  z = opgenomen();
  for (const char* veld : {"huidig", "haalbaar"}) {
    uit = z.toets("profiel", profiel_met(veld, "prima"));
    ZEGT(uit, kDoc, "\"prima\" staat niet in de schaal");
  }
  uit = z.toets("profiel", profiel_met("verschillen", l({k({{"organisatie", "om"}, {"stand", "erg"}})})));
  ZEGT(uit, kDoc, "\"erg\" staat niet in de schaal");
}

TEST_CASE("attainable below current asks why") {
  Zaak z = opgenomen();
  Waarde p = profiel_met("haalbaar", "zeer zorgelijk");
  const auto uit = z.toets("profiel", p);
  ZEGT(uit, kBev, "bij ideologie is haalbaar lager dan huidig; waarom?");
  p.vind("aspecten")->vind("ideologie")->zet("waarom_lager", "detentie volgt");
  CHECK(z.toets("profiel", p).empty());
  CHECK(z.toets("profiel", profiel_met("haalbaar", "onvoldoende_informatie")).empty());
}

TEST_CASE("an intervention ends after it starts, and is evaluated in between") {
  Zaak z = opgenomen();
  z.voeg("profiel", een_profiel());
  auto uit = z.toets("plan", plan_met("einde", "2026-03-01"));
  ZEGT(uit, kDoc, "einde (zo 1 maart 2026) ligt voor start (wo 1 april 2026)");
  uit = z.toets("plan", plan_met("evaluatiedatum", "2026-03-31"));
  ZEGT(uit, kDoc, "ligt voor het begin van de interventie (wo 1 april 2026)", "artikel 6, lid 2");
  CHECK(z.toets("plan", plan_met("evaluatiedatum", "2026-04-01")).empty());
  uit = z.toets("plan", plan_met("einde", "2026-09-01"));
  ZEGT(uit, kDoc, "duur 6m vanaf wo 1 april 2026 komt niet uit op einde di 1 september 2026");
  CHECK(z.toets("plan", plan_met("einde", "2026-10-01")).empty());
  Waarde open = een_plan();
  open.vind("interventies")->lijst()[0].verwijder("duur");
  uit = z.toets("plan", open);
  ZEGT(uit, kBev, "geen duur en geen einde", "artikel 6, lid 1");
}

TEST_CASE("a plan rests on a profile, and is adjusted rather than drawn up twice") {
  auto uit = opgenomen().toets("plan", een_plan());
  ZEGT(uit, kBev, "nog geen profiel");
  Zaak z = ver();
  uit = z.toets("plan", een_plan());
  for (const char* id : {"o-1", "i-1", "a-1"})
    ZEGT(uit, kDoc, std::string(id) + " is er al, en een opstelling voegt alleen toe", "artikel 6, lid 2");
  CHECK(z.toets("plan", met(met(een_plan(), "stap", "bijstelling"), "reden", "nieuwe dag")).empty());
  z.vervangt = {z.stukken()[5].digest};
  CHECK(z.toets("plan", een_plan()).empty());
  z.vervangt = {};
  Waarde ander = een_plan();
  for (const char* lijst : {"doelen", "interventies", "acties"})
    ander.vind(lijst)->lijst()[0].zet("id", std::string(lijst).substr(0, 1) + "-2");
  uit = z.toets("plan", ander);
  ZEGT(uit, kBev, "er is al een plan", "artikel 6, lid 2");
  CHECK(uit.size() == 1);
  uit = opgenomen().toets("plan", k({{"stap", "bijstelling"}, {"datum", "2026-04-01"}}));
  ZEGT(uit, kDoc, "nog geen plan om bij te stellen");
}

TEST_CASE("art. 6 lid 2: an evaluation is of an intervention and of goals that exist, on time, with a next day") {
  Zaak z = ver();
  CHECK(z.toets("plan", een_evaluatie()).empty());
  auto uit = z.toets("plan", met(een_evaluatie(), "interventie", "i-2"));
  ZEGT(uit, kDoc, "de interventie \"i-2\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"i-1\"?");
  Waarde e = een_evaluatie();
  e.vind("resultaten")->lijst()[0].zet("doel", "o-7");
  uit = z.toets("plan", e);
  ZEGT(uit, kDoc, "het doel \"o-7\" is er niet");
  uit = z.toets("plan", met(een_evaluatie(), "volgende_evaluatie", ""));
  ZEGT(uit, kBev, "geen volgende evaluatie afgesproken", "artikel 6, lid 2");
  CHECK(z.toets("plan", met(met(een_evaluatie(), "volgende_evaluatie", ""), "uitkomst", "stoppen")).empty());
  uit = z.toets("plan", met(een_evaluatie(), "datum", "2026-06-16"));
  ZEGT(uit, kBev, "te laat voor i-1", "artikel 6, lid 2");
  uit = z.toets("plan", met(een_evaluatie(), "datum", "2026-03-25"));
  ZEGT(uit, kDoc, "voor de start van de interventie");
}

TEST_CASE("a text that cites signals is sealed where they are: unknown ids and mixed origins") {
  Zaak z = opgenomen();
  const auto tekst = [](const Waarde& signalen) {
    return k({{"datum", "2026-03-10"}, {"toelichting", k({{"tekst", "zo zit het"}, {"signalen", signalen}})}});
  };
  CHECK(z.toets("aanvulling", tekst(l({"s-1", "s-2"}))).empty());
  auto uit = z.toets("aanvulling", tekst(l({"s-22"})));
  ZEGT(uit, kDoc, "het signaal \"s-22\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"s-2\"?");
  uit = z.toets("aanvulling", tekst(l({"s-2", "s-3"})));
  ZEGT(uit, kDoc, "politie of OM én op zorgsignalen", "artikel 4, onder f en g");
  Waarde gemengd = tekst(l({"s-2", "s-3"}));
  gemengd.vind("toelichting")->zet("herkomst", "zorg");
  uit = z.toets("aanvulling", gemengd);
  ZEGT(uit, kBev, "met herkomst politie_om, maar zegt herkomst zorg");
  Waarde algemeen = tekst(l({"s-2"}));
  algemeen.vind("toelichting")->zet("herkomst", "algemeen");
  uit = z.toets("aanvulling", algemeen);
  ZEGT(uit, kBev, "met herkomst politie_om, maar zegt herkomst algemeen", "artikel 8");
}

TEST_CASE("a signal that is sealed to the writer: the origin of a text that cites it must be said") {
  std::vector<Invoer> stukken = opgenomen().stukken();
  for (Invoer& s : stukken) {
    s.open = {Compartiment::identiteit, Compartiment::termijnen, Compartiment::zaak};
    if (Waarde* signalen = s.inhoud.vind("signalen")) {
      signalen->lijst()[1] = k({{"id", "s-2"}, {"ingebracht_door", "politie"}});
    }
  }
  const Beleid beleid;
  const Dossier d = vouw(stukken, beleid);
  CHECK(d.signalen_volledig);
  Nieuw n{"aanvulling",
          k({{"datum", "2026-03-10"}, {"toelichting", k({{"tekst", "zo"}, {"signalen", l({"s-2"})}})}}),
          {},
          "reg1",
          "burgemeester",
          {"regisseur"},
          Datum(2026, 3, 10),
          {}};
  vul_aan(n, d, beleid, [](char letter) { return std::string(1, letter) + "-x"; });
  CHECK(n.inhoud.vind("toelichting")->vind("herkomst") == nullptr);
  const auto uit = toets(d, n, beleid);
  ZEGT(uit, kDoc, "waarvan de herkomst voor u niet te zien is");
}
