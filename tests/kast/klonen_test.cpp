// SPDX-License-Identifier: EUPL-1.2
//
// Two regisseurs at work apart: each adds files, and bringing them together is copying files.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lib/basis/fout.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

std::multiset<std::string> soorten(const kast::GeladenDossier& d) {
  std::multiset<std::string> uit;
  for (const kast::GeladenStuk& s : d.stukken) uit.insert(s.soort);
  return uit;
}

}  // namespace

TEST_CASE("what two clones add comes together without a conflict, and the next stuk joins the heads") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));

  (void)hier.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)hier.stuk(nummer, "1-opgenomen/03-weging");
  (void)daar.stuk(nummer, "1-opgenomen/02-aanmelding", "pol1");
  const std::string nieuw_daar = daar.melding("pol1");
  const std::string nieuw_hier = hier.melding();

  CHECK_FALSE(voeg_samen(hier.map, daar.map));
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  for (const ProefKast* kast : {&hier, &daar}) {
    const kast::GeladenDossier d = kast->laad(nummer, "reg1");
    CHECK_FALSE(d.geschonden());
    CHECK(d.koppen.size() == 2);
    CHECK(soorten(d) == std::multiset<std::string>{"opening", "melding", "aanmelding", "aanmelding", "weging"});
    CHECK(kast->open().dossiers().size() == 3);
    CHECK(kast->laad(nieuw_daar, "reg1").leesbaar);
    CHECK(kast->laad(nieuw_hier, "om1").leesbaar);
  }
  // Both places see the same order.
  const kast::GeladenDossier a = hier.laad(nummer, "reg1");
  const kast::GeladenDossier b = daar.laad(nummer, "reg1");
  for (std::size_t i = 0; i < a.stukken.size(); ++i) CHECK(a.stukken[i].stuk.digest == b.stukken[i].stuk.digest);

  const std::string samen = hier.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 2, 18));
  const kast::GeladenDossier d = hier.laad(nummer, "reg1");
  CHECK(d.koppen == std::vector<std::string>{samen});
  CHECK(d.stukken.back().stuk.kop.vorige.size() == 2);
}

TEST_CASE("a key file made in one place opens the stukken made in the other") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  (void)hier.stuk(nummer, "4-minderjarig/02-weging");  // gives rvdk1 keys
  const std::string melding = daar.stuk(nummer, "1-opgenomen/02-aanmelding");
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  const kast::GeladenDossier d = daar.laad(nummer, "rvdk1");
  CHECK(d.leesbaar);
  CHECK(d.stukken.size() == 4);
}

TEST_CASE("stukken without their keys are there, and closed") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  std::filesystem::create_directories(daar.sleutels);
  for (const char* deel : {"beheer", "dossiers"}) {
    std::filesystem::create_directories(daar.map / deel);
    REQUIRE_FALSE(voeg_samen(hier.map / deel, daar.map / deel));
  }
  const kast::GeladenDossier d = daar.laad(nummer, "reg1");
  CHECK(d.stukken.size() == 2);
  CHECK_FALSE(d.leesbaar);
  CHECK_FALSE(d.geschonden());
  CHECK(d.van_mij);
  CHECK(bevat(daar.controleer(nummer, "reg1"), FoutSoort::sleutel));
  try {
    (void)daar.stuk(nummer, "1-opgenomen/02-aanmelding");
    FAIL("written without a key");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::sleutel);
  }
}

TEST_CASE("one version number of beheer made in two places stops the kast, and says which file") {
  const ProefKast hier;
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  Waarde document = hier.open().beheer().document;
  document.zet("gemeente", "Waterbeek aan Zee");
  hier.beheer(document);
  document.zet("gemeente", "Oosterdijk");
  daar.beheer(document);
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  try {
    (void)daar.open();
    FAIL("two versions 2");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::integriteit);
    CHECK(std::string(f.what()).find("versie 2 van beheer bestaat twee keer") != std::string::npos);
    CHECK(f.bevindingen().front().plaats.bestand.find("/beheer/2-") != std::string::npos);
  }
}
