// SPDX-License-Identifier: EUPL-1.2
//
// Holds, requests, mistakes and breaches: what they do to a dossier, and what is said of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/proces/rollen.h"
#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde een_bewaring() {
  return k({{"id", "h-1"},
            {"stap", "ingesteld"},
            {"datum", "2026-09-01"},
            {"grond", "klacht"},
            {"reden", k({{"tekst", "er loopt een klacht"}})},
            {"herziening", "2026-12-01"}});
}

Waarde een_verzoek() {
  return k({{"id", "z-1"},
            {"stap", "ontvangen"},
            {"datum", "2026-10-05"},
            {"soort_verzoek", "avg"},
            {"rechten", l({"inzage"})},
            {"door", "b-1"},
            {"kanaal", "brief"},
            {"verzoek", "wat hebt u over mij?"}});
}

Waarde een_besluit(const char* besluit = "toegewezen") {
  return k({{"id", "z-1"},
            {"stap", "besloten"},
            {"datum", "2026-10-28"},
            {"geraadpleegd", l({k({{"id", "q-1"}, {"organisatie", "politie"}, {"antwoord", "geen_grond"}})})},
            {"besluit", besluit},
            {"redenen", k({{"tekst", "dit kan niet"}})},
            {"rechtsmiddel_vermeld", "ja"},
            {"verzonden_op", "2026-10-29"}});
}

Waarde een_correctie() {
  return k({{"id", "x-1"},
            {"stap", "vastgesteld"},
            {"datum", "2026-06-02"},
            {"onjuist", k({{"tekst", "het adres klopt niet"}})},
            {"bron", "college"}});
}

Zaak afgesloten() {
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  return z;
}

Zaak met_verzoek() {
  Zaak z = afgesloten();
  z.voeg("verzoek", een_verzoek());
  return z;
}

}  // namespace

TEST_CASE("art. 13: holds, requests, mistakes, breaches and minutes are signed by the regisseur") {
  for (const char* soort : {"bewaring", "verzoek", "correctie", "datalek", "overleg"}) {
    CAPTURE(soort);
    CHECK(mag_tekenen(soort, {"regisseur"}));
    CHECK_FALSE(mag_tekenen(soort, {"weegploeg", "deelnemer", "termijnwacht"}));
  }
}

TEST_CASE("after closing, and for a case that was not taken up, they can still be recorded; minutes cannot") {
  Zaak niet = aangemeld();
  niet.voeg("weging", een_weging("niet_opnemen"));
  for (Zaak z : {afgesloten(), niet}) {
    for (const auto& [soort, document] :
         {std::pair{"bewaring", een_bewaring()}, std::pair{"verzoek", een_verzoek()},
          std::pair{"correctie", een_correctie()}, std::pair{"datalek", een_datalek()}}) {
      const auto uit = z.toets(soort, document);
      INFO(toon(uit));
      CHECK(uit.empty());
    }
    CHECK(zegt(z.toets("overleg", k({{"datum", "2026-10-01"}})), kNee, "een overleg kan er niet meer bij"));
  }
  CHECK(zegt(aangemeld().toets("overleg", k({{"datum", "2026-10-01"}})), kNee, "pas als de casus is opgenomen",
             "artikel 6, lid 1"));
}

TEST_CASE("none of them is a substantive stuk: the five years run on") {
  Zaak z = opgenomen();
  z.voeg("bewaring", een_bewaring());
  z.voeg("verzoek", een_verzoek());
  z.voeg("correctie", een_correctie());
  z.voeg("datalek", een_datalek());
  CHECK(z.dossier().laatste_inhoudelijk == Datum(2026, 3, 4));
  z.voeg("overleg", k({{"datum", "2026-06-17"}, {"volgend_overleg", "2026-09-09"}}));
  CHECK(z.dossier().laatste_inhoudelijk == Datum(2026, 6, 17));
}

