// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/termijn.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "lib/termijn/regels.h"
#include "lib/termijn/strenger.h"
#include "tests/termijn/csv.h"

using namespace pga;
using namespace pga::termijn;

namespace {

FeitSoort soort_van(const std::string& naam_) {
  for (int i = 0; i < kFeitSoorten; ++i) {
    if (naam_ == naam(static_cast<FeitSoort>(i))) return static_cast<FeitSoort>(i);
  }
  throw std::runtime_error("no such fact: " + naam_);
}

/// Facts of the table that concern one betrokkene get the id b-1.
bool van_betrokkene(FeitSoort s) {
  using F = FeitSoort;
  static const std::set<F> soorten = {F::betrokkene,     F::overleden,           F::verzonden,
                                      F::uitgesteld,     F::gehandhaafd,         F::grond_vervallen,
                                      F::eerste_contact, F::eerste_verstrekking, F::verval_gemeld,
                                      F::uitstel_deels,  F::deel_vervallen,      F::deels_verzonden};
  return soorten.count(s) != 0;
}

/// "evaluatie 2026-06-18 ref=i-1 tot 2026-09-18"
Feit lees_feit(const std::string& tekst_) {
  const std::vector<std::string> w = test::splits(tekst_, " ");
  Feit f{soort_van(w.at(0)), Datum::lees(w.at(1)).value(), "", "b2:1", "", std::nullopt};
  if (van_betrokkene(f.soort)) f.betrokkene = "b-1";
  for (std::size_t i = 2; i < w.size(); ++i) {
    if (w[i].rfind("ref=", 0) == 0) f.ref = w[i].substr(4);
    if (w[i] == "tot") f.tot = Datum::lees(w.at(i + 1)).value();
  }
  return f;
}

std::vector<Feit> lees_feiten(const std::string& tekst_) {
  std::vector<Feit> uit;
  for (const std::string& deel : test::splits(tekst_, "|")) uit.push_back(lees_feit(deel));
  return uit;
}

/// The term of a rule that is not replaced by a newer one: the last that was opened.
Termijn laatste(const std::vector<Termijn>& termijnen, const std::string& regel) {
  const Termijn* gevonden = nullptr;
  for (const Termijn& t : termijnen) {
    if (t.regel == regel && (gevonden == nullptr || gevonden->start < t.start)) gevonden = &t;
  }
  if (gevonden == nullptr) throw std::runtime_error("no term " + regel);
  return *gevonden;
}

/// The day and minute at which the terms of a rule end that starts on that day (and at that minute).
std::vector<std::pair<Datum, int>> eindes(const Regel& r, const Beleid& beleid, Datum start, int minuut) {
  Feit f{r.start.front(), start, "", "b2:1", "", std::nullopt};
  if (r.per == Per::betrokkene) f.betrokkene = "b-1";
  if (r.per == Per::onderwerp) f.ref = "x-1";
  f.minuut = minuut;
  std::vector<Feit> feiten = {f};
  if (r.notificatie) feiten.push_back({FeitSoort::weegbesluit, start.plus_dagen(2), "", "b2:2", "", std::nullopt});
  std::vector<std::pair<Datum, int>> uit;
  for (const Termijn& t : bereken(feiten, beleid, start.plus_dagen(3))) {
    if (t.regel == r.id && t.uiterlijk)
      uit.emplace_back(*t.uiterlijk, t.tijd ? t.tijd->uur * 60 + t.tijd->minuut : 0);
  }
  return uit;
}

std::vector<Duur> alle_duren() {
  std::vector<Duur> uit;
  for (const Eenheid e : {Eenheid::dag, Eenheid::week, Eenheid::maand, Eenheid::jaar, Eenheid::uur}) {
    for (int n = 1; n <= 100; ++n) uit.push_back({n, e});
  }
  return uit;
}

std::string tekst_van(const std::optional<Datum>& d) { return d ? d->tekst() : std::string(); }

}  // namespace

TEST_CASE("notification: artikel 14, lid 3, AVG, per betrokkene, as the table says") {
  for (const test::Rij& rij : test::lees_tabel("notificatie.csv")) {
    CAPTURE(rij.at("geval"));
    Beleid beleid;
    if (rij.at("anker") == "verkrijging") beleid.notificatie_anker = Anker::verkrijging;
    const Termijn t = laatste(
        bereken(lees_feiten(rij.at("feiten")), beleid, Datum::lees(rij.at("peildatum")).value()), "notificatie");
    CHECK(t.veilig.tekst() == rij.at("veilig"));
    CHECK(tekst_van(t.uiterlijk) == rij.at("uiterlijk"));
    CHECK(naam(t.status) == rij.at("status"));
    CHECK(naam(t.zekerheid) == rij.at("zekerheid"));
    CHECK(t.betrokkene == "b-1");
  }
}

