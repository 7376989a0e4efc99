// SPDX-License-Identifier: EUPL-1.2
//
// A dossier in a pak, read away from the kast: what opens, for whom, and every way in which a pak is not right.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "lib/kast/bundel.h"
#include "lib/kast/pak.h"
#include "lib/kast/toegang.h"
#include "lib/seal/digest.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

const Datum kDag(2026, 2, 20);

/// A case with its pak for pol1, and what the pak is made of, to make others.
struct Proef {
  ProefKast k;
  std::string nummer;
  Proef() : nummer(k.melding()) {
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
    (void)k.stuk(nummer, "1-opgenomen/03-weging");
  }

  [[nodiscard]] kast::Pakket pak(const std::string& aan = "pol1", const std::string& door = "reg1") const {
    const kast::Kast kast = k.open();
    return kast::pak_dossier(kast, k.lezer(door), *kast.beheer().vind(*GebruikerId::lees(aan)),
                             *Nummer::lees(nummer), kDag);
  }
  [[nodiscard]] std::vector<stuk::BundelBestand> bestanden() const {
    const std::string bytes = pak().bytes;
    const std::vector<seal::Identity> sleutels = van("pol1");
    return stuk::open_bundel(stuk::lees_bundel(bytes, "x", stuk::BundelSoort::pak), sleutels, "x");
  }
  [[nodiscard]] std::vector<seal::Identity> van(const std::string& id) const {
    std::vector<seal::Identity> uit;
    uit.push_back(k.identiteiten.at(id).clone());
    return uit;
  }
  [[nodiscard]] stuk::BundelKop kop(const std::string& door = "reg1") const {
    const kast::Kast kast = k.open();
    return {seal::random_hex(16),        kDag,
            *GebruikerId::lees(door),    *GebruikerId::lees("pol1"),
            kast.keten().front().digest, kast.beheer().digest,
            stuk::BundelSoort::pak};
  }
  /// A pak with these files, sealed well, that says it is of `kop.door` and is signed by `tekent`.
  [[nodiscard]] std::string maak(const stuk::BundelKop& kop, const std::vector<stuk::BundelBestand>& bestanden,
                                 const std::string& tekent = "reg1") const {
    return stuk::maak_bundel(kop, {k.identiteiten.at("pol1").recipient()}, bestanden,
                             seal::SigningKey::derive(k.identiteiten.at(tekent)))
        .value();
  }
  void geweigerd(const std::string& bytes, const std::string& tekst, const std::string& id = "pol1",
                 FoutSoort soort = FoutSoort::integriteit) const {
    try {
      (void)kast::open_pak(bytes, "x.pak", van(id));
      FAIL_CHECK("geopend: " << tekst);
    } catch (const Fout& f) {
      CHECK_MESSAGE(std::string(f.what()).find(tekst) != std::string::npos, f.what());
      CHECK(f.soort() == soort);
      CHECK_FALSE(f.bevindingen().front().tip.empty());
    }
  }
};

}  // namespace

TEST_CASE(
    "a pak opens for its reader without a kast, with what that reader may see and no more, and no file appears") {
  const Proef p;
  const std::string bytes = p.pak().bytes;
  const TijdelijkeMap leeg;
  const kast::Pad naam = leeg.pad() / "x.pak";
  const kast::GeopendPak pak = kast::open_pak(bytes, naam, p.van("pol1"));
  CHECK(pak.nummer.tekst() == p.nummer);
  CHECK(pak.kast.keten().front().digest == p.k.open().keten().front().digest);
  const kast::GeladenDossier daar =
      kast::laad(pak.kast, pak.nummer, pak.kast.lezer(p.van("pol1"), kDag), kast::Diepte::alles);
  const kast::GeladenDossier hier = p.k.laad(p.nummer, "pol1");
  REQUIRE(daar.stukken.size() == hier.stukken.size());
  CHECK(daar.leesbaar);
  CHECK(daar.bevindingen.empty());
  for (std::size_t i = 0; i < daar.stukken.size(); ++i) {
    CHECK(daar.stukken[i].stuk.digest == hier.stukken[i].stuk.digest);
    CHECK(daar.stukken[i].delen == hier.stukken[i].delen);
  }
  CHECK(fs::is_empty(leeg.pad()));
  for (const char* ander : {"reg1", "om1", "wacht1"}) {
    p.geweigerd(bytes, "niet voor u", ander, FoutSoort::sleutel);
  }
}

TEST_CASE("in a pak lie beheer, the stukken and the keys of one, and nothing of the rest of the kast") {
  const Proef p;
  const std::string ander = p.k.melding();
  for (const stuk::BundelBestand& b : p.bestanden()) {
    CHECK(b.map.find(ander) == std::string::npos);
    CHECK(b.map.find("gemeente") == std::string::npos);
    if (b.naam.ends_with(".age")) CHECK(b.naam.rfind("pol1-", 0) == 0);
  }
  CHECK_THROWS_AS((void)p.pak("rvdk1"), Fout);  // may not read the case
}

