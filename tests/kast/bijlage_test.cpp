// SPDX-License-Identifier: EUPL-1.2
//
// Bijlagen: what goes in comes out, nothing else does, whoever tampers; a killed or full writer leaves the old
// state or the new one; and what destroys a stuk or a dossier destroys its bijlage.
#include "lib/kast/bijlage.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "lib/kast/gittekst.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/vernietig.h"
#include "lib/seal/digest.h"
#include "lib/yaml/canoniek.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

const Datum kDag(2026, 3, 2);
const std::string kGeschreven = "2026-03-02T12:00:00+01:00";

std::string ruis(std::size_t n) {
  std::string uit;
  unsigned x = 1;
  while (uit.size() < n) uit += static_cast<char>((x = x * 1103515245U + 12345U) >> 16U);
  return uit;
}

/// A case and a place to lay files to be added.
struct Proef {
  Proef() : nummer(k.melding()) {}

  [[nodiscard]] kast::GeladenDossier laad(const std::string& id = "reg1") const { return k.laad(nummer, id); }

  [[nodiscard]] kast::Voornemen maak(const std::string& bytes, const std::string& vak = "zaak",
                                     const std::function<void(Waarde&)>& verander = {}) const {
    overschrijf(buiten.pad() / "brief.pdf", bytes);
    const kast::Kast kast = k.open();
    const kast::GeladenDossier d = laad();
    const kast::NieuweBijlage b = kast::verzegel_bijlage(kast, (buiten.pad() / "brief.pdf").string(), false);
    Waarde w = Waarde::kaart();
    w.zet("datum", kDag.tekst());
    w.zet("compartiment", vak);
    w.zet("naam", "brief.pdf");
    kast::noteer_bijlage(w, b);
    if (verander) verander(w);
    kast::Voornemen v = kast::voeg_stuk_toe(kast, k.lezer("reg1", kDag), d, {"bijlage", w, kDag, kGeschreven, {}});
    v.bestanden.insert(v.bestanden.begin(), kast::bijlage_bestand(d.map, kDag, b));
    return v;
  }
  void leg_bij(const std::string& bytes, const std::string& vak = "zaak",
               const std::function<void(Waarde&)>& verander = {}) const {
    kast::voer_uit(maak(bytes, vak, verander));
  }

  [[nodiscard]] std::vector<kast::Bijlage> bijlagen(const std::string& id = "reg1") const {
    return kast::bijlagen_van(laad(id));
  }
  [[nodiscard]] static std::string inhoud(const kast::Bijlage& b) {
    std::string uit;
    kast::open_bijlage(b, [&](std::string_view deel) { uit += deel; });
    return uit;
  }
  [[nodiscard]] std::vector<Bevinding> gevonden(const std::string& id = "reg1") const {
    return k.controleer(nummer, id);
  }

  ProefKast k;
  std::string nummer;
  TijdelijkeMap buiten;
};

FoutSoort soort_van(const std::function<void()>& doe) {
  try {
    doe();
  } catch (const Fout& e) {
    return e.soort();
  }
  FAIL("it went well");
  return FoutSoort::algemeen;
}

}  // namespace

TEST_CASE("a bijlage comes back byte for byte, and its size shows as a power of two only") {
  const Proef p;
  std::vector<std::string> erin;
  for (const std::size_t n : std::initializer_list<std::size_t>{1, 65535, 65536, 65537, 300000}) {
    erin.push_back(ruis(n));
    p.leg_bij(erin.back());
  }
  const std::vector<kast::Bijlage> alle = p.bijlagen();
  REQUIRE(alle.size() == erin.size());
  for (std::size_t i = 0; i < alle.size(); ++i) {
    CAPTURE(i);
    REQUIRE(alle[i].open);
    CHECK(alle[i].open->grootte == erin[i].size());
    CHECK(Proef::inhoud(alle[i]) == erin[i]);
  }
  CHECK(fs::file_size(alle[0].pad) == fs::file_size(alle[2].pad));
  CHECK(fs::file_size(alle[3].pad) > fs::file_size(alle[2].pad));
  CHECK(p.gevonden().empty());
  CHECK(p.gevonden("wacht1").empty());
}

TEST_CASE("who opens the compartment opens the bijlage, and nobody else; all can check it") {
  const Proef p;
  p.leg_bij("uit de zorg", "zorg");
  p.leg_bij("van de politie", "strafrecht");
  const auto zorg_en_strafrecht = [&](const std::string& id) {
    const std::vector<kast::Bijlage> alle = p.bijlagen(id);
    return std::vector<bool>{alle.at(0).open.has_value(), alle.at(1).open.has_value()};
  };
  CHECK(zorg_en_strafrecht("reg1") == std::vector<bool>{true, true});
  CHECK(zorg_en_strafrecht("pol1") == std::vector<bool>{false, true});
  CHECK(zorg_en_strafrecht("wacht1") == std::vector<bool>{false, false});
  CHECK(p.bijlagen().at(1).open->compartiment == Compartiment::strafrecht);
  const kast::Bijlage dicht = std::move(p.bijlagen("wacht1").at(0));
  kast::eis_ongeschonden(dicht);
  CHECK(soort_van([&] { kast::open_bijlage(dicht, [](std::string_view) { FAIL("a byte came out"); }); }) ==
        FoutSoort::sleutel);
}

