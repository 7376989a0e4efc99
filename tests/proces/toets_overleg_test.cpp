// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lib/proces/leidraad.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde beoordeling(const char* stand) {
  return k({{"datum", "2026-03-17"},
            {"organisatie", "politie"},
            {"aspecten",
             k({{"ideologie",
                 k({{"stand", stand}, {"tekst", "uitspraken"}, {"nodig", "meer"}, {"signalen", l({"s-1"})}})}})}});
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

TEST_CASE("a judgment rests on something in the dossier, or says what is needed") {
  Zaak z = opgenomen();
  z.als("pol1", "politie", "weegploeg");
  const auto met_aspect = [](Waarde aspect) {
    return k(
        {{"datum", "2026-03-17"}, {"organisatie", "politie"}, {"aspecten", k({{"ideologie", std::move(aspect)}})}});
  };
  const Waarde kaal = k({{"stand", "zorgelijk"}, {"tekst", "uitspraken"}});
  ZEGT(z.toets("beoordeling", met_aspect(kaal)), kBev, "op geen signaal of feit");
  ZEGT(z.toets("beoordeling", met_aspect(k({{"stand", "onvoldoende_informatie"}, {"tekst", "niets"}}))), kBev,
       "er staat niet wat nodig is");
  const std::string melding = z.stukken()[0].digest;
  CHECK(z.toets("beoordeling", met_aspect(met(kaal, "feiten", l({melding.c_str()})))).empty());
  ZEGT(z.toets("beoordeling", met_aspect(met(kaal, "feiten", l({"b2:00"})))), kDoc, "is er niet in dit dossier");
  const std::string eigen = z.voeg("beoordeling", beoordeling("zorgelijk"));
  ZEGT(z.toets("beoordeling", met_aspect(met(kaal, "feiten", l({eigen.c_str()})))), kDoc, "dit is een beoordeling");
  Waarde eerder = met_aspect(met(kaal, "feiten", l({melding.c_str()})));
  eerder.zet("datum", "2026-01-02");
  ZEGT(z.toets("beoordeling", eerder), kDoc, "na de dag van dit oordeel");
}

TEST_CASE("what is not known opens an action, and a correction goes on with the same") {
  Zaak z = opgenomen();
  z.als("pol1", "politie", "weegploeg");
  const Waarde b = beoordeling("onvoldoende_informatie");
  const std::string eerste = z.voeg("beoordeling", b);
  REQUIRE(z.dossier().acties.size() == 1);
  const Actie a = z.dossier().acties.front();
  CHECK(a.wat == "meer");
  CHECK(a.wie == "politie");
  CHECK(a.velden.uiterlijk == Datum(2026, 4, 16));  // thirty days, no meeting is agreed
  z.vervangt = {eerste};
  z.voeg("beoordeling", b);
  REQUIRE(z.dossier().acties.size() == 1);
  CHECK(z.dossier().acties.front().velden.id == a.velden.id);
  z.vervangt = {};
  z.voeg("beoordeling", beoordeling("zorgelijk"));
  CHECK(z.dossier().acties.size() == 1);  // known: nothing to find out
}

TEST_CASE("a partner opens actions, and says nothing of those that are there") {
  Zaak z = opgenomen();
  z.voeg("overleg", k({{"datum", "2026-03-16"},
                       {"aanwezig", l({k({{"organisatie", "politie"}})})},
                       {"acties", l({k({{"id", "a-1"}, {"wat", "bellen"}, {"wie", "OM"}})})}}));
  z.als("pol1", "politie", "weegploeg");
  const Waarde b = met(beoordeling("zorgelijk"), "acties", l({k({{"id", "a-1"}, {"status", "gedaan"}})}));
  ZEGT(z.toets("beoordeling", b), kDoc, "opent alleen nieuwe acties");
  z.voeg("beoordeling", b);  // signed by another program
  CHECK(z.dossier().actie("a-1")->status() == ActieStatus::open);
  z.voeg("beoordeling",
         met(beoordeling("zorgelijk"), "acties", l({k({{"id", "a-2"}, {"wat", "x"}, {"wie", "OM"}})})));
  CHECK(z.dossier().actie("a-2")->voor_oordeel);
  CHECK_FALSE(z.dossier().actie("a-1")->voor_oordeel);
  z.als("reg1", "burgemeester", "regisseur");
  z.voeg("profiel", een_profiel());
  CHECK_FALSE(z.dossier().actie("a-2")->voor_oordeel);
}

TEST_CASE("whoever reads a judgment can read what it rests on") {
  Zaak z = opgenomen();
  const std::string melding = z.stukken()[0].digest;
  const auto met_vakken = [&](Vakken vakken, const char* herkomst) {
    Waarde aspect = k({{"stand", "zorgelijk"}, {"tekst", "zie daar"}, {"feiten", l({melding.c_str()})}});
    if (*herkomst != 0) aspect.zet("herkomst", herkomst);
    Nieuw n{"beoordeling",
            k({{"datum", "2026-03-17"}, {"organisatie", "politie"}, {"aspecten", k({{"ideologie", aspect}})}}),
            {},
            "pol1",
            "politie",
            {"weegploeg"},
            Datum(2026, 3, 17),
            {}};
    n.gevuld[melding] = vakken;
    return toets(z.dossier(), n, z.beleid);
  };
  CHECK(met_vakken({Compartiment::zaak, Compartiment::strafrecht}, "").empty());
  CHECK(met_vakken({Compartiment::strafrecht}, "politie_om").empty());
  ZEGT(met_vakken({Compartiment::strafrecht}, ""), kBev, "verzegeld in strafrecht; niet ieder");
  ZEGT(met_vakken({Compartiment::zorg}, "politie_om"), kBev, "verzegeld in zorg; niet ieder");
  ZEGT(met_vakken({}, ""), kBev, "leest u alleen de datums");
}

