// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/toon.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;
using termijn::Status;

namespace {

const Stijl kKaal{80, false};

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

proces::Stemming stem(proces::Organisatie wie, proces::Standpunt standpunt, const std::string& stuk) {
  return {"s-1", stuk, proces::Soort::weging, Datum(2026, 3, 4), wie, standpunt, {}, {}, std::nullopt, false};
}

proces::Betrokkene betrokkene(const std::string& id, const std::string& naam) {
  return {id, false, {}, true, std::nullopt, Datum(2026, 3, 2), "b2:1", naam, {}, std::nullopt, std::nullopt, 0};
}

proces::Dossier dossier() {
  proces::Dossier d;
  d.fase = proces::Fase::opgenomen;
  d.geopend = Datum(2026, 3, 2);
  proces::Betrokkene hoofd = betrokkene("b-k3f9", "Anna de Vries");
  hoofd.notificatie = proces::NotificatieStand::uitgesteld;
  hoofd.notificatie_op = Datum(2026, 3, 20);
  hoofd.herziening = Datum(2026, 6, 20);
  hoofd.verlengingen = 1;
  proces::Betrokkene broer = betrokkene("r-b2", "");
  broer.relatie = true;
  broer.notificatie = proces::NotificatieStand::open;
  d.betrokkenen = {hoofd, broer};
  d.besluiten.push_back({"b2:weging2", Datum(2026, 3, 4), proces::Weegbesluit::opnemen, std::nullopt, true});
  proces::Stemming bevestigd = stem(proces::Organisatie::burgemeester, proces::Standpunt::voor, "b2:weging2");
  bevestigd.stand = proces::StemStand::bevestigd;
  bevestigd.bevestigd_door = "bgm1";
  bevestigd.bevestigd_op = Datum(2026, 3, 5);
  proces::Stemming tegen = stem(proces::Organisatie::om, proces::Standpunt::tegen, "b2:weging1");
  tegen.vervangen = true;
  proces::Stemming weersproken = stem(proces::Organisatie::politie, proces::Standpunt::voor, "b2:weging2");
  weersproken.stand = proces::StemStand::weersproken;
  d.stemmen = {tegen, bevestigd, weersproken};
  proces::Stemming slot = stem(proces::Organisatie::politie, proces::Standpunt::voor, "b2:sluit");
  slot.soort = proces::Soort::afsluiting;
  d.stemmen.push_back(slot);
  proces::Voorwaarde v;
  v.velden.id = "v-1";
  v.uitkomst = proces::Toetsuitkomst::niet_voldaan;
  v.getoetst_op = Datum(2026, 4, 1);
  d.voorwaarden = {v};
  d.deelnemers.push_back({"d-1", "pol1", {"identiteit", "zaak"}, Datum(2026, 9, 4), {}});
  proces::Interventie i;
  i.velden.id = "i-77aa";
  i.uitkomst = proces::EvaluatieUitkomst::doorgaan;
  i.geevalueerd_op = Datum(2026, 4, 2);
  d.interventies = {i};
  return d;
}

StukBlad stuk(const std::string& digest, const std::string& soort, Waarde inhoud) {
  return {.digest = digest,
          .soort = soort,
          .stap = {},
          .datum = Datum(2026, 3, 2),
          .door = "reg1",
          .organisatie = "burgemeester",
          .geschreven = "2026-03-02T10:00:00+01:00",
          .vervangen_door = {},
          .inhoud = std::move(inhoud),
          .blokken = {},
          .verzegeld = {}};
}

Waarde melding() {
  Waarde signaal = Waarde::kaart();
  signaal.zet("id", "s-k3f9");
  signaal.zet("datum", "2026-02-20");
  signaal.zet(
      "tekst",
      "Volgens de docent kwam zij na de vakantie nauwelijks nog op school. Zij wilde daar niet over praten.\n\n"
      "Later die week wel.");
  signaal.zet("aard", "van_horen_zeggen");
  Waarde doc = Waarde::kaart();
  doc.zet("datum", "2026-03-02");
  doc.zet("ontvangen_door", "om");
  doc.zet("signalen", Waarde::lijst_({signaal}));
  return doc;
}

std::vector<Blok> melding_blokken() {
  return {
      {"Ontvangen door", "OM", {}},
      {"Signalen",
       "",
       {{"",
         "",
         {{"Id", "s-k3f9", {}},
          {"Tekst",
           "Volgens de docent kwam zij na de vakantie nauwelijks nog op school. Zij wilde daar niet over praten."
           "\n\nLater die week wel.",
           {}},
          {"Aard", "van horen zeggen", {}},
          {"Steunt op", "", {{"", "s1", {}}, {"", "s2", {}}}}}}}},
      {"Gronden", "", {{"", "artikel 41, lid 1, onder d, UAVG", {}}, {"", "los", {}}}}};
}

Waarde plan() {
  Waarde i = Waarde::kaart();
  i.zet("id", "i-77aa");
  i.zet("wat", "Gesprekken met een jongerenwerker");
  Waarde doc = Waarde::kaart();
  doc.zet("interventies", Waarde::lijst_({i}));
  Waarde eis = Waarde::kaart();
  eis.zet("tekst", "Drie maanden werk");
  Waarde v = Waarde::kaart();
  v.zet("id", "v-1");
  v.zet("voorwaarde", eis);
  doc.zet("uitstroomvoorwaarden", Waarde::lijst_({v}));
  return doc;
}

std::vector<termijn::Termijn> termijnen() {
  termijn::Termijn evaluatie = voorbeeld::termijn(Status::open, Datum(2026, 7, 1), Datum(2026, 7, 1));
  evaluatie.regel = "evaluatie";
  evaluatie.onderwerp = "i-77aa";
  evaluatie.betrokkene.clear();
  evaluatie.zin = "evalueer de interventie";
  termijn::Termijn notificatie = voorbeeld::termijn(Status::open, Datum(2026, 7, 7), Datum(2026, 7, 7));
  notificatie.betrokkene = "r-b2";
  // Brought forward by a casusoverleg: not the day of the dossier.
  termijn::Termijn herziening = voorbeeld::termijn(Status::open, Datum(2026, 7, 8), Datum(2026, 7, 8));
  herziening.regel = "uitstel_herziening";
  herziening.betrokkene = "b-k3f9";
  return {evaluatie, notificatie, herziening};
}

DossierBlad blad(const proces::Dossier& d) {
  DossierBlad uit{"k7q2-m4xd", d, termijnen(), Datum(2026, 4, 9), {}, "voorbeeldschaal, niet de Leidraad"};
  StukBlad een = stuk("b2:1", "melding", melding());
  een.blokken = melding_blokken();
  een.geschreven = "2026-03-05T10:00:00+01:00";
  een.vervangen_door = "b2:2";
  een.verzegeld = {"strafrecht", "zorg"};
  StukBlad twee = stuk("b2:2", "plan", plan());
  twee.stap = "opstelling";
  uit.stukken = {een, twee, stuk("b2:3", "profiel", Waarde::kaart()), stuk("b2:4", "opening", Waarde::kaart())};
  return uit;
}

}  // namespace

