// SPDX-License-Identifier: EUPL-1.2
//
// Which letter may be made, to whom, and what it says of the law. What it never says is tested in tests/kast.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/proces/brief.h"
#include "lib/proces/brief_personen.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

using Uit = std::vector<Bevinding>;

/// Each part is the whole document here: the names of fields are the same, and only they are asked for.
std::vector<BriefStuk> stukken(const Zaak& z) {
  std::vector<BriefStuk> uit;
  for (const Invoer& i : z.stukken()) uit.push_back({i, i.inhoud, i.inhoud});
  return uit;
}

BriefVraag vraag(BriefSoort soort, const char* betrokkene, const char* dag = "2026-03-16") {
  BriefVraag v;
  v.soort = soort;
  v.betrokkene = betrokkene;
  v.nummer = "k7q2-m4xd";
  v.peildatum = Datum::lees(dag).value();
  return v;
}

BriefUitkomst brief(const Zaak& z, const BriefVraag& v) {
  const BriefBeheer beheer{
      "Waterbeek", {"contactpunt", "", "", ""}, {}, {{"pol1", "politie"}, {"rec1", "reclassering"}}};
  return verzamel_brief(stukken(z), beheer, z.beleid, v);
}

BriefUitkomst bericht(const Zaak& z, const char* betrokkene = "b-1", const char* dag = "2026-03-16") {
  return brief(z, vraag(BriefSoort::notificatie, betrokkene, dag));
}

bool geweigerd(const BriefUitkomst& u) {
  for (const Bevinding& b : u.bevindingen) {
    if (b.soort == FoutSoort::geweigerd) return true;
  }
  return false;
}

Waarde een_relatie(const char* naam, const char* contact) {
  return k({{"id", "r-1"},
            {"naam", naam},
            {"relatie", "broer"},
            {"identificeerbaar", "ja"},
            {"relevantie", "woont bij hem"},
            {"contact", contact}});
}

/// Taken up, with a betrokkene born on that day and a relative.
Zaak met_personen(const char* geboren, const char* naam = "Piet de Proef",
                  const char* contact = "Dorpsstraat 1, 1234 AB Waterbeek") {
  Zaak z;
  Waarde b = met(een_betrokkene(), "geboortedatum", geboren);
  b.zet("adres", "Kade 2, 1234 AC Waterbeek");
  b.zet("gezagdragers", l({k({{"id", "g-1"}, {"naam", "Mia de Proef"}, {"contact", "0000-123456"}})}));
  z.voeg("melding", met(een_melding(), "betrokkene", b));
  z.voeg("aanmelding", met(een_aanmelding(), "relaties", l({een_relatie(naam, contact)})));
  z.voeg("weging", een_weging());
  return z;
}

}  // namespace

TEST_CASE("the notification names sources, categories and recipients by choice values only") {
  Zaak z = opgenomen();
  const BriefUitkomst u = bericht(z);
  CHECK_FALSE(geweigerd(u));
  CHECK(u.gegevens.sjabloon == "notificatie");
  CHECK(u.gegevens.geadresseerden == std::vector<std::string>{"Jan de Proef"});
  CHECK(u.gegevens.categorieen == std::vector{Categorie::gedrag_en_uitlatingen});
  CHECK(u.gegevens.bronnen == std::vector{Organisatie::college, Organisatie::politie});  // college put it forward
  CHECK_FALSE(u.gegevens.andere_bron);
  CHECK(u.gegevens.openbare_bron == JaNee::nee);
  CHECK(u.gegevens.ontvangers == std::vector{Organisatie::burgemeester, Organisatie::politie, Organisatie::om});
  CHECK(u.gegevens.nummer.empty());
}

TEST_CASE("the name of an organisation that is no deelnemer is free text and stays out") {
  Zaak z = opgenomen();
  Waarde extra = met(een_signaal("s-9"), "ingebracht_door", "Woningstichting De Sleutel");
  extra.zet("verkregen", "openbare_bron");
  z.voeg("aanvulling", k({{"datum", "2026-03-10"}, {"signalen", l({extra})}}));
  const BriefUitkomst u = bericht(z);
  CHECK(u.gegevens.andere_bron);
  CHECK(u.gegevens.openbare_bron == JaNee::ja);
}

