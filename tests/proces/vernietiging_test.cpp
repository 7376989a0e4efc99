// SPDX-License-Identifier: EUPL-1.2
//
// When a dossier may or must be destroyed, and what the receipts of that say.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "lib/proces/vernietigbaar.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Vernietigbaar oordeel(const Zaak& z, Datum dag) {
  const Dossier d = z.dossier();
  return vernietigbaar(d, termijn::bereken(d.feiten, z.beleid.termijnen, dag), dag);
}

Waarde bewijs(const char* stap, const char* datum) {
  return k({{"stap", stap}, {"datum", datum}, {"nummer", "k7q2-m4xd"}});
}

Waarde een_begin() {
  return met(
      bewijs("begonnen", "2026-06-01"), "houders",
      l({k({{"id", "reg1"}, {"organisatie", "burgemeester"}}), k({{"id", "pol1"}, {"organisatie", "politie"}})}));
}

Waarde bevestigd(const char* wie, const char* datum) { return met(bewijs("bevestigd", datum), "organisatie", wie); }

std::vector<termijn::Termijn> termijnen(const Zaak& z, Datum dag) {
  return termijn::bereken(z.dossier().feiten, z.beleid.termijnen, dag);
}

const termijn::Termijn* vind(const std::vector<termijn::Termijn>& lijst, const std::string& regel,
                             const std::string& onderwerp) {
  const auto it = std::find_if(lijst.begin(), lijst.end(), [&](const termijn::Termijn& t) {
    return t.regel == regel && t.onderwerp == onderwerp;
  });
  return it == lijst.end() ? nullptr : &*it;
}

}  // namespace

TEST_CASE("art. 9: what goes on is not destroyed, what was not taken up must be") {
  Zaak z;
  (void)z.voeg("aanmelding", een_aanmelding());
  REQUIRE(oordeel(z, Datum(2026, 3, 2)).beletselen.size() == 1);
  CHECK(oordeel(z, Datum(2026, 3, 2)).beletselen.front().grondslag == "artikel 9 Wet PGA");
  (void)z.voeg("weging", een_weging("niet_opnemen"));
  // Artikel 5, lid 6: the aanmelder hears of it first.
  const auto eerst = oordeel(z, Datum(2026, 3, 5)).beletselen;
  REQUIRE(eerst.size() == 1);
  ZEGT(eerst, kNee, "weet nog niet dat zij niet is opgenomen", "artikel 5, lid 6, Wet PGA");
  const Waarde terug = k({{"stap", "terugkoppeling"}, {"datum", "2026-03-05"}, {"aan", "college"}});
  for (const char* kan : {"ja", "nee", "onbekend"}) {
    Zaak ook = z;
    (void)ook.voeg("weging", met(terug, "teruggekoppeld", kan));
    CHECK(oordeel(ook, Datum(2026, 3, 5)).beletselen.empty() == (std::string_view(kan) != "onbekend"));
  }
  (void)z.voeg("weging", terug);
  const Vernietigbaar o = oordeel(z, Datum(2026, 3, 5));
  CHECK(o.beletselen.empty());
  CHECK(o.grondslag == "artikel 16, onder b, Besluit PGA");
  REQUIRE(o.grond == VernietigGrond::niet_opgenomen);
  CHECK(moet(*o.grond));
  REQUIRE(o.termijn);
  CHECK(o.termijn->regel == "vernietiging_niet_opgenomen");
  Zaak melding;
  (void)melding.voeg("melding", een_melding());
  (void)melding.voeg("afdoening", k({{"datum", "2026-03-03"}, {"uitkomst", "niet_voorgedragen"}}));
  CHECK(oordeel(melding, Datum(2026, 3, 5)).beletselen.empty());
  CHECK(oordeel(melding, Datum(2026, 3, 5)).grondslag == "artikel 9 Wet PGA");
  CHECK(oordeel(melding, Datum(2026, 3, 5)).waarom == "de melding is afgedaan");
}

TEST_CASE("art. 9: a closed case may go, and must when five years have passed or there were no indications") {
  Zaak z;
  (void)z.voeg("aanmelding", een_aanmelding());
  (void)z.voeg("weging", een_weging());
  (void)z.voeg("afsluiting", een_afsluiting());
  const Datum dicht = *z.dossier().afgesloten_op;
  CHECK(oordeel(z, dicht.plus_dagen(1)).grond == VernietigGrond::niet_meer_nodig);
  CHECK_FALSE(moet(VernietigGrond::niet_meer_nodig));
  CHECK(oordeel(z, dicht.plus_dagen(5 * 366)).grond == VernietigGrond::vijf_jaar);
  Zaak leeg;
  (void)leeg.voeg("aanmelding", een_aanmelding());
  (void)leeg.voeg("weging", een_weging());
  (void)leeg.voeg("afsluiting", met(een_afsluiting(), "reden", "geen_verdere_aanwijzingen"));
  CHECK(oordeel(leeg, dicht.plus_dagen(1)).grond == VernietigGrond::geen_aanwijzingen);
}

