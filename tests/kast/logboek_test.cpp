// SPDX-License-Identifier: EUPL-1.2
//
// The processing log: chains that join, keys of a year and who holds them, and what checking it finds.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/logboek.h"
#include "lib/kast/logsleutel.h"
#include "lib/kast/sleutels.h"
#include "lib/seal/digest.h"
#include "lib/stuk/logregel.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

const Datum kDag(2026, 6, 1);

kast::LogInhoud inhoud(const std::string& handeling) {
  kast::LogInhoud uit;
  uit.handeling = handeling;
  uit.dossiers.insert(Nummer::gemeente());
  uit.tijd = "2026-06-01T09:15:00+02:00";
  uit.herkomst = "zaakpc";
  return uit;
}

void schrijf(const ProefKast& kast, const std::string& wie, const std::string& handeling, Datum dag = kDag) {
  kast::leg_vast_in_logboek(kast.open(), kast.lezer(wie, dag), inhoud(handeling), dag);
}

kast::Pad keten(const ProefKast& kast, const std::string& wie) { return kast.map / "logboek" / wie; }

std::vector<Bevinding> keur(const ProefKast& kast, const std::string& wie = "reg1") {
  return kast::controleer_logboek(kast.open(), kast.lezer(wie));
}

std::vector<std::string> handelingen(const kast::Logboek& logboek) {
  std::vector<std::string> uit;
  for (const kast::GelezenRegel& r : logboek.regels) uit.push_back(r.inhoud.handeling);
  return uit;
}

stuk::Logregel lees_regel(const kast::Pad& pad) { return stuk::lees_logregel(lees(pad), pad.string()); }

/// The entries that no other one of the chain names.
std::size_t koppen(const ProefKast& kast, const std::string& wie) {
  std::set<std::string> alle;
  std::set<std::string> genoemd;
  for (const kast::Pad& pad : kast::lees_map(keten(kast, wie))) {
    const stuk::Logregel r = lees_regel(pad);
    alle.insert(r.digest);
    genoemd.insert(r.kop.vorige.begin(), r.kop.vorige.end());
  }
  return alle.size() - genoemd.size();
}

/// rol rechtmatigheid for `id`, in a new version of beheer.
void geef_rol(const ProefKast& kast, const std::string& id) {
  Waarde document = kast.open().beheer().document;
  for (Waarde& g : document.vind("gebruikers")->lijst()) {
    if (g.tekst_van("id") == id) g.vind("rollen")->lijst() = {Waarde("rechtmatigheid")};
  }
  kast.beheer(document);
}

}  // namespace

TEST_CASE("an entry follows the one before it, and the keeper of the key reads them in that order") {
  const ProefKast kast;
  for (const char* handeling : {"toon", "lijst", "weeg"}) schrijf(kast, "reg1", handeling);
  schrijf(kast, "pol1", "toon");
  CHECK(koppen(kast, "reg1") == 1);
  CHECK(keur(kast).empty());
  const kast::Logboek logboek = kast::lees_logboek(kast.open(), kast.lezer("reg1"));
  CHECK(handelingen(logboek) == std::vector<std::string>{"toon", "toon", "lijst", "weeg"});  // pol1 comes first
  CHECK(logboek.regels.front().inhoud.gebruiker->tekst() == "pol1");
  CHECK(logboek.regels.back().inhoud.dossiers.count(Nummer::gemeente()) == 1);
  // Who wrote the first entry of the year kept nothing of the key.
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("pol1")).dicht == 4);
}

TEST_CASE("entries that two clones added stand side by side, and the next one joins them") {
  const ProefKast hier;
  schrijf(hier, "reg1", "begin");
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  schrijf(hier, "reg1", "hier");
  schrijf(daar, "reg1", "daar");
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(koppen(hier, "reg1") == 2);
  CHECK(keur(hier).empty());
  schrijf(hier, "reg1", "samen");
  CHECK(koppen(hier, "reg1") == 1);
  CHECK(handelingen(kast::lees_logboek(hier.open(), hier.lezer("reg1"))).back() == "samen");
}

