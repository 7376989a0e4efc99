// SPDX-License-Identifier: EUPL-1.2
//
// Meetings of every kind: where they belong, who was there, derden, names in texts, adopting minutes, and actions.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "lib/proces/bekend.h"
#include "lib/proces/organisatie.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;
using F = termijn::FeitSoort;

namespace {

Waarde er(const char* organisatie) { return k({{"organisatie", organisatie}}); }

Waarde overleg(const char* soort, const char* datum) {
  return k({{"datum", datum},
            {"soort_overleg", soort},
            {"aanwezig", l({er("burgemeester"), er("politie"), er("OM")})},
            {"verslag", l({k({{"tekst", "het gaat goed"}})})}});
}

Waarde met_acties(Waarde document, Waarde acties) { return met(std::move(document), "acties", std::move(acties)); }

Waarde lijst(const char* datum, Waarde acties) { return k({{"datum", datum}, {"acties", std::move(acties)}}); }

/// A fresh id each time: it is asked again when one is taken.
std::function<std::string(char)> een_id() {
  return [n = 0](char letter) mutable { return std::string(1, letter) + "-n" + std::to_string(++n); };
}

/// What toets() says of a document of the dossier gemeente that names these dossiers.
std::vector<Bevinding> toets_in_gemeente(Waarde document, std::vector<BekendDossier> bekend) {
  Nieuw n{"overleg", std::move(document), {}, "reg1", "burgemeester", {"regisseur"}, Datum(2026, 12, 31), {}};
  n.bekend = std::move(bekend);
  vul_aan(n, Dossier(), Beleid(), een_id());
  return toets(Dossier(), n, Beleid());
}

BekendDossier een_bekende() {
  BekendDossier d;
  d.nummer = "k7q2-m4xd";
  d.bestaat = true;
  d.leesbaar = true;
  verzamel_gegevens(k({{"betrokkene", k({{"naam", "Daan de Wit"},
                                         {"geboortedatum", "1999-04-03"},
                                         {"bsn", "123456782"},
                                         {"adres", "Dorpsstraat 12, Waterbeek"}})}}),
                    d);
  return d;
}

Waarde met_punt(const char* soort, const char* dossier, const char* vraag) {
  return met(overleg(soort, "2026-09-17"), "agenda",
             l({k({{"id", "g1"}, {"onderwerp", "Een casus"}, {"dossier", dossier}, {"vraag", vraag}})}));
}

const Actie& actie(const Dossier& d, const char* id) {
  const Actie* a = d.actie(id);
  REQUIRE(a != nullptr);
  return *a;
}

}  // namespace

TEST_CASE("a part of a deelnemer is that deelnemer; who is part of none is a derde") {
  CHECK(partij("Leerplicht").deelnemer == Organisatie::college);
  CHECK(partij("Wmo").deelnemer == Organisatie::college);
  CHECK(partij("ID").deelnemer == Organisatie::politie);
  CHECK(partij("team dreigingsmanagement").deelnemer == Organisatie::politie);
  CHECK(partij("politie Oost-Nederland").deelnemer == Organisatie::politie);
  CHECK(partij("OOV").deelnemer == Organisatie::burgemeester);
  CHECK(partij("rvdk").deelnemer == Organisatie::rvdk);
  for (const char* derde : {"NCTV", "IND", "KMar", "GGZ", "GGD", "GGD Waterbeek"}) {
    CAPTURE(derde);
    CHECK(partij(derde).bekend);
    CHECK_FALSE(is_deelnemer(derde));
  }
  CHECK_FALSE(partij("Idealis").bekend);  // begins with "ID", and is another word
  CHECK_FALSE(partij("").bekend);
  CHECK(valt_onder("ID", "politie"));
  CHECK_FALSE(valt_onder("politie", "ID"));
  CHECK(valt_onder("om", "openbaar ministerie"));
  CHECK_FALSE(valt_onder("OOV", "programmateam"));
  CHECK(zelfde_organisatie("openbaar ministerie", "om"));
  CHECK(zelfde_organisatie("GGD Waterbeek", "ggd"));
  CHECK_FALSE(zelfde_organisatie("GGD", "GGZ"));
  CHECK_FALSE(zelfde_organisatie("Stichting A", "Stichting B"));
}

