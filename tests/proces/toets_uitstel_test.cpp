// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/proces/vervolg.h"
#include "lib/proces/wetsversies.h"
#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"
#include "tests/termijn/csv.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde gedeeltelijk() { return met(een_uitstel(), "wat_achtergehouden", l({"bron", "ontvangers"})); }

Waarde gehandhaafd(const char* datum, const char* redenen, const char* noodzaak) {
  Waarde w = met(een_notificatie("heroverwogen", datum), "uitkomst", "handhaven");
  return van_wie(met(w, "redenen", redenen), "noodzaak", noodzaak);
}

Waarde vervallen(const char* datum) { return met(een_notificatie("grond_vervallen", datum), "gemeld_door", "om"); }

/// A case whose notification is withheld since 20 March 2026.
Zaak uitgesteld(const Waarde& document = een_uitstel()) {
  Zaak z = opgenomen();
  z.voeg("notificatie", document);
  return z;
}

const Betrokkene& b1(const Dossier& d) { return *d.betrokkene("b-1"); }

termijn::Status status(const Dossier& d, const Beleid& beleid, const char* regel, Datum dag) {
  for (const termijn::Termijn& t : termijn::bereken(d.feiten, beleid.termijnen, dag)) {
    if (t.regel == regel && t.betrokkene == "b-1") return t.status;
  }
  FAIL("no term " << regel);
  return termijn::Status::open;
}

std::string stappen(const Zaak& z) {
  const Dossier d = z.dossier();
  std::string uit;
  for (const NotificatieStap s : vervolgstappen(d, b1(d))) uit += std::string(naam(s)) + ' ';
  return uit;
}

}  // namespace

TEST_CASE("artikel 5, lid 4, UAVG: the addressee by age and by the version of the day, as the table says") {
  Zaak z = opgenomen();
  for (const Rij& rij : lees_tabel("uavg_5_4.csv")) {
    CAPTURE(rij.at("leeftijd"));
    CAPTURE(rij.at("dag"));
    CAPTURE(rij.at("geadresseerde"));
    Waarde n = met(een_notificatie("verzonden", "2026-03-16"), "datum", rij.at("dag"));
    n = van_wie(n, "leeftijd", std::stoi(rij.at("leeftijd")));
    n = van_wie(van_wie(n, "geadresseerde", rij.at("geadresseerde")), "reden_geadresseerde", "een reden");
    const auto uit = z.toets("notificatie", n);
    if (rij.at("bevinding").empty()) {
      CHECK_FALSE(zegt(uit, kBev, "de brief hoort aan"));
    } else {
      ZEGT(uit, kBev, rij.at("bevinding"), "artikel 5, lid 4, UAVG " + rij.at("versie"));
    }
  }
}

TEST_CASE("without a day of birth the estimated age says whom the letter is to") {
  Zaak z;
  Waarde melding = een_melding();
  melding.vind("betrokkene")->verwijder("geboortedatum");
  melding.vind("betrokkene")->zet("leeftijd_geschat", std::int64_t{14});
  z.voeg("melding", melding);
  const Waarde n = van_wie(een_notificatie("verzonden", "2026-03-16"), "geadresseerde", "betrokkene");
  ZEGT(z.toets("notificatie", n), kBev, "de betrokkene is 14 jaar: de brief hoort aan", "artikel 5, lid 4, UAVG");
}

TEST_CASE("law versions follow one another without a gap, and each names its source") {
  const auto& versies = minderjarigen_versies();
  CHECK_FALSE(versies.front().van);
  CHECK_FALSE(versies.back().tot);
  for (std::size_t i = 0; i < versies.size(); ++i) {
    CHECK_FALSE(versies[i].bron.empty());
    if (i > 0) CHECK(versies[i - 1].tot->dagen_tot(versies[i].van.value()) == 1);
  }
}