TEST_CASE("whether a source is public is not known when that part is sealed elsewhere") {
  Zaak z = opgenomen();
  z.voeg("aanvulling", k({{"datum", "2026-03-10"}, {"signalen", l({met(een_signaal("s-9"), "verkregen", "")})}}));
  const BriefUitkomst u = bericht(z);
  CHECK_FALSE(u.gegevens.openbare_bron);
  ZEGT(u.bevindingen, FoutSoort::bevinding, "openbare bron", "artikel 14, lid 2, onder f, AVG");
}

TEST_CASE("what is withheld is left out, and that is noticed") {
  Zaak z = opgenomen();
  BriefVraag v = vraag(BriefSoort::notificatie, "b-1");
  REQUIRE(v.weglating.voeg_toe("politie"));
  REQUIRE(v.weglating.voeg_toe("gedrag_en_uitlatingen"));
  CHECK_FALSE(v.weglating.voeg_toe("machine"));
  CHECK_FALSE(v.weglating.voeg_toe("alles"));
  BriefUitkomst u = brief(z, v);
  CHECK(u.gegevens.bronnen == std::vector{Organisatie::college});
  CHECK(u.gegevens.categorieen.empty());
  CHECK(u.gegevens.gedeeltelijk);
  ZEGT(u.bevindingen, FoutSoort::bevinding, "geen uitstel vastgelegd", "artikel 11 Wet PGA");

  z.voeg("notificatie", een_uitstel());
  REQUIRE(v.weglating.voeg_toe("bron"));
  REQUIRE(v.weglating.voeg_toe("vermelding"));
  u = brief(z, v);
  CHECK(u.gegevens.bronnen.empty());
  CHECK_FALSE(u.gegevens.gedeeltelijk);
  CHECK_FALSE(zegt(u.bevindingen, FoutSoort::bevinding, "geen uitstel vastgelegd"));
  ZEGT(u.bevindingen, FoutSoort::bevinding, "zegt niet dat er iets is weggelaten",
       "artikel 41, lid 2, onder h, UAVG");
}

TEST_CASE("a letter leaves out what a deferral in force withholds, without being asked") {
  Zaak z = opgenomen();
  z.voeg("notificatie",
         met(een_uitstel(), "wat_achtergehouden", l({"bron", "categorieen", "ontvangers", "anders"})));
  BriefUitkomst u = bericht(z);
  CHECK(u.gegevens.bronnen.empty());
  CHECK(u.gegevens.categorieen.empty());
  CHECK(u.gegevens.ontvangers.size() == 6);  // everyone who may take part: it tells nothing of this case
  CHECK(u.gegevens.gedeeltelijk);
  ZEGT(u.bevindingen, FoutSoort::bevinding, "laat weg wat voor betrokkene b-1 is uitgesteld: bron, categorieen",
       "artikel 41 UAVG");
  ZEGT(u.bevindingen, FoutSoort::bevinding, "iets anders achtergehouden");
  z.voeg("notificatie", met(een_notificatie("grond_vervallen", "2026-06-01"), "gemeld_door", "om"));
  u = bericht(z);
  CHECK_FALSE(u.gegevens.bronnen.empty());
  CHECK_FALSE(u.gegevens.gedeeltelijk);
}

TEST_CASE("every word of --zonder is known, and none means two things") {
  for (const std::string& woord : weglaat_woorden()) {
    Weglating w;
    INFO(woord);
    CHECK(w.voeg_toe(woord));
    const bool alle = w.categorie.size() == Woorden<Categorie>::namen.size();
    const std::size_t n = (w.bronnen ? 1U : 0U) + (w.ontvangers ? 1U : 0U) + (w.vermelding ? 1U : 0U) +
                          w.bron.size() + (alle ? 1 : w.categorie.size());
    CHECK(n == 1);
  }
}

TEST_CASE("no notification for who is owed none") {
  Zaak z = aangemeld();
  z.voeg("weging", met(een_weging(), "betrokkene", k({{"id", "b-1"}, {"overleden_op", "2026-03-03"}})));
  ZEGT(bericht(z).bevindingen, FoutSoort::geweigerd, "krijgt geen bericht", "artikel 14 AVG");
}