TEST_CASE("each kind of meeting stands where it belongs") {
  Zaak z = opgenomen();
  CHECK(z.toets("overleg", overleg("casusoverleg", "2026-05-20")).empty());
  CHECK(z.toets("overleg", overleg("weegploeg", "2026-05-20")).empty());
  ZEGT(z.toets("overleg", overleg("stuurgroep", "2026-05-20")), kDoc, "hoort in het dossier gemeente",
       "artikel 5, lid 5");
  CHECK(toets_in_gemeente(overleg("stuurgroep", "2026-05-20"), {}).empty());
  // A weegploeg meets before there is a decision; a casusoverleg does not.
  CHECK(aangemeld().toets("overleg", overleg("weegploeg", "2026-03-03")).empty());
  ZEGT(aangemeld().toets("overleg", overleg("casusoverleg", "2026-03-03")), kNee, "als de casus is opgenomen");
}

TEST_CASE(
    "only a casusoverleg is about how the case goes on; a meeting of the gemeente is no processing of a case") {
  Zaak z = opgenomen();
  z.voeg("overleg", overleg("weegploeg", "2026-05-20"));
  const Dossier d = z.dossier();
  CHECK(std::none_of(d.feiten.begin(), d.feiten.end(), [](const auto& f) { return f.soort == F::overleg; }));
  Zaak gemeente;
  gemeente.voeg("overleg", overleg("stuurgroep", "2026-05-20"));
  CHECK(gemeente.dossier().feiten.empty());
}

TEST_CASE("the three weigh together: who of them was not there needs a reason") {
  Zaak z = opgenomen();
  Waarde o = overleg("weegploeg", "2026-05-20");
  o.zet("aanwezig", l({er("burgemeester"), er("politie")}));
  ZEGT(z.toets("overleg", o), kBev, "het OM staat niet bij aanwezig", "artikel 5, lid 3");
  o.zet("afwezig", l({er("OM")}));
  ZEGT(z.toets("overleg", o), kBev, "het OM was er niet, en er staat niet waarom");
  o.zet("afwezig", l({k({{"organisatie", "OM"}, {"reden", "ziek"}})}));
  CHECK(z.toets("overleg", o).empty());
}

TEST_CASE(
    "who is usually at a casusoverleg: RvdK for a child or a parent, reclassering after detention, the gemeente") {
  struct Geval {
    const char* veld;
    Waarde waarde;
    const char* wie;
    const char* grondslag;
  };
  const std::vector<Geval> gevallen = {
      {"geboortedatum", "2010-01-01", "de RvdK", "onder f"},
      {"heeft_kinderen", "ja", "de RvdK", "onder f"},
      {"detentie", k({{"status", "ja"}}), "de reclassering", "onder e"},
      {"detentie", k({{"tot", "2026-04-01"}}), "de reclassering", "onder e"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.veld);
    Zaak z = opgenomen();
    Waarde wie = een_betrokkene();
    wie.verwijder("geboortedatum");
    wie.zet(g.veld, g.waarde);
    z.voeg("aanvulling", k({{"datum", "2026-04-02"}, {"betrokkene", wie}}));
    Waarde o = overleg("casusoverleg", "2026-05-20");
    ZEGT(z.toets("overleg", o), kBev, std::string(g.wie) + " staat niet bij aanwezig", g.grondslag);
    o.zet("afwezig", l({k({{"organisatie", "RvdK"}, {"reden", "niet nodig"}}),
                        k({{"organisatie", "RN"}, {"reden", "verhinderd"}})}));
    CHECK(z.toets("overleg", o).empty());
  }
  Waarde zonder = overleg("casusoverleg", "2026-05-20");
  zonder.zet("aanwezig", l({er("politie")}));
  ZEGT(opgenomen().toets("overleg", zonder), kBev, "de gemeente van verblijf staat niet bij aanwezig",
       "artikel 2, lid 1");
  zonder.zet("aanwezig", l({er("Leerplicht")}));  // a part of the college
  CHECK(opgenomen().toets("overleg", zonder).empty());
}

