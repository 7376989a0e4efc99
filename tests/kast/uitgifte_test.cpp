// SPDX-License-Identifier: EUPL-1.2
//
// Key files that somebody lacks, and giving them again; the recovery copy through everything that changes keys.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/kast/logboek.h"
#include "lib/kast/logsleutel.h"
#include "lib/kast/planstand.h"
#include "lib/kast/ronde.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/vernieuw.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

const Datum kDag(2026, 3, 20);
const char* const kGeschreven = "2026-03-20T12:00:00+01:00";

/// A gebruiker with that role, also his id, in the next version of beheer.
std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

/// How many compartments of how many stukken a gebruiker opens, with that identity.
std::size_t geopend(const ProefKast& k, const std::string& nummer, const std::string& id) {
  std::size_t uit = 0;
  const kast::GeladenDossier d = k.laad(nummer, id);
  for (const kast::GeladenStuk& s : d.stukken) {
    for (const Compartiment c : kCompartimenten) uit += s.is_open(c) ? 1U : 0U;
  }
  return uit;
}

bool leest_alles(const ProefKast& k, const std::string& nummer, const std::string& id) {
  return geopend(k, nummer, id) == k.laad(nummer, id).stukken.size() * kCompartimenten.size();
}

std::set<std::string> wie_mist(const ProefKast& k, const std::string& nummer, const std::string& lezer = "reg1",
                               Datum dag = kDag) {
  const kast::Kast kast = k.open();
  const kast::Lezer wie = k.lezer(lezer, dag);
  const kast::GeladenDossier d = kast::laad(kast, *Nummer::lees(nummer), wie, kast::Diepte::termijnen);
  std::set<std::string> uit;
  for (const kast::Tekort& t : kast::tekorten(kast, wie, d, dag)) uit.insert(t.wie->id.tekst());
  return uit;
}

kast::Uitgifteplan plan(const ProefKast& k, const std::string& door, const std::string& voor,
                        bool opnieuw = false) {
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer(door, kDag);
  return kast::plan_uitgifte(
      kast, lezer, [&](const kast::Gebruiker& g) { return g.id.tekst() == voor; }, opnieuw, kDag);
}

void wis_van(const ProefKast& k, const std::string& nummer, const std::string& id) {
  const auto alle = kast::sleutelbestanden(k.open().sleutel_map(*Nummer::lees(nummer)));
  for (const kast::SleutelBestand& s : alle) {
    if (s.gebruiker == id) fs::remove(s.pad);
  }
}

void toegang(const ProefKast& k, const std::string& nummer, const std::string& stap, const std::string& wie = {}) {
  kast::StukOpdracht o{"toegang", Waarde::kaart(), kDag, kGeschreven, {}};
  o.inhoud.zet("stap", stap);
  o.inhoud.zet("datum", kDag.tekst());
  if (!wie.empty()) o.inhoud.zet("gebruiker", wie);
  kast::voer_uit(kast::wijzig_toegang(k.open(), k.lezer("reg1", kDag), k.laad(nummer, "reg1"), o));
}

/// A case that was closed and shielded.
std::string gesloten(const ProefKast& k) {
  const std::string nummer = casus(k);
  (void)k.stuk(nummer, "1-opgenomen/12-sluit-voorstel", "reg1", Datum(2026, 3, 18));
  (void)k.stuk(nummer, "1-opgenomen/13-sluit-besluit", "reg1", Datum(2026, 3, 19));
  toegang(k, nummer, "afgeschermd");
  REQUIRE(k.laad(nummer, "reg1").dossier.afgeschermd);
  return nummer;
}

}  // namespace

TEST_CASE("a new dossier lacks nothing; a reserve that came later does, until she is given all of it, once") {
  ProefKast k;
  const std::string nummer = casus(k);
  CHECK(wie_mist(k, nummer).empty());
  wijs_aan(k, {"reserve"});
  CHECK(wie_mist(k, nummer) == std::set<std::string>{"reserve"});
  const kast::Uitgifteplan p = plan(k, "reg1", "reserve");
  REQUIRE(p.giften.size() == 1);
  CHECK(p.giften.front().eerste);
  CHECK(p.voornemen.wissen.empty());
  kast::voer_uit(p.voornemen);
  CHECK(leest_alles(k, nummer, "reserve"));
  CHECK(wie_mist(k, nummer).empty());
  const kast::Uitgifteplan weer = plan(k, "reg1", "reserve");
  CHECK(weer.giften.empty());
  CHECK(weer.goed == 1);
  CHECK(weer.voornemen.bestanden.empty());
  const std::string later = casus(k);
  CHECK(leest_alles(k, later, "reserve"));
  // A copy carries nothing out: a plan does not count it among who can read.
  const kast::Kast kast = k.open();
  const kast::GeladenDossier d = k.laad(later, "reg1");
  const auto lezers = kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, kDag);
  REQUIRE(kast::zoek(lezers, "reserve") != nullptr);
  for (const proces::GebruikerRegel& g : kast::gebruikerregels(kast, lezers, kDag)) {
    if (g.id == "reserve") CHECK(g.leest.leeg());
  }
  CHECK(wie_mist(k, later).empty());
}