TEST_CASE("the action of a joint judgment waits for the meeting that was agreed") {
  Zaak z = opgenomen();
  z.voeg("overleg", k({{"datum", "2026-03-18"},
                       {"aanwezig", l({k({{"organisatie", "politie"}})})},
                       {"volgend_overleg", "2026-06-10"}}));
  Waarde p = profiel_met("huidig", "onvoldoende_informatie");
  p.vind("aspecten")->vind("ideologie")->zet("nodig", "een gesprek");
  p.vind("aspecten")->vind("ideologie")->zet("herkomst", "zorg");
  z.voeg("profiel", p);
  const Dossier d = z.dossier();
  const auto er =
      std::find_if(d.acties.begin(), d.acties.end(), [](const Actie& x) { return x.wat == "een gesprek"; });
  REQUIRE(er != d.acties.end());
  CHECK(er->wie == "casusregisseur");
  CHECK(er->herkomst == Herkomst::zorg);
  CHECK(er->velden.uiterlijk == Datum(2026, 6, 10));
}

TEST_CASE("art. 6 Besluit: what was seen online only when a deelnemer lawfully brought it in") {
  Zaak z = opgenomen();
  const auto formulier = [](Waarde onderdeel) {
    return k({{"datum", "2026-03-20"}, {"onderdelen", l({std::move(onderdeel)})}});
  };
  const Waarde o = k({{"veld", "online"}, {"tekst", "een groep"}, {"bron", "politie"}, {"relevantie", "de kring"}});
  ZEGT(z.toets("contextcasusformulier", formulier(o)), kNee, "rechtmatig inbracht", "artikel 6 Besluit PGA");
  const Waarde goed = met(met(o, "ingebracht_door", "politie"), "rechtmatig", "artikel 3 Politiewet 2012");
  CHECK(z.toets("contextcasusformulier", formulier(goed)).empty());
  ZEGT(z.toets("contextcasusformulier", formulier(met(goed, "ingebracht_door", "LSE"))), kNee,
       "rechtmatig inbracht");
  ZEGT(z.toets("contextcasusformulier", formulier(met(goed, "ingebracht_door", "OOV"))), kBev, "de gemeente (OOV)");
  ZEGT(z.toets("contextcasusformulier", formulier(met(met(o, "veld", "wonen"), "online", "ja"))), kNee, "online");
  CHECK(z.toets("contextcasusformulier", formulier(met(o, "veld", "wonen"))).empty());
  ZEGT(z.toets("contextcasusformulier", formulier(met(o, "veld", "wnen"))), kDoc, "het veld \"wnen\" is er niet");
  z.beleid.contextlijst = lees_contextlijst(
      k({{"velden",
          l({k({{"veld", "thuis"}, {"vraag", "?"}}), k({{"veld", "net"}, {"vraag", "?"}, {"online", "ja"}})})}}));
  CHECK(z.beleid.contextlijst.naam == "van de gemeente");
  ZEGT(z.toets("contextcasusformulier", formulier(met(o, "veld", "net"))), kNee, "online");
  CHECK(z.toets("contextcasusformulier", formulier(met(o, "veld", "thuis"))).empty());
  ZEGT(aangemeld().toets("contextcasusformulier", formulier(goed)), kNee, "kan pas als de casus is opgenomen");
}

TEST_CASE("a case rests when there is no way forward, not when there is something to help with") {
  Zaak z = ver();
  const Waarde rust =
      k({{"stap", "pas_op_de_plaats"}, {"datum", "2026-05-01"}, {"reden", k({{"tekst", "geen ingang"}})}});
  ZEGT(z.toets("plan", rust), kBev, "er staat niet of er problemen op de leefgebieden zijn");
  ZEGT(z.toets("plan", met(rust, "leefgebieden", "ja")), kBev, "daar kan het plan bij helpen");
  CHECK(z.toets("plan", met(rust, "leefgebieden", "nee")).empty());
}

TEST_CASE("the questions and the list of a gemeente take the place of ours, which say that they are ours") {
  CHECK(voorbeeldvragen().naam.find("niet die van de Leidraad") != std::string::npos);
  CHECK(voorbeeldlijst().naam.find("niet het contextcasusformulier van de Leidraad") != std::string::npos);
  const Hulpvragen h =
      lees_hulpvragen(k({{"naam", "eigen"}, {"aspecten", k({{"identiteit", l({"Wie?", "Waar?"})}})}}));
  CHECK(h.over("identiteit").size() == 2);
  CHECK(h.over("ideologie").empty());
  CHECK(lees_hulpvragen(als_document(h)).vragen == h.vragen);
  CHECK(lees_hulpvragen(k({{"naam", "leeg"}})).vragen == voorbeeldvragen().vragen);
  const Contextlijst l_ = voorbeeldlijst();
  const Contextlijst terug = lees_contextlijst(als_document(l_));
  REQUIRE(terug.velden.size() == l_.velden.size());
  CHECK(terug.vind("online")->online);
  CHECK(terug.vind("niets") == nullptr);
}