TEST_CASE("Besluit art. 4 lid 2: one deelnemer is enough; a derde is a reading, and is noted as one") {
  Zaak z = opgenomen();
  CHECK(z.toets("notificatie", met(een_uitstel(), "ingeroepen_door", l({"politie", "OM"}))).empty());
  auto uit = z.toets("notificatie", met(een_uitstel(), "ingeroepen_door", l({"politie", "GGZ Voorbeeld"})));
  REQUIRE(uit.size() == 1);
  ZEGT(uit, kBev, "\"GGZ Voorbeeld\" is een derde", "artikel 3, lid 4, Wet PGA; zekerheid: lezing");
  CHECK(uit[0].tip == "het uitstel rust ook op een deelnemer, en één is genoeg");
  uit = z.toets("notificatie", met(een_uitstel(), "ingeroepen_door", l({"GGZ Voorbeeld"})));
  REQUIRE(uit.size() == 1);
  CHECK(uit[0].tip == "vraag welke deelnemer de grond ook ziet: één is genoeg");
}

TEST_CASE("artikel 14, lid 5, onder b, AVG asks which of the three, protection, and public information") {
  Zaak z = opgenomen();
  Waarde u = met(met(een_uitstel(), "gronden", l({"avg_14_5_b"})), "lid_2", "");
  auto uit = z.toets("notificatie", u);
  CHECK(uit.size() == 3);
  ZEGT(uit, kBev, "onmogelijk, onevenredig, of het doel in gevaar", "artikel 14, lid 5, onder b, AVG");
  ZEGT(uit, kBev, "welke maatregelen");
  ZEGT(uit, kBev, "niet openbaar gemaakt");
  u = met(u, "reden_14_5_b", l({"doel_in_gevaar"}));
  u = met(met(u, "beschermende_maatregelen", "een korte bewaartermijn"), "informatie_openbaar", "ja");
  CHECK(z.toets("notificatie", u).empty());
  // A ground of artikel 41 asks for lid 2.
  uit = z.toets("notificatie", met(u, "gronden", l({"avg_14_5_b", "uavg_41_1_d"})));
  ZEGT(uit, kDoc, "het veld \"lid_2\" ontbreekt", "artikel 41, lid 2, UAVG");
}

TEST_CASE("art. 11: each renewal has reasons of its own, for the person too") {
  Zaak z = uitgesteld();
  const char* nieuw = "het verhoor is nog niet geweest";
  CHECK(z.toets("notificatie", gehandhaafd("2026-06-18", nieuw, "tot het verhoor")).empty());
  auto uit = z.toets("notificatie", gehandhaafd("2026-06-18", nieuw, "Anders gaat bewijs verloren."));
  REQUIRE(uit.size() == 1);
  ZEGT(uit, kBev, "noodzaak zegt hetzelfde als de vorige keer", "artikel 11 Wet PGA");
  uit = z.toets("notificatie", gehandhaafd("2026-06-18", "niets lichters  helpt", "tot het verhoor"));
  ZEGT(uit, kBev, "redenen zegt hetzelfde");
  uit = z.toets("notificatie", van_wie(gehandhaafd("2026-06-18", nieuw, "x"), "noodzaak", ""));
  ZEGT(uit, kBev, "waarom uitstel noodzakelijk is");
  z.voeg("notificatie", gehandhaafd("2026-06-18", nieuw, "tot het verhoor"));
  uit = z.toets("notificatie", gehandhaafd("2026-09-18", nieuw, "tot het verhoor"));
  CHECK(uit.size() == 2);
}

TEST_CASE("a reader without motivering gets the same state, and no judgment on the reasons") {
  const Zaak z = uitgesteld(gedeeltelijk());
  std::vector<Invoer> dicht = z.stukken();
  dicht.back().open = {Compartiment::termijnen};
  for (const char* veld : {"gronden", "ingeroepen_door", "evenredigheid", "lid_2", "gedeeltelijk"}) {
    dicht.back().inhoud.verwijder(veld);
  }
  dicht.back().inhoud.vind("betrokkenen")->lijst()[0].verwijder("noodzaak");
  const Dossier d = vouw(dicht, z.beleid);
  CHECK(d.feiten == z.dossier().feiten);
  CHECK(b1(d).uitstel->achtergehouden == std::vector<std::string>{"bron", "ontvangers"});
  CHECK_FALSE(b1(d).uitstel->leesbaar);
  CHECK(b1(d).uitstel->gronden.empty());
  CHECK(b1(z.dossier()).uitstel->gronden == std::vector<std::string>{"uavg_41_1_d"});
}