TEST_CASE("the other rules, as the table says") {
  for (const test::Rij& rij : test::lees_tabel("regels.csv")) {
    CAPTURE(rij.at("geval"));
    const Termijn t =
        laatste(bereken(lees_feiten(rij.at("feiten")), Beleid{}, Datum::lees(rij.at("peildatum")).value()),
                rij.at("regel"));
    CHECK(t.onderwerp == rij.at("onderwerp"));
    CHECK(t.veilig.tekst() == rij.at("veilig"));
    CHECK(tekst_van(t.uiterlijk) == rij.at("uiterlijk"));
    CHECK(naam(t.status) == rij.at("status"));
    CHECK(naam(t.zekerheid) == rij.at("zekerheid"));
  }
}

TEST_CASE("every rule says what it rests on, and every kind of fact serves a rule") {
  std::set<FeitSoort> gebruikt;
  for (const Regel& r : regels()) {
    CHECK_FALSE(r.grondslag.empty());
    CHECK_FALSE(r.zin.empty());
    for (const auto& lijst :
         {r.start, r.vervuld, r.vervalt, r.voorgoed, r.opgeschort, r.hervat, r.wijkt_voor, r.vervroegd}) {
      gebruikt.insert(lijst.begin(), lijst.end());
    }
    if (r.verlenging) gebruikt.insert(r.verlenging->door);
    if (r.eerst) gebruikt.insert(r.eerst->open);
    if (r.eerst) gebruikt.insert(r.eerst->gedaan.begin(), r.eerst->gedaan.end());
  }
  // What the notification and the holds know by themselves.
  gebruikt.insert({FeitSoort::eerste_contact, FeitSoort::eerste_verstrekking});
  for (int i = 0; i < kFeitSoorten; ++i) {
    CAPTURE(naam(static_cast<FeitSoort>(i)));
    CHECK(gebruikt.count(static_cast<FeitSoort>(i)) == 1);
  }
}

TEST_CASE("a term gives its reasons: start, month, days skipped, earliest reading") {
  const auto lijst =
      bereken(lees_feiten("betrokkene 2026-03-01 | weegbesluit 2026-03-04"), Beleid{}, Datum(2026, 3, 5));
  const std::vector<std::string> verwacht = {
      "start: weegbesluit wo 4 maart 2026", "+ 1 maand = za 4 april 2026",
      "zaterdag, zondag, 2e paasdag → di 7 april 2026",
      "vroegste lezing: ontvangst van de gegevens zo 1 maart 2026 + 1 maand = wo 1 april 2026"};
  CHECK(laatste(lijst, "notificatie").stappen == verwacht);
}

TEST_CASE("without a weegbesluit the list says: weeg of motiveer uitstel") {
  const Termijn t =
      laatste(bereken(lees_feiten("betrokkene 2026-03-01"), Beleid{}, Datum(2026, 3, 5)), "notificatie");
  REQUIRE_FALSE(t.stappen.empty());
  CHECK(t.stappen.front() == "nog geen weegbesluit: weeg of motiveer uitstel");
}

TEST_CASE("a notification that was sent late says so") {
  const Termijn t =
      laatste(bereken(lees_feiten("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | verzonden 2026-04-08"),
                      Beleid{}, Datum(2026, 5, 1)),
              "notificatie");
  CHECK(t.te_laat());
  CHECK(t.nagekomen_op == Datum(2026, 4, 8));
  CHECK(t.stappen.back() == "nagekomen: notificatie wo 8 april 2026, te laat");
}

TEST_CASE("renewals of a deferral are counted and shown; a new deferral starts the count again") {
  const std::string uitstel = "uitgesteld 2026-03-20 | gehandhaafd 2026-06-18 | gehandhaafd 2026-09-15";
  const Termijn t = laatste(bereken(lees_feiten(uitstel), Beleid{}, Datum(2026, 9, 16)), "uitstel_herziening");
  CHECK(t.verlengingen == 2);
  CHECK(t.stappen.back() == "verlenging 2 van dit uitstel");
  const Termijn nieuw =
      laatste(bereken(lees_feiten(uitstel + " | grond_vervallen 2026-10-01 | uitgesteld 2026-10-05"), Beleid{},
                      Datum(2026, 10, 6)),
              "uitstel_herziening");
  CHECK(nieuw.verlengingen == 0);
}

