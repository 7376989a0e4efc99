// SPDX-License-Identifier: EUPL-1.2
//
// Bundles of key files between two work places: what goes in, what is laid down, what is refused, and what a killed
// or failing receiver leaves.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "lib/kast/bundel.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/digest.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

const Datum kDag(2026, 2, 20);
const char* const kGeschreven = "2026-02-20T12:00:00+01:00";

std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

kast::Pakket pak(const ProefKast& k, const std::string& aan, const std::string& door = "reg1",
                 const std::vector<Nummer>& alleen = {}) {
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer(door);
  return kast::pak_sleutels(kast, lezer, *kast.beheer().vind(*GebruikerId::lees(aan)), alleen, kDag);
}

kast::Ontvangst ontvang(const ProefKast& k, const std::string& id, const std::string& bytes, Datum dag = kDag) {
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer(id);
  return kast::ontvang_sleutels(kast, lezer, bytes, "x.bundel", dag);
}

FoutSoort geweigerd(const ProefKast& k, const std::string& id, const std::string& bytes, const std::string& tekst,
                    Datum dag = kDag) {
  try {
    (void)ontvang(k, id, bytes, dag);
  } catch (const Fout& f) {
    CHECK_FALSE(f.bevindingen().front().tip.empty());
    const bool er = std::string(f.what()).find(tekst) != std::string::npos;
    if (!er) FAIL_CHECK(f.what());
    return f.soort();
  }
  return FoutSoort::gebruik;
}

/// Another work place: the same stukken and beheer, and no keys.
class Elders {
 public:
  explicit Elders(const ProefKast& bron) : kast(bron, map_.pad()) {
    fs::create_directories(kast.sleutels);
    for (const auto& e : fs::directory_iterator(bron.map)) {
      if (!e.is_directory() || e.path().filename() == "sleutels") continue;
      fs::create_directories(kast.map / e.path().filename());
      (void)voeg_samen(e.path(), kast.map / e.path().filename());
    }
  }

 private:
  TijdelijkeMap map_;

 public:
  ProefKast kast;
};

/// The bundle of pak(), signed by another.
std::string getekend_door(const ProefKast& k, const std::string& id, stuk::BundelKop kop) {
  const std::vector<stuk::BundelBestand> bestanden = {
      {"gemeente", "openbaar-" + seal::hash8(seal::digest("x")) + ".yaml", "x"}};
  kop.kenmerk = seal::random_hex(16);
  return stuk::maak_bundel(kop, {k.identiteiten.at("pol1").recipient()}, bestanden,
                           seal::SigningKey::derive(k.identiteiten.at(id)))
      .value();
}

}  // namespace

TEST_CASE("what is packed for one opens the cases there that it opened here, and nothing of another goes with it") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Pakket pakket = pak(k, "pol1");
  REQUIRE(pakket.dossiers.size() == 1);
  CHECK(pakket.niet.empty());
  Elders daar(k);
  CHECK_FALSE(daar.kast.laad(nummer, "pol1").leesbaar);
  const kast::Ontvangst o = ontvang(daar.kast, "pol1", pakket.bytes);
  CHECK(o.dossiers == pakket.dossiers);
  CHECK(o.er_al == 0);
  kast::maak_bestanden(o.bestanden);
  CHECK(daar.kast.laad(nummer, "pol1").leesbaar);
  CHECK_FALSE(daar.kast.laad(nummer, "reg1").leesbaar);
  for (const kast::Pad& pad : daar.kast.bestanden()) {
    if (pad.extension() == ".age") CHECK(pad.filename().string().rfind("pol1-", 0) == 0);
  }
  // Done again it changes nothing.
  const kast::Ontvangst weer = ontvang(daar.kast, "pol1", pakket.bytes);
  CHECK(weer.bestanden.empty());
  CHECK(weer.er_al > 0);
  CHECK_FALSE(daar.kast.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", Datum(2026, 3, 9)).empty());
}

TEST_CASE("who has no right to a case gets nothing of it, whatever lies in sleutels") {
  const ProefKast k;
  const std::string nummer = casus(k);
  CHECK_THROWS_AS((void)pak(k, "rvdk1"), const Fout&);
  const kast::Pad map = k.open().sleutel_map(*Nummer::lees(nummer));
  const auto bestanden = kast::sleutelbestanden(map);
  for (const kast::SleutelBestand& s : bestanden) {
    if (s.gebruiker != "reg1") continue;
    const std::string naam = s.pad.filename().string();
    fs::copy(s.pad, map / ("rvdk1" + naam.substr(4)));
  }
  try {
    (void)pak(k, "rvdk1");
    FAIL("it packed");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::geweigerd);
    CHECK(std::string(f.what()).find("rvdk1 mag dossier") != std::string::npos);
  }
}