TEST_CASE("art. 9: five years after the last processing even an open case must go") {
  Zaak z;
  (void)z.voeg("aanmelding", een_aanmelding());
  CHECK(oordeel(z, Datum(2031, 3, 2)).grond == VernietigGrond::vijf_jaar);
}

TEST_CASE("a hold and an undecided request stop it, until they end") {
  Zaak z;
  (void)z.voeg("aanmelding", een_aanmelding());
  (void)z.voeg("weging", een_weging("niet_opnemen"));
  (void)z.voeg("weging", k({{"stap", "terugkoppeling"}, {"datum", "2026-03-05"}, {"aan", "college"}}));
  const auto bewaring = [](const char* stap, const char* datum) {
    return k({{"stap", stap}, {"id", "h-1"}, {"datum", datum}, {"grond", "klacht"}});
  };
  (void)z.voeg("bewaring", bewaring("ingesteld", "2026-03-05"));
  (void)z.voeg("verzoek", k({{"id", "v-1"}, {"datum", "2026-03-05"}, {"rechten", l({"inzage"})}}));
  const Datum dag(2026, 4, 1);
  REQUIRE(oordeel(z, dag).beletselen.size() == 2);
  CHECK(oordeel(z, dag).beletselen.front().soort == FoutSoort::geweigerd);
  (void)z.voeg("bewaring", bewaring("opgeheven", "2026-03-20"));
  CHECK(oordeel(z, dag).beletselen.size() == 1);
  (void)z.voeg("verzoek",
               k({{"id", "v-1"}, {"stap", "besloten"}, {"datum", "2026-03-21"}, {"besluit", "afgewezen"}}));
  CHECK(oordeel(z, dag).beletselen.empty());
}

TEST_CASE("a receipt: begun, completed, confirmed by each organisation, and nothing comes back") {
  Zaak z;
  CHECK(z.toets("vernietiging", een_begin()).empty());
  (void)z.voeg("vernietiging", een_begin());
  REQUIRE(z.dossier().vernietiging("k7q2-m4xd") != nullptr);
  CHECK(z.dossier().vernietiging("k7q2-m4xd")->loopt());
  const Datum dag(2026, 6, 2);
  CHECK(vind(termijnen(z, dag), "vernietiging_voltooien", "k7q2-m4xd")->uiterlijk == Datum(2026, 6, 15));
  CHECK(vind(termijnen(z, dag), "vernietiging_kopieen", "k7q2-m4xd/politie") == nullptr);
  (void)z.voeg("vernietiging", bewijs("voltooid", "2026-06-02"));
  (void)z.voeg("vernietiging", bewijs("ingetrokken", "2026-06-03"));
  const Dossier d = z.dossier();
  CHECK(d.vernietigingen.front().voltooid_op == Datum(2026, 6, 2));
  CHECK_FALSE(d.vernietigingen.front().ingetrokken_op);
  CHECK(std::any_of(d.bevindingen.begin(), d.bevindingen.end(),
                    [](const Bevinding& b) { return b.wat.find("is ingetrokken op") != std::string::npos; }));
  CHECK(vind(termijnen(z, dag), "vernietiging_voltooien", "k7q2-m4xd")->status == termijn::Status::nagekomen);
  CHECK(vind(termijnen(z, dag), "vernietiging_kopieen", "k7q2-m4xd/politie")->uiterlijk == Datum(2026, 7, 2));
  (void)z.voeg("vernietiging", bevestigd("politie", "2026-06-10"));
  const auto na = termijnen(z, Datum(2026, 6, 11));
  CHECK(vind(na, "vernietiging_kopieen", "k7q2-m4xd/politie")->nagekomen_op == Datum(2026, 6, 10));
  CHECK(vind(na, "vernietiging_kopieen", "k7q2-m4xd/burgemeester")->loopt());
}

TEST_CASE("what a receipt may not say") {
  Zaak z;
  z.peildatum = "2026-06-10";
  ZEGT(z.toets("vernietiging", bewijs("voltooid", "2026-06-01")), kNee, "geen vernietiging begonnen");
  (void)z.voeg("vernietiging", met(met(een_begin(), "tweede", "ja"), "bedenktijd_tot", "2026-06-15"));
  ZEGT(z.toets("vernietiging", een_begin()), kNee, "al begonnen");
  ZEGT(z.toets("vernietiging", bewijs("voltooid", "2026-06-10")), kNee, "de bedenktijd loopt tot");
  ZEGT(z.toets("vernietiging", bewijs("voltooid", "2026-06-10")), kNee, "kan haar niet ook voltooien");
  ZEGT(z.toets("vernietiging", bevestigd("politie", "2026-06-10")), FoutSoort::bevinding, "nog niet vernietigd");
  z.als("reg2", "burgemeester", "regisseur");
  z.peildatum = "2026-06-15";
  CHECK(z.toets("vernietiging", bewijs("voltooid", "2026-06-15")).empty());
  (void)z.voeg("vernietiging", bewijs("voltooid", "2026-06-15"));
  CHECK(z.toets("vernietiging", bewijs("voltooid", "2026-06-15")).empty());  // what came back goes again
  ZEGT(z.toets("vernietiging", bewijs("ingetrokken", "2026-06-15")), kNee, "niet terug te draaien");
  ZEGT(z.toets("vernietiging", bevestigd("rvdk", "2026-06-15")), FoutSoort::bevinding,
       "de RvdK had volgens het bewijs geen sleutel");
  ZEGT(z.toets("vernietiging", bevestigd("politie", "2026-06-14")), FoutSoort::bevinding,
       "voor de vernietiging van dossier");
}

