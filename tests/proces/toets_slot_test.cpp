// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

/// A case about someone of eleven years in March 2026.
Zaak van_een_kind() {
  Zaak z;
  Waarde melding = een_melding();
  melding.vind("betrokkene")->zet("geboortedatum", "2014-05-02");
  z.voeg("melding", melding);
  z.voeg("aanmelding", een_aanmelding());
  z.voeg("weging", een_weging());
  return z;
}

}  // namespace

TEST_CASE("artikel 14, lid 3, AVG: a late notification is recorded and noted") {
  Zaak z = opgenomen();
  CHECK(z.toets("notificatie", een_notificatie("verzonden", "2026-04-07")).empty());
  const auto uit = z.toets("notificatie", een_notificatie("verzonden", "2026-04-08"));
  ZEGT(uit, kBev, "te laat voor b-1: uiterlijk di 7 april 2026", "artikel 14, lid 3, AVG");
}

TEST_CASE("a notification is of someone in the dossier, who must be told, and once") {
  Zaak z = opgenomen();
  auto uit = z.toets("notificatie", van_wie(een_notificatie("verzonden", "2026-03-16"), "id", "b-2"));
  ZEGT(uit, kDoc, "de betrokkene \"b-2\" is er niet");
  CHECK(uit.front().tip == "bedoelde u \"b-1\"?");
  uit = ver().toets("notificatie", een_notificatie("verzonden", "2026-03-20"));
  ZEGT(uit, kBev, "is al geïnformeerd op ma 16 maart 2026");
  z.voeg("aanvulling",
         k({{"datum", "2026-03-10"},
            {"relaties", l({k({{"id", "r-1"}, {"soort", "rechtspersoon"}, {"naam", "Stichting X"}})})}}));
  uit = z.toets("notificatie", van_wie(een_notificatie("verzonden", "2026-03-16"), "id", "r-1"));
  ZEGT(uit, kBev, "hoeft niet geïnformeerd te worden", "artikel 14 AVG");
  Zaak voor;
  voor.voeg("melding", een_melding());
  uit = voor.toets("notificatie", een_notificatie("verzonden", "2026-03-02"));
  ZEGT(uit, kBev, "nog geen weegbesluit", "artikel 4");
}

TEST_CASE("artikel 5, lid 4, UAVG: a minor is told with a reason for whom the letter goes to") {
  const Zaak z = van_een_kind();
  Waarde n = van_wie(een_notificatie("verzonden", "2026-03-16"), "leeftijd", 11);
  auto uit = z.toets("notificatie", n);
  ZEGT(uit, kBev, "hoort aan de wettelijke vertegenwoordiger", "artikel 5, lid 4, UAVG");
  ZEGT(uit, kBev, "waarom de brief aan deze geadresseerde gaat");
  n = van_wie(van_wie(n, "geadresseerde", "gezagdrager"), "reden_geadresseerde", "jonger dan 12");
  CHECK(z.toets("notificatie", n).empty());
}

TEST_CASE("an age that the birth date contradicts is a finding") {
  const Zaak z = van_een_kind();
  Waarde n = van_wie(een_notificatie("verzonden", "2026-03-16"), "geadresseerde", "gezagdrager");
  n = van_wie(van_wie(n, "reden_geadresseerde", "jonger dan 12"), "leeftijd", 12);
  ZEGT(z.toets("notificatie", n), kBev, "hier staat 12 jaar", "artikel 5, lid 4, UAVG");
  n = van_wie(n, "leeftijd", 11);
  CHECK(z.toets("notificatie", n).empty());
}

TEST_CASE("artikel 41, lid 2, UAVG: each letter that lacks an answer is a finding of its own") {
  Zaak z = opgenomen();
  CHECK(z.toets("notificatie", een_uitstel()).empty());
  for (const char* letter : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    Waarde u = een_uitstel();
    u.vind("lid_2")->verwijder(letter);
    const auto uit = z.toets("notificatie", u);
    REQUIRE(uit.size() == 1);
    CHECK(uit[0].grondslag == std::string("artikel 41, lid 2, onder ") + letter + ", UAVG");
    CHECK(uit[0].soort == kBev);
    u.vind("lid_2")->zet(letter, "n.v.t.: gaat hier niet om");
    CHECK(z.toets("notificatie", u).empty());
    u.vind("lid_2")->zet(letter, "n.v.t.");
    ZEGT(z.toets("notificatie", u), kBev, "staat geen antwoord met een reden");
  }
}

