// SPDX-License-Identifier: EUPL-1.2
//
// What stays of anonymised dossiers: what one adds, how totals come together, and what is never shown.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/proces/aantallen.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

const std::string kMerk(32, 'a');

Waarde aantallen_stuk(const std::string& merk, const std::vector<std::string>& neemt_over = {}) {
  Waarde w = k({{"datum", "2026-06-01"}, {"merk", merk}});
  Waarde lijst = Waarde::lijst_();
  for (const std::string& d : neemt_over) lijst.voeg_toe(d);
  return neemt_over.empty() ? w : met(w, "neemt_over", lijst);
}

Aantallen een(Afloop afloop, Bericht bericht = Bericht::verzonden) {
  Aantallen uit;
  uit.tel({afloop, Looptijd::langer, bericht});
  return uit;
}

}  // namespace

TEST_CASE("a dossier adds one answer to each question, from what termijnen says") {
  Zaak z = aangemeld();
  (void)z.voeg("weging", een_weging("niet_opnemen"));
  const Kenmerken niet = kenmerken_van(z.dossier());
  CHECK(niet.afloop == Afloop::niet_opgenomen);
  CHECK(niet.looptijd == Looptijd::tot_half_jaar);
  CHECK(niet.bericht == Bericht::niet_verzonden);

  Zaak dicht = opgenomen();
  (void)dicht.voeg("notificatie", een_notificatie("verzonden", "2026-03-20"));
  (void)dicht.voeg("afsluiting", met(met(een_afsluiting(), "reden", "verhuisd"), "datum", "2027-06-01"));
  const Kenmerken d = kenmerken_van(dicht.dossier());
  CHECK(d.afloop == Afloop::anders_gesloten);
  CHECK(d.looptijd == Looptijd::tot_twee_jaar);
  CHECK(d.bericht == Bericht::verzonden);

  Zaak laat = opgenomen();
  (void)laat.voeg("notificatie", een_uitstel());
  CHECK(kenmerken_van(laat.dossier()).bericht == Bericht::uitgesteld);
  CHECK(kenmerken_van(laat.dossier()).afloop == Afloop::niet_gesloten);
  (void)laat.voeg("notificatie", een_notificatie("verzonden", "2026-12-01"));
  CHECK(kenmerken_van(laat.dossier()).bericht == Bericht::na_uitstel);
  CHECK(kenmerken_van(Dossier()).looptijd == Looptijd::onbekend);
  CHECK(kenmerken_van(Dossier()).bericht == Bericht::niet_nodig);
}

TEST_CASE("totals add up, read back as they were, and what cannot be is refused") {
  const Aantallen a = plus(een(Afloop::afgedaan), plus(een(Afloop::afgedaan), een(Afloop::doelen_bereikt)));
  CHECK(a.totaal == 3);
  CHECK(a.afloop.at(0) == 2);
  CHECK(lees_aantallen(als_waarde(a)) == a);
  CHECK(lees_aantallen(als_waarde(Aantallen())) == Aantallen());
  CHECK_FALSE(lees_aantallen(met(als_waarde(a), "totaal", 1)));
  CHECK_FALSE(lees_aantallen(met(als_waarde(a), "totaal", -1)));
  CHECK_FALSE(lees_aantallen(met(als_waarde(a), "totaal", "3")));
  CHECK_FALSE(lees_aantallen(met(als_waarde(a), "bericht", k({{"verzonden", 4}}))));
}

TEST_CASE("two that went on from the same totals: nothing twice, and different dossiers all of them") {
  const Aantallen basis = een(Afloop::afgedaan);
  const Aantallen links = plus(basis, een(Afloop::doelen_bereikt));
  const Aantallen rechts = plus(basis, een(Afloop::niet_opgenomen));
  CHECK(samen(links, rechts).totaal == 3);
  CHECK(samen(links, links) == links);
  CHECK(samen(links, basis) == links);
  CHECK(samen(links, rechts) == samen(rechts, links));
}

