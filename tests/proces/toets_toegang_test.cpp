// SPDX-License-Identifier: EUPL-1.2
//
// Who takes part, and whose access ends: decisions of the three, and what undoes what.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde een_deelname(const Waarde& stemmen = drie_stemmen()) {
  return k(
      {{"datum", "2026-04-01"},
       {"wijze", "overleg"},
       {"stemmen", stemmen},
       {"deelnemers", l({k({{"gebruiker", "rvdk1"}, {"compartimenten", l({"identiteit"})}, {"waarom", "x"}})})}});
}

Waarde einde(const char* wie) {
  return k({{"stap", "ingetrokken"}, {"datum", "2026-04-02"}, {"gebruiker", wie}, {"reden", "ander werk"}});
}

std::vector<std::string> deelnemers(const Zaak& z) {
  std::vector<std::string> uit;
  const Dossier d = z.dossier();
  for (const DeelnemerVelden& v : d.deelnemers) uit.push_back(v.gebruiker);
  return uit;
}

bool buiten(const Zaak& z, const std::string& wie) {
  const Dossier d = z.dossier();
  return std::binary_search(d.uitgesloten.begin(), d.uitgesloten.end(), wie);
}

}  // namespace

TEST_CASE("artikel 5, lid 5: who comes in later takes the three as well") {
  Zaak z = opgenomen();
  CHECK(z.toets("deelname", een_deelname()).empty());
  auto stemmen = l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om", "tegen")});
  ZEGT(z.toets("deelname", een_deelname(stemmen)), kNee, "iemand toelaten kan niet", "artikel 5, lid 5, Wet PGA");
  stemmen = l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie")});
  ZEGT(z.toets("deelname", een_deelname(stemmen)), kNee, "OM ontbreekt");
  ZEGT(aangemeld().toets("deelname", een_deelname()), kNee, "kan alleen aan een casus die is opgenomen");
  const Waarde her = met(een_herweging("2026-08-03"), "stemmen", stemmen);
  ZEGT(z.toets("weging", met(her, "deelnemers", *een_deelname().vind("deelnemers"))), kNee,
       "iemand toelaten kan niet");

  const auto voorheen = deelnemers(z);
  z.voeg("deelname", een_deelname(stemmen));
  CHECK(deelnemers(z) == voorheen);
  ZEGT(bevindingen_op(z, Datum(2026, 4, 2)), kBev, "niet eensluidend en telt niet", "artikel 5, lid 5");
  z.voeg("deelname", een_deelname());
  CHECK(deelnemers(z).back() == "rvdk1");
}

TEST_CASE("a vote against in a decision about taking part cannot be replaced") {
  Zaak z = opgenomen();
  const auto tegen =
      l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om", "tegen")});
  z.vervangt = {z.voeg("deelname", een_deelname(tegen))};
  ZEGT(z.toets("deelname", een_deelname()), kNee, "kan niet worden vervangen");
}

TEST_CASE("ended is ended until somebody who knows of it decides otherwise") {
  Zaak z = opgenomen();
  const std::string voor = z.stukken().back().digest;
  z.voeg("deelname", een_deelname());
  CHECK_FALSE(buiten(z, "rvdk1"));
  z.voeg("toegang", einde("rvdk1"));
  CHECK(buiten(z, "rvdk1"));
  Zaak naast = z;
  naast.voeg_naast("deelname", een_deelname(), voor);
  CHECK(buiten(naast, "rvdk1"));
  z.voeg("deelname", een_deelname());
  CHECK_FALSE(buiten(z, "rvdk1"));
}

TEST_CASE("artikel 13: ending says whose and why, handing over goes to a regisseur") {
  Zaak z = opgenomen();
  z.gebruikers = {{"reg1", "burgemeester", {"regisseur"}},
                  {"reg2", "burgemeester", {"regisseur"}},
                  {"pol1", "politie", {"weegploeg"}}};
  CHECK(z.toets("toegang", einde("pol1")).empty());
  ZEGT(z.toets("toegang", einde("pol2")), kDoc, "pol2");
  ZEGT(z.toets("toegang", met(einde("pol1"), "gebruiker", "")), kDoc, "van wie de toegang eindigt");
  ZEGT(z.toets("toegang", met(einde("pol1"), "reden", "")), kBev, "waarom de toegang van pol1 eindigt",
       "artikel 13");
  const Waarde over = met(met(einde("reg1"), "stap", "overgedragen"), "aan", "reg2");
  CHECK(z.toets("toegang", over).empty());
  ZEGT(z.toets("toegang", met(over, "aan", "pol1")), kNee, "geen regisseur", "artikel 13");
  ZEGT(z.toets("toegang", met(over, "aan", "reg1")), kDoc, "niet aan zichzelf");
  ZEGT(z.toets("toegang", met(over, "aan", "")), kDoc, "wie de casus overneemt");
  z.voeg("toegang", over);
  CHECK(buiten(z, "reg1"));
  CHECK_FALSE(buiten(z, "reg2"));
  z.voeg("toegang", met(met(over, "gebruiker", "reg2"), "aan", "reg1"));
  CHECK_FALSE(buiten(z, "reg1"));
  CHECK(buiten(z, "reg2"));
}