TEST_CASE("the first page tells where the case stands") {
  const proces::Dossier d = dossier();
  const std::string uit = toon_tekst(blad(d), kKaal);
  CHECK(uit.rfind("dossier k7q2-m4xd\n", 0) == 0);
  CHECK(heeft(uit, "(opgenomen)\n"));
  CHECK(heeft(uit, "  geopend           ma 2 maart 2026\n"));
  CHECK(heeft(uit, "  volgende termijn  wo 1 juli 2026: open, over 83 dagen\n"));
  CHECK(heeft(uit, "  b-k3f9  Anna de Vries\n"));
  CHECK(heeft(uit, "notificatie uitgesteld op vr 20 maart 2026, heroverwegen op wo 8 juli"));
  CHECK(heeft(uit,
              "  r-b2    [verzegeld: identiteit], relatie\n          notificatie nog niet verzonden, uiterlijk di "
              "7 juli 2026\n"));
  CHECK(heeft(uit, "besluit       opnemen op wo 4 maart 2026, eensluidend, daarna"));
  CHECK(heeft(uit, "burgemeester  voor, bevestigd door bgm1 op do 5 maart 2026\n"));
  CHECK(heeft(uit, "politie       voor, weersproken\n"));
  CHECK(heeft(uit, "  pol1  identiteit, zaak, tot en met vr 4 september 2026\n"));
  CHECK(heeft(uit,
              "  i-77aa  Gesprekken met een jongerenwerker\n          geëvalueerd op do 2 april 2026: doorgaan\n"));
  CHECK(heeft(uit, "evaluatie op wo 1 juli 2026\n"));
  CHECK(heeft(uit,
              "  v-1  Drie maanden werk\n       getoetst op wo 1 april 2026: niet voldaan\n       geen toets meer "
              "gepland\n"));
  CHECK(heeft(uit, "stemmen over de afsluiting\n  politie  voor, onbevestigd\n"));
}