TEST_CASE("who moved: the gemeente where the betrokkene stays now has to be there") {
  Zaak z = opgenomen();
  z.beleid.gemeente = "Waterbeek";
  Waarde wie = een_betrokkene();
  wie.zet("gemeente_van_verblijf", "Hogerveen");
  z.voeg("aanvulling", k({{"datum", "2026-04-02"}, {"betrokkene", wie}}));
  Waarde o = overleg("casusoverleg", "2026-05-20");
  ZEGT(z.toets("overleg", o), kBev, "waar de betrokkene nu verblijft", "onder a");
  o.vind("aanwezig")->voeg_toe(er("burgemeester Hogerveen"));
  CHECK(z.toets("overleg", o).empty());
}

TEST_CASE("a derde is there by a decision of the three, and for some items only") {
  Zaak z = aangemeld();
  Waarde o = overleg("casusoverleg", "2026-05-20");
  o.vind("aanwezig")->voeg_toe(er("GGD Waterbeek"));
  o.vind("aanwezig")->voeg_toe(er("Stichting Brug"));
  Waarde w = een_weging();
  w.zet("derden", l({k({{"organisatie", "GGD"}, {"deskundigheid", "x"}, {"rol", "y"}, {"waarom", "z"}})}));
  z.voeg("weging", w);
  auto uit = z.toets("overleg", o);
  ZEGT(uit, kBev, "Stichting Brug is niet bekend als deelnemer", "artikel 3, lid 3");
  CHECK_FALSE(zegt(uit, kBev, "GGD Waterbeek is een derde"));
  o.zet("agenda", l({k({{"id", "g1"}, {"onderwerp", "Opening"}}), k({{"id", "g2"}, {"onderwerp", "Zorg"}})}));
  ZEGT(z.toets("overleg", o), kBev, "niet bij welke agendapunten", "artikel 11 Besluit PGA");
  o.vind("aanwezig")->lijst()[3].zet("agendapunten", l({"g2"}));
  o.vind("aanwezig")->lijst().pop_back();
  CHECK(z.toets("overleg", o).empty());
  o.vind("aanwezig")->lijst()[3].zet("agendapunten", l({"g3"}));
  ZEGT(z.toets("overleg", o), kDoc, "het agendapunt \"g3\" is er niet");
}

TEST_CASE("where a case goes by its number, no derde of another case is at that item") {
  Waarde o = met_punt("stuurgroep", "k7q2-m4xd", "Hoe verder?");
  o.vind("aanwezig")->voeg_toe(er("NCTV"));
  ZEGT(toets_in_gemeente(o, {een_bekende()}), kBev, "NCTV is een derde, en was bij het punt over dossier k7q2-m4xd",
       "artikel 3, lid 3");
  BekendDossier met_nctv = een_bekende();
  met_nctv.derden = {"NCTV"};
  CHECK(toets_in_gemeente(o, {met_nctv}).empty());
  o.vind("agenda")->voeg_toe(k({{"id", "g2"}, {"onderwerp", "Beleid"}}));
  o.vind("aanwezig")->lijst()[3].zet("agendapunten", l({"g2"}));
  CHECK(toets_in_gemeente(o, {een_bekende()}).empty());
}

