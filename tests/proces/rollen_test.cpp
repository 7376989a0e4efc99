// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/rollen.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace pga;
using namespace pga::proces;

namespace {

constexpr Toestand kToestanden[] = {Toestand::lopend, Toestand::afgeschermd, Toestand::gemeente};

constexpr Leesbeleid kToezichtLeest = {true, RegisseurLeest::alle};
constexpr Leesbeleid kEigen = {false, RegisseurLeest::eigen};

std::string vakken(const std::vector<std::string>& rollen, Toestand waar, const Leesbeleid& beleid = {}) {
  std::string uit;
  for (const Compartiment c : kCompartimenten) {
    if (opent(rollen, waar, beleid).heeft(c)) uit += (uit.empty() ? "" : " ") + std::string(naam(c));
  }
  return uit;
}

bool weigert(const std::vector<RolBezwaar>& bezwaren, const std::string& tekst) {
  for (const RolBezwaar& b : bezwaren) {
    if (b.wat.find(tekst) != std::string::npos) return true;
  }
  return false;
}

constexpr const char* kAlle = "identiteit melder motivering strafrecht termijnen zaak zorg";

}  // namespace

TEST_CASE("what each role opens without a decision: running, shielded, gemeente") {
  struct Rij {
    const char* lopend;
    const char* afgeschermd;
    const char* gemeente;
  };
  const std::map<std::string, Rij> hoort = {
      {"procesregisseur", {kAlle, "termijnen", kAlle}},
      {"regisseur", {kAlle, "termijnen", kAlle}},
      {"weegploeg", {"identiteit melder motivering strafrecht termijnen zaak", "termijnen", ""}},
      {"deelnemer", {"", "", ""}},
      {"contactpunt", {"", "identiteit melder strafrecht termijnen zaak zorg", ""}},
      {"rechtmatigheid", {"", kAlle, ""}},
      {"rac", {"motivering termijnen", "motivering termijnen", "termijnen"}},
      {"toezicht", {"termijnen", "termijnen", "termijnen"}},
      {"fg", {"termijnen", "termijnen", "termijnen"}},
      {"ondersteuning", {"", "", ""}},
      {"termijnwacht", {"termijnen", "termijnen", "termijnen"}},
      {"meldpunt", {"", "", ""}},
      {"reserve", {kAlle, kAlle, kAlle}}};
  REQUIRE(hoort.size() == rolregels().size());
  for (const auto& [rol, rij] : hoort) {
    CAPTURE(rol);
    REQUIRE(lees<Rol>(rol));
    CHECK(vakken({rol}, Toestand::lopend) == rij.lopend);
    CHECK(vakken({rol}, Toestand::afgeschermd) == rij.afgeschermd);
    CHECK(vakken({rol}, Toestand::gemeente) == rij.gemeente);
  }
  CHECK(vakken({"onzin"}, Toestand::lopend).empty());
  CHECK(vakken({"weegploeg", "contactpunt"}, Toestand::afgeschermd) ==
        "identiteit melder strafrecht termijnen zaak zorg");
}

TEST_CASE("policy opens zaak of a running case to the commissie van toezicht, and nothing else to anybody") {
  CHECK(vakken({"toezicht"}, Toestand::lopend, kToezichtLeest) == "termijnen zaak");
  for (const RolRegel& r : rolregels()) {
    const std::string rol(naam(r.rol));
    for (const Toestand waar : kToestanden) {
      if (r.rol == Rol::toezicht && waar == Toestand::lopend) continue;
      CHECK(vakken({rol}, waar, kToezichtLeest) == vakken({rol}, waar));
    }
  }
}

TEST_CASE(
    "with regisseur_leest: eigen a regisseur opens termijnen of a running case by role, and nobody else changes") {
  CHECK(vakken({"regisseur"}, Toestand::lopend, kEigen) == "termijnen");
  CHECK(vakken({"regisseur", "weegploeg"}, Toestand::lopend, kEigen) == vakken({"weegploeg"}, Toestand::lopend));
  CHECK(vakken({"regisseur", "procesregisseur"}, Toestand::lopend, kEigen) == kAlle);
  for (const RolRegel& r : rolregels()) {
    const std::string rol(naam(r.rol));
    for (const Toestand waar : kToestanden) {
      if (r.rol == Rol::regisseur && waar == Toestand::lopend) continue;
      CHECK(vakken({rol}, waar, kEigen) == vakken({rol}, waar));
    }
  }
}

TEST_CASE("in the case of another a regisseur works as a deelnemer, where policy says so") {
  using Rollen = std::vector<std::string>;
  CHECK(rollen_elders({"regisseur", "weegploeg"}, kEigen) == Rollen{"deelnemer", "weegploeg"});
  CHECK(rollen_elders({"procesregisseur", "onzin"}, kEigen) == Rollen{"procesregisseur", "onzin"});
  CHECK(rollen_elders({"regisseur"}, {}) == Rollen{"regisseur"});
  CHECK_FALSE(mag_tekenen("toegang", rollen_elders({"regisseur"}, kEigen)));
  CHECK(mag_tekenen("aanvulling", rollen_elders({"regisseur"}, kEigen)));
}