TEST_CASE("a hold is followed from its start through renewal to its end, and suspends destruction") {
  Zaak z = afgesloten();
  const auto status = [&](Datum dag) {
    const Dossier d = z.dossier();
    for (const termijn::Termijn& t : termijn::bereken(d.feiten, z.beleid.termijnen, dag)) {
      if (t.regel == "vernietiging_uiterlijk") return t.status;
    }
    return termijn::Status::vervallen;
  };
  z.voeg("bewaring", een_bewaring());
  CHECK(z.dossier().bewaringen.at(0).herziening == Datum(2026, 12, 1));
  CHECK(status(Datum(2026, 9, 2)) == termijn::Status::opgeschort);
  z.voeg("bewaring", een_stap("h-1", "verlengd", "2026-11-25"));
  CHECK(z.dossier().bewaringen.at(0).herziening == Datum(2027, 5, 25));  // by policy
  z.voeg("bewaring", een_stap("h-1", "opgeheven", "2026-12-15"));
  CHECK(z.dossier().bewaringen.at(0).opgeheven_op == Datum(2026, 12, 15));
  CHECK(feiten_over(z.dossier(), "h-1") ==
        "bewaring 2026-09-01 tot 2026-12-01, bewaring_verlengd 2026-11-25 tot 2027-05-25, "
        "bewaring_opgeheven 2026-12-15");
  CHECK(status(Datum(2026, 12, 16)) == termijn::Status::open);
  CHECK(z.dossier().bevindingen.empty());
}

TEST_CASE("a hold that is lifted and renewed side by side stays, until it is lifted by one who knows both") {
  Zaak z = afgesloten();
  const std::string na = z.voeg("bewaring", een_bewaring());
  z.voeg_naast("bewaring", een_stap("h-1", "opgeheven", "2026-11-25"), na);
  z.voeg_naast("bewaring", een_stap("h-1", "verlengd", "2026-11-20"), na);
  CHECK_FALSE(z.dossier().bewaringen.at(0).opgeheven_op);
  CHECK(zegt(z.dossier().bevindingen, kBev, "naast dit stuk verlengd; zij blijft", "artikel 9 Wet PGA"));
  z.voeg("bewaring", een_stap("h-1", "opgeheven", "2026-12-15"));
  CHECK(z.dossier().bewaringen.at(0).opgeheven_op == Datum(2026, 12, 15));
  CHECK(z.dossier().bevindingen.empty());
  z.voeg("bewaring", een_stap("h-1", "verlengd", "2026-12-20"));
  CHECK(zegt(z.dossier().bevindingen, kBev, "was al opgeheven; dit stuk telt niet mee"));
  CHECK(z.dossier().bewaringen.at(0).opgeheven_op == Datum(2026, 12, 15));
}

TEST_CASE("a step of a hold that is not there is wrong, with the ones that are") {
  Zaak z = afgesloten();
  z.voeg("bewaring", een_bewaring());
  auto uit = z.toets("bewaring", een_stap("h-2", "opgeheven", "2026-12-01"));
  ZEGT(uit, kDoc, "de bewaring \"h-2\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"h-1\"?");
  CHECK(zegt(z.toets("bewaring", een_bewaring()), kDoc, "de bewaring \"h-1\" is er al"));
  Waarde zonder = een_stap("", "verlengd", "2026-12-01");
  zonder.verwijder("id");
  CHECK(z.toets("bewaring", zonder).empty());  // the only one that runs
  z.voeg("bewaring", met(een_bewaring(), "id", "h-7"));
  uit = z.toets("bewaring", zonder);
  ZEGT(uit, kDoc, "er staat niet bij om welke bewaring het gaat");
  CHECK(uit.front().tip == "vul id in: h-1, h-7");
  z.voeg("bewaring", een_stap("h-1", "opgeheven", "2026-12-01"));
  uit = z.toets("bewaring", een_stap("h-1", "verlengd", "2026-12-10"));
  ZEGT(uit, kDoc, "is al opgeheven op di 1 december 2026", "artikel 9");
  z.voeg("bewaring", een_stap("h-9", "opgeheven", "2026-12-01"));
  CHECK(zegt(z.dossier().bevindingen, kBev, "de bewaring \"h-9\" is er niet; dit stuk telt niet mee"));
}