TEST_CASE("a notification at the wrong moment is made, and noticed") {
  ZEGT(bericht(aangemeld()).bevindingen, FoutSoort::bevinding, "nog geen weegbesluit");
  Zaak niet = aangemeld();
  niet.voeg("weging", een_weging("niet_opnemen"));
  ZEGT(bericht(niet).bevindingen, FoutSoort::bevinding, "niet opgenomen");
  Zaak uitgesteld = opgenomen();
  uitgesteld.voeg("notificatie", een_uitstel());
  ZEGT(bericht(uitgesteld).bevindingen, FoutSoort::bevinding, "geldt uitstel",
       "artikel 4, lid 2 en 3, Besluit PGA");
  ZEGT(bericht(ver()).bevindingen, FoutSoort::bevinding, "al geïnformeerd");
  CHECK_FALSE(geweigerd(bericht(uitgesteld)));
}

TEST_CASE("an unknown betrokkene is answered with those there are") {
  const Uit uit = bericht(opgenomen(), "b-2").bevindingen;
  REQUIRE(uit.size() == 1);
  CHECK(uit[0].soort == FoutSoort::gebruik);
  CHECK(uit[0].tip == "kies uit: b-1");
}

TEST_CASE("age chooses the addressee, by the law of the day") {
  struct Geval {
    const char* geboren;
    const char* dag;
    const char* sjabloon;
    const char* bevinding;
  };
  const Geval gevallen[] = {
      {"2010-09-02", "2026-09-02", "notificatie", ""},  // sixteen today
      {"2010-09-03", "2026-09-02", "notificatie-kind", "minderjarig"},
      {"2014-09-02", "2026-09-02", "notificatie-kind", "minderjarig"},
      {"2014-09-03", "2026-09-02", "notificatie-vertegenwoordiger", "jonger dan 12"},
      {"2010-09-03", "2026-08-31", "notificatie-vertegenwoordiger", "jonger dan 16"},  // until 1 September 2026
  };
  for (const Geval& g : gevallen) {
    INFO(g.geboren, " on ", g.dag);
    const BriefUitkomst u = bericht(met_personen(g.geboren), "b-1", g.dag);
    CHECK(u.gegevens.sjabloon == g.sjabloon);
    if (*g.bevinding != 0) ZEGT(u.bevindingen, FoutSoort::bevinding, g.bevinding, "artikel 5, lid 4, UAVG");
  }
}

TEST_CASE("the letter for a child goes to who has the authority, and not to the child's address") {
  const BriefUitkomst u = bericht(met_personen("2016-01-01"), "b-1", "2026-09-02");
  CHECK(u.gegevens.geadresseerden == std::vector<std::string>{"Mia de Proef"});
  CHECK(u.gegevens.betrokkene == "Jan de Proef");
  CHECK(u.gegevens.adres.empty());  // her contact is a telephone number
}

TEST_CASE("who the letter goes to: the user's choice, else what was recorded") {
  Zaak z = met_personen("2012-01-01");
  Waarde n = een_notificatie("verzonden", "2026-09-02");
  n.zet("betrokkenen", l({k({{"id", "b-1"}, {"geadresseerde", "gezagdrager"}, {"leeftijd", 14}})}));
  z.voeg("notificatie", n);
  CHECK(bericht(z, "b-1", "2026-09-03").gegevens.sjabloon == "notificatie-vertegenwoordiger");
  BriefVraag v = vraag(BriefSoort::notificatie, "b-1", "2026-09-03");
  v.geadresseerde = Geadresseerde::betrokkene;
  CHECK(brief(z, v).gegevens.sjabloon == "notificatie-kind");
  v.geadresseerde = Geadresseerde::gecertificeerde_instelling;
  const BriefUitkomst u = brief(z, v);
  CHECK(u.gegevens.sjabloon == "notificatie-vertegenwoordiger");
  CHECK(u.gegevens.geadresseerden.empty());

  BriefVraag jong = vraag(BriefSoort::notificatie, "b-1", "2026-09-03");
  jong.geadresseerde = Geadresseerde::betrokkene;
  ZEGT(brief(met_personen("2016-01-01"), jong).bevindingen, FoutSoort::bevinding,
       "hoort aan de wettelijke vertegenwoordiger");
}

TEST_CASE("an age that was recorded or estimated counts when there is no date of birth") {
  BriefPersoon p;
  CHECK_FALSE(p.leeftijd(Datum(2026, 9, 2)));
  p.velden.zet("leeftijd_geschat", 17);
  CHECK(p.leeftijd(Datum(2026, 9, 2)) == 17);
  p.notificatie.zet("leeftijd", 13);
  CHECK(p.leeftijd(Datum(2026, 9, 2)) == 13);
  p.velden.zet("geboortedatum", "2008-02-29");
  CHECK(p.leeftijd(Datum(2026, 2, 28)) == 17);
  CHECK(p.leeftijd(Datum(2026, 3, 1)) == 18);
}