TEST_CASE("a bijlage that was changed, swapped, shortened or taken away is found, with a key and without") {
  const Proef p;
  p.leg_bij(ruis(100000));
  p.leg_bij(ruis(100001));
  const std::vector<kast::Bijlage> alle = p.bijlagen();
  const std::string heel = lees(alle[0].pad);
  const auto kapot = [&](const std::string& tekst) {
    for (const char* id : {"reg1", "wacht1"}) {
      CAPTURE(id);
      CHECK(bevat(p.gevonden(id), FoutSoort::integriteit, tekst));
    }
    CHECK(soort_van([&] { (void)Proef::inhoud(alle[0]); }) == FoutSoort::integriteit);
    CHECK(soort_van([&] { kast::schrijf_bijlage(alle[0], p.buiten.pad() / "terug.pdf"); }) ==
          FoutSoort::integriteit);
    CHECK_FALSE(fs::exists(p.buiten.pad() / "terug.pdf"));
    CHECK_FALSE(heeft_resten(p.buiten.pad()));
  };
  for (const std::size_t plek :
       {std::size_t{0}, std::size_t{30}, std::size_t{200}, heel.size() / 2, heel.size() - 1}) {
    CAPTURE(plek);
    std::string anders = heel;
    anders[plek] = static_cast<char>(anders[plek] ^ 1);
    overschrijf(alle[0].pad, anders);
    kapot("veranderd");
  }
  overschrijf(alle[0].pad, heel.substr(0, heel.size() - 100));
  kapot("veranderd");
  overschrijf(alle[0].pad, heel + "x");
  kapot("veranderd");
  overschrijf(alle[0].pad, lees(alle[1].pad));
  kapot("verwisseld");
  fs::remove(alle[0].pad);
  kapot("ontbreekt");
  fs::create_symlink(alle[1].pad, alle[0].pad);
  CHECK_FALSE(p.gevonden().empty());
  fs::remove(alle[0].pad);
  overschrijf(alle[0].pad, heel);
  CHECK(p.gevonden().empty());
  overschrijf(alle[0].pad.parent_path() / "lijstje.txt", "leesbaar");
  CHECK(bevat(p.gevonden(), FoutSoort::integriteit, "hoort niet in bijlagen/"));
}

TEST_CASE("a stuk that lies about its bijlage is found by who can open it") {
  const auto leugen = [](const std::function<void(Waarde&)>& verander) {
    const Proef p;
    p.leg_bij(ruis(70000), "zaak", verander);
    CHECK(bevat(p.gevonden(), FoutSoort::integriteit));
    CHECK(p.gevonden("wacht1").empty());
    CHECK_THROWS_AS((void)Proef::inhoud(p.bijlagen().at(0)), Fout);
  };
  leugen([](Waarde& w) { w.zet("grootte", 69999); });
  leugen([](Waarde& w) { w.zet("grootte", 70001); });
  leugen([](Waarde& w) { w.zet("grootte", 200000); });
  leugen([](Waarde& w) { w.zet("inhoud", seal::digest("iets anders")); });
  leugen([](Waarde& w) { w.zet("sleutel", std::string(seal::Identity::generate().text().view())); });
}

TEST_CASE("the key of a bijlage stands in no document that is shown, and in no text for git") {
  const Proef p;
  p.leg_bij("brief");
  for (const kast::GeladenStuk& s : p.laad().stukken) {
    CHECK(yaml::schrijf(s.inhoud).find("AGE-SECRET-KEY") == std::string::npos);
    const std::string tekst = kast::bestand_als_tekst(p.k.open(), p.k.lezer("reg1"), lees(s.bestand));
    CHECK(tekst.find("AGE-SECRET-KEY") == std::string::npos);
    if (s.soort == "bijlage") CHECK(tekst.find("brief.pdf") != std::string::npos);
  }
}

TEST_CASE("an empty file, one that is too large, a directory and nothing are no bijlage") {
  const Proef p;
  const kast::Kast kast = p.k.open();
  const auto probeer = [&](const kast::Pad& pad) {
    return soort_van([&] { (void)kast::verzegel_bijlage(kast, pad.string(), false); });
  };
  overschrijf(p.buiten.pad() / "leeg", "");
  CHECK(probeer(p.buiten.pad() / "leeg") == FoutSoort::document);
  overschrijf(p.buiten.pad() / "groot", "x");
  fs::resize_file(p.buiten.pad() / "groot", kast::kMaxBijlage + 1);
  CHECK(probeer(p.buiten.pad() / "groot") == FoutSoort::document);
  CHECK(probeer(p.buiten.pad()) == FoutSoort::algemeen);
  CHECK(probeer(p.buiten.pad() / "er-is-niets") == FoutSoort::algemeen);
  CHECK_FALSE(heeft_resten(p.k.map));
}