TEST_CASE("a dissent stays in sight, also when its stuk was replaced") {
  const proces::Dossier d = dossier();
  CHECK(heeft(toon_tekst(blad(d), kKaal),
              "eerdere stemmen die niet voor waren, of zijn weersproken\n  OM  tegen, onbevestigd (stem van wo 4 "
              "maart 2026, stuk "
              "vervangen)\n"));
}

TEST_CASE("without a duty that runs nothing says that a notification is still to come") {
  const proces::Dossier d = dossier();
  DossierBlad b = blad(d);
  b.termijnen.clear();
  CHECK(heeft(toon_tekst(b, kKaal), "relatie\n          geen notificatie verzonden\n"));
}

TEST_CASE("every stuk shows who, when, what, and what is sealed") {
  const proces::Dossier d = dossier();
  const std::string uit = toon_tekst(blad(d), kKaal);
  CHECK(heeft(uit,
              "1. melding, ma 2 maart 2026\n"
              "   door reg1 (burgemeester), geschreven op do 5 maart 2026, vervangen door stuk\n"
              "   2\n"
              "   b2:1\n"
              "\n"
              "   Ontvangen door: OM\n"
              "   Signalen\n"
              "     - Id: s-k3f9\n"
              "       Tekst: Volgens de docent kwam zij na de vakantie nauwelijks nog op\n"
              "         school. Zij wilde daar niet over praten.\n"
              "\n"
              "         Later die week wel.\n"
              "       Aard: van horen zeggen\n"
              "       Steunt op: s1, s2\n"
              "   Gronden\n"
              "     - artikel 41, lid 1, onder d, UAVG\n"
              "     - los\n"
              "   [verzegeld: strafrecht]\n"
              "   [verzegeld: zorg]\n"));
  CHECK(heeft(uit, "2. plan: opstelling, ma 2 maart 2026\n   door reg1 (burgemeester)\n"));
  CHECK(heeft(uit, "4. opening, ma 2 maart 2026\n   door reg1 (burgemeester)\n   b2:4\n"));
  CHECK_FALSE(heeft(uit, "\n\n\n"));
  CHECK(voorbeeld::keer(uit, "schaal: voorbeeldschaal, niet de Leidraad") == 1);
  CHECK(voorbeeld::breedste(uit) <= 80);
}

TEST_CASE("hostile text in a dossier is harmless, deep down too") {
  proces::Dossier d = dossier();
  d.betrokkenen.front().naam = voorbeeld::vijandig();
  DossierBlad b = blad(d);
  Waarde doc = Waarde::kaart();
  doc.zet(voorbeeld::vijandig(), voorbeeld::vijandig());
  Blok blok{voorbeeld::vijandig(), voorbeeld::vijandig(), {}};
  for (int i = 0; i < 30; ++i) {
    Waarde om = Waarde::kaart();
    om.zet("in", Waarde::lijst_({std::move(doc)}));
    doc = std::move(om);
    blok = {"in", "", {{"", "", {std::move(blok)}}}};
  }
  b.stukken.front().inhoud = doc;
  b.stukken.front().blokken = {blok};
  b.stukken.front().door = voorbeeld::vijandig();
  b.stukken.front().verzegeld = {voorbeeld::vijandig()};
  const std::string uit = toon_tekst(b, kKaal);
  CHECK(voorbeeld::onschadelijk(uit));
  CHECK_FALSE(heeft(uit, "\npga: fout"));
  CHECK(voorbeeld::breedste(uit) <= 80);
  CHECK(json::parse(toon_json(b)).at("stukken").size() == 4);
}

