// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/notificaties.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;
using proces::NotificatieStand;
using termijn::Status;

namespace {

const Stijl kKaal{80, false};

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

proces::Dossier dossier(NotificatieStand stand) {
  proces::Dossier d;
  d.fase = proces::Fase::opgenomen;
  d.betrokkenen.push_back({"b-k3f9",
                           false,
                           {},
                           true,
                           std::nullopt,
                           Datum(2026, 3, 2),
                           "b2:1",
                           "Anna de Vries",
                           stand,
                           Datum(2026, 3, 20),
                           std::nullopt,
                           0});
  return d;
}

proces::Dossier uitgesteld() {
  proces::Dossier d = dossier(NotificatieStand::uitgesteld);
  proces::Betrokkene& b = d.betrokkenen.front();
  b.herziening = Datum(2026, 9, 20);
  b.verlengingen = 2;
  b.uitstel.emplace(Datum(2026, 3, 20), "b2:2");
  b.uitstel->achtergehouden = {"bron", "categorieen"};
  b.uitstel->leesbaar = true;
  b.uitstel->gronden = {"uavg_41_1_d", "avg_14_5_b"};
  b.uitstel->ingeroepen_door = {"om", "GGZ Voorbeeld"};
  b.uitstel->redenen = {"GEHEIME REDEN"};
  return d;
}

DossierBlad blad(const proces::Dossier& d, std::vector<termijn::Termijn> termijnen = {}) {
  return {"k7q2-m4xd", d, std::move(termijnen), Datum(2026, 6, 21), {}, ""};
}

std::string tekst(const proces::Dossier& d, std::vector<termijn::Termijn> termijnen = {}) {
  return notificaties_tekst(blad(d, std::move(termijnen)), true, kKaal);
}

}  // namespace

TEST_CASE("a deferral shows since when, of what, why by article, how often renewed, and whether it was inspected") {
  termijn::Termijn herzien = voorbeeld::termijn(Status::open, {2026, 9, 20}, Datum(2026, 9, 20));
  herzien.regel = "uitstel_herziening";
  const std::string uit = tekst(uitgesteld(), {herzien});
  CAPTURE(uit);
  CHECK(heeft(uit, "b-k3f9  Anna de Vries\n"));
  CHECK(heeft(uit, "gedeeltelijk uitgesteld sinds vr 20 maart 2026"));
  CHECK(heeft(uit, "achtergehouden   bron, categorieën"));
  CHECK(heeft(uit, "rest verzonden   nog niet"));
  CHECK(heeft(uit, "gronden          artikel 41, lid 1, onder d, UAVG\n"));
  CHECK(heeft(uit, "                   artikel 14, lid 5, onder b, AVG\n"));
  CHECK(heeft(uit, "OM, GGZ Voorbeeld (derde; zekerheid: lezing)"));
  CHECK(heeft(uit, "verlengd         2 keer"));
  CHECK(heeft(uit, "heroverwegen op  zo 20 september 2026"));
  CHECK(heeft(uit, "inzage door RAC  nog niet"));
}

TEST_CASE("reasons are never shown, and grounds only to a reader of motivering") {
  proces::Dossier d = uitgesteld();
  CHECK_FALSE(heeft(tekst(d), "GEHEIME"));
  CHECK_FALSE(heeft(notificaties_json(blad(d)), "GEHEIME"));
  d.betrokkenen.front().uitstel->leesbaar = false;
  d.betrokkenen.front().uitstel->gronden.clear();
  d.betrokkenen.front().uitstel->ingeroepen_door.clear();
  d.betrokkenen.front().naam.clear();
  const std::string uit = tekst(d);
  CHECK(heeft(uit, "[verzegeld: motivering]"));
  CHECK(heeft(uit, "[verzegeld: identiteit]"));
  CHECK_FALSE(heeft(uit, "GGZ"));
  const json j = json::parse(notificaties_json(blad(d)));
  CHECK(j["betrokkenen"][0]["uitstel"]["gronden"].is_null());
  CHECK(j["betrokkenen"][0]["uitstel"]["verlengingen"] == 2);
}

TEST_CASE("each step has the commands to copy: the form where it takes one, and what records it") {
  const std::string opdracht = "pga notificeer k7q2-m4xd --betrokkene b-k3f9 --stap deels_verzonden --kanaal brief";
  const std::string formulier = "pga notificeer k7q2-m4xd --stap heroverwogen --sjabloon >heroverwogen.yaml";
  const proces::Dossier d = uitgesteld();
  CHECK(heeft(notificaties_tekst(blad(d), true, {120, false}), "\n      " + opdracht + "\n"));
  const std::string uit = tekst(d);
  CHECK(heeft(uit, "\n      " + formulier + "\n      pga notificeer k7q2-m4xd --van heroverwogen.yaml\n"));
  CHECK(heeft(uit, "\n      pga notificeer k7q2-m4xd --betrokkene b-k3f9 --stap grond_vervallen\n"));
  const json kan = json::parse(notificaties_json(blad(d)))["betrokkenen"][0]["kan"];
  CHECK(kan[0] == json({{"stap", "deels_verzonden"}, {"opdracht", opdracht}, {"formulier", nullptr}}));
  CHECK(kan[2]["formulier"] == formulier);
}

TEST_CASE("a command that is wider than the terminal goes on as a shell takes it") {
  const std::string uit = tekst(uitgesteld());
  CHECK(heeft(uit,
              "\n      pga notificeer k7q2-m4xd --betrokkene b-k3f9 --stap deels_verzonden \\\n"
              "        --kanaal brief\n"));
  CHECK(voorbeeld::breedste(uit) <= 80);
}