TEST_CASE(
    "what is shown: whatever the numbers, below ten none can be told from any other below ten by subtracting") {
  // Three answers and their total as they are shown; every split that would be shown just so is possible.
  const auto getoond = [](const std::array<int, 3>& c) {
    std::array<int, 4> uit{};
    for (std::size_t i = 0; i < 3; ++i) uit.at(i) = toonbaar(c.at(i)).value_or(-1);
    uit[3] = toonbaar(c[0] + c[1] + c[2]).value_or(-1);
    return uit;
  };
  constexpr int kTot = 25;
  std::map<std::array<int, 4>, std::array<std::set<int>, 3>> mogelijk;
  const std::function<void(const std::function<void(const std::array<int, 3>&)>&)> elk = [](const auto& doe) {
    for (int a = 0; a < kTot; ++a) {
      for (int b = 0; b < kTot; ++b) {
        for (int c = 0; c < kTot; ++c) doe({a, b, c});
      }
    }
  };
  elk([&](const std::array<int, 3>& c) {
    for (std::size_t i = 0; i < 3; ++i) mogelijk[getoond(c)].at(i).insert(c.at(i));
  });
  int gezien = 0;
  elk([&](const std::array<int, 3>& c) {
    const auto& m = mogelijk.at(getoond(c));
    for (std::size_t i = 0; i < 3; ++i) {
      if (c.at(i) >= kDrempel) continue;
      ++gezien;
      REQUIRE(m.at(i).count(kDrempel - 1) == 1);  // never known to be fewer than nine
      REQUIRE(m.at(i).size() >= 2);
    }
  });
  CHECK(gezien > 10000);
  CHECK_FALSE(toonbaar(9));
  CHECK_FALSE(toonbaar(0));
  CHECK(toonbaar(10) == 10);
  CHECK(toonbaar(29) == 20);
}

TEST_CASE("later totals hold earlier ones of the same gebruiker, and of nobody else") {
  Zaak z;
  const std::string eerste = z.voeg("aantallen", aantallen_stuk(kMerk));
  CHECK(z.toets("aantallen", aantallen_stuk(kMerk, {eerste})).empty());
  const std::string tweede = z.voeg("aantallen", aantallen_stuk(std::string(32, 'b'), {eerste}));
  CHECK(z.dossier().aantallen.front().overgenomen);
  CHECK(nieuwste_aantallen(z.dossier()) == std::vector<std::vector<std::string>>{{tweede}});
  z.als("reg2", "burgemeester", "regisseur");
  ZEGT(z.toets("aantallen", aantallen_stuk(kMerk, {tweede})), kDoc, "geen aantallen die u kunt overnemen");
  const std::string ander = z.voeg("aantallen", aantallen_stuk(std::string(32, 'c'), {tweede}));
  ZEGT(z.dossier().bevindingen, kBev, "het telt apart");
  CHECK(nieuwste_aantallen(z.dossier()).size() == 2);
  CHECK(dubbel_geteld(z.dossier()) == 0);
  (void)z.voeg("aantallen", aantallen_stuk(std::string(32, 'b'), {ander}));
  CHECK(dubbel_geteld(z.dossier()) == 1);
}

TEST_CASE("two clones of one gebruiker stand in one group until the next totals hold both; two begins do not") {
  Zaak z;
  const std::string basis = z.voeg("aantallen", aantallen_stuk(kMerk));
  const std::string links = z.voeg("aantallen", aantallen_stuk(std::string(32, 'b'), {basis}));
  const std::string rechts = z.voeg_naast("aantallen", aantallen_stuk(std::string(32, 'c'), {basis}), basis);
  const std::string los = z.voeg_naast("aantallen", aantallen_stuk(std::string(32, 'd')), basis);
  auto groepen = nieuwste_aantallen(z.dossier());
  REQUIRE(groepen.size() == 2);
  std::sort(groepen.begin(), groepen.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  CHECK(groepen[0] == std::vector<std::string>{los});
  CHECK(std::set<std::string>(groepen[1].begin(), groepen[1].end()) == std::set<std::string>{links, rechts});
  const std::string alles = z.voeg("aantallen", aantallen_stuk(std::string(32, 'e'), {links, rechts, los}));
  CHECK(nieuwste_aantallen(z.dossier()) == std::vector<std::vector<std::string>>{{alles}});
}