TEST_CASE("keys that two clones made for one year are both used and both read") {
  const ProefKast hier;
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  schrijf(hier, "reg1", "hier");
  schrijf(daar, "pol1", "daar");
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(kast::jaarsleutels(hier.sleutels, 2026).size() == 2);
  schrijf(hier, "reg1", "samen");
  CHECK(keur(hier).empty());
  CHECK(kast::lees_logboek(hier.open(), hier.lezer("reg1")).regels.size() == 3);
}

TEST_CASE(
    "a key that comes from another clone after the first was made for rechtmatigheid, is handed on too, once") {
  const ProefKast hier;
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  schrijf(daar, "pol1", "daar");  // here reg1 is the keeper
  geef_rol(hier, "rvdk1");
  schrijf(hier, "reg1", "hier");  // and here rvdk1 has the key
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(kast::lees_logboek(hier.open(), hier.lezer("rvdk1")).dicht == 1);
  schrijf(hier, "reg1", "samen");
  const std::size_t bestanden = kast::lees_map(kast::logsleutel_map(hier.sleutels, 2026)).size();
  schrijf(hier, "reg1", "en verder");
  CHECK(kast::lees_map(kast::logsleutel_map(hier.sleutels, 2026)).size() == bestanden);
  const kast::Logboek logboek = kast::lees_logboek(hier.open(), hier.lezer("rvdk1"));
  CHECK(logboek.dicht == 0);
  CHECK(logboek.regels.size() == 4);
}

TEST_CASE("each year has its key; when that is gone the entries still verify, and open to nobody") {
  const ProefKast kast;
  schrijf(kast, "reg1", "oud", Datum(2025, 12, 31));
  schrijf(kast, "reg1", "nieuw");
  CHECK(koppen(kast, "reg1") == 1);  // the first of a month joins those of before
  fs::remove_all(kast::logsleutel_map(kast.sleutels, 2025));
  CHECK(keur(kast).empty());
  const kast::Logboek logboek = kast::lees_logboek(kast.open(), kast.lezer("reg1"));
  CHECK(handelingen(logboek) == std::vector<std::string>{"nieuw"});
  CHECK(logboek.verlopen == std::set<int>{2025});
  CHECK(logboek.dicht == 0);
}

TEST_CASE("a keeper hands the keys on to the role rechtmatigheid, and a new year's key is not the keeper's") {
  const ProefKast kast;
  schrijf(kast, "pol1", "voor");
  geef_rol(kast, "rvdk1");
  schrijf(kast, "pol1", "nog niet");  // no keeper
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).dicht == 2);
  schrijf(kast, "reg1", "door");
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).regels.size() == 3);
  const std::size_t bestanden = kast::lees_map(kast::logsleutel_map(kast.sleutels, 2026)).size();
  schrijf(kast, "reg1", "niet nog eens");
  CHECK(kast::lees_map(kast::logsleutel_map(kast.sleutels, 2026)).size() == bestanden);
  // Nobody has shown yet to hold the key that they went to.
  CHECK(kast::mijn_jaarsleutels(kast.sleutels, 2026, kast.lezer("reg1")).size() == 1);
  schrijf(kast, "rvdk1", "hier ben ik");
  schrijf(kast, "reg1", "alles over");
  CHECK(kast::mijn_jaarsleutels(kast.sleutels, 2026, kast.lezer("reg1")).empty());  // a keeper no more
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("reg1")).dicht == 6);
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).regels.size() == 6);
  schrijf(kast, "reg1", "volgend jaar", Datum(2027, 1, 2));
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("reg1")).dicht == 7);
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).dicht == 0);
}