TEST_CASE("art. 11: a deferral is invoked by a deelnemer, needed for each, and reviewed in time") {
  Zaak z = opgenomen();
  auto uit = z.toets("notificatie", met(een_uitstel(), "ingeroepen_door", l({"politie", "GGZ Voorbeeld"})));
  ZEGT(uit, kBev, "\"GGZ Voorbeeld\" is een derde", "artikel 3, lid 4");
  uit = z.toets("notificatie", van_wie(een_uitstel(), "noodzaak", ""));
  ZEGT(uit, kBev, "waarom uitstel noodzakelijk is", "artikel 11 Wet PGA");
  uit = z.toets("notificatie", met(een_uitstel(), "herziening", "2026-06-21"));
  ZEGT(uit, kBev, "later dan 3 maanden", "uitstel_herziening_maanden");
  uit = z.toets("notificatie", met(een_uitstel(), "herziening", "2026-03-20"));
  ZEGT(uit, kDoc, "herziening ligt niet na de dag van dit stuk");
  uit = z.toets("notificatie", met(met(een_uitstel(), "datum", "2026-04-10"), "herziening", "2026-06-01"));
  ZEGT(uit, kBev, "te laat voor b-1");
  uit = ver().toets("notificatie", een_uitstel());
  ZEGT(uit, kBev, "uitstel heeft dan geen zin");
}

TEST_CASE("Besluit art. 4: sending during a deferral, and reviewing without one, are noted") {
  Zaak z = opgenomen();
  auto uit = z.toets("notificatie", een_notificatie("grond_vervallen", "2026-03-16"));
  ZEGT(uit, kBev, "loopt geen uitstel");
  z.voeg("notificatie", een_uitstel());
  uit = z.toets("notificatie", een_notificatie("verzonden", "2026-04-20"));
  ZEGT(uit, kBev, "gold nog uitstel", "artikel 4, lid 2 en 3, Besluit PGA");
  const Waarde hand = van_wie(met(een_notificatie("heroverwogen", "2026-06-19"), "uitkomst", "handhaven"),
                              "noodzaak", "tot het verhoor");
  CHECK(z.toets("notificatie", hand).empty());
  uit = z.toets("notificatie", met(hand, "datum", "2026-06-22"));
  ZEGT(uit, kBev, "te laat voor b-1: uiterlijk vr 19 juni 2026");
  z.voeg("notificatie", een_notificatie("grond_vervallen", "2026-05-01"));
  CHECK(z.toets("notificatie", een_notificatie("verzonden", "2026-05-15")).empty());
  uit = z.toets("notificatie", een_notificatie("verzonden", "2026-05-18"));
  ZEGT(uit, kBev, "te laat voor b-1: uiterlijk vr 15 mei 2026", "artikel 4, lid 3, Besluit PGA");
}

TEST_CASE("artikel 14, lid 3, AVG b and c: contact or hand-out before notification is noted") {
  for (const char* stap : {"eerste_contact", "eerste_verstrekking"}) {
    const auto uit = opgenomen().toets("notificatie", een_notificatie(stap, "2026-03-10"));
    ZEGT(uit, kBev, "nog niet geïnformeerd", "artikel 14, lid 3, onder b en c, AVG");
    CHECK(ver().toets("notificatie", een_notificatie(stap, "2026-03-18")).empty());
  }
}

TEST_CASE("art. 6 lid 2: only a case that was taken up is closed") {
  Zaak z;
  z.voeg("melding", een_melding());
  auto uit = z.toets("afsluiting", een_afsluiting());
  ZEGT(uit, kNee, "niet opgenomen", "artikel 6, lid 2");
  CHECK(uit.front().tip.find("--afdoen") != std::string::npos);
  z.voeg("aanmelding", een_aanmelding());
  uit = z.toets("afsluiting", een_voorstel());
  ZEGT(uit, kNee, "niet opgenomen", "artikel 6, lid 2");
  uit = opgenomen().toets("afsluiting", een_afsluiting());
  ZEGT(uit, kBev, "geen voorstel van het casusoverleg", "artikel 6, lid 2");
}