TEST_CASE("a review of a hold lies ahead, within policy, and late is noted") {
  Zaak z = afgesloten();
  ZEGT(z.toets("bewaring", met(een_bewaring(), "herziening", "2026-09-01")), kDoc,
       "ligt niet na de dag van dit stuk");
  ZEGT(z.toets("bewaring", met(een_bewaring(), "herziening", "2027-03-02")), kBev,
       "later dan 6 maanden na deze dag", "bewaring_herziening_maanden");
  z.voeg("bewaring", een_bewaring());
  ZEGT(z.toets("bewaring", een_stap("h-1", "verlengd", "2026-12-02")), kBev, "te laat voor h-1",
       "artikel 9 Wet PGA");
  ZEGT(z.toets("bewaring", een_stap("h-1", "opgeheven", "2026-08-31")), kDoc,
       "ligt voor het begin van de bewaring");
}

TEST_CASE("a request is followed from receipt to decision") {
  Zaak z = afgesloten();
  const auto schoon = [&](const Waarde& document) {
    const auto uit = z.toets("verzoek", document);
    INFO(toon(uit));
    CHECK(uit.empty());
    z.voeg("verzoek", document);
  };
  schoon(een_verzoek());
  schoon(met(een_stap("z-1", "identiteit_gevraagd", "2026-10-07"), "identiteit", "het adres is anders"));
  schoon(met(een_stap("z-1", "identiteit_vastgesteld", "2026-10-12"), "identiteit", "aan de balie"));
  schoon(met(een_stap("z-1", "verlengd", "2026-11-02"), "redenen", k({{"tekst", "veel stukken"}})));
  schoon(een_besluit());
  CHECK(feiten_over(z.dossier(), "z-1") ==
        "verzoek 2026-10-05, identiteit_gevraagd 2026-10-07, identiteit_vastgesteld 2026-10-12, "
        "verzoek_verlengd 2026-11-02, verzoek_besloten 2026-10-29");
  CHECK(z.dossier().verzoeken.at(0).besloten_op == Datum(2026, 10, 29));
  CHECK(z.dossier().bevindingen.empty());
}

TEST_CASE("artikel 5, lid 4, UAVG: who makes the request of a minor, by age and by the version of the day") {
  struct Geval {
    const char* geboren;
    const char* dag;
    const char* door;
    const char* zegt;  // empty: nothing
    const char* versie;
  };
  constexpr const char* kOud = "artikel 5, lid 4, UAVG zoals dat gold tot en met 31 augustus 2026";
  constexpr const char* kNieuw = "artikel 5, lid 4, UAVG zoals dat geldt vanaf 1 september 2026";
  for (const Geval& g : std::initializer_list<Geval>{
           {"2011-04-09", "2026-08-31", "", "b-1 is 15 jaar: de wettelijke vertegenwoordiger", kOud},
           {"2011-04-09", "2026-08-31", "betrokkene", "niet het kind zelf", kOud},
           {"2011-04-09", "2026-08-31", "gezagdrager", "", kOud},
           {"2011-04-09", "2026-09-01", "", "b-1 is 15 jaar: het kind of de wettelijke vertegenwoordiger", kNieuw},
           {"2011-04-09", "2026-09-01", "betrokkene", "", kNieuw},
           {"2011-04-09", "2026-09-01", "gezagdrager", "", kNieuw},
           {"2015-04-09", "2026-09-01", "betrokkene", "niet het kind zelf", kNieuw},
           {"2015-04-09", "2026-09-01", "gecertificeerde_instelling", "", kNieuw},
           {"2010-04-09", "2026-08-31", "gezagdrager", "b-1 is 16 jaar en oefent deze rechten zelf uit", kOud},
           {"2010-04-09", "2026-09-01", "", "", kNieuw},
           {"2010-04-09", "2026-09-01", "vertegenwoordiger", "", kNieuw},
           {"2008-08-31", "2026-08-31", "gezagdrager", "", kOud},
       }) {
    CAPTURE(g.geboren);
    CAPTURE(g.dag);
    CAPTURE(g.door);
    Zaak z;
    z.voeg("melding", met(een_melding(), "betrokkene", met(een_betrokkene(), "geboortedatum", g.geboren)));
    z.voeg("aanmelding", een_aanmelding());
    z.voeg("weging", een_weging());
    const auto uit = z.toets("verzoek", met(met(een_verzoek(), "datum", g.dag), "gedaan_door", g.door));
    if (*g.zegt == '\0') {
      CHECK_FALSE(zegt(uit, kBev, "", g.versie));
    } else {
      ZEGT(uit, kBev, g.zegt, g.versie);
    }
    // The Woo knows no such rule.
    Waarde woo = met(met(met(een_verzoek(), "datum", g.dag), "gedaan_door", g.door), "soort_verzoek", "woo");
    CHECK_FALSE(zegt(z.toets("verzoek", met(woo, "rechten", l({}))), kBev, "jaar"));
  }
}