TEST_CASE("a relative's letter holds nothing about the main person") {
  const BriefUitkomst u = bericht(met_personen("2004-05-06"), "r-1");
  CHECK(u.gegevens.relatie);
  CHECK(u.gegevens.geadresseerden == std::vector<std::string>{"Piet de Proef"});
  CHECK(u.gegevens.adres == "Dorpsstraat 1, 1234 AB Waterbeek");
  CHECK(u.gegevens.categorieen.empty());
  CHECK(u.gegevens.bronnen.empty());
  CHECK(u.gegevens.ontvangers.size() == 6);  // all the law knows: who takes part says something of the main person
  ZEGT(u.bevindingen, FoutSoort::bevinding, "van wie de gegevens van een relatie komen",
       "artikel 14, lid 2, onder f, AVG");
  ZEGT(u.bevindingen, FoutSoort::bevinding, "de leeftijd van r-1 is niet bekend");
}

TEST_CASE("a letter to a relative while the main person may not know yet is noticed") {
  Zaak z = met_personen("2004-05-06");
  z.voeg("notificatie", een_uitstel());
  ZEGT(bericht(z, "r-1").bevindingen, FoutSoort::bevinding,
       "voor betrokkene b-1 geldt uitstel, en een bericht aan r-1", "artikel 4, lid 2, Besluit PGA");
  CHECK_FALSE(zegt(bericht(met_personen("2004-05-06"), "r-1").bevindingen, FoutSoort::bevinding, "doorkruisen"));
}

TEST_CASE("a relative's name or contact that names another is not taken over") {
  const BriefUitkomst naam = bericht(met_personen("2004-05-06", "broer van Jan de Proef"), "r-1");
  CHECK(naam.gegevens.geadresseerden.empty());
  CHECK(naam.gegevens.betrokkene.empty());
  ZEGT(naam.bevindingen, FoutSoort::bevinding, "bij de naam van r-1 staat ook een naam van een ander",
       "artikel 5, lid 1, onder c, AVG");
  const BriefUitkomst via =
      bericht(met_personen("2004-05-06", "Piet de Proef", "p/a Jan, Dorpsstraat 1, 1234 AB Waterbeek"), "r-1");
  CHECK(via.gegevens.adres.empty());
  ZEGT(via.bevindingen, FoutSoort::bevinding, "bij het adres van r-1");
  CHECK(bericht(met_personen("2004-05-06", "Piet de Proef", "0000-123456"), "r-1").gegevens.adres.empty());
}

TEST_CASE("what looks like an address") {
  for (const char* goed : {"Kade 2, 1234 AB Waterbeek", "1234AB", "p/a x 0000 AA"}) CHECK(lijkt_adres(goed));
  for (const char* fout :
       {"", "0000-123456", "1234 ab", "12345 AB", "1234 ABC", "bel 1234 A", "A1234 AB", "1234"}) {
    INFO(fout);
    CHECK_FALSE(lijkt_adres(fout));
  }
}

TEST_CASE("whether a text names another") {
  std::map<std::string, BriefPersoon> p;
  p["b"].velden.zet("naam", "Jorrit van der Velde");
  p["r"].velden.zet("naam", "Maarten van der Velde");
  p["x"];  // of whom the name is not known
  CHECK_FALSE(noemt_ander("Maarten van der Velde", "r", p));
  CHECK_FALSE(noemt_ander("Dorpsstraat 1", "r", p));
  CHECK_FALSE(noemt_ander("fam. Van der Velde", "r", p));
  CHECK(noemt_ander("zus van JORRIT", "r", p));
  CHECK(noemt_ander("Maarten (broer van J. van der Velde)", "r", p));
  CHECK(noemt_ander("p/a de heer Van der Velde, Dorpsstraat 1", "r", p));
  CHECK(noemt_ander("via mw. J van der Velde", "r", p));
  CHECK_FALSE(noemt_ander("via M. van der Velde", "r", p));
  CHECK(noemt_ander("Maarten (broer van Jorrit van der Velde)", "r", p));
  p["r"].velden.zet("naam", "Maarten Bos");
  CHECK(noemt_ander("bij de fam. Velde", "r", p));  // a surname that is not its own
  p["r"].velden.zet("naam", "Jorrit van der Velde");
  CHECK(noemt_ander("Jorrit van der Velde", "r", p));  // namesakes: for a person to decide
}

