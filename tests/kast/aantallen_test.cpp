// SPDX-License-Identifier: EUPL-1.2
//
// Totals of anonymised dossiers: what opens after later ones, what a killed command leaves, what two clones and a
// change of gebruikers make of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lib/kast/aantallen.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/vernietig.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const char* const kGeschreven = "2026-03-02T12:00:00+01:00";

kast::GeladenDossier gemeente(const ProefKast& k, const std::string& id = "reg1") {
  return kast::laad(k.open(), Nummer::gemeente(), k.lezer(id), kast::Diepte::termijnen);
}

Waarde bewijs(const std::string& nummer, const std::string& stap) {
  Waarde w = Waarde::kaart();
  w.zet("stap", stap);
  w.zet("datum", kDag.tekst());
  w.zet("nummer", nummer);
  return w;
}

void leg(const ProefKast& k, const Waarde& w) {
  kast::voer_uit(kast::maak_bewijs(k.open(), k.lezer("reg1"), w, kDag, kGeschreven));
}

/// What the ceremony does, once it may: counts what still opens and was not counted, then destroys.
void anonimiseer(const ProefKast& k, const std::string& nummer, bool telt = true) {
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer("reg1");
  if (kast::Bewijzen(kast, lezer).van(nummer) == nullptr) leg(k, bewijs(nummer, "begonnen"));
  const kast::GeladenDossier g = gemeente(k);
  std::optional<kast::GeladenDossier> d;
  if (!kast::resten(kast, *Nummer::lees(nummer)).stukken.empty()) d = k.laad(nummer, "reg1");
  if (d && d->leesbaar && !kast::is_geteld(*d, g)) {
    kast::voer_uit(kast::maak_aantallen(kast, lezer, g, telt ? &*d : nullptr, kDag, kGeschreven));
  } else {
    kast::wis_sleutels(kast::oude_aantalsleutels(kast, g));
  }
  kast::vernietig_resten(kast, *Nummer::lees(nummer));
  leg(k, bewijs(nummer, "voltooid"));
}

int totaal(const ProefKast& k, const std::string& id = "reg1") {
  return kast::lees_telling(k.open(), k.lezer(id), gemeente(k, id)).som.totaal;
}

std::vector<Bevinding> alles(const ProefKast& k) {
  return kast::controleer(k.open(), k.lezer("reg1"), kDag, std::nullopt).bevindingen;
}

/// The gemeente opened, so that a clone does not open another.
void begin(const ProefKast& k) { anonimiseer(k, k.melding(), false); }

std::size_t mappen(const ProefKast& k) {
  const std::vector<kast::Pad> er = kast::lees_map(k.sleutels);
  return static_cast<std::size_t>(std::count_if(
      er.begin(), er.end(), [](const kast::Pad& p) { return p.filename().string().rfind("aantallen-", 0) == 0; }));
}

}  // namespace

TEST_CASE("a dossier is counted once, a destroyed one not; the stukken of both look the same") {
  const ProefKast k;
  anonimiseer(k, k.melding());
  CHECK(totaal(k) == 1);
  anonimiseer(k, k.melding(), false);
  CHECK(totaal(k) == 1);
  anonimiseer(k, k.melding());
  CHECK(totaal(k) == 2);
  CHECK_FALSE(bevat(alles(k), FoutSoort::integriteit));
  CHECK_FALSE(bevat(alles(k), FoutSoort::bevinding, "aantallen"));
  const kast::GeladenDossier g = kast::laad(k.open(), Nummer::gemeente(), k.lezer("reg1"), kast::Diepte::alles);
  int aantallen = 0;
  for (const kast::GeladenStuk& s : g.stukken) {
    if (s.soort != "aantallen") continue;
    ++aantallen;
    CHECK_FALSE(s.is_open(Compartiment::zaak));  // laad() shows no numbers
    CHECK(s.inhoud.tekst_van("merk").size() == 32);
  }
  CHECK(aantallen == 3);
}

TEST_CASE(
    "old totals open with no key on the machine, from any copy of the kast; the newest with the regisseur's") {
  const ProefKast k;
  anonimiseer(k, k.melding());
  const TijdelijkeMap kopie;
  std::filesystem::copy(k.map, kopie.pad(), std::filesystem::copy_options::recursive);
  ProefKast daar(k, kopie.pad());
  daar.sleutels = k.sleutels;
  CHECK(totaal(daar) == 1);
  anonimiseer(k, k.melding());
  CHECK(mappen(k) == 1);
  const kast::Telling oud = kast::lees_telling(daar.open(), daar.lezer("reg1"), gemeente(daar));
  CHECK(oud.som.totaal == 0);
  CHECK(oud.dicht == std::vector<std::string>{"reg1"});
  CHECK(totaal(k) == 2);
  CHECK(kast::lees_telling(k.open(), k.lezer("wacht1"), gemeente(k, "wacht1")).dicht ==
        std::vector<std::string>{"reg1"});
}