TEST_CASE("policy sets the intervals that the law leaves open") {
  Beleid beleid;
  beleid.uitstel_herziening_maanden = 1;
  beleid.herweging_maanden = 12;
  beleid.vernietiging_dagen = 0;
  beleid.nadert_dagen = 0;
  const auto lijst =
      bereken(lees_feiten("uitgesteld 2026-03-20 | weegbesluit 2026-03-04 | niet_opgenomen 2026-03-04"), beleid,
              Datum(2026, 3, 20));
  CHECK(laatste(lijst, "uitstel_herziening").uiterlijk == Datum(2026, 4, 20));
  CHECK(laatste(lijst, "herweging").uiterlijk == Datum(2027, 3, 4));
  CHECK(laatste(lijst, "vernietiging_niet_opgenomen").uiterlijk == Datum(2026, 3, 4));
  CHECK(laatste(lijst, "herweging").status == Status::open);
}

TEST_CASE("the most urgent term comes first, and what is done comes last") {
  const auto lijst = bereken(
      lees_feiten("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | verzonden 2026-03-20 | interventie 2026-03-20 "
                  "ref=i-1 tot 2026-06-20 | interventie 2026-03-20 ref=i-2 tot 2026-05-20 | verwerking 2026-03-20"),
      Beleid{}, Datum(2026, 6, 10));
  REQUIRE(lijst.size() == 6);
  CHECK(lijst[0].onderwerp == "i-2");
  CHECK(lijst[1].regel == "overleg");
  CHECK(lijst[2].onderwerp == "i-1");
  CHECK(lijst[3].regel == "herweging");
  CHECK(lijst[4].regel == "vernietiging_uiterlijk");
  CHECK(lijst[5].regel == "notificatie");
  CHECK(volgende(lijst) == &lijst[0]);
}

TEST_CASE("nothing due means no next term") {
  CHECK(volgende({}) == nullptr);
  const auto klaar =
      bereken(lees_feiten("uitgesteld 2026-03-20 | verzonden 2026-03-21"), Beleid{}, Datum(2026, 4, 1));
  REQUIRE(klaar.size() == 1);
  CHECK(volgende(klaar) == nullptr);
}

TEST_CASE("each betrokkene has a term of its own") {
  std::vector<Feit> feiten = lees_feiten("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | verzonden 2026-03-10");
  Feit relatie = feiten[0];
  relatie.betrokkene = "r-1";
  feiten.push_back(relatie);
  const auto lijst = bereken(feiten, Beleid{}, Datum(2026, 3, 11));
  const auto van = [&](const std::string& id) {
    return std::find_if(lijst.begin(), lijst.end(),
                        [&](const Termijn& t) { return t.betrokkene == id && t.regel == "notificatie"; });
  };
  REQUIRE(van("b-1") != lijst.end());
  REQUIRE(van("r-1") != lijst.end());
  CHECK(van("b-1")->status == Status::nagekomen);
  CHECK(van("r-1")->status == Status::open);
}

TEST_CASE("facts in another order give the same terms") {
  std::vector<Feit> feiten = lees_feiten(
      "betrokkene 2026-03-01 | weegbesluit 2026-03-04 | uitgesteld 2026-03-20 | gehandhaafd 2026-06-18 | "
      "verwerking "
      "2026-06-19 | interventie 2026-06-20 ref=i-1 tot 2026-09-20");
  const auto verwacht = bereken(feiten, Beleid{}, Datum(2026, 7, 1));
  std::reverse(feiten.begin(), feiten.end());
  CHECK(bereken(feiten, Beleid{}, Datum(2026, 7, 1)) == verwacht);
}

TEST_CASE("every term is safe before it is final: veilig is never after uiterlijk") {
  for (int d = 0; d < 400; ++d) {
    const Datum besluit = Datum(2026, 1, 1).plus_dagen(d);
    std::vector<Feit> feiten = lees_feiten("betrokkene 2026-01-01");
    feiten.push_back({FeitSoort::weegbesluit, besluit, "", "b2:2", "", std::nullopt});
    for (const Termijn& t : bereken(feiten, Beleid{}, besluit)) {
      REQUIRE(t.uiterlijk.has_value());
      CHECK(t.veilig <= *t.uiterlijk);
    }
  }
}