TEST_CASE("a correction counts at the place of what it corrects") {
  Zaak z;
  const std::string eerste = z.voeg("melding", een_melding());
  z.voeg("aanmelding",
         met(een_aanmelding(), "betrokkene", k({{"id", "b-1"}, {"adres", "Nieuw 2, 1234 AB Waterbeek"}})));
  z.voeg("weging", een_weging());
  z.vervangt = {eerste};
  Waarde beter = een_betrokkene();
  beter.zet("naam", "Jan Beter");
  beter.zet("adres", "Oud 1, 1234 AB Waterbeek");
  z.voeg("melding", met(een_melding(), "betrokkene", beter));
  const BriefGegevens g = bericht(z).gegevens;
  CHECK(g.betrokkene == "Jan Beter");
  CHECK(g.adres == "Nieuw 2, 1234 AB Waterbeek");
}

TEST_CASE("a closing letter only after a notification and a closing") {
  const BriefVraag v = vraag(BriefSoort::afsluiting, "b-1", "2026-09-01");
  ZEGT(brief(opgenomen(), v).bevindingen, FoutSoort::geweigerd, "nooit geïnformeerd", "artikel 41 UAVG");
  ZEGT(brief(ver(), v).bevindingen, FoutSoort::geweigerd, "niet afgesloten", "artikel 6, lid 2, Wet PGA");
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  const BriefUitkomst u = brief(z, v);
  CHECK(u.bevindingen.empty());
  CHECK(u.gegevens.sjabloon == "afsluiting");
  CHECK(u.gegevens.geinformeerd_op == Datum(2026, 3, 16));
  CHECK(u.gegevens.afgesloten_op == Datum(2026, 8, 25));
  CHECK(u.gegevens.vernietigd_uiterlijk == Datum(2031, 8, 25));
  CHECK(u.gegevens.categorieen.empty());

  Zaak geen = ver();
  geen.voeg("afsluiting", met(een_afsluiting(), "reden", "geen_verdere_aanwijzingen"));
  CHECK(brief(geen, v).gegevens.vernietigd_uiterlijk == Datum(2026, 9, 8));  // policy: 14 days

  Zaak nooit = opgenomen();
  nooit.voeg("afsluiting", een_afsluiting());
  CHECK(geweigerd(brief(nooit, v)));
}

TEST_CASE("feedback only for an aanmelding that was not taken up, and to who made it") {
  const BriefVraag v = vraag(BriefSoort::terugkoppeling, "");
  ZEGT(brief(opgenomen(), v).bevindingen, FoutSoort::geweigerd, "niet is opgenomen", "artikel 5, lid 6, Wet PGA");
  Zaak z = aangemeld();
  z.voeg("weging", een_weging("niet_opnemen"));
  const BriefUitkomst u = brief(z, v);
  CHECK(u.bevindingen.empty());
  CHECK(u.gegevens.aanmelder == Organisatie::college);
  CHECK(u.gegevens.aangemeld_op == Datum(2026, 3, 2));
  CHECK(u.gegevens.besloten_op == Datum(2026, 3, 4));
  CHECK(u.gegevens.nummer == "k7q2-m4xd");
  CHECK(u.gegevens.betrokkene.empty());
  CHECK(u.gegevens.geadresseerden.empty());

  BriefVraag ander = v;
  ander.aan = Organisatie::rvdk;
  ZEGT(brief(z, ander).bevindingen, FoutSoort::gebruik, "de RvdK heeft deze casus niet aangemeld");
}

TEST_CASE("two who put a case forward each get their own letter") {
  Zaak z = aangemeld();
  z.voeg("aanmelding", met(met(een_aanmelding(), "aangemeld_door", "politie"), "ontvangen", "2026-03-03"));
  z.voeg("weging", een_weging("niet_opnemen"));
  BriefVraag v = vraag(BriefSoort::terugkoppeling, "");
  ZEGT(brief(z, v).bevindingen, FoutSoort::gebruik, "meer dan één deelnemer");
  v.aan = Organisatie::politie;
  const BriefUitkomst u = brief(z, v);
  CHECK(u.bevindingen.empty());
  CHECK(u.gegevens.aangemeld_op == Datum(2026, 3, 3));
}