TEST_CASE("what was reached of each goal is said in the proposal, else at the decision") {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_notificatie("verzonden", "2026-03-16"));
  z.voeg("profiel", een_profiel());
  z.voeg("plan", een_plan());
  const auto over = [](const char* id) {
    return l({k({{"id", id}, {"bereikt", "ja"}, {"tekst", "praat weer mee"}})});
  };
  Waarde zonder = een_voorstel();
  zonder.verwijder("per_doel");
  auto uit = z.toets("afsluiting", zonder);
  ZEGT(uit, kBev, "er staat niet wat is bereikt van doel o-1", "artikel 6, lid 2, en artikel 9");
  uit = z.toets("afsluiting", met(met(zonder, "voorstel", "monitoren"), "per_doel", over("o-2")));
  ZEGT(uit, kDoc, "het doel \"o-2\" is er niet");
  ZEGT(uit, kBev, "van doel o-1");
  CHECK(z.toets("afsluiting", een_voorstel()).empty());

  Zaak met_grond = z;
  met_grond.voeg("afsluiting", een_voorstel());
  CHECK_FALSE(zegt(met_grond.toets("afsluiting", een_afsluiting()), kBev, "wat is bereikt", ""));
  z.voeg("afsluiting", zonder);
  ZEGT(z.toets("afsluiting", een_afsluiting()), kBev, "wat is bereikt van doel o-1", "");
  CHECK_FALSE(
      zegt(z.toets("afsluiting", met(een_afsluiting(), "per_doel", over("o-1"))), kBev, "wat is bereikt", ""));
  z.voeg("aanvulling", k({{"betrokkene", k({{"id", "b-1"}, {"overleden_op", "2026-08-21"}})}}));
  CHECK_FALSE(zegt(z.toets("afsluiting", een_afsluiting()), kBev, "wat is bereikt", ""));
}

TEST_CASE("art. 9: laatste_verwerking is at most the day of closing, and earlier than the last stuk is noted") {
  Zaak z = ver();
  CHECK(z.toets("afsluiting", een_afsluiting()).empty());
  auto uit = z.toets("afsluiting", met(een_afsluiting(), "laatste_verwerking", "2026-08-26"));
  ZEGT(uit, kDoc, "ligt na de afsluiting", "artikel 9 Wet PGA");
  uit = z.toets("afsluiting", met(een_afsluiting(), "laatste_verwerking", "2026-08-19"));
  ZEGT(uit, kBev, "voor het laatste inhoudelijke stuk (do 20 augustus 2026)", "artikel 9 Wet PGA");
}

TEST_CASE("a closing without the three is noted, when policy wants them") {
  Zaak z = ver();
  const Waarde zonder = met(een_afsluiting(), "stemmen", l({een_stem("t-1", "politie")}));
  auto uit = z.toets("afsluiting", zonder);
  ZEGT(uit, kBev, "niet alle drie bevestigd", "beleid");
  z.beleid.bevestiging_afsluiting = false;
  CHECK(z.toets("afsluiting", zonder).empty());
}

TEST_CASE("a closing letter to who was never told is a fact, and a finding") {
  Zaak z = opgenomen();
  z.voeg("afsluiting", een_voorstel());
  const Waarde nee = van_wie(een_afsluiting(), "genotificeerd", "nee");
  auto uit = z.toets("afsluiting", nee);
  ZEGT(uit, kBev, "kreeg een afsluitbrief, en is nooit geïnformeerd");
  uit = z.toets("afsluiting", een_afsluiting());
  ZEGT(uit, kBev, "is nooit geïnformeerd");
  uit = ver().toets("afsluiting", nee);
  ZEGT(uit, kBev, "is nooit geïnformeerd");
}

