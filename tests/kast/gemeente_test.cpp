// SPDX-License-Identifier: EUPL-1.2
//
// The dossier gemeente: how it begins, who opens it, and what does not belong in it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/gemeente.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kGemeente = "gemeente";
constexpr const char* kNaam = "Youssef Hartog";

kast::GeladenDossier laad(const ProefKast& proef, const std::string& id) {
  return kast::laad(proef.open(), Nummer::gemeente(), proef.lezer(id), kast::Diepte::alles);
}

/// Adds the screening of the examples, and opens the dossier when it is not there.
void screening(const ProefKast& proef, const std::string& id = "reg1") {
  const kast::Kast kast = proef.open();
  const kast::StukOpdracht nieuw = opdracht("7-gemeente/01-screening", Datum(2026, 2, 4));
  const kast::Lezer wie = proef.lezer(id);
  kast::voer_uit(kast.heeft_gemeente() ? kast::voeg_stuk_toe(kast, wie, laad(proef, id), nieuw)
                                       : kast::open_dossier(kast, wie, nieuw));
}

std::string opent(const ProefKast& proef, const std::string& id) {
  const kast::GeladenDossier d = laad(proef, id);
  std::string uit;
  for (const Compartiment c : kCompartimenten) {
    if (d.stukken.back().is_open(c)) uit += (uit.empty() ? "" : " ") + std::string(naam(c));
  }
  return uit;
}

std::vector<std::string> regels(const ProefKast& proef, const std::string& id) {
  std::vector<std::string> uit;
  for (const termijn::Termijn& t : kast::termijnen_van(proef.open(), laad(proef, id), Datum(2026, 6, 1))) {
    if (t.loopt()) uit.push_back(t.onderwerp.empty() ? t.regel : t.regel + ' ' + t.onderwerp);
  }
  std::sort(uit.begin(), uit.end());
  return uit;
}

}  // namespace

TEST_CASE("the dossier gemeente is no case: not in the list, and found by its name alone") {
  const ProefKast proef;
  screening(proef);
  const kast::Kast kast = proef.open();
  CHECK(kast.heeft_gemeente());
  CHECK(kast.dossiers().empty());
  CHECK(kast.zoek(kGemeente) == Nummer::gemeente());
  CHECK_THROWS_AS((void)kast.zoek("gemeent"), Fout);
  CHECK(kast.dossier_map(Nummer::gemeente()) == proef.map / kGemeente);
  CHECK(laad(proef, "reg1").stukken.size() == 2);
  screening(proef);
  CHECK(laad(proef, "reg1").stukken.size() == 3);
  CHECK(laad(proef, "reg1").bevindingen.empty());
}

TEST_CASE("who opens what of the dossier gemeente") {
  const ProefKast proef;
  screening(proef);
  CHECK(opent(proef, "reg1") == "identiteit melder motivering strafrecht termijnen zaak zorg");
  CHECK(opent(proef, "wacht1") == "termijnen");
  for (const char* id : {"pol1", "om1", "rvdk1", ""}) {
    CAPTURE(id);
    CHECK(opent(proef, id).empty());
    CHECK_FALSE(laad(proef, id).van_mij);
  }
}

TEST_CASE("no name of who was screened stands in clear anywhere, nor in what a termijnwacht opens") {
  const ProefKast proef;
  screening(proef);
  const auto wacht = laad(proef, "wacht1");
  CHECK(wacht.stukken.back().inhoud.tekst_van("gebruiker") == "pol1");
  CHECK(wacht.stukken.back().inhoud.vind("naam") == nullptr);
  CHECK(laad(proef, "reg1").stukken.back().inhoud.tekst_van("naam") == kNaam);
  for (const kast::Pad& pad : proef.bestanden()) {
    CAPTURE(pad);
    CHECK(lees(pad).find("Hartog") == std::string::npos);
    CHECK(lees(pad).find("screening") == std::string::npos);
  }
}

TEST_CASE("a kast without the dossier gemeente has it empty, and its terms are those of beheer") {
  const ProefKast proef;
  CHECK_FALSE(proef.open().heeft_gemeente());
  const kast::GeladenDossier d = laad(proef, "wacht1");
  CHECK(d.leesbaar);
  CHECK(d.bevindingen.empty());
  CHECK(regels(proef, "wacht1") ==
        std::vector<std::string>{"audit", "screening om1", "screening pol1", "screening reg1", "screening rvdk1"});
  screening(proef);
  CHECK(regels(proef, "wacht1") ==
        std::vector<std::string>{"audit", "screening om1", "screening reg1", "screening rvdk1"});
  CHECK(regels(proef, "pol1").empty());  // cannot know what was recorded
}