TEST_CASE("the recovery copy stays whole through new keys, ended access, each beoordeling and closing") {
  ProefKast k;
  wijs_aan(k, {"reserve"});
  const std::string nummer = casus(k);
  const auto heel = [&] { return leest_alles(k, nummer, "reserve") && wie_mist(k, nummer).empty(); };
  REQUIRE(heel());
  toegang(k, nummer, "vernieuwd");
  CHECK(heel());
  (void)k.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", Datum(2026, 3, 9));
  CHECK(heel());
  toegang(k, nummer, "ingetrokken", "om1");
  CHECK(heel());
  (void)k.stuk(nummer, "1-opgenomen/08-profiel", "reg1", Datum(2026, 3, 11));
  CHECK(heel());
  (void)k.stuk(nummer, "1-opgenomen/12-sluit-voorstel", "reg1", Datum(2026, 3, 18));
  (void)k.stuk(nummer, "1-opgenomen/13-sluit-besluit", "reg1", Datum(2026, 3, 19));
  toegang(k, nummer, "afgeschermd");
  CHECK(heel());
  CHECK(k.controleer(nummer, "reserve").empty() == k.controleer(nummer, "reg1").empty());
}

TEST_CASE("a reserve is no reader: nothing may be left to her alone") {
  ProefKast k;
  wijs_aan(k, {"reserve"});
  const std::string nummer = casus(k);
  CHECK_THROWS_AS(toegang(k, nummer, "ingetrokken", "reg1"), const Fout&);
  toegang(k, nummer, "ingetrokken", "reserve");
  CHECK(geopend(k, nummer, "reserve") == 0);
  CHECK(wie_mist(k, nummer).empty());  // that was decided
}

TEST_CASE("a copy that lacks the newest keys is found by its length, and made whole") {
  ProefKast k;
  wijs_aan(k, {"reserve"});
  const std::string nummer = casus(k);
  const TijdelijkeMap oud;
  const kast::Pad map = k.open().sleutel_map(*Nummer::lees(nummer));
  fs::copy(map, oud.pad() / "s");
  toegang(k, nummer, "vernieuwd");
  wis_van(k, nummer, "reserve");
  (void)voeg_samen(oud.pad() / "s", map);
  CHECK(wie_mist(k, nummer) == std::set<std::string>{"reserve"});
  const auto bevindingen = k.controleer(nummer, "reg1");
  CHECK(bevat(bevindingen, FoutSoort::bevinding, "de reservekopie van dit dossier voor reserve is niet volledig"));
  const kast::Uitgifteplan p = plan(k, "reg1", "reserve");
  REQUIRE(p.giften.size() == 1);
  CHECK_FALSE(p.giften.front().eerste);
  CHECK(p.voornemen.wissen.size() == 1);
  kast::voer_uit(p.voornemen);
  CHECK(leest_alles(k, nummer, "reserve"));
  CHECK(wie_mist(k, nummer).empty());
}

TEST_CASE("from the reserve everybody gets back what they could read, and not more") {
  ProefKast k;
  wijs_aan(k, {"reserve"});
  const std::string nummer = casus(k);
  std::map<std::string, std::size_t> voor;
  for (const char* id : {"reg1", "pol1", "om1", "wacht1", "rvdk1"}) voor[id] = geopend(k, nummer, id);
  for (const auto& [id, n] : voor) wis_van(k, nummer, id);
  CHECK(geopend(k, nummer, "reg1") == 0);
  CHECK(bevat(k.controleer(nummer, "reserve"), FoutSoort::bevinding, "reg1 mag dit dossier lezen"));
  for (const auto& [id, n] : voor) {
    CAPTURE(id);
    kast::voer_uit(plan(k, "reserve", id).voornemen);
    CHECK(geopend(k, nummer, id) == n);
  }
  CHECK(voor.at("rvdk1") == 0);
  CHECK(wie_mist(k, nummer).empty());
}