TEST_CASE("no policy that is accepted ends a term later than the law does, on whatever day it starts") {
  std::mt19937 toeval(20260304);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same days in every run
  const std::vector<Duur> duren = alle_duren();
  int vergeleken = 0;
  for (const Regel& r : regels()) {
    if (!r.vast()) continue;
    for (const Duur duur : duren) {
      if (!mag_beleid(r.id, duur)) continue;
      Beleid streng;
      streng.strenger[std::string(r.id)] = duur;
      for (int i = 0; i < 25; ++i) {
        const Datum start = Datum(2025, 7, 1).plus_dagen(static_cast<int>(toeval() % 3650));
        const int minuut = static_cast<int>(toeval() % 1440);
        const auto wet = eindes(r, {}, start, minuut);
        const auto beleid = eindes(r, streng, start, minuut);
        CAPTURE(r.id);
        CAPTURE(duur.kort());
        CAPTURE(start.tekst());
        REQUIRE(wet.size() == beleid.size());
        for (std::size_t k = 0; k < wet.size(); ++k) CHECK(beleid[k] <= wet[k]);
        vergeleken += static_cast<int>(wet.size());
      }
    }
  }
  CHECK(vergeleken > 1000);
}

TEST_CASE("policy for a breach counts in hours, as the law does") {
  for (const Duur duur : alle_duren()) {
    CAPTURE(duur.kort());
    CHECK(mag_beleid("datalek", duur) == (duur.eenheid == Eenheid::uur && duur.aantal <= 72));
    if (duur.eenheid == Eenheid::uur) CHECK_FALSE(mag_beleid("notificatie", duur));
  }
  Beleid streng;
  streng.strenger["datalek"] = {48, Eenheid::uur};
  Feit lek{FeitSoort::datalek, Datum(2026, 10, 28), "", "b2:1", "l1", std::nullopt};
  lek.minuut = 16 * 60 + 20;
  const Termijn t = laatste(bereken({lek}, streng, Datum(2026, 10, 28)), "datalek");
  CHECK(t.uiterlijk == Datum(2026, 10, 30));
  CHECK(t.tijd->klok() == "17:00");
  CHECK(t.stappen.at(1) == "beleid: 48 uur in plaats van 72 uur");
  // A policy of before this was refused.
  streng.strenger["datalek"] = {3, Eenheid::dag};
  CHECK(laatste(bereken({lek}, streng, Datum(2026, 10, 28)), "datalek").uiterlijk == Datum(2026, 10, 31));
}

TEST_CASE("a term in hours that ends in the hour that comes twice says in which, and is over after the first") {
  Feit lek{FeitSoort::datalek, Datum(2026, 10, 22), "", "b2:1", "l1", std::nullopt};
  lek.minuut = 2 * 60 + 30;
  const Datum dag(2026, 10, 25);
  Moment nu = op_de_klok(dag, 2 * 60 + 10);
  const auto op = [&] { return laatste(bereken({lek}, Beleid{}, dag, nu), "datalek"); };
  CHECK(op().veilige_tijd->klok() == "02:30 (zomertijd)");
  CHECK(op().tijd->klok() == "02:00 (wintertijd)");
  CHECK(op().status == Status::nadert);
  nu.zomertijd = false;  // an hour later the clock shows 02:10 again
  CHECK(op().status == Status::overschreden);
}

TEST_CASE("a stricter policy is policy, and takes nothing from what the law allows") {
  Beleid streng;
  streng.strenger["verzoek"] = {3, Eenheid::week};
  const auto verzoek = [&](const char* feiten, Datum dag) {
    return laatste(bereken(lees_feiten(feiten), streng, dag), "verzoek");
  };
  const Termijn t = verzoek("verzoek 2026-10-05 ref=z1", Datum(2026, 10, 6));
  CHECK(t.uiterlijk == Datum(2026, 10, 26));
  CHECK(t.wettelijk == Datum(2026, 11, 5));
  CHECK(t.zekerheid == Zekerheid::beleid);
  const Termijn langer =
      verzoek("verzoek 2026-10-05 ref=z1 | verzoek_verlengd 2026-10-28 ref=z1", Datum(2026, 10, 29));
  CHECK(langer.uiterlijk == Datum(2027, 1, 5));
  CHECK(langer.zekerheid == Zekerheid::wet);
  const Termijn vraag =
      verzoek("verzoek 2026-10-05 ref=z1 | identiteit_gevraagd 2026-10-28 ref=z1", Datum(2026, 10, 29));
  CHECK(vraag.status == Status::opgeschort);
}