TEST_CASE("a question about identity that is never answered is something to look at") {
  Zaak z = opgenomen();
  z.voeg("verzoek", een_verzoek());
  z.voeg("verzoek", met(een_stap("z-1", "identiteit_gevraagd", "2026-11-03"), "identiteit", "x"));
  CHECK_FALSE(zegt(bevindingen_op(z, Datum(2026, 11, 5)), kBev, "vroegste lezing voorbij"));
  ZEGT(bevindingen_op(z, Datum(2026, 11, 6)), kBev,
       "dat de termijn stilstaat sinds di 3 november 2026, is een lezing", "artikel 12, lid 3 en lid 6, AVG");
}

TEST_CASE("a Woo request is postponed, a request under the AVG extended; it is one or the other") {
  Zaak z = afgesloten();
  Waarde woo = met(met(met(een_verzoek(), "id", "z-2"), "soort_verzoek", "woo"), "rechten", l({}));
  CHECK(z.toets("verzoek", woo).empty());
  ZEGT(z.toets("verzoek", met(woo, "rechten", l({"inzage"}))), kDoc, "zijn twee verzoeken");
  ZEGT(z.toets("verzoek", met(een_verzoek(), "rechten", l({}))), kDoc, "op welke rechten",
       "artikel 15 tot en met 21");
  z.voeg("verzoek", woo);
  z.voeg("verzoek", een_verzoek());
  ZEGT(z.toets("verzoek", een_stap("z-2", "verlengd", "2026-10-20")), kDoc, "niet verlengd maar verdaagd",
       "artikel 4.4, lid 2, Woo");
  ZEGT(z.toets("verzoek", een_stap("z-1", "verdaagd", "2026-10-20")), kDoc, "niet verdaagd maar verlengd",
       "artikel 12, lid 3, AVG");
  z.voeg("verzoek", een_stap("z-2", "verdaagd", "2026-10-20"));
  z.voeg("verzoek", een_stap("z-2", "besloten", "2026-11-12"));
  CHECK(feiten_over(z.dossier(), "z-2") ==
        "woo_verzoek 2026-10-05, woo_verdaagd 2026-10-20, woo_besloten 2026-11-12");
  z.voeg("verzoek", een_stap("z-1", "verdaagd", "2026-10-21"));
  CHECK(zegt(z.dossier().bevindingen, kBev, "kan niet worden verdaagd; dit stuk telt niet mee"));
  z.voeg("verzoek", een_stap("z-1", "ingetrokken", "2026-10-22"));
  CHECK(feiten_over(z.dossier(), "z-1") == "verzoek 2026-10-05, verzoek_besloten 2026-10-22");
}

TEST_CASE("artikel 12, lid 3, AVG: an extension after the first month is recorded and does not count") {
  Zaak z = met_verzoek();
  CHECK(z.toets("verzoek", een_stap("z-1", "verlengd", "2026-11-05")).empty());
  ZEGT(z.toets("verzoek", een_stap("z-1", "verlengd", "2026-11-06")), kBev,
       "komt na de eerste termijn (uiterlijk do 5 november 2026) en telt niet", "artikel 12, lid 3, AVG");
  z.voeg("verzoek", een_stap("z-1", "verlengd", "2026-11-05"));
  ZEGT(z.toets("verzoek", een_stap("z-1", "verlengd", "2026-11-20")), kBev, "al verlengd op do 5 november 2026",
       "artikel 12, lid 3, AVG");
  CHECK(z.toets("verzoek", met(een_besluit(), "verzonden_op", "2026-12-31")).empty());
}