TEST_CASE("a partial deferral leaves the rest its own term") {
  Zaak z = uitgesteld(gedeeltelijk());
  CHECK(status(z.dossier(), z.beleid, "notificatie", {2026, 4, 8}) == termijn::Status::overschreden);
  ZEGT(bevindingen_op(z, {2026, 3, 21}), kBev, "de rest van het bericht is niet verzonden");
  CHECK(stappen(z) == "deels_verzonden ingezien heroverwogen grond_vervallen ");
  CHECK(z.toets("notificatie", een_notificatie("deels_verzonden", "2026-03-30")).empty());
  z.voeg("notificatie", een_notificatie("deels_verzonden", "2026-03-30"));
  CHECK(status(z.dossier(), z.beleid, "notificatie", {2026, 4, 8}) == termijn::Status::nagekomen);
  CHECK(b1(z.dossier()).notificatie == NotificatieStand::uitgesteld);
  CHECK_FALSE(zegt(bevindingen_op(z, {2026, 4, 8}), kBev, "de rest van het bericht"));
}

TEST_CASE("a review that withholds less opens the term of what is let go") {
  const Waarde minder = met(gehandhaafd("2026-06-18", "a", "b"), "wat_achtergehouden", l({"bron"}));
  Zaak geheel = uitgesteld();
  geheel.voeg("notificatie", minder);
  CHECK(status(geheel.dossier(), geheel.beleid, "notificatie_na_uitstel", {2026, 7, 3}) ==
        termijn::Status::overschreden);
  CHECK(status(geheel.dossier(), geheel.beleid, "notificatie", {2026, 7, 3}) == termijn::Status::vervallen);
  Zaak deels = uitgesteld(gedeeltelijk());
  deels.voeg("notificatie", een_notificatie("deels_verzonden", "2026-03-30"));
  deels.voeg("notificatie", minder);
  CHECK(status(deels.dossier(), deels.beleid, "notificatie_na_uitstel", {2026, 6, 20}) == termijn::Status::nadert);
  // The rest was never sent: a review does not give it more time.
  Zaak laat = uitgesteld(gedeeltelijk());
  laat.voeg("notificatie", minder);
  CHECK(status(laat.dossier(), laat.beleid, "notificatie", {2026, 6, 20}) == termijn::Status::overschreden);
}

TEST_CASE("what is partial, and of which duty, must fit") {
  Zaak z = opgenomen();
  CHECK(z.toets("notificatie", gedeeltelijk()).empty());
  ZEGT(z.toets("notificatie", met(gedeeltelijk(), "gedeeltelijk", "nee")), kDoc,
       "wat_achtergehouden noemt een deel");
  ZEGT(z.toets("notificatie", met(een_uitstel(), "gedeeltelijk", "ja")), kBev, "welk deel wordt achtergehouden");
  ZEGT(z.toets("notificatie", een_notificatie("deels_verzonden", "2026-03-20")), kBev,
       "loopt geen gedeeltelijk uitstel");
  const Waarde inzage = met(een_uitstel(), "verplichting", l({"avg_15"}));
  ZEGT(z.toets("notificatie", inzage), kBev, "dit stelt het bericht aan betrokkene b-1 niet uit", "artikel 14 AVG");
  z.voeg("notificatie", inzage);
  CHECK(b1(z.dossier()).notificatie == NotificatieStand::open);
  CHECK(status(z.dossier(), z.beleid, "notificatie", {2026, 4, 8}) == termijn::Status::overschreden);
  z.voeg("notificatie", een_notificatie("deels_verzonden", "2026-03-20"));
  ZEGT(z.dossier().bevindingen, kBev, "dit telt niet als notificatie");
  CHECK(status(z.dossier(), z.beleid, "notificatie", {2026, 4, 8}) == termijn::Status::overschreden);
}