TEST_CASE("a shorter month of policy that passed during a deferral gives way to that of the law") {
  Beleid streng;
  streng.strenger["notificatie"] = {2, Eenheid::week};
  const auto op = [&](const char* feiten, Datum dag) {
    return laatste(bereken(lees_feiten(feiten), streng, dag), "notificatie");
  };
  const char* const kort = "betrokkene 2026-01-12 | weegbesluit 2026-02-04";
  CHECK(op(kort, Datum(2026, 2, 10)).uiterlijk == Datum(2026, 2, 18));
  CHECK(op(kort, Datum(2026, 2, 10)).wettelijk == Datum(2026, 3, 4));
  const char* const uitstel =
      "betrokkene 2026-01-12 | weegbesluit 2026-02-04 | uitgesteld 2026-02-10 | grond_vervallen 2026-02-25";
  const Termijn t = op(uitstel, Datum(2026, 3, 6));
  CHECK(t.status == Status::overschreden);
  CHECK(t.uiterlijk == Datum(2026, 3, 4));
  CHECK(t.zekerheid == Zekerheid::handreiking);
}

TEST_CASE("policy counts years as twelve months") {
  CHECK(mag_beleid("vernietiging_uiterlijk", {60, Eenheid::maand}));
  CHECK_FALSE(mag_beleid("vernietiging_uiterlijk", {61, Eenheid::maand}));
}

TEST_CASE("a term in hours is overdue from the minute on, where that is known") {
  Feit lek{FeitSoort::datalek, Datum(2026, 10, 30), "", "b2:1", "l1", std::nullopt};
  lek.minuut = 16 * 60 + 20;
  const auto op = [&](std::optional<int> minuut) {
    const Datum dag(2026, 11, 2);
    const auto nu = minuut ? std::optional(op_de_klok(dag, *minuut)) : std::nullopt;
    return laatste(bereken({lek}, Beleid{}, dag, nu), "datalek").status;
  };
  CHECK(op(std::nullopt) == Status::nadert);
  CHECK(op(16 * 60 + 20) == Status::nadert);
  CHECK(op(16 * 60 + 21) == Status::vroegste_lezing_voorbij);
  CHECK(op(17 * 60) == Status::vroegste_lezing_voorbij);
  CHECK(op(17 * 60 + 1) == Status::overschreden);
}

TEST_CASE("a suspension that ended is among the reasons, and says what it moved") {
  const Termijn t = laatste(bereken(lees_feiten("interventie 2026-03-20 ref=i-1 tot 2026-06-17 | pas_op_de_plaats "
                                                "2026-06-01 | hervat 2026-08-01 | evaluatie 2026-08-01 ref=i-1"),
                                    Beleid{}, Datum(2026, 8, 2)),
                            "evaluatie");
  CHECK(t.uiterlijk == Datum(2026, 8, 1));
  CHECK_FALSE(t.te_laat());
  CHECK(t.stappen.at(2) == "stond stil van ma 1 juni 2026 tot za 1 augustus 2026: pas op de plaats");
  REQUIRE(t.was.has_value());
  CHECK(t.was->uiterlijk == Datum(2026, 6, 17));
}