TEST_CASE("a pak that was changed, or is of another hand, is refused") {
  const Proef p;
  const std::string bytes = p.pak().bytes;
  const auto bestanden = p.bestanden();
  p.geweigerd("", "geen pak");
  p.geweigerd(bytes.substr(0, bytes.size() / 2), "onderweg veranderd");
  p.geweigerd(p.maak(p.kop(), bestanden, "om1"), "de handtekening van reg1 klopt niet");
  p.geweigerd(p.maak(p.kop("om1"), bestanden, "om1"), "om1 is geen regisseur");
  stuk::BundelKop kop = p.kop();
  kop.kast = seal::digest("een andere");
  p.geweigerd(p.maak(kop, bestanden), "een ander dan het pak noemt");
  kop = p.kop();
  kop.beheer = seal::digest("een andere");
  p.geweigerd(p.maak(kop, bestanden), "een ander dan het pak noemt");
  kop = p.kop();
  kop.soort = stuk::BundelSoort::sleutelbundel;
  p.geweigerd(p.maak(kop, bestanden), "geen pak");
  // The contents of one envelope in another.
  std::string omgezet = bytes;
  const std::size_t dag = omgezet.find("2026-02-20");
  omgezet.replace(dag, 10, "2026-02-21");
  p.geweigerd(omgezet, "hoort bij een ander bestand");
}

TEST_CASE("what does not belong in a pak is refused, however well it is signed") {
  const Proef p;
  const auto met = [&](const std::string& map, const std::string& naam) {
    auto bestanden = p.bestanden();
    bestanden.push_back({map, naam, "x"});
    return p.maak(p.kop(), bestanden);
  };
  for (const char* map : {"logboek/reg1", "gemeente", "sleutels/gemeente", "..", "/etc", "dossiers/2026/../x",
                          "dossiers/12/k7q2-m4xd", "dossiers/2026/k7q2-m4xd"}) {
    p.geweigerd(met(map, "een.yaml"), "een bestand dat daar niet hoort");
  }
  p.geweigerd(met("beheer", "../1-01234567.yaml"), "een bestand dat daar niet hoort");
  p.geweigerd(met("sleutels/" + p.nummer, "om1-01234567.age.yaml"), "een bestand dat daar niet hoort");
  auto bestanden = p.bestanden();
  bestanden.push_back(bestanden.front());
  p.geweigerd(p.maak(p.kop(), bestanden), "twee keer");
  bestanden = p.bestanden();
  bestanden.erase(
      std::remove_if(bestanden.begin(), bestanden.end(), [](const auto& b) { return b.map == "beheer"; }),
      bestanden.end());
  p.geweigerd(p.maak(p.kop(), bestanden), "geen beheer");
  // A beheer that its first version does not vouch for.
  for (stuk::BundelBestand& b : bestanden = p.bestanden()) {
    if (b.map == "beheer") b.bytes.replace(b.bytes.find("reg1"), 4, "om11");
  }
  p.geweigerd(p.maak(p.kop(), bestanden), "past niet meer bij de naam");
}

TEST_CASE("a stuk that was changed or left out of a pak is found, as it is in a kast") {
  const Proef p;
  auto bestanden = p.bestanden();
  const auto eerste = std::find_if(bestanden.begin(), bestanden.end(),
                                   [](const auto& b) { return b.map.rfind("dossiers/", 0) == 0; });
  bestanden.erase(eerste);
  const kast::GeopendPak pak = kast::open_pak(p.maak(p.kop(), bestanden), "x.pak", p.van("pol1"));
  const kast::GeladenDossier d =
      kast::laad(pak.kast, pak.nummer, pak.kast.lezer(p.van("pol1"), kDag), kast::Diepte::alles);
  CHECK(d.geschonden());
}

TEST_CASE("with the keys of another at hand no more opens than that other may see") {
  const Proef p;
  const kast::Kast kast = p.k.open();
  const kast::Lezer reg1 = p.k.lezer("reg1");
  const Nummer nummer = *Nummer::lees(p.nummer);
  const kast::GeladenDossier alles = kast::laad(kast, nummer, reg1, kast::Diepte::alles);
  for (const char* id : {"pol1", "om1", "wacht1"}) {
    CAPTURE(id);
    const auto houders = kast::gerechtigden(kast.beheer(), nummer, alles.dossier, kDag);
    const kast::Gerechtigde* wie = kast::zoek(houders, id);
    REQUIRE(wie != nullptr);
    std::set<std::string> mag;
    for (const kast::Nodig& n : kast::nodige_sleutels(alles, *wie)) mag.insert(n.verbintenis);
    const kast::GeladenDossier beperkt = kast::laad(kast, nummer, reg1, kast::Diepte::alles, &mag);
    const kast::GeladenDossier eigen = p.k.laad(p.nummer, id);
    REQUIRE(beperkt.stukken.size() == eigen.stukken.size());
    for (std::size_t i = 0; i < eigen.stukken.size(); ++i)
      CHECK(beperkt.stukken[i].delen == eigen.stukken[i].delen);
  }
}