TEST_CASE("what a newer pga wrote is shown, and marked") {
  const proces::Dossier d = dossier();
  DossierBlad b = blad(d);
  StukBlad& nieuw = b.stukken.back();
  nieuw.soort = "nazorg";
  nieuw.soort_bekend = false;
  Waarde i = Waarde::kaart();
  i.zet("id", "i-77aa");
  i.zet("wat", "Iets anders");
  nieuw.inhoud.zet("interventies", Waarde::lijst_({i}));
  StukBlad& melding = b.stukken.front();
  melding.blokken = {{"Kleur", "rood", {}, true}, {"Maten", "", {{"", "s", {}}, {"", "m", {}}}, true}};
  melding.onbekend = {"kleur", "maten"};
  const std::string uit = toon_tekst(b, kKaal);
  CHECK(heeft(uit,
              "4. nazorg, ma 2 maart 2026\n   door reg1 (burgemeester)\n"
              "   soort die deze pga niet kent; het stuk telt niet mee\n   b2:4\n"));
  CHECK(heeft(uit, "   Kleur (veld dat deze pga niet kent): rood\n"));
  CHECK(heeft(uit, "   Maten (veld dat deze pga niet kent): s, m\n"));
  CHECK(heeft(uit, "  i-77aa  Gesprekken met een jongerenwerker\n"));  // not what counts for nothing says
  const json stukken = json::parse(toon_json(b)).at("stukken");
  CHECK(stukken.at(3).at("soort_bekend") == false);
  CHECK(stukken.at(0).at("soort_bekend") == true);
  CHECK(stukken.at(0).at("onbekende_velden") == json::array({"kleur", "maten"}));
  CHECK(stukken.at(3).at("onbekende_velden") == json::array());
}

TEST_CASE("an empty dossier can be shown") {
  const proces::Dossier leeg;
  const DossierBlad b{"k7q2-m4xd", leeg, {}, Datum(2026, 4, 9), {}, {}};
  CHECK(heeft(toon_tekst(b, kKaal), "volgende termijn  geen\n\n0 stukken\n"));
  const json uit = json::parse(toon_json(b));
  CHECK(uit.at("besluit").is_null());
  CHECK(uit.at("volgende").is_null());
  CHECK(uit.at("stukken") == json::array());
}

TEST_CASE("JSON carries the document as it is") {
  const proces::Dossier d = dossier();
  const json uit = json::parse(toon_json(blad(d)));
  CHECK(uit.at("dossier") == "k7q2-m4xd");
  CHECK(uit.at("fase") == "opgenomen");
  CHECK(uit.at("geopend") == "2026-03-02");
  CHECK(uit.at("volgende") == json{{"regel", "evaluatie"}, {"veilig", "2026-07-01"}, {"uiterlijk", "2026-07-01"}});
  CHECK(uit.at("betrokkenen").at(1).at("naam").is_null());
  CHECK(uit.at("besluit").at("eensluidend") == true);
  REQUIRE(uit.at("stemmen").size() == 4);
  CHECK(uit.at("stemmen").at(0).at("standpunt") == "tegen");
  CHECK(uit.at("stemmen").at(0).at("vervangen") == true);
  CHECK(uit.at("deelnemers").at(0).at("compartimenten") == json::array({"identiteit", "zaak"}));
  CHECK(uit.at("interventies").at(0).at("volgende_evaluatie") == "2026-07-01");
  const json een = uit.at("stukken").at(0);
  CHECK(een.at("inhoud").at("ontvangen_door") == "om");
  CHECK(een.at("inhoud").at("signalen").at(0).at("id") == "s-k3f9");
  CHECK(een.at("verzegeld") == json::array({"strafrecht", "zorg"}));
  CHECK(een.at("stap").is_null());
  CHECK(een.at("vervangen_door") == "b2:2");
}
