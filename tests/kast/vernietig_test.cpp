// SPDX-License-Identifier: EUPL-1.2
//
// Destruction by keys: what opens after it, what a killed command leaves, what comes back, and what excuses what.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lib/kast/gemeente.h"
#include "lib/kast/schijf.h"
#include "lib/kast/vernietig.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const char* const kGeschreven = "2026-03-02T12:00:00+01:00";
const std::vector<std::string> kAllen = {"reg1", "pol1", "om1", "rvdk1", "wacht1"};

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

/// What pga vernietig does, once it may.
void vernietig(const ProefKast& k, const std::string& nummer) {
  const kast::Kast kast = k.open();
  const kast::Bewijzen eerder(kast, k.lezer("reg1"));
  if (eerder.van(nummer) == nullptr) {
    Waarde w = bewijs(nummer, "begonnen");
    w.zet("grond", "niet_opgenomen");
    Waarde& houders = w.zet("houders", Waarde::lijst_());
    for (const proces::Houder& h : kast::houders(kast, k.laad(nummer, "reg1"), kDag)) {
      Waarde houder = Waarde::kaart();
      houder.zet("id", h.gebruiker);
      houder.zet("organisatie", h.organisatie);
      houders.voeg_toe(houder);
    }
    leg(k, w);
  }
  kast::vernietig_resten(kast, *Nummer::lees(nummer));
  leg(k, bewijs(nummer, "voltooid"));
}

int stukken_open(const ProefKast& k, const std::string& nummer, const std::string& id) {
  int uit = 0;
  for (const kast::GeladenStuk& s : k.laad(nummer, id).stukken) {
    uit += static_cast<int>(std::count_if(kCompartimenten.begin(), kCompartimenten.end(),
                                          [&](Compartiment c) { return s.is_open(c); }));
  }
  return uit;
}

kast::GeladenDossier gemeente(const ProefKast& k, const std::string& id) {
  return kast::laad(k.open(), Nummer::gemeente(), k.lezer(id), kast::Diepte::alles);
}

const proces::VernietigingStand* stand(const kast::Bewijzen& b, const std::string& nummer) { return b.van(nummer); }

std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

std::vector<Bevinding> alles(const ProefKast& k) {
  return kast::controleer(k.open(), k.lezer("reg1"), kDag, std::nullopt).bevindingen;
}

}  // namespace

TEST_CASE("after it no key on the machine opens anything, also not in a copy of the kast from before") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const TijdelijkeMap map;
  std::filesystem::copy(k.map, map.pad(), std::filesystem::copy_options::recursive);
  for (const char* id : {"reg1", "pol1", "om1", "wacht1"}) CHECK(stukken_open(k, nummer, id) > 0);
  vernietig(k, nummer);
  CHECK_FALSE(std::filesystem::exists(k.open().sleutel_map(*Nummer::lees(nummer))));
  CHECK(kast::resten(k.open(), *Nummer::lees(nummer)).leeg());
  ProefKast daar(k, map.pad());
  daar.sleutels = k.sleutels;  // every key that is left
  CHECK(daar.laad(nummer, "reg1").stukken.size() == 4);
  for (const std::string& id : kAllen) CHECK(stukken_open(daar, nummer, id) == 0);
}

TEST_CASE("the receipt says who held keys, excuses what is gone, and leaves each organisation to confirm") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const std::string ander = k.melding();
  vernietig(k, nummer);
  const kast::Bewijzen b(k.open(), k.lezer("reg1"));
  REQUIRE(stand(b, nummer) != nullptr);
  CHECK(b.vernietigd(nummer));
  CHECK_FALSE(b.vernietigd(ander));
  const std::vector<std::string> organisaties = stand(b, nummer)->organisaties();
  CHECK(organisaties == std::vector<std::string>{"burgemeester", "om", "politie"});
  CHECK_FALSE(bevat(alles(k), FoutSoort::integriteit));
  CHECK_FALSE(bevat(alles(k), FoutSoort::bevinding, nummer));
  const kast::Kast kast = k.open();
  CHECK(kast::zoek_ook_vernietigd(kast, b, nummer.substr(0, 4)).tekst() == nummer);
  CHECK_THROWS_AS((void)kast::zoek_ook_vernietigd(kast, b, nummer.substr(0, 2)), Fout);
  std::filesystem::create_directories(kast.map() / "dossiers" / "2026" / (nummer.substr(0, 3) + "0-00d0"));
  try {
    (void)kast::zoek_ook_vernietigd(kast, b, nummer.substr(0, 3));
    FAIL("the beginning of two numbers names neither");
  } catch (const Fout& e) {
    CHECK(e.soort() == FoutSoort::gebruik);
  }
  CHECK(kast::zoek_ook_vernietigd(kast, b, nummer).tekst() == nummer);
  const auto termijnen = kast::termijnen_van(k.open(), gemeente(k, "wacht1"), kDag);
  CHECK(std::count_if(termijnen.begin(), termijnen.end(), [&](const termijn::Termijn& t) {
          return t.regel == "vernietiging_kopieen" && t.loopt() && t.onderwerp.rfind(nummer, 0) == 0;
        }) == 3);
  // Who cannot read the dossier gemeente knows of no receipt.
  CHECK(kast::Bewijzen(k.open(), k.lezer("pol1")).alle().empty());
}

