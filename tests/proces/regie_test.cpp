// SPDX-License-Identifier: EUPL-1.2
//
// Who is regisseur of a case: who takes it up, hands it over, is named, stands in, and stops; and who only says so.
#include <doctest/doctest.h>

#include <string>

#include "lib/proces/dossier.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 4, 1);

/// "reg1 2026-03-01, reg2 2026-03-05 tot 2026-03-20": all that were not ended.
std::string regisseurs(const Zaak& z) {
  std::string uit;
  for (const proces::CasusRegisseur& r : z.dossier().regisseurs) {
    uit += (uit.empty() ? "" : ", ") + r.gebruiker + " " + r.sinds.tekst();
    if (r.tot) uit += " tot " + r.tot->tekst();
  }
  return uit;
}

Waarde toegang(const char* stap, const char* datum, const char* gebruiker, const char* aan, const char* tot = "") {
  Waarde w = k({{"stap", stap}, {"datum", datum}, {"reden", "zo besloten"}});
  if (*gebruiker != '\0') w.zet("gebruiker", gebruiker);
  if (*aan != '\0') w.zet("aan", aan);
  if (*tot != '\0') w.zet("tot", tot);
  return w;
}

Waarde wijs_aan(const char* aan, const char* datum, const char* tot = "") {
  return toegang("aangewezen", datum, "", aan, tot);
}

/// Reported by the police, and nobody's yet.
Zaak van_politie() {
  Zaak z;
  z.als("pol1", "politie", "weegploeg");
  z.voeg("melding", een_melding());
  return z;
}

Zaak& als_reg(Zaak& z, const char* id) { return z.als(id, "burgemeester", "regisseur"); }
Zaak& als_proc(Zaak& z) { return z.als("proc1", "college", "procesregisseur"); }

}  // namespace

TEST_CASE("the first regisseur who writes has the case; whoever writes after that has not") {
  Zaak z = van_politie();
  CHECK(regisseurs(z).empty());
  CHECK_FALSE(z.dossier().had_regisseur);
  CHECK(z.dossier().regisseert("reg2", kDag));  // somebody must be able to take it up
  als_reg(z, "reg1").voeg("aanmelding", een_aanmelding());
  CHECK(regisseurs(z).rfind("reg1 ", 0) == 0);
  als_reg(z, "reg2").voeg("weging", een_weging());
  REQUIRE(z.dossier().regisseurs.size() == 1);
  CHECK(z.dossier().regisseert("reg1", kDag));
  CHECK_FALSE(z.dossier().regisseert("reg2", kDag));
}

TEST_CASE("a procesregisseur takes nothing up by writing, and giving other keys takes nothing up either") {
  Zaak z = van_politie();
  als_proc(z).voeg("aanmelding", een_aanmelding());
  als_reg(z, "reg1").voeg("toegang", toegang("vernieuwd", "2026-03-02", "", ""));
  CHECK(regisseurs(z).empty());
  CHECK_FALSE(z.dossier().had_regisseur);
  z.voeg("weging", een_weging());
  CHECK(regisseurs(z).rfind("reg1 ", 0) == 0);
}

TEST_CASE("two who took it up beside each other both have it, in whatever order they come") {
  Zaak z = van_politie();
  const std::string melding = z.stukken().back().digest;
  als_reg(z, "reg1").voeg("aanmelding", een_aanmelding());
  als_reg(z, "reg2").voeg_naast("aanmelding", een_aanmelding(), melding);
  CHECK(z.dossier().regisseurs.size() == 2);
  std::vector<proces::Invoer> andersom(z.stukken().rbegin(), z.stukken().rend());
  CHECK(proces::vouw(andersom, z.beleid).regisseurs.size() == 2);
}

TEST_CASE("a handover: the one has it, the other stops, at once or after the last day") {
  Zaak z = aangemeld();
  SUBCASE("cold") {
    z.voeg("toegang", toegang("overgedragen", "2026-03-05", "reg1", "reg2"));
    CHECK(regisseurs(z) == "reg2 2026-03-05");
  }
  SUBCASE("warm, and the last day moved") {
    z.voeg("toegang", toegang("overgedragen", "2026-03-05", "reg1", "reg2", "2026-03-20"));
    CHECK(z.dossier().regisseert("reg1", Datum(2026, 3, 20)));
    CHECK_FALSE(z.dossier().regisseert("reg1", Datum(2026, 3, 21)));
    CHECK(z.dossier().regisseert("reg2", Datum(2026, 3, 21)));
    z.voeg("toegang", toegang("overgedragen", "2026-03-18", "reg1", "reg2", "2026-03-25"));
    CHECK(z.dossier().regisseert("reg1", Datum(2026, 3, 25)));
    CHECK_FALSE(z.dossier().regisseert("reg1", Datum(2026, 3, 26)));
    CHECK(z.dossier().regisseert("reg2", Datum(2026, 3, 26)));  // the one who stops does not cut that short
  }
}