TEST_CASE("Besluit art. 4 lid 3: the lapse, its report and the notification are three facts") {
  Zaak z = uitgesteld();
  z.voeg("notificatie", vervallen("2026-05-01"));
  CHECK(status(z.dossier(), z.beleid, "verval_melden", {2026, 5, 2}) == termijn::Status::onverwijld);
  CHECK(stappen(z) == "verzonden verval_gemeld ingezien uitgesteld ");
  const Waarde gemeld = met(een_notificatie("verval_gemeld", "2026-05-04"), "gemeld_door", "om");
  CHECK(z.toets("notificatie", gemeld).empty());
  ZEGT(z.toets("notificatie", met(gemeld, "datum", "2026-05-12")), kBev, "pas na 11 dagen gemeld",
       "artikel 4, lid 3, Besluit PGA");
  z.voeg("notificatie", gemeld);
  CHECK(status(z.dossier(), z.beleid, "verval_melden", {2026, 5, 5}) == termijn::Status::nagekomen);
  ZEGT(z.toets("notificatie", gemeld), kBev, "al gemeld op ma 4 mei 2026");
}

TEST_CASE("the day of the report may stand with the lapse, also of a review, and before it") {
  for (const char* dag : {"2026-04-28", "2026-05-01", "2026-05-05"}) {
    CAPTURE(dag);
    Zaak z = uitgesteld();
    z.voeg("notificatie", met(vervallen("2026-05-01"), "gemeld_op", dag));
    CHECK(status(z.dossier(), z.beleid, "verval_melden", {2026, 5, 6}) == termijn::Status::nagekomen);
    CHECK(b1(z.dossier()).uitstel->gemeld_op->tekst() == dag);
  }
  ZEGT(uitgesteld().toets("notificatie", met(vervallen("2026-05-01"), "gemeld_op", "2026-01-02")), kBev,
       "voor het uitstel begon");
  Zaak z = uitgesteld();
  const Waarde weg = met(een_notificatie("heroverwogen", "2026-05-01"), "uitkomst", "vervallen");
  CHECK(z.toets("notificatie", met(weg, "gemeld_op", "2026-05-01")).empty());
  ZEGT(z.toets("notificatie", met(weg, "gemeld_op", "2026-05-20")), kBev, "pas na 19 dagen gemeld");
  ZEGT(z.toets("notificatie", met(weg, "gemeld_op", "2027-01-02")), kDoc, "gemeld_op ligt in de toekomst");
  ZEGT(z.toets("notificatie", met(gehandhaafd("2026-05-01", "a", "b"), "gemeld_op", "2026-05-01")), kDoc,
       "hoort bij een grond die is vervallen");
  ZEGT(z.toets("notificatie", een_notificatie("verval_gemeld", "2026-05-04")), kBev,
       "niet vastgelegd dat de grond is vervallen");
  z.voeg("notificatie", met(weg, "gemeld_op", "2026-05-02"));
  CHECK(status(z.dossier(), z.beleid, "verval_melden", {2026, 5, 6}) == termijn::Status::nagekomen);
}

TEST_CASE("art. 11: the RAC inspects the reasons; Besluit art. 13 lid 6: deviating from advice has reasons") {
  Zaak z = uitgesteld();
  ZEGT(bevindingen_op(z, {2026, 3, 21}), kBev,
       "de rechtmatigheidsadviescommissie (RAC) heeft de motivering van het uitstel voor b-1 nog niet ingezien",
       "artikel 11 Wet PGA");
  const Waarde inzage = met(een_notificatie("ingezien", "2026-03-27"), "ingezien_door", "een lid");
  CHECK(z.toets("notificatie", inzage).empty());
  ZEGT(z.toets("notificatie", met(inzage, "advies_opgevolgd", "nee")), kBev,
       "waarom van het advies wordt afgeweken", "artikel 13, lid 6, Besluit PGA");
  CHECK(z.toets("notificatie", met(met(inzage, "advies_opgevolgd", "nee"), "afwijking", "omdat")).empty());
  ZEGT(opgenomen().toets("notificatie", inzage), kBev, "loopt geen uitstel");
  z.voeg("notificatie", inzage);
  CHECK(bevindingen_op(z, {2026, 3, 28}).empty());
  CHECK(stappen(z) == "heroverwogen grond_vervallen ");
  // Of a ground outside artikel 41 the Act says nothing.
  CHECK(bevindingen_op(uitgesteld(met(een_uitstel(), "gronden", l({"avg_14_5_b"}))), {2026, 3, 21}).empty());
}