TEST_CASE("a stuk or a key that comes back is found, excuses nothing, and is destroyed by doing it again") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const TijdelijkeMap kopie;
  std::filesystem::copy(k.map, kopie.pad() / "kast", std::filesystem::copy_options::recursive);
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  std::filesystem::copy(sleutels, kopie.pad() / "sleutels", std::filesystem::copy_options::recursive);
  vernietig(k, nummer);
  (void)voeg_samen(kopie.pad() / "kast", k.map);
  CHECK(bevat(alles(k), FoutSoort::bevinding, "verweesd"));
  CHECK(bevat(alles(k), FoutSoort::bevinding, "geschreven door reg1"));
  std::filesystem::create_directories(sleutels);
  (void)voeg_samen(kopie.pad() / "sleutels", sleutels);
  CHECK(bevat(alles(k), FoutSoort::bevinding, "liggen er weer of nog"));
  CHECK_FALSE(kast::resten(k.open(), *Nummer::lees(nummer)).leeg());
  vernietig(k, nummer);
  CHECK(kast::resten(k.open(), *Nummer::lees(nummer)).leeg());
  CHECK_FALSE(bevat(alles(k), FoutSoort::bevinding, "vernietigd"));
  CHECK(stand(kast::Bewijzen(k.open(), k.lezer("reg1")), nummer)->voltooid_op == kDag);
}

TEST_CASE("what cannot be completed or confirmed is refused, and nothing is written") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const auto voor = k.bestanden();
  CHECK_THROWS_AS(leg(k, bewijs(nummer, "voltooid")), const Fout&);
  CHECK_THROWS_AS(leg(k, bewijs(nummer, "bevestigd")), const Fout&);
  CHECK_THROWS_AS((void)kast::maak_bewijs(k.open(), k.lezer("pol1"), bewijs(nummer, "begonnen"), kDag, kGeschreven),
                  const Fout&);
  CHECK(k.bestanden() == voor);
}

TEST_CASE("killed at any moment: nothing lost, or begun; doing it again finishes it") {
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 600);
    const ProefKast k;
    const std::string nummer = k.melding();
    if (!kan_volgen()) return;
    klaar = dood_bij(n, [&] { vernietig(k, nummer); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    const kast::Bewijzen b(k.open(), k.lezer("reg1"));
    const proces::VernietigingStand* v = stand(b, nummer);
    if (klaar == 1) REQUIRE(b.vernietigd(nummer));
    if (v == nullptr) {
      REQUIRE(stukken_open(k, nummer, "reg1") == 14);
      REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
      continue;
    }
    REQUIRE_FALSE(gemeente(k, "reg1").geschonden());
    if (!v->voltooid_op) REQUIRE(bevat(alles(k), FoutSoort::bevinding, "niet voltooid"));
    if (!v->voltooid_op) vernietig(k, nummer);
    REQUIRE(kast::resten(k.open(), *Nummer::lees(nummer)).leeg());
    REQUIRE(kast::Bewijzen(k.open(), k.lezer("reg1")).vernietigd(nummer));
    REQUIRE_FALSE(bevat(alles(k), FoutSoort::integriteit));
  }
}

TEST_CASE("two that destroy the same dossier apart come together, as do a receipt and a clone that knows of none") {
  const ProefKast hier;
  vernietig(hier, hier.melding());  // opens the dossier gemeente
  const std::string nummer = casus(hier);
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  vernietig(hier, nummer);
  vernietig(daar, nummer);
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(kast::Bewijzen(hier.open(), hier.lezer("reg1")).vernietigd(nummer));
  CHECK_FALSE(bevat(alles(hier), FoutSoort::integriteit));
}

TEST_CASE("where overwriting means little, is said; a file system that nobody knows says nothing") {
  CHECK(kast::overschrijven_helpt_niet("/proc").empty());
  CHECK(kast::overschrijven_helpt_niet("/bestaat/niet").empty());
}

TEST_CASE("who cannot read receipts destroys the own keys only") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const Nummer n = *Nummer::lees(nummer);
  const GebruikerId pol1 = *GebruikerId::lees("pol1");
  CHECK(kast::andere_houders(k.open(), n, pol1) == std::vector<std::string>{"om1", "reg1", "wacht1"});
  kast::vernietig_eigen_sleutels(k.open(), n, pol1);
  CHECK(stukken_open(k, nummer, "pol1") == 0);
  CHECK(stukken_open(k, nummer, "reg1") > 0);
  CHECK(k.laad(nummer, "reg1").sleutels.openbaar.size() == kCompartimenten.size());
  CHECK(k.laad(nummer, "reg1").stukken.size() == 4);
}

TEST_CASE("public keys go first and the directory last, so that cut short is told from a key that never came") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const Nummer n = *Nummer::lees(nummer);
  const kast::Pad map = k.open().sleutel_map(n);
  CHECK_FALSE(kast::is_afgebroken(k.open(), n));
  for (const kast::SleutelBestand& s : kast::sleutelbestanden(map)) std::filesystem::remove(s.pad);
  CHECK_FALSE(kast::is_afgebroken(k.open(), n));  // no key file came, or all were taken away
  std::filesystem::rename(map, k.sleutels / "opzij");
  CHECK_FALSE(kast::is_afgebroken(k.open(), n));
  std::filesystem::rename(k.sleutels / "opzij", map);
  for (const kast::Pad& pad : kast::lees_map(map)) overschrijf(pad, std::string(lees(pad).size(), '\0'));
  CHECK(kast::is_afgebroken(k.open(), n));
  kast::vernietig_resten(k.open(), n);
  CHECK_FALSE(kast::is_afgebroken(k.open(), n));
  CHECK(kast::resten(k.open(), n).leeg());
}