TEST_CASE("at closing each betrokkene is accounted for") {
  Zaak z = ver();
  auto uit = z.toets("afsluiting", met(een_afsluiting(), "betrokkenen", l({})));
  ZEGT(uit, kBev, "betrokkene b-1 ontbreekt bij de afsluiting", "artikel 14 AVG");
  uit = z.toets("afsluiting", van_wie(een_afsluiting(), "id", "b-3"));
  ZEGT(uit, kDoc, "de betrokkene \"b-3\" is er niet");
  uit = z.toets("afsluiting", van_wie(een_afsluiting(), "brief_datum", ""));
  ZEGT(uit, kBev, "wanneer de brief is verzonden");
  const Waarde geen_brief = van_wie(van_wie(een_afsluiting(), "brief", "niet_verzonden"), "brief_datum", "");
  uit = z.toets("afsluiting", geen_brief);
  ZEGT(uit, kBev, "waarom er geen afsluitbrief is");
  CHECK(z.toets("afsluiting", van_wie(geen_brief, "brief_reden", "wil geen post")).empty());
  uit = z.toets("afsluiting", van_wie(van_wie(geen_brief, "brief_reden", "x"), "genotificeerd", "nee"));
  ZEGT(uit, kBev, "maar dat is op ma 16 maart 2026 gebeurd");
}

TEST_CASE("at closing someone watches a deferral, and an open notification is noted") {
  Zaak z = opgenomen();
  z.voeg("afsluiting", een_voorstel());
  Waarde sluit = een_afsluiting();
  sluit.zet("betrokkenen", l({k({{"id", "b-1"},
                                 {"genotificeerd", "nee"},
                                 {"brief", "niet_verzonden"},
                                 {"brief_reden", "niet geïnformeerd"}})}));
  auto uit = z.toets("afsluiting", sluit);
  ZEGT(uit, kBev, "niet geïnformeerd en er is geen uitstel", "artikel 14, lid 3, AVG");
  uit = z.toets("afsluiting", van_wie(sluit, "genotificeerd", "ja"));
  ZEGT(uit, kBev, "maar dat is niet vastgelegd");
  z.voeg("notificatie", een_uitstel());
  uit = z.toets("afsluiting", sluit);
  ZEGT(uit, kBev, "niet wie dat bewaakt", "artikel 4, lid 3, Besluit PGA");
  CHECK(z.toets("afsluiting", van_wie(sluit, "bewaker", "reg1")).empty());
}

TEST_CASE("a letter before the closing is noted") {
  const auto uit = ver().toets("afsluiting", k({{"stap", "brief"}, {"datum", "2026-08-20"}}));
  ZEGT(uit, kBev, "de casus is niet afgesloten", "artikel 6, lid 2");
}

TEST_CASE("findings of a dossier: what is overdue, and what was done late") {
  Zaak z = opgenomen();
  CHECK(bevindingen_op(z, Datum(2026, 4, 7)).empty());
  auto uit = bevindingen_op(z, Datum(2026, 4, 8));
  ZEGT(uit, kBev, "te laat: informeer de betrokkene, of motiveer uitstel (b-1), uiterlijk di 7 april 2026",
       "artikel 14, lid 3, AVG");
  z.voeg("notificatie", een_notificatie("verzonden", "2026-04-09"));
  uit = bevindingen_op(z, Datum(2026, 4, 10));
  ZEGT(uit, kBev, "gedaan do 9 april 2026");
}

TEST_CASE("findings of a dossier: a vote that its voter contradicts") {
  Zaak z = opgenomen();
  const std::string weging = z.stukken().back().digest;
  z.als("om1", "om", "weegploeg");
  z.voeg("bevestiging", k({{"datum", "2026-03-06"}, {"stuk", weging}, {"stem", "t-3"}, {"klopt", "nee"}}));
  const auto uit = bevindingen_op(z, Datum(2026, 3, 7));
  ZEGT(uit, kBev, "het OM weerspreekt de stem \"voor\"", "artikel 5, lid 3");
  CHECK(uit.front().plaats.bestand == weging);
}