TEST_CASE("what was overdue stays visible when it is suspended or lapses afterwards, and only then") {
  struct Geval {
    const char* feiten;
    const char* regel;
    const char* status;
    bool te_laat;
  };
  const std::string i1 = "interventie 2026-03-20 ref=i-1 tot 2026-06-17 | ";
  const std::string meld = "betrokkene 2026-03-01 | weegbesluit 2026-03-04 | ";  // uiterlijk 7 April
  const std::vector<std::pair<std::string, Geval>> gevallen = {
      {i1, {"pas_op_de_plaats 2026-06-18", "evaluatie", "opgeschort", true}},
      {i1, {"pas_op_de_plaats 2026-06-17", "evaluatie", "opgeschort", false}},
      {i1, {"pas_op_de_plaats 2026-06-01 | pas_op_de_plaats 2026-08-01", "evaluatie", "opgeschort", false}},
      {i1,
       {"pas_op_de_plaats 2026-06-01 | hervat 2026-06-10 | pas_op_de_plaats 2026-06-20", "evaluatie", "opgeschort",
        true}},
      {i1, {"afgesloten 2026-06-18", "evaluatie", "vervallen", true}},
      {i1, {"afgesloten 2026-06-17", "evaluatie", "vervallen", false}},
      {i1, {"pas_op_de_plaats 2026-06-01 | afgesloten 2026-08-18", "evaluatie", "vervallen", false}},
      {meld, {"uitgesteld 2026-04-08", "notificatie", "opgeschort", true}},
      {meld, {"uitgesteld 2026-04-07", "notificatie", "opgeschort", false}},
      {meld, {"uitgesteld 2026-04-08 | grond_vervallen 2026-05-08", "notificatie", "vervallen", true}},
      {meld, {"uitgesteld 2026-03-20 | grond_vervallen 2026-05-08", "notificatie", "vervallen", false}},
      {"niet_opgenomen 2026-03-04 | ",
       {"bewaring 2026-03-19 ref=h1", "vernietiging_niet_opgenomen", "opgeschort", true}},
      {"niet_opgenomen 2026-03-04 | ",
       {"bewaring 2026-03-10 ref=h1 | verzoek 2026-03-19 ref=z1 | bewaring_opgeheven 2026-03-20 ref=h1",
        "vernietiging_niet_opgenomen", "opgeschort", false}},
      {"verzoek 2026-03-02 ref=z1 | ", {"identiteit_gevraagd 2026-04-02 ref=z1", "verzoek", "opgeschort", false}},
  };
  for (const auto& [begin, g] : gevallen) {
    const std::string alle = begin + g.feiten;
    CAPTURE(alle);
    const Termijn t = laatste(bereken(lees_feiten(alle), Beleid{}, Datum(2026, 9, 1)), g.regel);
    CHECK(naam(t.status) == g.status);
    CHECK(t.te_laat() == g.te_laat);
    const std::string& laatste_stap = t.stappen.back();
    CHECK((laatste_stap.find(", was al te laat") != std::string::npos) == g.te_laat);
  }
}

TEST_CASE("a question about identity suspends by a reading only, and not at all after the term") {
  const std::string gevraagd =
      "verzoek 2026-03-02 ref=z1 | identiteit_gevraagd 2026-03-30 ref=z1";  // veilig 2 April
  const auto op = [](const std::string& feiten, Datum dag) {
    return laatste(bereken(lees_feiten(feiten), Beleid{}, dag), "verzoek");
  };
  const Termijn stil = op(gevraagd, Datum(2026, 4, 2));
  CHECK(stil.status == Status::opgeschort);
  CHECK(stil.zekerheid == Zekerheid::lezing);
  CHECK(stil.ernst == Ernst::geen);
  CHECK(op(gevraagd, Datum(2026, 4, 3)).ernst == Ernst::waarschuwing);
  CHECK(op(gevraagd, Datum(2027, 4, 3)).ernst == Ernst::waarschuwing);
  // Decided without an answer: in time by that reading.
  const Termijn besloten = op(gevraagd + " | verzoek_besloten 2026-05-01 ref=z1", Datum(2026, 5, 2));
  CHECK_FALSE(besloten.te_laat());
  CHECK(besloten.zekerheid == Zekerheid::lezing);
  // Asked on the last day, and the day after.
  CHECK(op("verzoek 2026-03-02 ref=z1 | identiteit_gevraagd 2026-04-02 ref=z1", Datum(2026, 4, 9)).status ==
        Status::opgeschort);
  const std::string te_laat = "verzoek 2026-03-02 ref=z1 | identiteit_gevraagd 2026-04-03 ref=z1";
  const Termijn over = op(te_laat, Datum(2026, 4, 9));
  CHECK(over.status == Status::overschreden);
  CHECK(over.zekerheid == Zekerheid::wet);
  CHECK(over.stappen.back() ==
        "vraag om een bewijs van identiteit vr 3 april 2026: na de termijn, en die staat dus niet stil");
  CHECK(op(te_laat + " | verzoek_besloten 2026-05-01 ref=z1", Datum(2026, 5, 2)).te_laat());
  // Other suspensions are not readings.
  const auto rust =
      bereken(lees_feiten("interventie 2026-03-20 ref=i-1 tot 2026-06-20 | pas_op_de_plaats 2026-05-01"), Beleid{},
              Datum(2026, 7, 1));
  CHECK(laatste(rust, "evaluatie").ernst == Ernst::geen);
}

