// SPDX-License-Identifier: EUPL-1.2
//
// The plan as it stands: the line of time in any width, and that a seal never reads as a silence.
#include "lib/weergave/plan.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

namespace {

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

proces::Interventie interventie(const std::string& id, std::optional<Datum> start, std::optional<Datum> einde) {
  proces::Interventie uit;
  uit.velden.id = id;
  uit.velden.start = start;
  uit.velden.einde = einde;
  return uit;
}

struct Proef {
  proces::Dossier dossier;
  std::vector<StukBlad> stukken;
  Datum dag{2026, 6, 1};
  std::vector<termijn::Termijn> termijnen{};
  [[nodiscard]] DossierBlad blad() const { return {"k7q2-m4xd", dossier, termijnen, dag, stukken, {}}; }
  [[nodiscard]] std::string tekst() const { return plan_tekst(blad(), {}); }
};

StukBlad evaluatie(const std::string& bereikt) {
  StukBlad s{"b2:01",         "plan", "evaluatie", Datum(2026, 6, 1), "reg1", "burgemeester", {}, {},
             Waarde::kaart(), {},     {}};
  if (bereikt.empty()) return s;
  Waarde r = Waarde::kaart();
  r.zet("doel", "d1");
  r.zet("bereikt", bereikt);
  Waarde::Lijst lijst;
  lijst.push_back(std::move(r));
  s.inhoud.zet("resultaten", Waarde(std::move(lijst)));
  return s;
}

}  // namespace

TEST_CASE("the line of time begins and ends where the interventions do, whatever the width") {
  Proef p;
  p.dossier.interventies = {interventie("i1", Datum(2026, 1, 1), Datum(2026, 12, 31)),
                            interventie("interventie-twee", Datum(2026, 7, 1), Datum(2026, 7, 1))};
  for (const int kolommen : {1, 20, 40, 80, 200}) {
    CAPTURE(kolommen);
    const std::string lijn = tijdlijn(p.blad(), kolommen);
    CHECK(heeft(lijn, "  i1                ="));
    CHECK(heeft(lijn, "|="));  // today, within the first
    CHECK(voorbeeld::keer(lijn.substr(lijn.find("interventie-twee"), lijn.find("=: loopt")), "=") >= 1);
    if (kolommen >= 80) CHECK(voorbeeld::breedste(lijn) <= kolommen);
  }
  CHECK(heeft(tijdlijn(p.blad(), 80), " jul "));
}

TEST_CASE("one day, a year's end, and what has no start or no end") {
  Proef p;
  p.dossier.interventies = {interventie("i1", std::nullopt, Datum(2026, 12, 31))};
  CHECK(tijdlijn(p.blad(), 80).empty());
  p.dossier.interventies = {interventie("i1", Datum(2026, 6, 1), Datum(2026, 6, 1))};
  CHECK(heeft(tijdlijn(p.blad(), 80), "  i1  |"));
  p.dossier.interventies = {interventie("i1", Datum(2026, 11, 1), std::nullopt),
                            interventie("i2", Datum(2026, 12, 1), Datum(2027, 2, 28))};
  const std::string lijn = tijdlijn(p.blad(), 80);
  CHECK(heeft(lijn, "2027"));
  CHECK_FALSE(heeft(lijn, "|"));  // today lies before it
}

TEST_CASE("a stopped intervention ends at its evaluation; one in the future has yet to begin") {
  Proef p;
  proces::Interventie i = interventie("i1", Datum(2026, 1, 1), Datum(2026, 12, 31));
  i.uitkomst = proces::EvaluatieUitkomst::stoppen;
  i.geevalueerd_op = Datum(2026, 3, 1);
  i.gestopt = true;
  p.dossier.interventies = {i, interventie("i2", Datum(2026, 9, 1), Datum(2026, 12, 31))};
  const json j = json::parse(plan_json(p.blad()));
  CHECK(j["interventies"][0]["stand"] == "gestopt");
  CHECK(j["interventies"][1]["stand"] == "begint_nog");
  p.dag = Datum(2027, 1, 1);
  CHECK(json::parse(plan_json(p.blad()))["interventies"][1]["stand"] == "afgelopen");
  const std::string lijn = tijdlijn(p.blad(), 80);
  const std::string eerste = lijn.substr(0, lijn.find('\n'));
  CHECK(eerste.back() == 'E');
}