TEST_CASE("named beside the first: for good, or standing in until a day; named again the last word counts") {
  Zaak z = aangemeld();
  z.voeg("toegang", wijs_aan("reg2", "2026-03-05", "2026-03-20"));
  CHECK(z.dossier().regisseurs.size() == 2);
  CHECK(z.dossier().regisseert("reg2", Datum(2026, 3, 20)));
  CHECK_FALSE(z.dossier().regisseert("reg2", Datum(2026, 3, 21)));
  z.voeg("toegang", wijs_aan("reg2", "2026-03-10"));
  CHECK(z.dossier().regisseert("reg2", kDag));
  CHECK(z.dossier().regisseur("reg2", kDag)->sinds == Datum(2026, 3, 5));
}

TEST_CASE(
    "ended stays ended until somebody who knew names them again; with nobody left it is no longer everybody's") {
  Zaak z = aangemeld();
  const std::string voor = z.stukken().back().digest;
  als_proc(z).voeg("toegang", toegang("ingetrokken", "2026-03-05", "reg1", ""));
  CHECK(regisseurs(z).empty());
  CHECK(z.dossier().had_regisseur);
  CHECK_FALSE(z.dossier().regisseert("reg2", kDag));
  Zaak naast = z;
  naast.voeg_naast("toegang", wijs_aan("reg1", "2026-03-06"), voor);
  CHECK(regisseurs(naast).empty());
  z.voeg("toegang", wijs_aan("reg1", "2026-03-06"));
  CHECK(regisseurs(z) == "reg1 2026-03-06");
  CHECK(z.dossier().uitgesloten.empty());
}

TEST_CASE("who does not have the case names nobody, and himself least of all") {
  Zaak z = aangemeld();
  const std::string eerste = z.stukken().front().digest;
  SUBCASE("naming himself, after the first or beside the rest") {
    als_reg(z, "reg2").voeg("toegang", wijs_aan("reg2", "2026-03-05"));
    z.voeg_naast("toegang", wijs_aan("reg2", "2026-03-05"), eerste);
    CHECK(zegt(z.dossier().bevindingen, kBev, "maakte reg2 geen regisseur", "artikel 13"));
  }
  SUBCASE("a handover of what he does not have") {
    als_reg(z, "reg2").voeg("toegang", toegang("overgedragen", "2026-03-05", "pol1", "reg2"));
    CHECK(zegt(z.dossier().bevindingen, kBev, "maakte reg2 geen regisseur", "artikel 13"));
  }
  SUBCASE("writing beside the rest") { als_reg(z, "reg2").voeg_naast("aanmelding", een_aanmelding(), eerste); }
  SUBCASE("writing after something that is not there") {
    als_reg(z, "reg2").voeg_naast("aanmelding", een_aanmelding(), "b2:weg");
  }
  SUBCASE("correcting what the first one wrote") {
    als_reg(z, "reg2");
    z.vervangt = {eerste};
    z.voeg("melding", een_melding());
  }
  SUBCASE("the weegploeg") {
    z.als("pol1", "politie", "weegploeg").voeg("toegang", wijs_aan("reg2", "2026-03-05"));
  }
  REQUIRE(z.dossier().regisseurs.size() == 1);
  CHECK(z.dossier().regisseert("reg1", kDag));
  CHECK_FALSE(z.dossier().regisseert("reg2", kDag));
}

TEST_CASE("who stands in names nobody beyond his own last day, and nobody after it") {
  Zaak z = aangemeld();
  z.voeg("toegang", wijs_aan("reg2", "2026-03-05", "2026-03-20"));
  Zaak later = z;
  als_reg(z, "reg2").voeg("toegang", wijs_aan("reg3", "2026-03-10"));
  CHECK(z.dossier().regisseert("reg3", Datum(2026, 3, 20)));
  CHECK_FALSE(z.dossier().regisseert("reg3", Datum(2026, 3, 21)));
  Zaak korter = later;
  als_reg(korter, "reg2").voeg("toegang", wijs_aan("reg1", "2026-03-10", "2026-03-20"));
  CHECK(korter.dossier().regisseert("reg1", Datum(2026, 3, 21)));
  CHECK(zegt(korter.dossier().bevindingen, kBev, "maakte reg1 geen regisseur", "artikel 13"));
  als_reg(later, "reg2").voeg("toegang", wijs_aan("reg3", "2026-03-21"));
  CHECK_FALSE(later.dossier().regisseert("reg3", Datum(2026, 3, 21)));
}