TEST_CASE("what is suspended and asks for attention does not hide the next term") {
  const auto lijst = bereken(lees_feiten("verzoek 2026-03-02 ref=z1 | identiteit_gevraagd 2026-03-30 ref=z1 | "
                                         "weegbesluit 2026-03-04"),
                             Beleid{}, Datum(2026, 4, 9));
  REQUIRE(lijst.front().status == Status::opgeschort);
  REQUIRE(volgende(lijst) != nullptr);
  CHECK(volgende(lijst)->regel == "overleg");
}

TEST_CASE("a term in hours says the time of its earliest reading too") {
  Feit lek{FeitSoort::datalek, Datum(2026, 11, 10), "", "b2:1", "l1", std::nullopt};
  lek.minuut = 15 * 60 + 20;
  const Termijn t = laatste(bereken({lek}, Beleid{}, Datum(2026, 11, 10)), "datalek");
  CHECK(t.veilig == Datum(2026, 11, 13));
  CHECK(t.veilige_tijd->klok() == "15:20");
  CHECK(t.uiterlijk == Datum(2026, 11, 13));
  CHECK(t.tijd->klok() == "16:00");
}

TEST_CASE("a melding that was ended rests on artikel 9 alone, and gives one term") {
  const auto grondslagen = [](const char* feiten) {
    std::string uit;
    for (const Termijn& t : bereken(lees_feiten(feiten), Beleid{}, Datum(2026, 4, 1))) {
      if (t.regel == "vernietiging_niet_opgenomen") uit += t.grondslag + "|";
    }
    return uit;
  };
  CHECK(grondslagen("afgedaan 2026-03-04") == "artikel 9 Wet PGA|");
  CHECK(grondslagen("niet_opgenomen 2026-03-04") == "artikel 16, onder b, Besluit PGA; artikel 9 Wet PGA|");
  CHECK(grondslagen("niet_opgenomen 2026-03-04 | afgedaan 2026-03-05") ==
        "artikel 16, onder b, Besluit PGA; artikel 9 Wet PGA|");
}

TEST_CASE("destroying waits for feedback, or for a reason why none can be given") {
  const auto zin = [](const std::string& erbij) {
    return laatste(
               bereken(lees_feiten("niet_opgenomen 2026-03-04 | terug_te_koppelen 2026-03-04 ref=college" + erbij),
                       Beleid{}, Datum(2026, 4, 1)),
               "vernietiging_niet_opgenomen")
        .zin;
  };
  CHECK(zin("").find("eerst de terugkoppeling") != std::string::npos);
  CHECK(zin(" | teruggekoppeld 2026-03-06 ref=politie").find("eerst") != std::string::npos);
  CHECK(zin(" | teruggekoppeld 2026-03-06 ref=college").find("eerst") == std::string::npos);
  CHECK(zin(" | geen_terugkoppeling 2026-03-06 ref=college").find("eerst") == std::string::npos);
}

TEST_CASE("a proof of identity that is asked for after the term does not make it begin again") {
  const Termijn t =
      laatste(bereken(lees_feiten("verzoek 2026-03-02 ref=z1 | identiteit_gevraagd 2026-04-03 ref=z1 | "
                                  "identiteit_vastgesteld 2026-04-10 ref=z1"),
                      Beleid{}, Datum(2026, 4, 11)),
              "verzoek");
  CHECK(t.uiterlijk == Datum(2026, 4, 2));
  CHECK(t.status == Status::overschreden);
}