TEST_CASE("a decision too late, before the request, or sent before it was taken") {
  Zaak z = met_verzoek();
  CHECK(z.toets("verzoek", een_besluit()).empty());
  ZEGT(z.toets("verzoek", met(een_besluit(), "verzonden_op", "2026-11-06")), kBev, "te laat voor z-1",
       "artikel 34 UAVG");
  ZEGT(z.toets("verzoek", met(een_besluit(), "verzonden_op", "2026-10-27")), kDoc,
       "verzonden_op (di 27 oktober 2026) ligt voor het besluit");
  ZEGT(z.toets("verzoek", met(een_besluit(), "datum", "2026-10-01")), kDoc,
       "ligt voor de ontvangst van het verzoek");
  z.voeg("verzoek", een_besluit());
  ZEGT(z.toets("verzoek", een_besluit()), kBev, "al afgehandeld op do 29 oktober 2026");
}

TEST_CASE("artikel 3, lid 2, Besluit PGA: what a deelnemer says a ground applies to cannot be granted") {
  Zaak z = met_verzoek();
  const auto antwoord = [](const char* wat) {
    return met(een_stap("z-1", "geraadpleegd", "2026-10-14"), "geraadpleegd",
               l({k({{"id", "q-1"}, {"organisatie", "om"}, {"antwoord", wat}})}));
  };
  z.voeg("verzoek", antwoord("uitzonderingsgrond"));
  CHECK(z.dossier().verzoeken.at(0).met_grond == std::vector<std::string>{"om"});
  ZEGT(z.toets("verzoek", een_besluit()), kNee,
       "toewijzen kan niet: OM vindt een uitzonderingsgrond van toepassing", "artikel 3, lid 2, Besluit PGA");
  const auto deels = z.toets("verzoek", een_besluit("gedeeltelijk"));
  CHECK_FALSE(zegt(deels, kNee, ""));
  ZEGT(deels, kBev, "op welke grond van artikel 41 UAVG", "artikel 41, lid 1, UAVG");
  ZEGT(deels, kBev, "waarom de uitzondering noodzakelijk en evenredig is", "artikel 41");
  z.voeg("verzoek", antwoord("geen_grond"));  // the ground lapsed
  CHECK(z.toets("verzoek", een_besluit()).empty());
  Waarde in_een = een_besluit();
  in_een.vind("geraadpleegd")->lijst()[0].zet("antwoord", "uitzonderingsgrond");
  ZEGT(z.toets("verzoek", in_een), kNee, "politie vindt een uitzonderingsgrond");
}

TEST_CASE("a decision comes after consultation, and a refusal with reasons and where to go") {
  Zaak z = met_verzoek();
  ZEGT(z.toets("verzoek", met(een_besluit(), "geraadpleegd", l({}))), kBev, "de deelnemers zijn geraadpleegd",
       "artikel 3, lid 2, Besluit PGA");
  CHECK(z.toets("verzoek", een_besluit("afgewezen")).empty());
  ZEGT(z.toets("verzoek", met(een_besluit("afgewezen"), "redenen", "")), kBev, "niet (helemaal) is toegewezen",
       "artikel 12, lid 4, AVG");
  ZEGT(z.toets("verzoek", met(een_besluit("niet_in_behandeling"), "rechtsmiddel_vermeld", "nee")), kBev,
       "een klacht bij de AP en bezwaar", "artikel 12, lid 4, AVG");
  ZEGT(z.toets("verzoek", met(een_besluit(), "gronden", l({"uavg_41_1_d"}))), kDoc, "gronden voor een afwijzing");
}

TEST_CASE("granting to someone in doubt, or to someone who was not told, or what must then change, is noted") {
  Zaak z = met_verzoek();
  z.voeg("verzoek", een_stap("z-1", "identiteit_gevraagd", "2026-10-07"));
  ZEGT(z.toets("verzoek", een_besluit()), kBev, "de identiteit is niet vastgesteld", "artikel 12, lid 6, AVG");
  Zaak uitgesteld = opgenomen();
  uitgesteld.voeg("notificatie", een_uitstel());
  ZEGT(uitgesteld.toets("verzoek", een_verzoek()), kBev, "loopt uitstel van de notificatie", "artikel 41 UAVG");
  Zaak w = afgesloten();
  w.voeg("verzoek", met(een_verzoek(), "rechten", l({"wissing"})));
  ZEGT(w.toets("verzoek", een_besluit()), kBev, "het gegeven moet nu ook echt veranderen", "artikel 10 Wet PGA");
  ZEGT(w.toets("verzoek", met(met(een_verzoek(), "id", "z-5"), "door", "b-7")), kDoc,
       "de betrokkene \"b-7\" is er niet");
  ZEGT(w.toets("verzoek", met(met(een_verzoek(), "id", "z-5"), "door", "")), kBev, "wie het verzoek deed");
}