TEST_CASE("the largest bijlage passes in parts, in and out, and not through memory") {
  const Proef p;
  const kast::Pad groot = p.buiten.pad() / "brief.pdf";
  overschrijf(groot, "begin");
  fs::resize_file(groot, kast::kMaxBijlage);
  const auto piek = [] {
    rusage u{};
    ::getrusage(RUSAGE_SELF, &u);
    return u.ru_maxrss;  // KiB
  };
  const kast::Kast kast = p.k.open();
  const long voor = piek();
  const kast::NieuweBijlage b = kast::verzegel_bijlage(kast, groot.string(), false);
  CHECK(b.grootte == kast::kMaxBijlage);
  CHECK(b.omvang > kast::kMaxBijlage);
  CHECK(b.omvang < kast::kMaxBijlage + kast::kMaxBijlage / 1000);
  kast::maak_bestanden({kast::bijlage_bestand(p.laad().map, kDag, b)});
  kast::Bijlage terug{{}, b.bestand, {}, kDag, {}, std::nullopt, {}};
  terug.pad = kast::bijlage_map(p.laad().map) / kast::bijlage_naam(kDag, b.bestand);
  terug.open = kast::BijlageInhoud{Compartiment::zaak, "", "", b.inhoud, b.grootte, b.sleutel.clone()};
  kast::schrijf_bijlage(terug, p.buiten.pad() / "terug.pdf");
  CHECK(piek() - voor < 16 * 1024);
  CHECK(fs::file_size(p.buiten.pad() / "terug.pdf") == kast::kMaxBijlage);
}

TEST_CASE("a writer killed at any moment leaves a bijlage with its stuk, or nothing once the next one begins") {
  if (!kan_volgen()) {
    MESSAGE("skipped: this machine lets no process watch its child");
    return;
  }
  const Proef p;
  const std::string bytes = ruis(70000);
  int nieuw = 0;
  bool klaar = false;
  for (int n = 1; !klaar && n < 400; ++n) {
    CAPTURE(n);
    const std::size_t eerst = p.bijlagen().size();
    klaar = dood_bij(n, [&] { kast::voer_uit(p.maak(bytes)); });
    const std::vector<kast::Bijlage> alle = p.bijlagen();
    REQUIRE_FALSE(p.laad().geschonden());
    REQUIRE(alle.size() >= eerst);
    nieuw += static_cast<int>(alle.size() - eerst);
    for (const kast::Bijlage& b : alle) REQUIRE(Proef::inhoud(b) == bytes);  // no stuk without its bijlage
    if (klaar) REQUIRE(alle.size() == eerst + 1);
    p.k.open().ruim_op();  // what the next command does first
    REQUIRE_FALSE(heeft_resten(p.k.map));
    REQUIRE(p.gevonden().empty());
  }
  CHECK(klaar);
  CHECK(nieuw >= 1);
}

TEST_CASE("no room for a bijlage: nothing is written, and the message says so") {
  const Proef p;
  const std::vector<kast::Pad> voor = p.k.bestanden();
  const int code = in_kind([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit grens{100000, 100000};
    if (::setrlimit(RLIMIT_FSIZE, &grens) != 0) return 77;
    try {
      p.leg_bij(ruis(90000));  // the stuk fits, the bijlage does not
    } catch (const Fout& f) {
      return std::string(f.what()).find("kan niet schrijven") != std::string::npos ? 0 : 20;
    }
    return 21;
  });
  CHECK(code == 0);
  CHECK(p.k.bestanden() == voor);
  CHECK_FALSE(heeft_resten(p.k.map));
}

TEST_CASE("after its stuk is destroyed nobody opens a bijlage, and the others open as before") {
  const Proef p;
  p.leg_bij("onjuist");
  p.leg_bij("juist");
  const std::vector<kast::Bijlage> eerst = p.bijlagen();
  kast::voer_uit(
      kast::herverzegel(p.k.open(), p.k.lezer("reg1", kDag), p.laad(), {eerst[0].stuk}, kDag, kGeschreven));
  const std::vector<kast::Bijlage> erna = p.bijlagen();
  REQUIRE(erna.size() == 1);
  CHECK(Proef::inhoud(erna[0]) == "juist");
  CHECK(fs::exists(eerst[0].pad));  // as the stuk does; nothing that is left opens it
  for (const kast::GeladenStuk& s : p.laad().stukken) {
    for (const auto& deel : s.delen) {
      if (!deel || deel->leeg()) continue;
      CHECK(yaml::schrijf(*deel).find(eerst[0].open->sleutel.text().view()) == std::string::npos);
    }
  }
  CHECK(p.gevonden().empty());
}

TEST_CASE("a destroyed dossier leaves no bijlage behind") {
  const Proef p;
  p.leg_bij("brief");
  const kast::Kast kast = p.k.open();
  const Nummer nummer = *Nummer::lees(p.nummer);
  CHECK(kast::resten(kast, nummer).bijlagen.size() == 1);
  kast::vernietig_resten(kast, nummer);
  CHECK(kast::resten(kast, nummer).leeg());
  CHECK_FALSE(fs::exists(kast.map() / "bijlagen" / "2026" / p.nummer));
}