TEST_CASE("a confirmation from before the destruction is on record, and asks for another") {
  Zaak z;
  (void)z.voeg("vernietiging", een_begin());
  (void)z.voeg("vernietiging", bevestigd("politie", "2026-06-01"));
  (void)z.voeg("vernietiging", bewijs("voltooid", "2026-06-02"));
  CHECK(z.dossier().vernietigingen.front().bevestigd.size() == 1);
  CHECK_FALSE(z.dossier().vernietigingen.front().heeft_bevestigd("politie"));
  CHECK(vind(termijnen(z, Datum(2026, 6, 3)), "vernietiging_kopieen", "k7q2-m4xd/politie")->loopt());
  (void)z.voeg("vernietiging", bevestigd("politie", "2026-06-04"));
  CHECK(z.dossier().vernietigingen.front().heeft_bevestigd("politie"));
  CHECK_FALSE(vind(termijnen(z, Datum(2026, 6, 5)), "vernietiging_kopieen", "k7q2-m4xd/politie")->loopt());
}

TEST_CASE("keys and events that came while it waited are in the receipt that completes it") {
  Zaak z;
  (void)z.voeg("vernietiging", met(een_begin(), "stand", 9));
  (void)z.voeg("vernietiging", met(met(bewijs("voltooid", "2026-06-02"), "stand", 12), "houders",
                                   l({k({{"id", "col1"}, {"organisatie", "college"}})})));
  const Dossier d = z.dossier();
  CHECK(d.vernietigingen.front().stand == 12);
  CHECK(d.vernietigingen.front().organisaties() == std::vector<std::string>{"burgemeester", "college", "politie"});
  CHECK(vind(termijnen(z, Datum(2026, 6, 3)), "vernietiging_kopieen", "k7q2-m4xd/college")->loopt());
}

TEST_CASE("to complete in time is after the bedenktijd, not on its last day") {
  Zaak z;
  (void)z.voeg("vernietiging", met(een_begin(), "bedenktijd_tot", "2026-06-08"));
  CHECK(vind(termijnen(z, Datum(2026, 6, 2)), "vernietiging_voltooien", "k7q2-m4xd")->uiterlijk ==
        Datum(2026, 6, 22));
}

TEST_CASE(
    "what came back and went again: backups count from the last day, but who confirmed need not do so twice") {
  Zaak z;
  (void)z.voeg("vernietiging", een_begin());
  (void)z.voeg("vernietiging", bewijs("voltooid", "2026-06-02"));
  (void)z.voeg("vernietiging", bevestigd("politie", "2026-06-05"));
  (void)z.voeg("vernietiging", bewijs("voltooid", "2026-06-10"));
  const auto t = termijnen(z, Datum(2026, 6, 11));
  CHECK(z.dossier().vernietigingen.front().voltooid_op == Datum(2026, 6, 2));
  CHECK(vind(t, "vernietiging_kopieen", "k7q2-m4xd/burgemeester")->uiterlijk == Datum(2026, 7, 10));
  CHECK_FALSE(vind(t, "vernietiging_kopieen", "k7q2-m4xd/politie")->loopt());
}

TEST_CASE("receipts written apart come to one state, whatever their order") {
  std::mt19937 toeval(20261127);
  for (int ronde = 0; ronde < 20; ++ronde) {
    Zaak z;
    const std::string begin = z.voeg("vernietiging", een_begin());
    (void)z.voeg_naast("vernietiging", bewijs("voltooid", "2026-06-02"), begin);
    (void)z.voeg_naast("vernietiging", bewijs("ingetrokken", "2026-06-03"), begin);
    (void)z.voeg_naast("vernietiging", bevestigd("politie", "2026-06-05"), begin);
    std::vector<Invoer> stukken = z.stukken();
    const Dossier eerst = vouw(stukken, z.beleid);
    std::shuffle(stukken.begin(), stukken.end(), toeval);
    const Dossier dan = vouw(stukken, z.beleid);
    CHECK(dan.feiten == eerst.feiten);
    CHECK(dan.vernietigingen.front().voltooid_op == Datum(2026, 6, 2));
    CHECK_FALSE(dan.vernietigingen.front().ingetrokken_op);
    CHECK(dan.vernietigingen.front().bevestigd.size() == 1);
  }
}