TEST_CASE("of a shielded case the regisseur can give nothing, and who can is named") {
  ProefKast k;
  wijs_aan(k, {"contactpunt"});
  wijs_aan(k, {"rechtmatigheid"});
  const std::string nummer = gesloten(k);
  const std::size_t vol = geopend(k, nummer, "contactpunt");
  REQUIRE(vol > 0);
  wis_van(k, nummer, "contactpunt");
  CHECK(wie_mist(k, nummer) == std::set<std::string>{"contactpunt"});
  CHECK(wie_mist(k, nummer, "rechtmatigheid") == std::set<std::string>{"contactpunt"});
  const kast::Uitgifteplan niet = plan(k, "reg1", "contactpunt");
  CHECK(niet.giften.empty());
  REQUIRE(niet.niet.size() == 1);
  CHECK(niet.niet.front().tip.find("laat rechtmatigheid dit doen") != std::string::npos);
  kast::voer_uit(plan(k, "rechtmatigheid", "contactpunt").voornemen);
  CHECK(geopend(k, nummer, "contactpunt") == vol);
  wis_van(k, nummer, "rechtmatigheid");
  wis_van(k, nummer, "contactpunt");
  const kast::Uitgifteplan verloren = plan(k, "reg1", "contactpunt");
  REQUIRE(verloren.niet.size() == 1);
  CHECK(verloren.niet.front().tip.find("niemand") != std::string::npos);
}

TEST_CASE("who becomes contactpunt later gets the keys of a shielded case from whoever holds them") {
  ProefKast k;
  wijs_aan(k, {"contactpunt"});
  const std::string nummer = gesloten(k);
  const std::size_t vol = geopend(k, nummer, "contactpunt");
  const kast::Kast kast = k.open();
  Waarde document = kast.beheer().document;
  for (Waarde& w : document.vind("gebruikers")->lijst()) {
    if (w.tekst_van("id") == "rvdk1") w.vind("rollen")->lijst() = {Waarde("contactpunt")};
  }
  const kast::NieuwBestand beheer =
      kast::maak_beheer(k.map, &kast.beheer(), document, kDag, *GebruikerId::lees("reg1"),
                        seal::SigningKey::derive(k.identiteiten.at("reg1")));
  kast::Rondeplan r =
      kast::plan_ronde(kast, k.lezer("reg1", kDag), kast::als_versie(beheer),
                       {{*GebruikerId::lees("rvdk1")}, kast::Ingreep::rollen, "Contactpunt."}, kDag, kGeschreven);
  REQUIRE(r.dossiers.size() == 1);
  CHECK(r.dossiers.front().niet_gegeven == std::vector<std::string>{"rvdk1"});
  CHECK(r.dossiers.front().vernieuwd.empty());
  r.voornemen.bestanden.push_back(beheer);
  kast::voer_uit(r.voornemen);
  CHECK(wie_mist(k, nummer) == std::set<std::string>{"rvdk1"});
  kast::voer_uit(plan(k, "contactpunt", "rvdk1").voornemen);
  CHECK(geopend(k, nummer, "rvdk1") == vol);
  CHECK(wie_mist(k, nummer).empty());
}