TEST_CASE("a key of old totals that comes back is found, and goes with the next stuk in the dossier gemeente") {
  const ProefKast k;
  anonimiseer(k, k.melding());
  const TijdelijkeMap kopie;
  std::filesystem::copy(k.sleutels, kopie.pad(), std::filesystem::copy_options::recursive);
  anonimiseer(k, k.melding());
  (void)voeg_samen(kopie.pad(), k.sleutels);
  CHECK(mappen(k) == 2);
  CHECK(bevat(alles(k), FoutSoort::bevinding, "moest vernietigd zijn"));
  const std::string nummer = k.melding();
  leg(k, bewijs(nummer, "begonnen"));
  CHECK(mappen(k) == 1);
  CHECK_FALSE(bevat(alles(k), FoutSoort::bevinding, "moest vernietigd zijn"));
}

TEST_CASE("keys of totals that never came are said, and open nothing") {
  const ProefKast k;
  begin(k);
  const auto sleutel = seal::Identity::generate();
  kast::maak_bestanden(kast::aantalsleutel_bestanden(k.open(), gemeente(k), sleutel, kDag));
  CHECK(bevat(alles(k), FoutSoort::bevinding, "sleutels van aantallen die er niet zijn"));
  CHECK(totaal(k) == 0);
}

TEST_CASE("killed at any moment: never counted twice, never gone without being counted") {
  int na_het_tellen = 0;
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 900);
    const ProefKast k;
    if (!kan_volgen()) return;
    anonimiseer(k, k.melding());
    const std::string nummer = k.melding();
    klaar = dood_bij(n, [&] { anonimiseer(k, nummer); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    REQUIRE_FALSE(gemeente(k).geschonden());
    const int nu = totaal(k);
    REQUIRE((nu == 1 || nu == 2));
    const bool sleutels_weg = kast::resten(k.open(), *Nummer::lees(nummer)).sleutels.size() < 6;
    if (sleutels_weg && nu == 1) REQUIRE(k.laad(nummer, "reg1").leesbaar);
    if (klaar == 0 && nu == 2) ++na_het_tellen;
    anonimiseer(k, nummer);
    REQUIRE(totaal(k) == 2);
    REQUIRE(kast::Bewijzen(k.open(), k.lezer("reg1")).vernietigd(nummer));
    REQUIRE(kast::oude_aantalsleutels(k.open(), gemeente(k)).empty());
    REQUIRE_FALSE(bevat(alles(k), FoutSoort::integriteit));
  }
  CHECK(na_het_tellen > 3);
}

TEST_CASE("two clones: other dossiers add up, the same dossier is said to be counted twice") {
  const ProefKast hier;
  begin(hier);
  const std::string a = hier.melding();
  const std::string b = hier.melding();
  const std::string beide = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  REQUIRE_FALSE(voeg_samen(hier.sleutels, daar.sleutels));
  anonimiseer(hier, a);
  anonimiseer(daar, b);
  anonimiseer(hier, beide);
  anonimiseer(daar, beide);
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK_FALSE(voeg_samen(daar.sleutels, hier.sleutels));
  const kast::Telling t = kast::lees_telling(hier.open(), hier.lezer("reg1"), gemeente(hier));
  CHECK(t.naast_elkaar);
  CHECK(t.dubbel == 1);
  CHECK(t.dicht.empty());
  CHECK(t.som.totaal == 2);  // of one gebruiker: what both did alike counts once
  CHECK_FALSE(bevat(alles(hier), FoutSoort::integriteit));
  anonimiseer(hier, hier.melding());
  CHECK(totaal(hier) == 3);
  CHECK_FALSE(kast::lees_telling(hier.open(), hier.lezer("reg1"), gemeente(hier)).naast_elkaar);
}