TEST_CASE("a bundle that was changed, is for another, of another kast or not of a regisseur: each is refused") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Pakket pakket = pak(k, "pol1");
  Elders daar(k);
  const auto voor = daar.kast.bestanden();
  std::string anders = pakket.bytes;
  const std::size_t midden = anders.find("-----BEGIN") + 200;
  anders[midden] = anders[midden] == 'A' ? 'B' : 'A';
  CHECK(geweigerd(daar.kast, "pol1", anders, "veranderd nadat reg1 hem tekende") == FoutSoort::integriteit);
  const stuk::BundelKop kop = stuk::lees_bundel(pakket.bytes, "x").kop;
  for (const auto& [oud, nieuw] : std::vector<std::pair<std::string, std::string>>{
           {"aan: \"pol1\"", "aan: \"om1\""},
           {"datum: \"2026-02-20\"", "datum: \"2026-02-21\""},
           {"kast: \"" + kop.kast, "kast: \"" + seal::digest("x")},
           {"beheer: \"" + kop.beheer, "beheer: \"" + seal::digest("x")}}) {
    CAPTURE(oud);
    std::string b = pakket.bytes;
    b.replace(b.find(oud), oud.size(), nieuw);
    CHECK(geweigerd(daar.kast, "pol1", b, "veranderd nadat reg1 hem tekende") == FoutSoort::integriteit);
  }
  CHECK(geweigerd(daar.kast, "om1", pakket.bytes, "deze bundel is voor pol1, en u bent om1") == FoutSoort::sleutel);
  const ProefKast ander;
  CHECK(geweigerd(ander, "pol1", pakket.bytes, "van een andere kast") == FoutSoort::geen_kast);
  stuk::BundelKop van_om = kop;
  van_om.door = *GebruikerId::lees("om1");
  CHECK(geweigerd(daar.kast, "pol1", getekend_door(k, "om1", van_om), "om1 is geen regisseur") ==
        FoutSoort::integriteit);
  CHECK(geweigerd(daar.kast, "pol1", getekend_door(k, "om1", kop), "niet getekend door reg1") ==
        FoutSoort::integriteit);
  stuk::BundelKop later = kop;
  later.beheer = seal::digest("later");
  CHECK(geweigerd(daar.kast, "pol1", getekend_door(k, "reg1", later), "versie van het beheer die hier niet is") ==
        FoutSoort::integriteit);
  CHECK(geweigerd(daar.kast, "pol1", "een brief\n", "geen bundel met sleutels") == FoutSoort::integriteit);
  CHECK(daar.kast.bestanden() == voor);
}

TEST_CASE("a key of the sender that has ended signs no bundle any more, whatever day stands on it") {
  const ProefKast k;
  (void)casus(k);
  const kast::Pakket pakket = pak(k, "pol1");
  Waarde document = k.open().beheer().document;
  const seal::Identity nieuw = seal::Identity::generate();
  for (Waarde& w : document.vind("gebruikers")->lijst()) {
    if (w.tekst_van("id") != "reg1") continue;
    kast::Gebruiker g = *k.open().beheer().vind(*GebruikerId::lees("reg1"));
    g.sleutels.front().tot = Datum(2026, 2, 19);
    g.sleutels.push_back({nieuw.recipient(), seal::SigningKey::derive(nieuw).verify_key(), kDag, std::nullopt});
    w = kast::als_waarde(g);
  }
  k.beheer(document);
  CHECK(geweigerd(k, "pol1", pakket.bytes, "een sleutel van reg1 die is geëindigd", Datum(2026, 2, 21)) ==
        FoutSoort::integriteit);
}

TEST_CASE("files that do not belong in a bundle are refused, also when a regisseur signed") {
  const ProefKast k;
  (void)casus(k);
  const stuk::BundelKop kop = stuk::lees_bundel(pak(k, "pol1").bytes, "x").kop;
  const std::string hash = seal::hash8(seal::digest("x"));
  for (const auto& [map, naam] :
       std::vector<std::pair<std::string, std::string>>{{"gemeente", "openbaar-00000000.yaml"},
                                                        {"../../beheer", "openbaar-" + hash + ".yaml"},
                                                        {"gemeente", "../openbaar-" + hash + ".yaml"},
                                                        {"gemeente", "reg1-" + hash + ".age"},
                                                        {"gemeente", "openbaar-" + hash + ".age"},
                                                        {"logboek-20261", "openbaar-" + hash + ".yaml"},
                                                        {"", "openbaar-" + hash + ".yaml"}}) {
    CAPTURE(map);
    CAPTURE(naam);
    const auto bytes = stuk::maak_bundel(kop, {k.identiteiten.at("pol1").recipient()}, {{map, naam, "x"}},
                                         seal::SigningKey::derive(k.identiteiten.at("reg1")));
    CHECK(geweigerd(k, "pol1", bytes.value(), "een bestand dat daar niet hoort") == FoutSoort::integriteit);
  }
}

