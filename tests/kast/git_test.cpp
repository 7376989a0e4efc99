// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/git.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

void git(const kast::Pad& map, const std::string& rest) {
  const std::string opdracht = "git -C '" + map.string() +
                               "' -c user.name=pga -c user.email=pga@localhost -c commit.gpgsign=false " + rest +
                               " >/dev/null 2>&1";
  REQUIRE(std::system(opdracht.c_str()) == 0);  // NOLINT(cert-env33-c): a test
}

/// What controleer finds, but for the gebruikers of this kast, whom nobody screened.
std::vector<Bevinding> controleer(const ProefKast& kast) {
  std::vector<Bevinding> uit;
  for (Bevinding& b :
       kast::controleer(kast.open(), kast.lezer("reg1"), Datum(2026, 2, 1), std::nullopt).bevindingen) {
    if (b.wat.find("de VOG of de screening") == std::string::npos) uit.push_back(std::move(b));
  }
  return uit;
}

}  // namespace

TEST_CASE("what git holds of a kast and what became of it") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  CHECK_FALSE(kast::git_bestanden(kast.map));
  CHECK(bevat(controleer(kast), FoutSoort::bevinding, "ligt niet in git"));
  kast::git_init(kast.map);
  kast::git_init(kast.map);  // once is enough
  CHECK(kast::git_bestanden(kast.map)->empty());
  git(kast.map, "add -A");
  CHECK(controleer(kast).empty());
  git(kast.map, "commit -q -m stuk");
  CHECK(controleer(kast).empty());
  const auto bestanden = *kast::git_bestanden(kast.map);
  CHECK(bestanden.size() == 5);  // two stukken, beheer, two rule files; no keys
  CHECK(std::none_of(bestanden.begin(), bestanden.end(), [](const auto& b) { return b.gewijzigd || b.weg; }));

  const kast::Pad laatste = kast.laad(nummer, "reg1").stukken.back().bestand;
  SUBCASE("the newest stuk is gone: no link shows it, git does") {
    fs::remove(laatste);
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git kent dit bestand, maar het is weg"));
    git(kast.map, "add -A");  // and also when its going was staged
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git kent dit bestand, maar het is weg"));
  }
  SUBCASE("changed, and the change staged: git sees it, and it is said once") {
    overschrijf(laatste, lees(laatste) + "\n");
    for (const bool ook_staged : {false, true}) {
      if (ook_staged) git(kast.map, "add -A");
      const auto nu = *kast::git_bestanden(kast.map);
      CHECK(std::count_if(nu.begin(), nu.end(), [](const auto& b) { return b.gewijzigd; }) == 1);
      const std::vector<Bevinding> bevindingen = controleer(kast);
      CHECK(std::count_if(bevindingen.begin(), bevindingen.end(), [&](const Bevinding& b) {
              return b.soort == FoutSoort::integriteit && b.plaats.bestand == laatste.string();
            }) == 1);
    }
  }
  SUBCASE("keys in git") {
    git(kast.map, "add -f sleutels");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git volgt dit sleutelbestand"));
  }
  SUBCASE("text in clear in git") {
    overschrijf(kast.map / "notities.md", "Jorrit");
    CHECK(controleer(kast).empty());
    git(kast.map, "add notities.md");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "het is niet verzegeld"));
  }
  SUBCASE("text in clear where this version keeps nothing") {
    fs::create_directory(kast.map / "archief");
    overschrijf(kast.map / "archief" / "2026-01-01-01234567.yaml", "naam: Jorrit\n");
    git(kast.map, "add archief");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "het is niet verzegeld"));
  }
  SUBCASE("text in clear among the ijkpunten") {
    fs::create_directory(kast.map / "ijkpunten");
    overschrijf(kast.map / "ijkpunten" / "2026-01-01-01234567.yaml", "naam: Jorrit\n");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "niet zoals pga het schrijft"));
  }
  SUBCASE("the rules for git are gone, changed, or a link") {
    const kast::Pad regels = kast.map / ".gitattributes";
    const std::string goed = lees(regels);
    overschrijf(regels, "*.yaml text\n");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git kan stukken veranderen"));
    fs::remove(regels);
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git kan stukken veranderen"));
    overschrijf(kast.map / "elders", goed);
    fs::create_symlink("elders", regels);
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "git kan stukken veranderen"));
    fs::remove(kast.map / ".gitignore");
    CHECK(bevat(controleer(kast), FoutSoort::integriteit, "buiten git houden"));
  }
  SUBCASE("looking changes nothing in git") {
    // A newer time on an unchanged file is what makes git write its index again.
    fs::last_write_time(laatste, fs::file_time_type::clock::now());
    const std::string voor = lees(kast.map / ".git" / "index");
    CHECK(controleer(kast).empty());
    CHECK(lees(kast.map / ".git" / "index") == voor);
  }
}

TEST_CASE("a kast below the top of a repository") {
  const TijdelijkeMap map;
  const ProefKast bron;
  const ProefKast kast(bron, map.pad() / "in" / "kast");
  fs::create_directories(kast.map);
  REQUIRE_FALSE(voeg_samen(bron.map, kast.map));
  kast::git_init(map.pad());
  git(map.pad(), "add -A");
  CHECK(controleer(kast).empty());
  const auto bestanden = *kast::git_bestanden(kast.map);
  CHECK(std::any_of(bestanden.begin(), bestanden.end(),
                    [](const auto& b) { return b.pad.rfind("beheer/1-", 0) == 0; }));
}

TEST_CASE("a repository that git cannot read is not the same as none") {
  const ProefKast kast;
  kast::git_init(kast.map);
  CHECK(controleer(kast).empty());
  fs::remove(kast.map / ".git" / "HEAD");
  CHECK_THROWS_AS((void)kast::git_bestanden(kast.map), Fout);
  const auto bevindingen = controleer(kast);
  REQUIRE(bevindingen.size() == 1);
  CHECK(bevindingen.front().wat.find("git kan niet zeggen") != std::string::npos);
}

TEST_CASE("what lies in a kast and does not belong there") {
  const ProefKast kast;
  (void)kast.melding();
  kast::git_init(kast.map);
  CHECK(controleer(kast).empty());
  fs::create_directories(kast.map / "dossiers" / "2026" / "geen-nummer");
  overschrijf(kast.map / "dossiers" / "lijst.csv", "Jorrit");
  const auto bevindingen = controleer(kast);
  CHECK(bevat(bevindingen, FoutSoort::integriteit, "dit hoort niet in dossiers/"));
  CHECK(std::count_if(bevindingen.begin(), bevindingen.end(),
                      [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; }) == 2);
}

TEST_CASE("keys without a dossier, a dossier without content") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  kast::git_init(kast.map);
  const kast::GeladenDossier d = kast.laad(nummer, "reg1");
  fs::remove(d.stukken.back().bestand);
  CHECK(bevat(controleer(kast), FoutSoort::bevinding, "geopend maar er staat niets in"));
  fs::remove_all(d.map);
  CHECK(bevat(controleer(kast), FoutSoort::bevinding, "sleutels van een dossier dat er niet is"));
}