TEST_CASE("whoever may sign beheer could add a reader of his own: that role reads everything, under each policy") {
  for (const Leesbeleid& beleid : {Leesbeleid{}, kToezichtLeest, kEigen}) {
    int n = 0;
    for (const RolRegel& r : rolregels()) {
      const std::vector<std::string> rol = {std::string(naam(r.rol))};
      if (!mag_beheer_tekenen(rol, beleid)) continue;
      ++n;
      CHECK(r.beheer);
      CHECK(vakken(rol, Toestand::lopend, beleid) == kAlle);
      CHECK(vakken(rol, Toestand::gemeente, beleid) == kAlle);
      CHECK_FALSE(r.alleen);
    }
    CHECK(n == (beleid == kEigen ? 1 : 2));
  }
}

TEST_CASE("who stands alone gets nothing by a decision, signs nothing, and goes with nobody who opens anything") {
  for (const RolRegel& r : rolregels()) {
    if (!r.alleen) continue;
    const std::string rol(naam(r.rol));
    CAPTURE(rol);
    CHECK_FALSE(mag_meedoen({rol}));
    CHECK_FALSE(mag_iets_tekenen({rol}));
    for (const char* ander :
         {"procesregisseur", "regisseur", "weegploeg", "deelnemer", "contactpunt", "rechtmatigheid", "reserve"}) {
      if (rol != ander) CHECK(weigert(rol_bezwaren("burgemeester", {rol, ander}), "gaat niet samen"));
    }
  }
  CHECK(rol_bezwaren("fg", {"fg", "toezicht"}).size() == 2);  // not theirs, and not together: said once
  CHECK(rol_bezwaren("college", {"ondersteuning", "meldpunt"}).empty());
  CHECK(rol_bezwaren("burgemeester", {"regisseur", "contactpunt", "rechtmatigheid"}).empty());
  CHECK(rol_bezwaren("politie", {"regisseur", "termijnwacht"}).front().wat ==
        "de rol termijnwacht gaat niet samen met de rol regisseur");
}

TEST_CASE(
    "the weegploeg is of burgemeester, politie and om; a machine watches or reports; bodies have their role") {
  for (const std::string_view organisatie : Woorden<Organisatie>::namen) {
    CAPTURE(organisatie);
    const bool weegt = organisatie == "burgemeester" || organisatie == "politie" || organisatie == "om";
    const bool lichaam = organisatie == "rac" || organisatie == "toezicht" || organisatie == "fg";
    const bool deelnemer = !lichaam && organisatie != "machine" && organisatie != "beheer";
    CHECK(rol_bezwaren(organisatie, {"weegploeg"}).empty() == weegt);
    CHECK(rol_bezwaren(organisatie, {"termijnwacht"}).empty() == !lichaam);
    CHECK(rol_bezwaren(organisatie, {"regisseur", "deelnemer"}).size() == (deelnemer ? 0 : 2));
    CHECK(rol_bezwaren(organisatie, {"procesregisseur"}).empty() ==
          (organisatie == "burgemeester" || organisatie == "college"));
    for (const char* rol : {"rac", "toezicht", "fg"}) {
      CHECK(rol_bezwaren(organisatie, {rol}).empty() == (organisatie == rol));
    }
  }
  CHECK(rol_bezwaren("rvdk", {"weegploeg"}).front().grondslag == "artikel 5, lid 3, Wet PGA");
  CHECK(rol_bezwaren("machine", {"weegploeg"}).front().wat ==
        "een machine kan alleen termijnwacht of meldpunt zijn, geen weegploeg");
  CHECK(rol_bezwaren("politie", {"rac"}).front().wat == "de politie kan de rol rac niet hebben: die is voor rac");
}

TEST_CASE("a meldpunt opens a dossier with a melding, and signs nothing else") {
  for (const std::string_view soort : Woorden<Soort>::namen) {
    CHECK(mag_tekenen(soort, {"meldpunt"}) == (soort == "opening" || soort == "melding"));
    CHECK(mag_tekenen(soort, {"procesregisseur"}));
  }
}

TEST_CASE("whose business every dossier is") {
  const std::set<std::string> alles = {"procesregisseur", "regisseur", "rac", "toezicht", "fg",
                                       "termijnwacht",    "reserve"};
  for (const RolRegel& r : rolregels()) {
    const std::string rol(naam(r.rol));
    CAPTURE(rol);
    CHECK(leest_alles({rol}) == (alles.count(rol) != 0));
    CHECK(is_regisseur({rol}) == (rol == "regisseur" || rol == "procesregisseur"));
    CHECK(is_reserve({rol}) == (rol == "reserve"));
    CHECK(ziet_beoordelingen({rol}) == (is_regisseur({rol}) || is_reserve({rol})));
  }
}