TEST_CASE("artikel 6, lid 3: shielding is for a closed case") {
  const Waarde scherm = k({{"stap", "afgeschermd"}, {"datum", "2026-08-26"}});
  ZEGT(opgenomen().toets("toegang", scherm), kNee, "pas als de casus is afgesloten", "artikel 6, lid 3");
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  CHECK(z.toets("toegang", scherm).empty());
  CHECK_FALSE(z.dossier().afgeschermd);
  z.voeg("toegang", scherm);
  CHECK(z.dossier().afgeschermd);
}

TEST_CASE("who hands a case over reads on until the day they said, and the last word on that counts") {
  Zaak z = opgenomen();
  const auto over = [](const char* dag, const char* tot) {
    return k({{"stap", "overgedragen"}, {"datum", dag}, {"gebruiker", "reg1"}, {"aan", "reg2"}, {"tot", tot}});
  };
  z.voeg("toegang", over("2026-04-01", "2026-04-30"));
  Dossier d = z.dossier();
  CHECK_FALSE(buiten(z, "reg1"));
  REQUIRE(d.meelezers.size() == 1);
  CHECK(d.meelezers[0].gebruiker == "reg1");
  CHECK(d.meelezers[0].tot == Datum(2026, 4, 30));

  z.voeg("toegang", over("2026-04-20", "2026-05-15"));
  d = z.dossier();
  REQUIRE(d.meelezers.size() == 1);
  CHECK(d.meelezers[0].tot == Datum(2026, 5, 15));

  z.voeg("toegang", einde("reg1"));
  CHECK(buiten(z, "reg1"));
  z.voeg("toegang", k({{"stap", "overgedragen"}, {"datum", "2026-05-20"}, {"gebruiker", "reg2"}, {"aan", "reg1"}}));
  CHECK_FALSE(buiten(z, "reg1"));
  CHECK(z.dossier().meelezers.empty());
  CHECK(buiten(z, "reg2"));
}

TEST_CASE("artikel 13: a regisseur is named by who has the case or by a procesregisseur, and can be one") {
  Zaak z = opgenomen();
  z.peildatum = "2026-04-01";
  z.gebruikers = {{"reg1", "burgemeester", {"regisseur"}},
                  {"reg2", "burgemeester", {"regisseur"}},
                  {"oud1", "burgemeester", {"regisseur"}, false},
                  {"proc1", "college", {"procesregisseur"}},
                  {"pol1", "politie", {"weegploeg"}}};
  const Waarde aan = k({{"stap", "aangewezen"}, {"datum", "2026-04-01"}, {"aan", "reg2"}});
  CHECK(z.toets("toegang", aan).empty());
  ZEGT(z.toets("toegang", met(aan, "aan", "")), kDoc, "wie de regisseur van de casus wordt");
  ZEGT(z.toets("toegang", met(aan, "aan", "reg3")), kDoc, "reg3");
  ZEGT(z.toets("toegang", met(aan, "tot", "2026-03-31")), kDoc, "al voorbij");
  ZEGT(z.toets("toegang", met(aan, "aan", "pol1")), kNee, "pol1 is geen regisseur", "artikel 13");
  ZEGT(z.toets("toegang", met(aan, "aan", "oud1")), kNee, "oud1 heeft geen sleutel die nu geldt", "artikel 13");
  ZEGT(z.toets("toegang", met(aan, "aan", "reg1")), kNee, "u kunt uzelf niet", "artikel 13");
  z.als("reg2", "burgemeester", "regisseur");
  ZEGT(z.toets("toegang", aan), kNee, "u bent niet de regisseur van deze casus: dat is reg1", "artikel 13");
  z.als("proc1", "college", "procesregisseur");
  CHECK(z.toets("toegang", met(aan, "aan", "proc1")).empty());
  z.voeg("toegang", met(aan, "tot", "2026-04-10"));
  ZEGT(z.toets("toegang", met(aan, "tot", "2026-04-10")), kBev, "reg2 is al regisseur van deze casus");
  CHECK(z.toets("toegang", met(aan, "tot", "2026-04-12")).empty());
  z.als("reg2", "burgemeester", "regisseur");
  const Waarde verder = met(aan, "aan", "proc1");
  ZEGT(z.toets("toegang", verder), kNee, "u bent zelf regisseur tot en met vr 10 april 2026", "artikel 13");
  CHECK(z.toets("toegang", met(verder, "tot", "2026-04-10")).empty());
}

TEST_CASE("with regisseur_leest: eigen the regisseur of another case adds to this one what a deelnemer adds") {
  Zaak z = opgenomen();
  z.peildatum = "2026-04-01";
  z.als("reg2", "burgemeester", "regisseur");
  const Waarde vernieuw = k({{"stap", "vernieuwd"}, {"datum", "2026-04-01"}});
  CHECK(z.toets("toegang", vernieuw).empty());
  z.beleid.leest.regisseur_leest = RegisseurLeest::eigen;
  ZEGT(z.toets("toegang", vernieuw), kNee, "u bent niet de regisseur van deze casus: dat is reg1", "artikel 13");
  ZEGT(z.toets("plan", een_plan()), kNee, "u bent niet de regisseur", "artikel 13");
  CHECK_FALSE(zegt(z.toets("aanvulling", k({{"datum", "2026-04-01"}})), kNee, "niet de regisseur"));
  z.als("reg1", "burgemeester", "regisseur");
  CHECK(z.toets("toegang", vernieuw).empty());
  z.als("proc1", "college", "procesregisseur");
  CHECK(z.toets("toegang", vernieuw).empty());
}