TEST_CASE("no name and no datum of a case stands where it goes by its number") {
  const auto zeg = [](const char* vraag) {
    return toets_in_gemeente(met_punt("dilemmasessie", "k7q2-m4xd", vraag), {een_bekende()});
  };
  CHECK(zeg("De regisseur komt niet verder. Wat nu?").empty());
  for (const char* fout : {"Wat nu met Daan de Wit?", "wat nu met daan de wit", "BSN 1234.56.782",
                           "geboren 3 april 1999", "hij woont Dorpsstraat 12 Waterbeek"}) {
    CAPTURE(fout);
    ZEGT(zeg(fout), kDoc, "een naam of een gegeven uit dossier k7q2-m4xd", "artikel 13");
    CHECK(toon(zeg(fout)).find("Wit?") == std::string::npos);  // never repeats it
  }
  ZEGT(zeg("Daan wil niet praten"), kBev, "een woord dat ook in een naam");
  CHECK(zeg("er is veel wit in dit plan").empty());
  Waarde verslag = met_punt("dilemmasessie", "k7q2-m4xd", "Wat nu?");
  verslag.zet("verslag", l({k({{"tekst", "Daan de Wit zei niets."}})}));
  ZEGT(toets_in_gemeente(verslag, {een_bekende()}), kDoc, "een naam of een gegeven");
  BekendDossier dicht = een_bekende();
  dicht.leesbaar = false;
  ZEGT(toets_in_gemeente(met_punt("stuurgroep", "k7q2-m4xd", "Wat nu?"), {dicht}), kBev, "niet vergeleken");
  BekendDossier weg;
  weg.nummer = "k7q2-m4xd";
  ZEGT(toets_in_gemeente(met_punt("stuurgroep", "k7q2-m4xd", "Wat nu?"), {weg}), kDoc, "is er niet in deze kast");
  ZEGT(toets_in_gemeente(met(met_punt("dilemmasessie", "k7q2-m4xd", "x"), "agenda",
                             l({k({{"onderwerp", "Casus"}, {"dossier", "k7q2-m4xd"}})})),
                         {een_bekende()}),
       kBev, "staat geen vraag");
  ZEGT(opgenomen().toets("overleg", met_punt("casusoverleg", "k7q2-m4xd", "x")), kDoc, "gaat over één casus");
}

TEST_CASE("what rests on police or care stays in the dossier of the case") {
  const auto met_herkomst = [](const char* soort, const char* punt) {
    Waarde o = met_punt(soort, "k7q2-m4xd", "Wat nu?");
    o.zet("verslag", l({k({{"tekst", "er waren meldingen"}, {"herkomst", "politie_om"}, {"agendapunt", punt}})}));
    return toets_in_gemeente(o, {een_bekende()});
  };
  ZEGT(met_herkomst("dilemmasessie", "g1"), kNee, "hoort niet in de dilemmasessie", "artikel 17 Wet PGA");
  ZEGT(met_herkomst("stuurgroep", "g1"), kNee, "hoort niet in de stuurgroep");
  ZEGT(met_herkomst("dilemmasessie", ""), kNee, "hoort niet in de dilemmasessie");
  CHECK_FALSE(zegt(met_herkomst("stuurgroep", ""), kNee, "hoort niet"));  // on a phenomenon, not on a case
}

TEST_CASE("minutes are a concept until a later meeting adopts them") {
  Zaak z;
  const std::string eerste = z.voeg("overleg", overleg("stuurgroep", "2026-06-17"));
  CHECK_FALSE(z.dossier().overleggen.front().vastgesteld());
  ZEGT(z.toets("overleg", overleg("stuurgroep", "2026-07-15")), kBev, "van wo 17 juni 2026 is nog concept");
  const auto stel_vast = [](const char* uitkomst, Waarde wijzigingen) {
    Waarde v = k({{"uitkomst", uitkomst}});
    if (!wijzigingen.leeg()) v.zet("wijzigingen", std::move(wijzigingen));
    return met(overleg("stuurgroep", "2026-07-15"), "vaststellingen", l({v}));
  };
  const Waarde anders = l({k({{"tekst", "punt 3 anders"}})});
  CHECK(z.toets("overleg", stel_vast("vastgesteld", Waarde::lijst_())).empty());
  CHECK(z.toets("overleg", stel_vast("onder_voorbehoud", anders)).empty());
  ZEGT(z.toets("overleg", stel_vast("onder_voorbehoud", Waarde::lijst_())), kDoc, "van welke wijzigingen");
  ZEGT(z.toets("overleg", stel_vast("vastgesteld", anders)), kDoc, "toch is het zonder voorbehoud vastgesteld");
  const std::string tweede = z.voeg("overleg", stel_vast("onder_voorbehoud", anders));
  OverlegStand o = z.dossier().overleggen.front();
  CHECK(o.vastgesteld());
  CHECK(o.vastgesteld_op == Datum(2026, 7, 15));
  CHECK(o.vastgesteld_in == tweede);
  // The changes come in with a stuk that replaces the minutes: what was adopted is what now stands.
  z.vervangt = {eerste};
  z.voeg("overleg", overleg("stuurgroep", "2026-06-17"));
  z.vervangt.clear();
  o = z.dossier().overleggen.front();
  CHECK(o.vastgesteld());
  CHECK(o.stuk != eerste);
  CHECK(z.dossier().bevindingen.empty());
  // Of another kind, or of nothing.
  Waarde dilemma = stel_vast("vastgesteld", Waarde::lijst_());
  dilemma.zet("soort_overleg", "dilemmasessie");
  ZEGT(z.toets("overleg", dilemma), kDoc, "welk verslag hier is vastgesteld, staat er niet");
  dilemma.vind("vaststellingen")->lijst()[0].zet("overleg", tweede);
  ZEGT(z.toets("overleg", dilemma), kDoc, "een verslag van de stuurgroep, en niet van de dilemmasessie");
}