TEST_CASE("what rests on the Act alone begins with it; what the AVG asks has a version of before it") {
  for (const Regel& r : regels()) {
    CAPTURE(r.id);
    CAPTURE(r.grondslag);
    if (!r.van) {  // what people agreed on among themselves
      CHECK(r.id == "actie");
      continue;
    }
    const bool wet = r.grondslag.find("PGA") != std::string_view::npos;
    CHECK(wet == (*r.van == Datum(2025, 7, 1)));
    CHECK((r.tot && *r.tot == Datum(2025, 6, 30)) == (*r.van == Datum(2018, 5, 25)));
  }
  const auto grondslag = [](const std::string& feiten, const std::string& regel, Datum dag) {
    return laatste(bereken(lees_feiten(feiten), Beleid{}, dag), regel).grondslag;
  };
  const std::string oud = "betrokkene 2024-10-30 | eerder_besluit 2024-11-20";
  CHECK(grondslag(oud, "notificatie", Datum(2026, 9, 2)) == "artikel 14, lid 3, AVG");
  CHECK(grondslag("betrokkene 2025-06-20 | weegbesluit 2025-07-01", "notificatie", Datum(2026, 9, 2)) ==
        "artikel 14, lid 3, AVG; artikel 4, lid 1, Besluit PGA");
  CHECK(grondslag("uitgesteld 2025-06-20", "uitstel_herziening", Datum(2026, 9, 2)) == "artikel 41 UAVG");
  // One version each, also for what was received before the AVG.
  for (const char* feiten : {"betrokkene 2016-10-30 | eerder_besluit 2016-11-20", oud.c_str(),
                             "betrokkene 2025-06-20 | weegbesluit 2025-07-01", "betrokkene 2025-06-20"}) {
    CAPTURE(feiten);
    const auto lijst = bereken(lees_feiten(feiten), Beleid{}, Datum(2026, 9, 2));
    CHECK(std::count_if(lijst.begin(), lijst.end(), [](const Termijn& t) { return t.regel == "notificatie"; }) ==
          1);
  }
  const Termijn avg = laatste(
      bereken(lees_feiten("betrokkene 2016-10-30 | eerder_besluit 2016-11-20"), Beleid{}, Datum(2026, 9, 2)),
      "notificatie");
  CHECK(avg.start == Datum(2018, 5, 25));
  CHECK(avg.stappen.front() ==
        "start: eerder genomen besluit zo 20 november 2016, van voor de wet; de termijn begint op vr 25 mei 2018");
}

TEST_CASE("what was done before the law met no duty of it") {
  const auto lijst = bereken(lees_feiten("weegbesluit 2024-01-10 | herweging 2024-06-10 | herweging 2025-08-01"),
                             Beleid{}, Datum(2025, 8, 2));
  const auto n = std::count_if(lijst.begin(), lijst.end(), [](const Termijn& t) { return t.regel == "herweging"; });
  CHECK(n == 2);  // one that began with the law and was met under it, and the next
}

TEST_CASE("a day that a corrected stuk moved is shown with the day it was") {
  std::vector<Feit> feiten = lees_feiten("betrokkene 2026-01-20 | weegbesluit 2026-02-02");
  feiten[1].stuk = "b2:2";
  feiten[1].verbeterd = Verbeterd{Datum(2026, 2, 4), std::nullopt, std::nullopt};
  const auto lijst = bereken(feiten, Beleid{}, Datum(2026, 2, 10));
  const Termijn t = laatste(lijst, "notificatie");
  REQUIRE(t.was.has_value());
  CHECK(t.uiterlijk == Datum(2026, 3, 2));
  CHECK(t.was->uiterlijk == Datum(2026, 3, 4));
  CHECK(t.was->reden == "verbetering (weegbesluit ma 2 februari 2026, eerder wo 4 februari 2026)");
  CHECK(laatste(lijst, "herweging").was->uiterlijk == Datum(2026, 8, 4));
  // The day the fact sets itself, and nothing where nothing moved.
  std::vector<Feit> plan = lees_feiten(
      "interventie 2026-03-20 ref=i-1 tot 2026-06-20 | interventie 2026-03-20 ref=i-2 "
      "tot 2026-06-20");
  plan[0].verbeterd = Verbeterd{Datum(2026, 3, 20), Datum(2026, 5, 20), std::nullopt};
  for (const Termijn& e : bereken(plan, Beleid{}, Datum(2026, 4, 1))) {
    CHECK(e.was.has_value() == (e.onderwerp == "i-1"));
  }
}

TEST_CASE("a term that was suspended in time is not late when it is met, and one that was late already is") {
  const auto te_laat = [](const char* feiten) {
    for (const Termijn& t : bereken(lees_feiten(feiten), Beleid{}, Datum(2026, 7, 1))) {
      if (t.regel == "notificatie") return t.te_laat();
    }
    return false;
  };
  CHECK_FALSE(
      te_laat("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | uitgesteld 2026-03-20 | verzonden 2026-06-01"));
  CHECK(te_laat("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | uitgesteld 2026-04-20 | verzonden 2026-06-01"));
  CHECK(te_laat("betrokkene 2026-03-01 | weegbesluit 2026-03-04 | verzonden 2026-06-01"));
}