TEST_CASE("artikel 10 Wet PGA: a mistake is mended and its source told, in one document or in three") {
  Zaak z = opgenomen();
  CHECK(z.toets("correctie", een_correctie()).empty());
  z.voeg("correctie", een_correctie());
  z.voeg("correctie", met(een_stap("x-1", "hersteld", "2026-06-04"), "hoe", "verbeterd"));
  z.voeg("correctie", een_stap("x-1", "bron_ingelicht", "2026-06-05"));
  CHECK(feiten_over(z.dossier(), "x-1") ==
        "correctie 2026-06-02, correctie_hersteld 2026-06-04, bron_ingelicht 2026-06-05");
  ZEGT(z.toets("correctie", een_stap("x-1", "hersteld", "2026-06-06")), kBev, "al gezet op do 4 juni 2026");
  Zaak een = opgenomen();
  een.voeg("correctie", met(met(een_correctie(), "hersteld_op", "2026-06-02"), "bron_ingelicht_op", "2026-06-03"));
  CHECK(feiten_over(een.dossier(), "x-1") ==
        "correctie 2026-06-02, correctie_hersteld 2026-06-02, bron_ingelicht 2026-06-03");
  CHECK(een.dossier().bevindingen.empty());
}

TEST_CASE("a mistake is about a stuk and a signal that exist, has a source, and is mended after it was found") {
  Zaak z = opgenomen();
  CHECK(z.toets("correctie", met(met(een_correctie(), "stuk", z.stukken()[0].digest), "signaal", "s-1")).empty());
  ZEGT(z.toets("correctie", met(een_correctie(), "stuk", "b2:nee")), kDoc, "het stuk b2:nee bij stuk is er niet");
  ZEGT(z.toets("correctie", met(een_correctie(), "vervangen_door", "b2:nee")), kDoc,
       "bij vervangen_door is er niet");
  ZEGT(z.toets("correctie", met(een_correctie(), "signaal", "s-8")), kDoc, "het signaal \"s-8\" is er niet");
  ZEGT(z.toets("correctie", met(een_correctie(), "bron", "")), kBev,
       "welke organisatie het onjuiste gegeven leverde", "artikel 10 Wet PGA; artikel 8 Besluit PGA");
  ZEGT(z.toets("correctie", met(een_correctie(), "hersteld_op", "2026-06-01")), kDoc, "ligt voor de vaststelling");
  ZEGT(z.toets("correctie", met(een_correctie(), "hersteld_op", "2027-06-01")), kDoc, "ligt in de toekomst");
  z.voeg("notificatie", een_notificatie("eerste_verstrekking", "2026-05-01"));
  ZEGT(z.toets("correctie", met(een_correctie(), "hersteld_op", "2026-06-02")), kBev, "de ontvangers van de fout",
       "artikel 19 AVG");
  CHECK(z.toets("correctie",
                met(met(met(een_correctie(), "hersteld_op", "2026-06-02"), "ontvangers_ingelicht_op", "2026-06-02"),
                    "ontvangers", l({"school"})))
            .empty());
}

TEST_CASE("a correction of the document that opened one keeps its id") {
  Zaak z = afgesloten();
  const std::string eerste = z.voeg("verzoek", een_verzoek());
  z.vervangt = {eerste};
  Waarde nieuw = met(een_verzoek(), "datum", "2026-10-02");
  nieuw.verwijder("id");
  CHECK(z.toets("verzoek", nieuw).empty());
  z.voeg("verzoek", nieuw);
  CHECK(feiten_over(z.dossier(), "z-1") == "verzoek 2026-10-02");
}