TEST_CASE("two meetings that say otherwise of the same minutes, side by side, are a finding") {
  Zaak z;
  const std::string eerste = z.voeg("overleg", overleg("stuurgroep", "2026-06-17"));
  const auto stel = [&](const char* uitkomst) {
    return met(overleg("stuurgroep", "2026-07-15"), "vaststellingen",
               l({k({{"overleg", eerste.c_str()}, {"uitkomst", uitkomst}})}));
  };
  z.voeg("overleg", stel("vastgesteld"));
  z.voeg_naast("overleg", stel("niet_vastgesteld"), eerste);
  ZEGT(z.dossier().bevindingen, kBev, "naast dit stuk iets anders besloten");
}

TEST_CASE("a new action says what and who, and gets a control day; a later stuk says only what changes") {
  Zaak z = opgenomen();
  ZEGT(z.toets("actielijst", lijst("2026-05-20", l({k({{"wat", "bellen"}})}))), kDoc, "ontbreekt wie");
  ZEGT(z.toets("actielijst", lijst("2026-05-20", l({k({{"id", "a-9"}, {"status", "gedaan"}})}))), kDoc,
       "de actie \"a-9\" is er nog niet");
  z.voeg("overleg",
         met_acties(overleg("casusoverleg", "2026-05-20"),
                    l({k({{"id", "a-1"}, {"wat", "bellen"}, {"wie", "OM"}, {"stand", "na zomerreces"}})})));
  Dossier d = z.dossier();
  CHECK(actie(d, "a-1").velden.uiterlijk == Datum(2026, 9, 1));
  CHECK(actie(d, "a-1").stand == "na zomerreces");
  CHECK(feiten_over(d, "a-1") == "actie 2026-05-20 tot 2026-09-01");
  z.voeg("actielijst", lijst("2026-06-01", l({k({{"id", "a-1"}, {"uiterlijk", "2026-09-20"}})})));
  z.voeg("actielijst",
         lijst("2026-09-15", l({k({{"id", "a-1"}, {"status", "gedaan"}, {"gedaan_op", "2026-09-14"}})})));
  d = z.dossier();
  CHECK(actie(d, "a-1").status() == ActieStatus::gedaan);
  CHECK(actie(d, "a-1").gedaan_op == Datum(2026, 9, 14));
  CHECK(actie(d, "a-1").wat == "bellen");
  CHECK(feiten_over(d, "a-1") ==
        "actie 2026-05-20 tot 2026-09-01, actie 2026-06-01 tot 2026-09-20, actie_gedaan 2026-09-14");
  ZEGT(z.toets("actielijst", lijst("2026-09-16", l({k({{"id", "a-1"}, {"status", "gedaan"}})}))), kDoc,
       "is al gedaan op ma 14 september 2026");
  CHECK(z.toets("actielijst", lijst("2026-09-16", l({k({{"id", "a-1"}, {"status", "open"}})}))).empty());
  ZEGT(z.toets("actielijst",
               lijst("2026-09-16", l({k({{"id", "a-1"}, {"gedaan_op", "2026-09-15"}, {"status", "open"}})}))),
       kDoc, "en status is open");
}