TEST_CASE("findings of a dossier: a case that goes on without need") {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_notificatie("verzonden", "2026-03-16"));
  z.voeg("weging",
         k({{"stap", "uitstroomtoets"}, {"datum", "2026-08-01"}, {"voorwaarde", "u-1"}, {"uitkomst", "voldaan"}}));
  auto uit = bevindingen_op(z, Datum(2026, 9, 1));
  ZEGT(uit, kBev, "aan de uitstroomvoorwaarde is voldaan (u-1), uiterlijk ma 31 augustus 2026", "artikel 6, lid 2");
  z.voeg("weging", met(een_herweging("2026-08-03"), "noodzaak", "niet_meer_noodzakelijk"));
  uit = bevindingen_op(z, Datum(2026, 8, 4));
  ZEGT(uit, kBev, "niet meer noodzakelijk, maar de casus loopt nog", "artikel 9 Wet PGA");
  z.voeg("afsluiting", een_voorstel());
  z.voeg("afsluiting", een_afsluiting());
  ZEGT(bevindingen_op(z, Datum(2026, 8, 26)), kBev, "deelnemers kunnen het dossier nog lezen", "artikel 6, lid 3");
  z.voeg("toegang", k({{"stap", "afgeschermd"}, {"datum", "2026-08-26"}}));
  uit = bevindingen_op(z, Datum(2026, 8, 26));
  // Closing does not undo that it was overdue.
  ZEGT(uit, kBev, "te laat: houd een casusoverleg over de voortgang, uiterlijk do 4 juni 2026, vervallen sinds");
  CHECK(uit.size() == 1);
}

TEST_CASE("findings of a dossier: a closing that the three did not confirm") {
  Zaak z = ver();
  z.voeg("afsluiting", met(een_afsluiting(), "stemmen", l({een_stem("t-1", "burgemeester")})));
  z.voeg("toegang", k({{"stap", "afgeschermd"}, {"datum", "2026-08-26"}}));
  const auto uit = bevindingen_op(z, Datum(2026, 8, 26));
  ZEGT(uit, kBev, "niet alle drie bevestigd", "beleid");
  z.beleid.bevestiging_afsluiting = false;
  const auto zonder = bevindingen_op(z, Datum(2026, 8, 26));
  CHECK_FALSE(zegt(zonder, kBev, "niet alle drie bevestigd"));
  for (const Bevinding& b : zonder) CHECK(b.wat.rfind("te laat: ", 0) == 0);
}

TEST_CASE("not knowing whether somebody was told is recorded, and noted as when nobody answers") {
  const Waarde weet_niet =
      van_wie(van_wie(een_afsluiting(), "genotificeerd", "onbekend"), "brief", "niet_verzonden");
  const Waarde sluit = van_wie(van_wie(weet_niet, "brief_datum", ""), "brief_reden", "x");
  CHECK(ver().toets("afsluiting", sluit).empty());  // the dossier knows
  Zaak z = opgenomen();
  ZEGT(z.toets("afsluiting", sluit), kBev, "betrokkene b-1 is niet geïnformeerd", "artikel 14, lid 3, AVG");
  z.voeg("notificatie", een_uitstel());
  z.voeg("notificatie", een_notificatie("grond_vervallen", "2026-04-16"));
  ZEGT(z.toets("afsluiting", sluit), kBev, "het is niet bekend of betrokkene b-1 is geïnformeerd",
       "artikel 4, lid 3, Besluit PGA");
}

TEST_CASE("goals reached as the reason, beside one that was not") {
  Zaak z = ver();
  const auto per = [](const char* bereikt) {
    return l({k({{"id", "o-1"}, {"bereikt", bereikt}, {"tekst", "zo is het"}})});
  };
  const Waarde niet = met(een_voorstel(), "per_doel", per("nee"));
  CHECK(z.toets("afsluiting", niet).empty());
  ZEGT(z.toets("afsluiting", met(niet, "reden", "doelen_bereikt")), kBev, "een doel bij dat niet is bereikt");
  CHECK(z.toets("afsluiting", met(met(niet, "per_doel", per("deels")), "reden", "doelen_bereikt")).empty());
}