TEST_CASE("another key for a contactpunt: the files for the old one stay, until who holds both gives them again") {
  for (const kast::Ingreep ingreep : {kast::Ingreep::sleutel, kast::Ingreep::gestolen}) {
    ProefKast k;
    wijs_aan(k, {"contactpunt"});
    const std::string nummer = gesloten(k);
    const seal::Identity& nieuw = k.identiteiten.emplace("cp-b", seal::Identity::generate()).first->second;
    Waarde document = k.open().beheer().document;
    for (Waarde& w : document.vind("gebruikers")->lijst()) {
      if (w.tekst_van("id") != "contactpunt") continue;
      kast::Gebruiker g = *k.open().beheer().vind(*GebruikerId::lees("contactpunt"));
      g.sleutels.front().tot = kDag.plus_dagen(-1);
      g.sleutels.push_back({nieuw.recipient(), seal::SigningKey::derive(nieuw).verify_key(), kDag, std::nullopt});
      w = kast::als_waarde(g);
    }
    const kast::Kast kast = k.open();
    const auto key = seal::SigningKey::derive(k.identiteiten.at("reg1"));
    const kast::NieuwBestand beheer =
        kast::maak_beheer(k.map, &kast.beheer(), document, kDag, *GebruikerId::lees("reg1"), key);
    kast::Rondeplan r =
        kast::plan_ronde(kast, k.lezer("reg1", kDag), kast::als_versie(beheer),
                         {{*GebruikerId::lees("contactpunt")}, ingreep, "Kwijt."}, kDag, kGeschreven);
    REQUIRE(r.dossiers.size() == 1);
    CHECK(r.dossiers.front().niet_opnieuw == std::vector<std::string>{"contactpunt"});
    CHECK(r.dossiers.front().vernieuwd.empty() == (ingreep == kast::Ingreep::sleutel));
    r.voornemen.bestanden.push_back(beheer);
    kast::voer_uit(r.voornemen);
    const auto lezer = [&](std::initializer_list<const char*> wie) {
      std::vector<seal::Identity> mijn;
      for (const char* id : wie) mijn.push_back(k.identiteiten.at(id).clone());
      return k.open().lezer(std::move(mijn), kDag);
    };
    const auto leest = [&](std::initializer_list<const char*> wie) {
      return kast::laad(k.open(), *Nummer::lees(nummer), lezer(wie), kast::Diepte::termijnen).leesbaar;
    };
    CHECK(leest({"contactpunt", "cp-b"}));
    CHECK_FALSE(leest({"cp-b"}));
    const kast::Kast nu = k.open();
    const kast::Lezer beide = lezer({"contactpunt", "cp-b"});
    const auto zelf = [](const kast::Gebruiker& g) { return g.id.tekst() == "contactpunt"; };
    const kast::Uitgifteplan p = kast::plan_uitgifte(nu, beide, zelf, false, kDag);
    REQUIRE(p.giften.size() == 1);
    kast::voer_uit(p.voornemen);
    CHECK(leest({"cp-b"}));
    CHECK(kast::plan_uitgifte(nu, beide, zelf, false, kDag).giften.empty());
  }
}

TEST_CASE("killed at any moment while keys are given again: the old files open it, or the new ones do") {
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 400);
    ProefKast k;
    wijs_aan(k, {"reserve"});
    const std::string nummer = casus(k);
    if (!kan_volgen()) return;
    const kast::Uitgifteplan p = plan(k, "reg1", "pol1", true);
    REQUIRE(p.voornemen.wissen.size() >= 1);
    klaar = dood_bij(n, [&] { kast::voer_uit(p.voornemen); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
    REQUIRE(k.laad(nummer, "pol1").leesbaar);
    kast::voer_uit(plan(k, "reg1", "pol1", true).voornemen);
    REQUIRE(wie_mist(k, nummer).empty());
  }
}

TEST_CASE("a stolen key of who reads the log: entries from then on are sealed to a key that the thief has not") {
  ProefKast k;
  wijs_aan(k, {"rechtmatigheid"});
  const int jaar = kDag.jaar();
  for (int keer = 0; keer < 20; ++keer) {  // each time the new key must come before all the others
    CAPTURE(keer);
    kast::leg_vast_in_logboek(k.open(), k.lezer("reg1", kDag), {"toon", {}, {}, 0, kGeschreven, {}, "pc", {}},
                              kDag);
    const auto buit = kast::mijn_jaarsleutels(k.sleutels, jaar, k.lezer("rechtmatigheid", kDag));
    REQUIRE(buit.size() == static_cast<std::size_t>(keer) + 1);
    const kast::Kast kast = k.open();
    const kast::Lezer lezer = k.lezer("reg1", kDag);
    kast::LogsleutelRonde r =
        kast::wijzig_jaarsleutels(k.sleutels, kast.beheer(), lezer,
                                  *kast.beheer().vind(*GebruikerId::lees("rechtmatigheid")), true, true, kDag);
    CHECK(r.vernieuwd == std::vector<int>{jaar});
    kast::maak_bestanden(r.bestanden);
    for (const kast::Pad& pad : r.wissen) kast::wis_bestand(pad);
    const auto nu = kast::jaarsleutel(k.sleutels, jaar);
    REQUIRE(nu);
    CHECK(buit.count(nu->verbintenis) == 0);
    kast::leg_vast_in_logboek(k.open(), k.lezer("reg1", kDag), {"toon", {}, {}, 0, kGeschreven, {}, "pc", {}},
                              kDag);
    const kast::Logboek log = kast::lees_logboek(k.open(), k.lezer("rechtmatigheid", kDag));
    CHECK(log.dicht == 0);
    CHECK(log.regels.size() == 2 * static_cast<std::size_t>(keer) + 2);
    CHECK(log.bevindingen.empty());
  }
}