TEST_CASE("the third renewal asks for attention, a new deferral counts afresh") {
  Zaak z = uitgesteld();
  z.voeg("notificatie", een_notificatie("ingezien", "2026-03-27"));
  for (const char* dag : {"2026-06-18", "2026-09-17"}) z.voeg("notificatie", gehandhaafd(dag, dag, dag));
  CHECK_FALSE(zegt(bevindingen_op(z, {2026, 9, 18}), kBev, "keer verlengd"));
  z.voeg("notificatie", gehandhaafd("2026-12-16", "c", "d"));
  ZEGT(bevindingen_op(z, {2026, 12, 17}), kBev, "is al 3 keer verlengd", "artikel 41, lid 1, UAVG");
  z.voeg("notificatie", met(een_uitstel(), "datum", "2026-12-20"));
  CHECK_FALSE(zegt(bevindingen_op(z, {2026, 12, 21}), kBev, "keer verlengd"));
}

TEST_CASE("what was sent while the ground was in force stays a finding until the lapse is on record") {
  Zaak z = uitgesteld();
  z.voeg("notificatie", een_notificatie("ingezien", "2026-03-27"));
  z.voeg("notificatie", een_notificatie("verzonden", "2026-04-20"));
  ZEGT(bevindingen_op(z, {2026, 4, 21}), kBev, "terwijl het uitstel nog gold",
       "artikel 4, lid 2 en 3, Besluit PGA");
  CHECK(stappen(z) == "grond_vervallen ");
  for (const char* dag : {"2026-04-18", "2026-04-20"}) {
    CAPTURE(dag);
    Zaak later = z;
    const Waarde weg = met(vervallen(dag), "gemeld_op", dag);
    CHECK(later.toets("notificatie", weg).empty());
    later.voeg("notificatie", weg);
    CHECK(b1(later.dossier()).notificatie == NotificatieStand::verzonden);
    const auto uit = bevindingen_op(later, {2026, 4, 21});
    CHECK_MESSAGE(uit.empty(), toon(uit));
    CHECK(stappen(later).empty());
  }
  // A lapse after it was sent opens nothing.
  z.voeg("notificatie", vervallen("2026-04-25"));
  for (const char* regel : {"verval_melden", "notificatie_na_uitstel"}) {
    for (const auto& t : termijn::bereken(z.dossier().feiten, z.beleid.termijnen, {2026, 5, 30}))
      CHECK(t.regel != regel);
  }
}

TEST_CASE("what may follow depends on the phase, and who has not to be told has no steps") {
  CHECK(stappen(opgenomen()) == "verzonden uitgesteld eerste_contact eerste_verstrekking ");
  CHECK(stappen(aangemeld()) == "uitgesteld eerste_contact eerste_verstrekking verzonden ");
  CHECK(nog_te_wegen(aangemeld().dossier()));
  CHECK(stappen(ver()).empty());
  Zaak niet = aangemeld();
  niet.voeg("weging", een_weging("niet_opnemen"));
  CHECK(niet_opgenomen(niet.dossier()));
  CHECK(stappen(niet).empty());
  Zaak z = opgenomen();
  z.voeg("aanvulling",
         k({{"datum", "2026-03-10"}, {"betrokkene", met(een_betrokkene(), "soort", "rechtspersoon")}}));
  CHECK(stappen(z).empty());
}
