// SPDX-License-Identifier: EUPL-1.2
//
// One wrong stuk or item goes and the rest stays: who reads what after it, what counts, and what a killed command
// or two people apart leave.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lib/kast/herverzegel.h"
#include "lib/kast/vernieuw.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);

std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

kast::Voornemen maak(const ProefKast& k, const std::string& nummer, const kast::Onjuist& onjuist) {
  return kast::herverzegel(k.open(), k.lezer("reg1"), k.laad(nummer, "reg1"), onjuist, kDag,
                           "2026-03-02T12:00:00+01:00");
}

void haal_weg(const ProefKast& k, const std::string& nummer, const kast::Onjuist& onjuist) {
  kast::voer_uit(maak(k, nummer, onjuist));
}

/// What each stuk says to that gebruiker, by digest.
std::map<std::string, Waarde> inhoud(const ProefKast& k, const std::string& nummer, const std::string& id) {
  std::map<std::string, Waarde> uit;
  for (const kast::GeladenStuk& s : k.laad(nummer, id).stukken) uit[s.stuk.digest] = s.inhoud;
  return uit;
}

std::string van_soort(const ProefKast& k, const std::string& nummer, const std::string& soort) {
  for (const kast::GeladenStuk& s : k.laad(nummer, "reg1").stukken) {
    if (s.soort == soort) return s.stuk.digest;
  }
  return {};
}

/// A stuk with several signalen, which is no weging, and the id of its first one.
std::pair<std::string, std::string> signaal_met_stuk(const ProefKast& k, const std::string& nummer) {
  const kast::GeladenDossier d = k.laad(nummer, "reg1");
  for (const kast::GeladenStuk& s : d.stukken) {
    const auto& signalen = s.inhoud.items_van("signalen");
    if (s.soort != "weging" && signalen.size() > 1) return {s.stuk.digest, signalen.front().tekst_van("id")};
  }
  return {};
}

}  // namespace

TEST_CASE("a wrong stuk is gone; the others say what they said, at their own place, under new keys") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const std::string fout = k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 1));
  auto voor = inhoud(k, nummer, "reg1");
  voor.erase(fout);
  const auto pol1 = inhoud(k, nummer, "pol1").size();
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  const TijdelijkeMap oud;
  std::filesystem::copy(sleutels, oud.pad(), std::filesystem::copy_options::recursive);

  haal_weg(k, nummer, {fout});
  const kast::GeladenDossier d = k.laad(nummer, "reg1");
  CHECK(d.leesbaar);
  CHECK_FALSE(d.geschonden());
  CHECK(d.vervallen == std::vector<std::string>{fout});
  CHECK(d.koppen.size() == 1);
  auto na = inhoud(k, nummer, "reg1");
  CHECK(na.size() == voor.size() + 1);  // and the stuk toegang
  for (const auto& [digest, w] : voor) {
    CHECK(na.at(digest) == w);
  }
  CHECK(na.count(fout) == 0);
  CHECK(inhoud(k, nummer, "pol1").size() == pol1);  // without the wrong one, with toegang
  CHECK(k.laad(nummer, "wacht1").leesbaar);
  for (const kast::GeladenStuk& s : k.laad(nummer, "wacht1").stukken) CHECK_FALSE(s.is_open(Compartiment::zaak));
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::integriteit));
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "sleutel"));

  // No key that is left opens the wrong one, and the old ones, put back, are found.
  for (const kast::Pad& pad : kast::lees_map(oud.pad()))
    CHECK_FALSE(std::filesystem::exists(sleutels / pad.filename()));
  (void)voeg_samen(oud.pad(), sleutels);
  CHECK(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "moest vernietigd zijn"));
  CHECK(inhoud(k, nummer, "reg1").count(fout) == 0);

  // The case goes on, and who comes later gets what there is.
  (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  CHECK_FALSE(k.laad(nummer, "reg1").geschonden());
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "moest vernietigd zijn"));
}

TEST_CASE("one wrong item goes, and its stuk stays") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const auto [stuk, id] = signaal_met_stuk(k, nummer);
  REQUIRE_FALSE(id.empty());
  const std::size_t n = inhoud(k, nummer, "reg1").at(stuk).items_van("signalen").size();
  CHECK_THROWS_AS(haal_weg(k, nummer, {stuk, "s-bestaat-niet"}), const Fout&);
  haal_weg(k, nummer, {stuk, id});
  const Waarde na = inhoud(k, nummer, "reg1").at(stuk);
  CHECK(na.items_van("signalen").size() == n - 1);
  CHECK(k.laad(nummer, "reg1").leesbaar);
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::integriteit));
  // A second time: the last counts, and the first carriers stay readable to nobody.
  haal_weg(k, nummer, {van_soort(k, nummer, "weging")});
  CHECK(van_soort(k, nummer, "weging").empty());
  CHECK(inhoud(k, nummer, "reg1").at(stuk) == na);
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::integriteit));
}

TEST_CASE("what cannot go: the opening, the beginning, a vote; and who cannot read all cannot seal again") {
  const ProefKast k;
  const std::string nummer = k.melding();
  const auto voor = k.bestanden();
  CHECK_THROWS_AS(haal_weg(k, nummer, {van_soort(k, nummer, "opening")}), const Fout&);
  CHECK_THROWS_AS(haal_weg(k, nummer, {van_soort(k, nummer, "melding")}), const Fout&);
  const std::string ander = casus(k);
  const std::string weging = van_soort(k, ander, "weging");
  const std::string stem = inhoud(k, ander, "reg1").at(weging).items_van("stemmen").front().tekst_van("id");
  CHECK_THROWS_AS(haal_weg(k, ander, {weging, stem}), const Fout&);
  CHECK_THROWS_AS((void)kast::herverzegel(k.open(), k.lezer("pol1"), k.laad(ander, "pol1"), {weging}, kDag, "x"),
                  const Fout&);
  CHECK(k.laad(nummer, "reg1").stukken.size() == 2);
}

TEST_CASE("killed at any moment: the wrong stuk is there or gone, nothing else is lost, and again finishes it") {
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 900);
    const ProefKast k;
    const std::string nummer = k.melding();
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
    const std::string fout = van_soort(k, nummer, "aanmelding");
    auto voor = inhoud(k, nummer, "reg1");
    const kast::Voornemen v = maak(k, nummer, {fout});
    if (!kan_volgen()) return;
    klaar = dood_bij(n, [&] { kast::voer_uit(v); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    REQUIRE(k.laad(nummer, "reg1").leesbaar);
    REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
    const auto na = inhoud(k, nummer, "reg1");
    const bool weg = na.count(fout) == 0;
    if (klaar == 1) REQUIRE(weg);
    voor.erase(fout);
    for (const auto& [digest, w] : voor) REQUIRE(na.at(digest) == w);
    if (!weg) haal_weg(k, nummer, {fout});
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg1", Datum(2026, 3, 3));
    REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
    REQUIRE(kast::teruggekomen(k.open(), k.laad(nummer, "reg1")).empty());
  }
}
