// SPDX-License-Identifier: EUPL-1.2
//
// What a computer remembers: a kast that is put back, replaced, or lost a stuk does not look right to it.
#include "lib/kast/geheugen.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tests/kast/hulp.h"

namespace pga::test {
namespace {

namespace fs = std::filesystem;

/// What a command does: opens the kast, looks at every dossier, remembers.
void kijk(const ProefKast& k, const kast::Pad& geheugen) {
  kast::Kast kast = k.open();
  kast::Herinnering gezien = kast::huidige_stand(kast);
  kast.herinner(kast::lees_herinnering(geheugen, gezien.vingerafdruk));
  for (const Nummer& n : kast.dossiers()) {
    gezien.koppen[n] = kast::te_onthouden(kast, kast::laad(kast, n, k.lezer("reg1"), kast::Diepte::termijnen));
  }
  kast::onthoud(geheugen, kast.map(), gezien, kast.herinnering());
}

kast::Kast herinnerd(const ProefKast& k, const kast::Pad& geheugen) {
  kast::Kast kast = k.open();
  kast.herinner(kast::lees_herinnering(geheugen, kast::huidige_stand(kast).vingerafdruk));
  return kast;
}

std::vector<Bevinding> bezwaren(const ProefKast& k, const kast::Pad& geheugen) {
  const kast::Kast kast = herinnerd(k, geheugen);
  return kast::toets_aan_geheugen(geheugen, kast, kast.herinnering());
}

TEST_CASE("wat nooit gezien is, mist niets") {
  const ProefKast k;
  const TijdelijkeMap map;
  const std::string n = k.melding();
  CHECK(bezwaren(k, map.pad() / "leeg").empty());
  const kast::Kast kast = herinnerd(k, map.pad() / "leeg");
  CHECK(kast.herinnering().versie == 0);
  CHECK(kast::vermiste_dossiers(kast).empty());
  CHECK_FALSE(fs::exists(map.pad() / "leeg"));
}

TEST_CASE("onthouden en teruglezen geeft hetzelfde, en alleen de gebruiker kan erbij") {
  const ProefKast k;
  const TijdelijkeMap map;
  const kast::Pad geheugen = map.pad() / "diep" / "geheugen";
  const std::string n = k.melding();
  kijk(k, geheugen);
  const kast::Kast kast = herinnerd(k, geheugen);
  CHECK(kast.herinnering().versie == kast.beheer().versie);
  CHECK(kast.herinnering().beheer == std::set<std::string>{kast.beheer().digest});
  const kast::GeladenDossier d = k.laad(n, "reg1");
  CHECK(kast.herinnering().koppen.at(d.nummer) == std::set<std::string>(d.koppen.begin(), d.koppen.end()));
  for (const auto& bestand : fs::directory_iterator(geheugen)) {
    struct stat st {};
    REQUIRE(::stat(bestand.path().c_str(), &st) == 0);
    CHECK((st.st_mode & 0777U) == 0600U);
  }
  CHECK(bezwaren(k, geheugen).empty());
}

TEST_CASE("een stuk dat er was en er niet meer is, wordt gemist, tot het terug is") {
  const ProefKast k;
  const TijdelijkeMap map;
  const std::string n = k.melding();
  const std::string digest = k.stuk(n, "1-opgenomen/02-aanmelding", "reg1", Datum(2026, 1, 19));
  kijk(k, map.pad());
  const kast::GeladenDossier heel = k.laad(n, "reg1");
  const kast::Pad pad = heel.stukken.back().bestand;
  fs::rename(pad, map.pad() / "weg");
  for (int keer = 0; keer < 2; ++keer) {  // looking once more does not make it forget
    const kast::Kast kast = herinnerd(k, map.pad());
    const auto d = kast::laad(kast, heel.nummer, k.lezer("pol1"), kast::Diepte::termijnen);
    CHECK(d.geschonden());
    REQUIRE(kast::vermiste_stukken(kast, d).size() == 1);
    CHECK(kast::vermiste_stukken(kast, d).front().wat.find(digest) != std::string::npos);
    kijk(k, map.pad());
  }
  fs::rename(map.pad() / "weg", pad);
  const kast::Kast kast = herinnerd(k, map.pad());
  CHECK_FALSE(kast::laad(kast, heel.nummer, k.lezer("pol1"), kast::Diepte::termijnen).geschonden());
}

TEST_CASE("een dossier dat er niet meer is, wordt gemist; een dat vergeten mag worden niet") {
  const ProefKast k;
  const TijdelijkeMap map;
  const Nummer n = *Nummer::lees(k.melding());
  kijk(k, map.pad());
  fs::remove_all(k.open().dossier_map(n));
  const auto vermist = kast::vermiste_dossiers(herinnerd(k, map.pad()));
  REQUIRE(vermist.size() == 1);
  CHECK(vermist.front().nummer == n);
  kast::Herinnering vergeet = kast::huidige_stand(k.open());
  vergeet.koppen[n] = {};
  kast::onthoud(map.pad(), k.map, vergeet, {});
  CHECK(kast::vermiste_dossiers(herinnerd(k, map.pad())).empty());
}

TEST_CASE("wie langzaam kijkt, zet niet terug wat een ander intussen onthield of vergat") {
  const ProefKast k;
  const TijdelijkeMap map;
  const std::string n = k.melding();
  const Nummer nummer = *Nummer::lees(n);
  kijk(k, map.pad());
  const kast::Kast begin = herinnerd(k, map.pad());  // a slow command opens the kast, and looks
  kast::Herinnering traag = kast::huidige_stand(begin);
  traag.koppen[nummer] =
      kast::te_onthouden(begin, kast::laad(begin, nummer, k.lezer("reg1"), kast::Diepte::termijnen));
  const std::string nieuw = k.stuk(n, "1-opgenomen/02-aanmelding", "reg1", Datum(2026, 1, 19));
  kijk(k, map.pad());  // another writes
  kast::onthoud(map.pad(), k.map, traag, begin.herinnering());
  CHECK(herinnerd(k, map.pad()).herinnering().koppen.at(nummer).count(nieuw) == 1);
  CHECK_FALSE(kast::laad(herinnerd(k, map.pad()), nummer, k.lezer("reg1"), kast::Diepte::termijnen).geschonden());

  const kast::Kast later = herinnerd(k, map.pad());
  kijk(k, map.pad());  // once more it is the heads alone
  CHECK(herinnerd(k, map.pad()).herinnering().koppen.at(nummer) == std::set<std::string>{nieuw});
  kast::Herinnering vergeet = kast::huidige_stand(later);
  vergeet.koppen[nummer] = {};
  kast::onthoud(map.pad(), k.map, vergeet, later.herinnering());  // another destroys the dossier
  kast::onthoud(map.pad(), k.map, traag, later.herinnering());
  CHECK(herinnerd(k, map.pad()).herinnering().koppen.count(nummer) == 0);
}

TEST_CASE("een geheugen dat niet te lezen is, wordt niet overschreven") {
  const ProefKast k;
  const TijdelijkeMap map;
  (void)k.melding();
  kijk(k, map.pad());
  const kast::Pad pad = herinnerd(k, map.pad()).herinnering().bestand;
  std::ofstream(pad, std::ios::app) << std::string((std::size_t{16} << 20U) + 1, '#');
  const auto groot = fs::file_size(pad);
  CHECK(kast::lees_herinnering(map.pad(), kast::huidige_stand(k.open()).vingerafdruk).versie == 0);
  CHECK_THROWS_AS(kijk(k, map.pad()), Fout);
  CHECK(fs::file_size(pad) == groot);
}

TEST_CASE("een ouder of vervangen beheer, en een andere kast op dezelfde plaats, vallen op") {
  const ProefKast k;
  const TijdelijkeMap map;
  kijk(k, map.pad());
  kast::Herinnering later = kast::huidige_stand(k.open());
  later.versie += 1;
  later.beheer = {"b2:" + std::string(64, 'a')};
  kast::onthoud(map.pad(), k.map, later, {});
  REQUIRE(bezwaren(k, map.pad()).size() == 1);
  CHECK(bezwaren(k, map.pad()).front().soort == FoutSoort::integriteit);
  CHECK(bezwaren(k, map.pad()).front().wat.find("teruggezet") != std::string::npos);
  later.versie -= 1;
  kast::onthoud(map.pad(), k.map, later, {});  // what another command saw first, stays
  CHECK(bezwaren(k, map.pad()).front().wat.find("teruggezet") != std::string::npos);

  const TijdelijkeMap vervangen;
  kast::onthoud(vervangen.pad(), k.map, later, {});
  CHECK(bezwaren(k, vervangen.pad()).front().wat.find("een andere dan deze computer zag") != std::string::npos);

  const TijdelijkeMap ander;
  kast::Herinnering vreemd = later;
  vreemd.vingerafdruk = "b2:" + std::string(64, 'c');
  kast::onthoud(ander.pad(), k.map, vreemd, {});
  CHECK(bezwaren(k, ander.pad()).front().wat.find("andere kast") != std::string::npos);
}

TEST_CASE("wat geen geheugen is, wordt gezegd en niet gevolgd") {
  const ProefKast k;
  for (const char* bytes : {"", "nee", "pga: 2\nsoort: \"plaatsen\"\n", "pga: 1\nsoort: \"stuk\"\n",
                            "pga: 1\nsoort: \"plaatsen\"\nplaatsen:\n  - plaats: \"/x\"\n    kast: \"b2:1\"\n"}) {
    const TijdelijkeMap map;
    std::ofstream(map.pad() / "plaatsen.yaml") << bytes;
    try {
      (void)bezwaren(k, map.pad());
      FAIL("accepted: " << bytes);
    } catch (const Fout& e) {
      CHECK(e.soort() == FoutSoort::integriteit);
    }
  }
}

}  // namespace
}  // namespace pga::test