TEST_CASE("a command that fails leaves no key of totals behind") {
  const ProefKast k;
  begin(k);
  const kast::GeladenDossier g = gemeente(k);
  kast::Voornemen v = kast::maak_aantallen(k.open(), k.lezer("reg1"), g, nullptr, kDag, kGeschreven);
  kast::maak_bestanden({v.bestanden.back()});  // the name is taken
  const auto voor = k.bestanden();
  CHECK_THROWS_AS(kast::voer_uit(v), const Fout&);
  CHECK(k.bestanden() == voor);
}

TEST_CASE("another key of a gebruiker opens them too; without the role their key file goes") {
  const ProefKast k;
  anonimiseer(k, k.melding());
  const kast::Kast kast = k.open();
  const kast::Gebruiker& reg1 = *kast.beheer().vind(*GebruikerId::lees("reg1"));
  CHECK(kast::leest_aantallen(kast.beheer(), reg1));
  CHECK_FALSE(kast::leest_aantallen(kast.beheer(), *kast.beheer().vind(*GebruikerId::lees("wacht1"))));
  const auto niets = kast::wijzig_aantalsleutels(kast, k.lezer("reg1"), gemeente(k), reg1, true, false, kDag);
  CHECK(niets.bestanden.empty());
  CHECK(niets.wissen.empty());
  const auto weg = kast::wijzig_aantalsleutels(kast, k.lezer("reg1"), gemeente(k), reg1, false, false, kDag);
  CHECK(weg.wissen.size() == 1);
  const auto nieuw = kast::wijzig_aantalsleutels(kast, k.lezer("reg1"), gemeente(k), reg1, true, true, kDag);
  REQUIRE(nieuw.bestanden.size() == 1);
  kast::maak_bestanden(nieuw.bestanden);
  kast::wis_sleutels(nieuw.wissen);
  CHECK(totaal(k) == 1);
}

TEST_CASE("the dossier gemeente sealed again keeps its totals, and they cannot be taken out themselves") {
  const ProefKast k;
  anonimiseer(k, k.melding());
  anonimiseer(k, k.melding());
  const auto g = [&] { return kast::laad(k.open(), Nummer::gemeente(), k.lezer("reg1"), kast::Diepte::alles); };
  const kast::Voornemen v =
      kast::voeg_stuk_toe(k.open(), k.lezer("reg1"), g(), opdracht("7-gemeente/01-screening", kDag));
  kast::voer_uit(v);
  const std::string screening = v.stuk;
  CHECK_THROWS_AS(kast::eis_wegneembaar(g(), {g().dossier.aantallen.back().stuk}), const Fout&);
  kast::voer_uit(kast::herverzegel(k.open(), k.lezer("reg1"), g(), {screening}, kDag, kGeschreven));
  CHECK_FALSE(g().geschonden());
  CHECK(g().dossier.stuk(screening) == nullptr);
  CHECK(totaal(k) == 2);
  CHECK(mappen(k) == 1);
  anonimiseer(k, k.melding());
  CHECK(totaal(k) == 3);
  CHECK(mappen(k) == 1);
  CHECK_FALSE(bevat(alles(k), FoutSoort::integriteit));
}

TEST_CASE("totals made beside a destruction in the dossier gemeente are sealed again, under their own key") {
  const ProefKast hier;
  begin(hier);
  const std::string a = hier.melding();
  const auto g = [&] {
    return kast::laad(hier.open(), Nummer::gemeente(), hier.lezer("reg1"), kast::Diepte::alles);
  };
  const kast::Voornemen v =
      kast::voeg_stuk_toe(hier.open(), hier.lezer("reg1"), g(), opdracht("7-gemeente/01-screening", kDag));
  kast::voer_uit(v);
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  REQUIRE_FALSE(voeg_samen(hier.sleutels, daar.sleutels));
  anonimiseer(daar, a);
  kast::voer_uit(kast::herverzegel(hier.open(), hier.lezer("reg1"), g(), {v.stuk}, kDag, kGeschreven));
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK_FALSE(voeg_samen(daar.sleutels, hier.sleutels));
  CHECK(bevat(alles(hier), FoutSoort::bevinding, "schreef dit stuk elders"));
  kast::voer_uit(
      kast::voeg_stuk_toe(hier.open(), hier.lezer("reg1"), g(), opdracht("7-gemeente/01-screening", kDag)));
  CHECK_FALSE(bevat(alles(hier), FoutSoort::bevinding, "schreef dit stuk elders"));
  CHECK_FALSE(bevat(alles(hier), FoutSoort::integriteit));
  CHECK(totaal(hier) == 1);
  anonimiseer(hier, hier.melding());
  CHECK(totaal(hier) == 2);
}