TEST_CASE("a key made by who reads no dossier serves until one who does writes") {
  const ProefKast kast;
  geef_rol(kast, "rvdk1");
  Waarde document = kast.open().beheer().document;
  for (Waarde& g : document.vind("gebruikers")->lijst()) {
    if (g.tekst_van("id") == "pol1") g.vind("rollen")->lijst() = {Waarde("meldpunt")};
  }
  kast.beheer(document);
  schrijf(kast, "pol1", "melding");
  const auto eerst = kast::jaarsleutel(kast.sleutels, 2026);
  REQUIRE(eerst);
  CHECK(eerst->voorlopig);
  schrijf(kast, "pol1", "melding");
  CHECK(kast::jaarsleutels(kast.sleutels, 2026).size() == 1);
  schrijf(kast, "om1", "toon");
  const auto nu = kast::jaarsleutel(kast.sleutels, 2026);
  REQUIRE(nu);
  CHECK_FALSE(nu->voorlopig);
  CHECK(nu->vervangt == std::vector<std::string>{eerst->verbintenis});
  schrijf(kast, "pol1", "melding");
  CHECK(kast::jaarsleutels(kast.sleutels, 2026).size() == 2);
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).regels.size() == 4);
}

TEST_CASE("a copy of the keys that a keeper kept opens nothing that was written since") {
  const ProefKast kast;
  schrijf(kast, "pol1", "voor");
  const auto bewaard = kast::mijn_jaarsleutels(kast.sleutels, 2026, kast.lezer("reg1"));
  REQUIRE(bewaard.size() == 1);
  geef_rol(kast, "rvdk1");
  schrijf(kast, "reg1", "door");
  schrijf(kast, "rvdk1", "hier ben ik");
  schrijf(kast, "reg1", "alles over");
  const auto nu = kast::jaarsleutel(kast.sleutels, 2026);
  REQUIRE(nu);
  CHECK(bewaard.count(nu->verbintenis) == 0);
  schrijf(kast, "pol1", "erna");
  CHECK(kast::lees_logboek(kast.open(), kast.lezer("rvdk1")).regels.size() == 5);
}

TEST_CASE("a keeper's file that does not open is not destroyed: it may hold the only key") {
  const ProefKast kast;
  schrijf(kast, "pol1", "voor");
  geef_rol(kast, "rvdk1");
  schrijf(kast, "reg1", "door");
  schrijf(kast, "rvdk1", "hier ben ik");
  // A file for another key of reg1, as one that was replaced.
  const kast::Pad map = kast::logsleutel_map(kast.sleutels, 2026);
  std::vector<seal::Identity> geheim;
  geheim.push_back(seal::Identity::generate());
  const auto ander =
      kast::sleutel_bestand(map, *GebruikerId::lees("reg1"), seal::Identity::generate().recipient(), geheim);
  kast::maak_bestanden({ander});
  schrijf(kast, "reg1", "alles over");
  CHECK(kast::mijn_jaarsleutels(kast.sleutels, 2026, kast.lezer("reg1")).empty());
  CHECK(fs::exists(ander.pad));
}