TEST_CASE("what was destroyed does not come back by a bundle: a dossier, or one key file") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const std::string ander = casus(k);
  const kast::Pakket oud = pak(k, "reg1");
  const kast::Pakket een = pak(k, "pol1", "reg1", {*Nummer::lees(nummer)});
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  // The other one gets new keys for all, and the old key files of all are named as destroyed.
  const kast::Pakket van_ander = pak(k, "reg1", "reg1", {*Nummer::lees(ander)});
  kast::StukOpdracht scherm{"toegang", Waarde::kaart(), kDag, kGeschreven, {}};
  scherm.inhoud.zet("stap", "afgeschermd");
  scherm.inhoud.zet("datum", kDag.tekst());
  kast::voer_uit(kast::wijzig_toegang(k.open(), k.lezer("reg1"), k.laad(ander, "reg1"), scherm));
  for (const char* stap : {"begonnen", "voltooid"}) {
    Waarde w = Waarde::kaart();
    w.zet("stap", stap);
    w.zet("datum", kDag.tekst());
    w.zet("nummer", nummer);
    if (w.tekst_van("stap") == "begonnen") w.zet("grond", "niet_opgenomen");
    if (w.tekst_van("stap") == "voltooid") kast::vernietig_resten(k.open(), *Nummer::lees(nummer));
    kast::voer_uit(kast::maak_bewijs(k.open(), k.lezer("reg1"), w, kDag, kGeschreven));
  }
  const kast::Ontvangst o = ontvang(k, "reg1", oud.bytes);
  CHECK(bevat(o.geweigerd, FoutSoort::geweigerd, "dossier " + nummer + " is vernietigd op"));
  CHECK(bevat(o.geweigerd, FoutSoort::geweigerd, "van dossier " + ander + " is sleutelbestand reg1-"));
  CHECK(o.bestanden.empty());
  CHECK(o.er_al > 0);  // the public keys of the other one
  CHECK_FALSE(fs::exists(sleutels));
  // Who cannot read the receipt: the dossier is not there.
  CHECK(geweigerd(k, "pol1", een.bytes, "dossier " + nummer + " staat niet in deze kast") == FoutSoort::geen_kast);
  CHECK(bevat(ontvang(k, "reg1", van_ander.bytes).geweigerd, FoutSoort::geweigerd, "het komt niet terug"));
  CHECK_THROWS_AS((void)pak(k, "pol1", "reg1", {*Nummer::lees(nummer)}), const Fout&);
}

TEST_CASE("a receiver killed at any moment has all of the bundle, or whole files of it and can do it again") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Pakket pakket = pak(k, "pol1");
  if (!kan_volgen()) {
    MESSAGE("skipped: this machine lets no process watch its child");
    return;
  }
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 400);
    CAPTURE(n);
    Elders daar(k);
    const kast::Ontvangst o = ontvang(daar.kast, "pol1", pakket.bytes);
    klaar = dood_bij(n, [&] { kast::maak_bestanden(o.bestanden); }) ? 1 : 0;
    const kast::SleutelMap stand = kast::lees_sleutels(daar.kast.open().sleutel_map(*Nummer::lees(nummer)),
                                                       *Nummer::lees(nummer), std::nullopt, {});
    REQUIRE(stand.bevindingen.empty());  // no half file under a name
    daar.kast.open().ruim_op();
    REQUIRE_FALSE(heeft_resten(daar.kast.map));
    if (klaar == 1) REQUIRE(daar.kast.laad(nummer, "pol1").leesbaar);
    kast::maak_bestanden(ontvang(daar.kast, "pol1", pakket.bytes).bestanden);
    REQUIRE(daar.kast.laad(nummer, "pol1").leesbaar);
  }
}

TEST_CASE("no room: nothing of a bundle is laid down, and the message says so") {
  const ProefKast k;
  (void)casus(k);
  const kast::Pakket pakket = pak(k, "pol1");
  Elders daar(k);
  const auto voor = daar.kast.bestanden();
  const kast::Ontvangst o = ontvang(daar.kast, "pol1", pakket.bytes);
  const int code = in_kind([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit grens{900, 900};  // the public keys fit, a key file does not
    if (::setrlimit(RLIMIT_FSIZE, &grens) != 0) return 77;
    try {
      kast::maak_bestanden(o.bestanden);
    } catch (const Fout& f) {
      return f.soort() == FoutSoort::algemeen ? 0 : 20;
    }
    return 21;
  });
  if (code == 77) return;
  CHECK(code == 0);
  CHECK(daar.kast.bestanden() == voor);
  CHECK_FALSE(heeft_resten(daar.kast.map));
}