TEST_CASE("what was not evaluated and what is sealed are told apart") {
  Proef p;
  p.dossier.doelen = {"d1"};
  CHECK(heeft(p.tekst(), "nog niet geëvalueerd\n"));
  p.stukken = {evaluatie({})};
  p.stukken[0].verzegeld = {"zaak"};
  CHECK(heeft(p.tekst(), "nog niet geëvalueerd, of verzegeld"));
  p.stukken = {evaluatie("deels")};
  CHECK(heeft(p.tekst(), "deels, op ma 1 juni 2026"));
  p.stukken[0].vervangen_door = "b2:02";
  CHECK(heeft(p.tekst(), "nog niet geëvalueerd\n"));
}

TEST_CASE("nothing in it can harm the terminal") {
  Proef p;
  p.dossier.doelen = {voorbeeld::vijandig()};
  p.dossier.interventies = {interventie(voorbeeld::vijandig(), Datum(2026, 1, 1), Datum(2026, 12, 31))};
  CHECK(voorbeeld::onschadelijk(p.tekst(), true));
  CHECK(voorbeeld::onschadelijk(plan_json(p.blad()), true));
}

TEST_CASE("the year stands where it begins, whatever months are near") {
  for (int maand = 1; maand <= 12; ++maand) {
    for (int maanden = 10; maanden <= 29; ++maanden) {
      Proef p;
      const Datum van(2026, static_cast<unsigned>(maand), 11);
      const Datum tot = van.plus_dagen(maanden * 30);
      p.dossier.interventies = {interventie("i1", van, tot)};
      const std::string lijn = tijdlijn(p.blad(), 80);
      CAPTURE(lijn);
      for (int jaar = 2027; Datum(jaar, 1, 1) < tot.plus_dagen(-60); ++jaar)
        CHECK(heeft(lijn, std::to_string(jaar)));
    }
  }
  Proef lang;
  lang.dossier.interventies = {interventie("i1", Datum(1990, 5, 1), Datum(2030, 5, 1))};
  CHECK(heeft(tijdlijn(lang.blad(), 80), "1991"));
}

TEST_CASE("an evaluation that rests keeps its day; a done action says so in JSON") {
  Proef p;
  p.dossier.interventies = {interventie("i1", Datum(2026, 1, 1), Datum(2026, 5, 1))};
  p.dossier.pas_op_de_plaats = proces::PasOpDePlaats{Datum(2026, 5, 10), std::nullopt};
  termijn::Termijn t = voorbeeld::termijn(termijn::Status::opgeschort, Datum(2026, 4, 1), Datum(2026, 4, 1));
  t.regel = "evaluatie";
  t.betrokkene.clear();
  t.onderwerp = "i1";
  p.termijnen = {t};
  CHECK(heeft(p.tekst(), "rust, was uiterlijk wo 1 april 2026"));
  proces::Actie a;
  a.velden.id = "a1";
  a.soort = "plan";
  a.stand = "loopt";
  a.velden.status = proces::ActieStatus::gedaan;
  a.gedaan_op = Datum(2026, 4, 2);
  p.dossier.acties = {a};
  const json j = json::parse(plan_json(p.blad()));
  CHECK(j["interventies"][0]["volgende_evaluatie"] == "2026-04-01");
  CHECK(j["acties"][0]["status"] == "gedaan");
  CHECK(j["acties"][0]["gedaan_op"] == "2026-04-02");
}