TEST_CASE("gaps, changed entries and entries in a wrong place are found, and none of them is read") {
  const ProefKast kast;
  for (const char* handeling : {"een", "twee", "drie"}) schrijf(kast, "reg1", handeling);
  schrijf(kast, "pol1", "vier");
  const kast::Logboek heel = kast::lees_logboek(kast.open(), kast.lezer("reg1"));
  const kast::Pad eerste = heel.regels[1].bestand;
  const kast::Pad laatste = heel.regels[3].bestand;
  const std::string bytes = lees(laatste);

  SUBCASE("taken away") {
    fs::remove(eerste);
    CHECK(bevat(keur(kast), FoutSoort::integriteit, "ontbreekt"));
    CHECK(kast::lees_logboek(kast.open(), kast.lezer("reg1")).bevindingen.size() == 1);
  }
  SUBCASE("changed under its name") {
    std::string anders = bytes;
    anders.replace(anders.find("kenmerk: \"") + 10, 1, anders[anders.find("kenmerk: \"") + 10] == '0' ? "1" : "0");
    overschrijf(laatste, anders);
    CHECK(bevat(keur(kast), FoutSoort::integriteit, "past niet meer bij de naam"));
  }
  SUBCASE("changed, and named after its new content") {
    std::string anders = bytes;
    anders.replace(anders.find("kenmerk: \"") + 10, 1, anders[anders.find("kenmerk: \"") + 10] == '0' ? "1" : "0");
    fs::remove(laatste);
    overschrijf(laatste.parent_path() / kast::stuk_naam(kDag, seal::digest(anders)), anders);
    CHECK(bevat(keur(kast), FoutSoort::integriteit, "handtekening"));
    CHECK(kast::lees_logboek(kast.open(), kast.lezer("reg1")).regels.size() == 3);
  }
  SUBCASE("in the directory of another") {
    fs::rename(laatste, keten(kast, "pol1") / laatste.filename());
    CHECK(bevat(keur(kast), FoutSoort::integriteit, "en staat bij pol1"));
  }
  SUBCASE("something else in the log") {
    overschrijf(kast.map / "logboek" / "aantekening.txt", "x");
    overschrijf(keten(kast, "reg1") / "aantekening.txt", "x");
    const auto gevonden = keur(kast);
    CHECK(bevat(gevonden, FoutSoort::integriteit, "hoort niet in logboek/"));
    CHECK(bevat(gevonden, FoutSoort::integriteit, "hoort niet in het logboek"));
  }
  SUBCASE("a line more in the envelope") {
    std::string anders = bytes;
    anders.insert(anders.find("sleutel:"), "opmerking: \"x\"\n");
    CHECK_THROWS_AS((void)stuk::lees_logregel(anders, "x"), Fout);
  }
}

TEST_CASE("a payload opens in no other entry than its own") {
  const ProefKast kast;
  schrijf(kast, "reg1", "een");
  schrijf(kast, "reg1", "twee");
  const std::vector<kast::Pad> paden = kast::lees_map(keten(kast, "reg1"));
  const auto sleutels = kast::mijn_jaarsleutels(kast.sleutels, 2026, kast.lezer("reg1"));
  REQUIRE(sleutels.size() == 1);
  stuk::Logregel a = lees_regel(paden[0]);
  const stuk::Logregel b = lees_regel(paden[1]);
  CHECK_NOTHROW((void)stuk::open_logregel(a, sleutels.begin()->second, "a"));
  a.verzegeld = b.verzegeld;
  CHECK_THROWS_AS((void)stuk::open_logregel(a, sleutels.begin()->second, "a"), Fout);
}

TEST_CASE("an entry that claims to have read the log needs the role for it") {
  const ProefKast kast;
  schrijf(kast, "reg1", "logboek");
  CHECK(bevat(keur(kast), FoutSoort::integriteit, "zonder de rol rechtmatigheid"));
}

TEST_CASE("a forged entry hides no true one, and is not followed") {
  const ProefKast kast;
  schrijf(kast, "reg1", "een");
  const kast::Pad echt = kast::lees_map(keten(kast, "reg1")).front();
  const std::string los = lees(echt);
  std::string anders = los;
  anders.replace(anders.find("kenmerk: \"") + 10, 1, anders[anders.find("kenmerk: \"") + 10] == '0' ? "1" : "0");
  overschrijf(keten(kast, "reg1") / kast::stuk_naam(kDag, seal::digest(anders)), anders);
  schrijf(kast, "reg1", "twee");
  const kast::Logboek logboek = kast::lees_logboek(kast.open(), kast.lezer("reg1"));
  REQUIRE(logboek.regels.size() == 2);
  CHECK(lees_regel(logboek.regels.back().bestand).kop.vorige == std::vector<std::string>{seal::digest(los)});
}