TEST_CASE("before the weegbesluit the first thing to do is to weigh; who was told needs nothing") {
  proces::Dossier d = dossier(NotificatieStand::open);
  d.fase = proces::Fase::melding;
  CHECK(heeft(tekst(d),
              "  wat kan nu\n    de melding voordragen om haar te wegen\n      pga melding k7q2-m4xd --voordr"));
  d.fase = proces::Fase::weging;
  CHECK(heeft(tekst(d), "nog geen weegbesluit\n"));
  CHECK(heeft(tekst(d), "pga weeg k7q2-m4xd --stap besluit --sjabloon >weging.yaml\n"));
  CHECK(heeft(tekst(d), "pga weeg k7q2-m4xd --van weging.yaml\n"));
  CHECK(heeft(tekst(dossier(NotificatieStand::verzonden)), "wat kan nu: niets meer nodig"));
}

TEST_CASE("who has not to be told is listed with why") {
  proces::Dossier d = dossier(NotificatieStand::geen);
  CHECK(heeft(tekst(d), "niet te identificeren"));
  d.betrokkenen.front().overleden_op = Datum(2026, 4, 1);
  CHECK(heeft(tekst(d), "overleden op wo 1 april 2026"));
  d.betrokkenen.front().soort = proces::Persoon::rechtspersoon;
  CHECK(heeft(tekst(d), "dit is een rechtspersoon"));
  d = dossier(NotificatieStand::open);
  d.fase = proces::Fase::niet_opgenomen;
  CHECK(heeft(tekst(d), "niet opgenomen (zekerheid: lezing)"));
  d.afgedaan = true;
  CHECK(heeft(tekst(d), "afgedaan (zekerheid: lezing)"));
  d.betrokkenen.clear();
  CHECK(tekst(d) == "dossier k7q2-m4xd: er zijn nog geen betrokkenen\n");
}

TEST_CASE("terms stand with their days and certainty; those of others do not") {
  termijn::Termijn mijn = voorbeeld::termijn(Status::vroegste_lezing_voorbij, {2026, 6, 20}, Datum(2026, 6, 29));
  termijn::Termijn ander = mijn;
  ander.betrokkene = "r-1";
  termijn::Termijn gedaan = voorbeeld::termijn(Status::nagekomen, {2026, 3, 1}, Datum(2026, 3, 1));
  gedaan.regel = "uitstel_herziening";
  const proces::Dossier d = dossier(NotificatieStand::open);
  const std::string uit = tekst(d, {mijn, ander, gedaan});
  CHECK(voorbeeld::keer(uit, "  termijn  ") == 1);
  CHECK(heeft(uit, "ma 29 juni 2026: vroegste lezing voorbij"));
  CHECK(heeft(uit, "vroegste lezing: za 20 juni 2026"));
  CHECK(heeft(uit, "zekerheid:"));
  const json j = json::parse(notificaties_json(blad(d, {mijn, ander, gedaan})));
  REQUIRE(j["betrokkenen"][0]["termijnen"].size() == 1);
  CHECK(j["betrokkenen"][0]["termijnen"][0]["uiterlijk"] == "2026-06-29");
  CHECK(j["betrokkenen"][0]["termijnen"][0]["zekerheid"] == "handreiking");
}

TEST_CASE("the day of review is that of the term, and there is none when the case was not taken up") {
  termijn::Termijn t = voorbeeld::termijn(Status::nadert, {2026, 7, 15}, Datum(2026, 7, 15));
  t.regel = "uitstel_herziening";
  proces::Dossier d = uitgesteld();
  CHECK(heeft(tekst(d, {t}), "heroverwegen op  wo 15 juli 2026"));
  CHECK(json::parse(notificaties_json(blad(d, {t})))["betrokkenen"][0]["uitstel"]["herziening"] == "2026-07-15");
  t.status = Status::vervallen;
  d.fase = proces::Fase::niet_opgenomen;
  const std::string uit = tekst(d, {t});
  CHECK_FALSE(heeft(uit, "heroverwegen op"));
  CHECK(heeft(uit, "hoeft niet: de casus is niet opgenomen (zekerheid: lezing)"));
  CHECK(heeft(uit, "wat kan nu: niets meer nodig"));
}

TEST_CASE("what others wrote is harmless, and nothing is wider than the terminal") {
  proces::Dossier d = uitgesteld();
  d.betrokkenen.front().uitstel->rest_verzonden_op = Datum(2026, 4, 1);
  const auto t = voorbeeld::termijn(Status::open, {2026, 7, 1}, Datum(2026, 7, 1));
  CHECK(voorbeeld::breedste(tekst(d, {t})) <= 80);
  d.betrokkenen.front().naam = voorbeeld::vijandig();
  d.betrokkenen.front().uitstel->ingeroepen_door = {voorbeeld::vijandig()};
  CHECK(voorbeeld::onschadelijk(tekst(d)));
  CHECK(voorbeeld::onschadelijk(notificaties_json(blad(d))));
}

TEST_CASE("who may not record is told who may, and gets no commands") {
  const proces::Dossier d = uitgesteld();
  CHECK_FALSE(heeft(notificaties_tekst(blad(d), false, kKaal), "pga notificeer"));
  CHECK(heeft(notificaties_tekst(blad(d), false, kKaal), "de casusregisseur legt deze stappen vast"));
  CHECK_FALSE(heeft(tekst(d), "de casusregisseur"));
}
