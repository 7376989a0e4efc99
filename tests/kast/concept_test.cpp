// SPDX-License-Identifier: EUPL-1.2
//
// Drafts: sealed, the writer's own, and gone when the dossier is.
#include "lib/kast/concept.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/kast/hulp.h"

namespace pga::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGeheim = "Sterrenbos";

kast::ConceptInhoud inhoud() {
  kast::ConceptInhoud uit{"aanvulling", "3", "signalen[1].tekst", Waarde::kaart(), {}};
  Waarde s = Waarde::kaart();
  s.zet("tekst", kGeheim);
  uit.inhoud.zet("signalen", Waarde::lijst_({s}));
  uit.inhoud.zet("leeg", Waarde::kaart());
  return uit;
}

struct Plek {
  ProefKast k;
  TijdelijkeMap map;
  kast::Kast de_kast = k.open();
  kast::Pad concepten = kast::concept_map(map.pad() / "geheugen", de_kast);

  kast::ConceptKop bewaar(const std::string& nummer, const std::string& wie, const std::string& id = "c-1234") {
    kast::ConceptKop kop{id, Nummer::lees_dossier(nummer), wie, "2026-03-04T09:15:00+01:00"};
    if (nummer.empty()) {
      kast::bewaar_concept(concepten, de_kast, k.lezer(wie), nullptr, kop, inhoud());
    } else {
      const auto dossier = k.laad(nummer, wie);
      kast::bewaar_concept(concepten, de_kast, k.lezer(wie), &dossier, kop, inhoud());
    }
    return kop;
  }
  kast::ConceptInhoud open(const kast::ConceptKop& kop, const std::string& wie) {
    if (!kop.dossier) return kast::open_concept(concepten, k.lezer(wie), nullptr, kop);
    const auto dossier = k.laad(kop.dossier->tekst(), wie);
    return kast::open_concept(concepten, k.lezer(wie), &dossier, kop);
  }
  [[nodiscard]] std::vector<kast::Pad> bestanden() const {
    return fs::exists(concepten) ? kast::lees_map(concepten) : std::vector<kast::Pad>();
  }
};

TEST_CASE("a draft comes back as it was, and shows nothing but whose it is and of which dossier") {
  Plek p;
  const std::string n = p.k.melding();
  for (const std::string& nummer : {std::string(), n}) {
    CAPTURE(nummer);
    const kast::ConceptKop kop = p.bewaar(nummer, "reg1");
    const kast::ConceptInhoud terug = p.open(kop, "reg1");
    CHECK(terug.soort == "aanvulling");
    CHECK(terug.vervangt == "3");
    CHECK(terug.plek == "signalen[1].tekst");
    CHECK(terug.inhoud.items_van("signalen").front().tekst_van("tekst") == kGeheim);
    CHECK(terug.inhoud.vind("leeg") == nullptr);
    REQUIRE(p.bestanden().size() == 2);
    for (const kast::Pad& pad : p.bestanden()) {
      struct stat st {};
      REQUIRE(::stat(pad.c_str(), &st) == 0);
      CHECK((st.st_mode & 0777U) == 0600U);
      const std::string bytes = lees(pad);
      CHECK(bytes.find(kGeheim) == std::string::npos);
      CHECK(bytes.find("aanvulling") == std::string::npos);
    }
    const auto koppen = kast::lees_concepten(p.concepten, p.de_kast);
    REQUIRE(koppen.size() == 1);
    CHECK(koppen.front().id == "c-1234");
    CHECK(koppen.front().door == "reg1");
    CHECK(koppen.front().dossier == kop.dossier);
  }
}

TEST_CASE("saving again replaces a draft, its key too; taking it away leaves nothing") {
  Plek p;
  const kast::ConceptKop kop = p.bewaar("", "reg1");
  const std::string oud = lees(p.bestanden().front());
  p.bewaar("", "reg1");
  CHECK(p.bestanden().size() == 2);
  CHECK(lees(p.bestanden().front()) != oud);
  p.bewaar("", "reg1", "c-5678");
  CHECK(kast::lees_concepten(p.concepten, p.de_kast).size() == 2);
  CHECK(kast::nieuw_concept_id(p.concepten) != "c-1234");
  kast::wis_concept(p.concepten, "c-1234");
  kast::wis_concept(p.concepten, "c-5678");
  CHECK(p.bestanden().empty());
  CHECK_THROWS_AS(static_cast<void>(p.open(kop, "reg1")), Fout);
}

TEST_CASE("nobody else opens it, not even with the keys of the dossier") {
  Plek p;
  const std::string n = p.k.melding();
  for (const std::string& nummer : {std::string(), n}) {
    const kast::ConceptKop kop = p.bewaar(nummer, "reg1");
    CHECK_THROWS_AS(static_cast<void>(p.open(kop, "pol1")), Fout);
  }
}

TEST_CASE("when the keys of the dossier are gone it does not open any more") {
  Plek p;
  const std::string n = p.k.melding();
  const kast::ConceptKop kop = p.bewaar(n, "reg1");
  for (const kast::Pad& pad : kast::lees_map(p.k.sleutels / n)) {
    if (pad.extension() == ".age") fs::remove(pad);
  }
  try {
    (void)p.open(kop, "reg1");
    FAIL("it opened");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::sleutel);
  }
}

TEST_CASE("a draft that was changed, or put under another dossier, is not believed") {
  Plek p;
  const std::string n = p.k.melding();
  const std::string ander = p.k.melding();
  const kast::ConceptKop kop = p.bewaar(n, "reg1");
  const kast::Pad pad = p.concepten / "c-1234.yaml";
  const std::string goed = lees(pad);
  const auto met = [&](const std::string& van, const std::string& naar) {
    std::string bytes = goed;
    bytes.replace(bytes.find(van), van.size(), naar);
    overschrijf(pad, bytes);
  };
  met("door: \"reg1\"", "door: \"pol1\"");
  CHECK_THROWS_AS(static_cast<void>(p.open(kop, "reg1")), Fout);
  met(n, ander);
  kast::ConceptKop verplaatst = kop;
  verplaatst.dossier = Nummer::lees(ander);
  CHECK_THROWS_AS(static_cast<void>(p.open(verplaatst, "reg1")), Fout);
  overschrijf(pad, goed);
  CHECK(p.open(kop, "reg1").soort == "aanvulling");
}

TEST_CASE("what is no draft of this kast is left out, and an empty one is not kept") {
  Plek p;
  CHECK(kast::lees_concepten(p.concepten, p.de_kast).empty());
  (void)p.bewaar("", "reg1");
  const ProefKast elders;
  CHECK(kast::lees_concepten(p.concepten, elders.open()).empty());
  overschrijf(p.concepten / "c-9999.yaml", "pga: 1\n");
  overschrijf(p.concepten / "anders.yaml", "x");
  CHECK(kast::lees_concepten(p.concepten, p.de_kast).size() == 1);
  const kast::ConceptKop kop{"c-7777", std::nullopt, "reg1", "2026-03-04T09:15:00+01:00"};
  CHECK_THROWS_AS(kast::bewaar_concept(p.concepten, p.de_kast, p.k.lezer("reg1"), nullptr, kop,
                                       {"melding", {}, {}, Waarde::kaart(), {}}),
                  Fout);
  CHECK(p.bestanden().size() == 4);
}

}  // namespace
}  // namespace pga::test