TEST_CASE("controleer gives the findings of the kast itself, and looks at every file of gemeente") {
  const ProefKast proef;
  const auto alles = [&](const char* id) {
    return kast::controleer(proef.open(), proef.lezer(id), Datum(2026, 6, 1), std::nullopt);
  };
  screening(proef);
  const kast::Controle goed = alles("reg1");
  CHECK(bevat(goed.bevindingen, FoutSoort::bevinding, "(om1)"));
  CHECK_FALSE(bevat(goed.bevindingen, FoutSoort::bevinding, "(pol1)"));
  CHECK_FALSE(bevat(goed.bevindingen, FoutSoort::integriteit));
  CHECK(goed.nagekeken == 0);
  CHECK_FALSE(bevat(alles("pol1").bevindingen, FoutSoort::sleutel));
  overschrijf(proef.map / kGemeente / "notitie.txt", "hallo");
  CHECK(bevat(alles("reg1").bevindingen, FoutSoort::integriteit, "dit bestand hoort niet in een dossier"));
  fs::remove(proef.map / kGemeente / "notitie.txt");
  for (const auto& kind : fs::directory_iterator(proef.sleutels / kGemeente)) {
    if (kind.path().filename().string().rfind("reg1-", 0) == 0) fs::remove(kind.path());
  }
  CHECK(bevat(alles("reg1").bevindingen, FoutSoort::sleutel, "gaat niet open"));
}

TEST_CASE("keys of gemeente without its stukken: nothing is opened a second time") {
  const ProefKast proef;
  screening(proef);
  fs::remove_all(proef.map / kGemeente);
  CHECK(laad(proef, "reg1").geschonden());
  try {
    screening(proef);
    FAIL("a second opening was made");
  } catch (const Fout& fout) {
    CHECK(fout.soort() == FoutSoort::integriteit);
  }
}

TEST_CASE("opened in two clones, it is reported and the rest goes on") {
  const ProefKast hier;
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  screening(hier);
  screening(daar);
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(bevat(laad(hier, "reg1").bevindingen, FoutSoort::integriteit, "meer dan één keer geopend"));
  CHECK(hier.open().dossiers().empty());
}

TEST_CASE("what is of a case does not count in gemeente, nor the reverse") {
  const ProefKast proef;
  const std::string nummer = proef.melding();
  screening(proef);
  const kast::Kast kast = proef.open();
  const kast::Lezer reg = proef.lezer("reg1");
  kast::voer_uit(kast::voeg_stuk_toe(kast, reg, laad(proef, "reg1"),
                                     opdracht("1-opgenomen/02-aanmelding", Datum(2026, 2, 5))));
  kast::voer_uit(kast::voeg_stuk_toe(kast, reg, proef.laad(nummer, "reg1"),
                                     opdracht("7-gemeente/02-audit", Datum(2026, 9, 15))));
  CHECK(bevat(laad(proef, "reg1").bevindingen, FoutSoort::integriteit, "een stuk van de soort aanmelding"));
  CHECK(laad(proef, "reg1").stukken.size() == 2);
  const kast::GeladenDossier casus = proef.laad(nummer, "wacht1");
  CHECK(bevat(casus.bevindingen, FoutSoort::integriteit, "een stuk van de soort audit"));
  CHECK(casus.stukken.size() == 2);
}

TEST_CASE("a stuk of gemeente fits in no case, and its key in no other place") {
  const ProefKast proef;
  const std::string nummer = proef.melding();
  screening(proef);
  const kast::Pad naar = proef.open().dossier_map(*Nummer::lees(nummer));
  for (const auto& kind : fs::directory_iterator(proef.map / kGemeente)) {
    fs::copy_file(kind.path(), naar / kind.path().filename());
  }
  CHECK(
      bevat(proef.laad(nummer, "reg1").bevindingen, FoutSoort::integriteit, "dit stuk hoort bij dossier gemeente"));
}

TEST_CASE("a designation ends with the last key, when every key has an end") {
  const ProefKast proef;
  const kast::Kast kast = proef.open();
  Waarde document = kast.beheer().document;
  Waarde::Lijst& gebruikers = document.vind("gebruikers")->lijst();
  const auto sleutels = [&](std::size_t i) -> Waarde::Lijst& { return gebruikers.at(i).vind("sleutels")->lijst(); };
  sleutels(1).front().zet("tot", "2026-08-31");  // pol1
  sleutels(2).front().zet("tot", "2026-08-31");  // om1 gets another, without an end
  const auto nieuw = seal::Identity::generate();
  Waarde tweede = sleutels(2).front();
  tweede.zet("opent", nieuw.recipient().text());
  tweede.zet("van", "2026-08-01");
  tweede.verwijder("tot");
  sleutels(2).push_back(tweede);
  proef.beheer(document);
  const proces::KastStand stand = kast::stand_van(proef.open());
  CHECK(stand.begonnen == Datum(2026, 1, 5));
  REQUIRE(stand.aanwijzingen.size() == 4);  // not the machine
  CHECK_FALSE(stand.aanwijzingen[0].tot);
  CHECK(stand.aanwijzingen[1].tot == Datum(2026, 8, 31));
  CHECK_FALSE(stand.aanwijzingen[2].tot);
  CHECK(stand.aanwijzingen[2].van == Datum(2026, 1, 5));
}