TEST_CASE("what is done stays done when somebody who did not know of it names another day") {
  for (const bool eerst_gedaan : {true, false}) {
    CAPTURE(eerst_gedaan);
    Zaak z = opgenomen();
    const std::string begin =
        z.voeg("actielijst",
               lijst("2026-05-20",
                     l({k({{"id", "a-1"}, {"wat", "bellen"}, {"wie", "OM"}, {"uiterlijk", "2026-06-01"}})})));
    const Waarde gedaan = lijst("2026-05-25", l({k({{"id", "a-1"}, {"status", "gedaan"}})}));
    const Waarde anders = lijst("2026-05-26", l({k({{"id", "a-1"}, {"uiterlijk", "2026-07-01"}})}));
    z.voeg("actielijst", eerst_gedaan ? gedaan : anders);
    z.voeg_naast("actielijst", eerst_gedaan ? anders : gedaan, begin);
    CHECK(actie(z.dossier(), "a-1").status() == ActieStatus::gedaan);
  }
}

TEST_CASE("the text of an action that is sealed apart stays apart") {
  Zaak z = opgenomen();
  z.voeg("actielijst", lijst("2026-05-20", l({k({{"id", "a-1"},
                                                 {"wat", "proces-verbaal opvragen"},
                                                 {"wie", "politie"},
                                                 {"herkomst", "politie_om"}})})));
  z.voeg("actielijst", lijst("2026-05-21", l({k({{"id", "a-1"}, {"stand", "aangevraagd"}})})));
  CHECK(z.stukken().back().inhoud.items_van("acties")[0].tekst_van("herkomst") == "politie_om");
  // Who cannot see where it rests on has to say it.
  std::vector<Invoer> stukken = z.stukken();
  for (Invoer& s : stukken) {
    Waarde* acties = s.soort == "actielijst" ? s.inhoud.vind("acties") : nullptr;
    if (acties == nullptr) continue;
    for (Waarde& a : acties->lijst()) {
      a.verwijder("wat");
      a.verwijder("herkomst");
    }
  }
  const Dossier d = vouw(stukken, Beleid());
  Nieuw n{"actielijst",
          lijst("2026-05-22", l({k({{"id", "a-1"}, {"stand", "binnen"}})})),
          {},
          "reg1",
          "burgemeester",
          {"regisseur"},
          Datum(2026, 5, 22),
          {}};
  vul_aan(n, d, Beleid(), een_id());
  ZEGT(toets(d, n, Beleid()), kDoc, "voor u verzegeld", "artikel 4, onder f en g");
}

TEST_CASE("a correction of the stuk that an action began in keeps its control day") {
  Zaak z = opgenomen();
  const Waarde begin =
      lijst("2026-05-20", l({k({{"id", "a-1"}, {"wat", "bellen"}, {"wie", "OM"}, {"stand", "na zomerreces"}})}));
  const std::string eerste = z.voeg("actielijst", begin);
  z.voeg("actielijst", lijst("2026-05-25", l({k({{"id", "a-1"}, {"stand", "loopt"}})})));
  z.vervangt = {eerste};
  CHECK(z.toets("actielijst", begin).empty());
  z.voeg("actielijst", begin);
  CHECK(actie(z.dossier(), "a-1").velden.uiterlijk == Datum(2026, 9, 1));
  CHECK(actie(z.dossier(), "a-1").stand == "loopt");
}

TEST_CASE("an action of the plan is done with the same stuk as any other") {
  Zaak z = ver();
  CHECK(feiten_over(z.dossier(), "a-1") == "actie 2026-03-20 tot 2026-04-10");
  z.voeg("actielijst", lijst("2026-04-09", l({k({{"id", "a-1"}, {"status", "gedaan"}})})));
  CHECK(feiten_over(z.dossier(), "a-1") == "actie 2026-03-20 tot 2026-04-10, actie_gedaan 2026-04-09");
  CHECK(actie(z.dossier(), "a-1").soort == "plan");
}
