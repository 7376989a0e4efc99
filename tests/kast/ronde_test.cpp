// SPDX-License-Identifier: EUPL-1.2
//
// A gebruiker changes: what their keys open afterwards, in every dossier, with every key they ever had.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/kast/ronde.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/minisign.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const std::string kGeschreven = "2026-03-02T12:00:00+01:00";

using Verander = std::function<void(kast::Gebruiker&)>;

/// A round, worked out but not written: beheer comes last.
struct Ronde {
  kast::Rondeplan plan;
  kast::Voornemen alles{Nummer::gemeente(), {}, {}};
};

kast::NieuwBestand beheer_met(const ProefKast& k, const std::string& id, const Verander& verander) {
  const kast::Kast kast = k.open();
  Waarde document = kast.beheer().document;
  for (Waarde& w : document.vind("gebruikers")->lijst()) {
    if (w.tekst_van("id") != id) continue;
    kast::Gebruiker g = *kast.beheer().vind(*GebruikerId::lees(id));
    verander(g);
    w = kast::als_waarde(g);
  }
  const auto key = seal::SigningKey::derive(k.identiteiten.at("reg1"));
  return kast::maak_beheer(k.map, &kast.beheer(), document, kDag, *GebruikerId::lees("reg1"), key);
}

Ronde maak(const ProefKast& k, kast::Ingreep ingreep, const std::string& id, const Verander& verander,
           const std::string& door = "reg1") {
  const kast::Kast kast = k.open();
  const kast::NieuwBestand beheer = beheer_met(k, id, verander);
  Ronde uit{kast::plan_ronde(kast, k.lezer(door, kDag), kast::als_versie(beheer),
                             {{*GebruikerId::lees(id)}, ingreep, "Reden."}, kDag, kGeschreven)};
  uit.alles = uit.plan.voornemen;
  uit.alles.bestanden.push_back(beheer);
  return uit;
}

void beeindig(kast::Gebruiker& g) {
  for (kast::GebruikerSleutel& s : g.sleutels) s.tot = kDag.plus_dagen(-1);
}

/// A fresh identity under a name of its own, and the change that gives it to a gebruiker.
Verander nieuwe_sleutel(ProefKast& k, const std::string& naam, bool erbij = false) {
  const seal::Identity& nieuw = k.identiteiten.emplace(naam, seal::Identity::generate()).first->second;
  const kast::GebruikerSleutel sleutel{nieuw.recipient(), seal::SigningKey::derive(nieuw).verify_key(), kDag,
                                       std::nullopt};
  return [sleutel, erbij](kast::Gebruiker& g) {
    if (!erbij) beeindig(g);
    g.sleutels.push_back(sleutel);
  };
}

std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

/// In how many stukken each compartment opens: with this identity, and the key files of that gebruiker.
std::map<std::string, int> opent(const ProefKast& k, const std::string& nummer, const std::string& id,
                                 const std::string& identiteit) {
  std::vector<seal::Identity> mijn;
  mijn.push_back(k.identiteiten.at(identiteit).clone());
  kast::Lezer lezer;
  lezer.identiteiten = std::move(mijn);
  lezer.id = GebruikerId::lees(id);  // whatever beheer says: a thief asks nobody
  std::map<std::string, int> uit;
  const kast::GeladenDossier d = kast::laad(k.open(), *Nummer::lees(nummer), lezer, kast::Diepte::alles);
  for (const kast::GeladenStuk& s : d.stukken) {
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) ++uit[std::string(naam(c))];
    }
  }
  return uit;
}

std::map<std::string, int> opent(const ProefKast& k, const std::string& nummer, const std::string& id) {
  return opent(k, nummer, id, id);
}

int stukken(const ProefKast& k, const std::string& nummer) {
  return static_cast<int>(k.laad(nummer, "reg1").stukken.size());
}

bool leest_alles(const ProefKast& k, const std::string& nummer, const std::string& id = "reg1") {
  const int n = stukken(k, nummer);
  const auto open = opent(k, nummer, id);
  return open.size() == kCompartimenten.size() &&
         std::all_of(open.begin(), open.end(), [&](const auto& rij) { return rij.second == n; });
}

void kopieer(const kast::Pad& van, const kast::Pad& naar) {
  std::filesystem::copy(van, naar, std::filesystem::copy_options::recursive);
}

}  // namespace

TEST_CASE("ingetrokken: opens nothing, in no dossier; with a copy of everything what was there before") {
  const ProefKast k;
  const std::string een = casus(k);
  const std::string twee = k.melding();
  const TijdelijkeMap kopie;
  kopieer(k.open().sleutel_map(*Nummer::lees(een)), kopie.pad());
  const auto voorheen = opent(k, een, "pol1");
  const Ronde r = maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig);
  CHECK(r.plan.dossiers.size() == 2);
  CHECK(opent(k, een, "pol1") == voorheen);  // nothing was written yet
  kast::voer_uit(r.alles);
  for (const std::string& nummer : {een, twee}) {
    CHECK(opent(k, nummer, "pol1").empty());
    CHECK(leest_alles(k, nummer));
    CHECK_FALSE(k.laad(nummer, "reg1").geschonden());
    CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "sleutel"));
  }
  (void)k.stuk(een, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  CHECK(opent(k, een, "om1").at("zaak") == stukken(k, een));
  (void)voeg_samen(kopie.pad(), k.open().sleutel_map(*Nummer::lees(een)));
  CHECK(opent(k, een, "pol1") == voorheen);
  CHECK(bevat(k.controleer(een, "reg1"), FoutSoort::bevinding, "moest vernietigd zijn"));
  const std::string drie = k.melding("reg1", Datum(2026, 3, 3));
  CHECK(opent(k, drie, "pol1").empty());
  const Ronde weer = maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig);
  CHECK(weer.plan.dossiers.size() == 2);  // the copy that came back goes, and the new case says it too
  kast::voer_uit(weer.alles);
  CHECK(opent(k, een, "pol1").empty());
  CHECK(maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig).plan.dossiers.empty());
}

TEST_CASE("a deelnemer whose days have passed still held keys: they are renewed too") {
  ProefKast k;
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  kast::StukOpdracht weging = opdracht("1-opgenomen/03-weging", Datum(2026, 2, 4));
  for (Waarde& d : weging.inhoud.vind("deelnemers")->lijst()) {
    d.zet("gebruiker", "rvdk1");
    d.zet("tot", "2026-02-20");
  }
  weging.inhoud.vind("deelnemers")->lijst().resize(1);
  const kast::Kast kast = k.open();
  kast::voer_uit(kast::voeg_stuk_toe(kast, k.lezer("reg1"), k.laad(nummer, "reg1"), weging));
  const auto voorheen = opent(k, nummer, "rvdk1");
  REQUIRE(voorheen.count("zaak") == 1);
  const Ronde r = maak(k, kast::Ingreep::ingetrokken, "rvdk1", beeindig);
  REQUIRE(r.plan.dossiers.size() == 1);
  CHECK(r.plan.dossiers.front().vernieuwd.size() == voorheen.size());
  kast::voer_uit(r.alles);
  CHECK(opent(k, nummer, "rvdk1").empty());
  CHECK(leest_alles(k, nummer));
}

TEST_CASE("another key: the same access for the new one, none for the old one") {
  ProefKast k;
  const std::string nummer = casus(k);
  const auto voorheen = opent(k, nummer, "pol1");
  const Ronde r = maak(k, kast::Ingreep::sleutel, "pol1", nieuwe_sleutel(k, "pol1-b"));
  REQUIRE(r.plan.dossiers.size() == 1);
  CHECK(r.plan.dossiers.front().vernieuwd.empty());
  CHECK(r.plan.dossiers.front().sleutels_voor == std::vector<std::string>{"pol1"});
  kast::voer_uit(r.alles);
  CHECK(stukken(k, nummer) == 4);  // no new stuk
  CHECK(opent(k, nummer, "pol1", "pol1-b") == voorheen);
  CHECK(opent(k, nummer, "pol1").empty());
  CHECK(k.laad(nummer, "pol1-b").leesbaar);
  CHECK_FALSE(k.lezer("pol1", kDag).id);
}

TEST_CASE("a stolen key opens nothing that is written from then on, whatever the thief copied") {
  ProefKast k;
  const std::string nummer = casus(k);
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  const TijdelijkeMap kopie;
  kopieer(sleutels, kopie.pad());
  const auto voorheen = opent(k, nummer, "pol1");
  const Ronde r = maak(k, kast::Ingreep::gestolen, "pol1", nieuwe_sleutel(k, "pol1-b"));
  REQUIRE(r.plan.dossiers.size() == 1);
  CHECK(r.plan.dossiers.front().vernieuwd.size() == voorheen.size());
  kast::voer_uit(r.alles);
  (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  const int n = stukken(k, nummer);
  CHECK(n == 6);
  CHECK(opent(k, nummer, "pol1").empty());
  for (const auto& [compartiment, aantal] : opent(k, nummer, "pol1", "pol1-b")) CHECK(aantal == n);
  CHECK(opent(k, nummer, "pol1", "pol1-b").size() == voorheen.size());
  CHECK(leest_alles(k, nummer));
  CHECK(opent(k, nummer, "wacht1").at("termijnen") == n);
  (void)voeg_samen(kopie.pad(), sleutels);
  CHECK(opent(k, nummer, "pol1") == voorheen);
  CHECK(k.laad(nummer, "pol1-b").leesbaar);  // the thief's files beside them change nothing
}

TEST_CASE("a second key beside the first: both open all, now and later, and what either signs counts") {
  ProefKast k;
  const std::string nummer = casus(k);
  kast::voer_uit(maak(k, kast::Ingreep::sleutel, "reg1", nieuwe_sleutel(k, "reg1-b", true)).alles);
  CHECK(leest_alles(k, nummer));
  CHECK(opent(k, nummer, "reg1", "reg1-b") == opent(k, nummer, "reg1"));
  (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1-b", Datum(2026, 3, 3));
  (void)k.stuk(nummer, "1-opgenomen/08-profiel", "reg1", Datum(2026, 3, 11));
  const std::string ander = k.melding("reg1-b", Datum(2026, 3, 3));
  for (const std::string& n : {nummer, ander}) {
    for (const char* identiteit : {"reg1", "reg1-b"}) {
      CAPTURE(identiteit);
      const auto open = opent(k, n, "reg1", identiteit);
      CHECK(open.size() == kCompartimenten.size());
      CHECK(open.at("zorg") == stukken(k, n));
      CHECK(k.controleer(n, identiteit).size() == k.controleer(n, "reg1").size());
    }
    CHECK_FALSE(k.laad(n, "reg1").geschonden());
    CHECK_FALSE(bevat(k.controleer(n, "reg1"), FoutSoort::sleutel));
  }
  // The first ends: what the second opens stays.
  kast::voer_uit(maak(k, kast::Ingreep::sleutel, "reg1", [&](kast::Gebruiker& g) {
                   g.sleutels.front().tot = kDag.plus_dagen(-1);
                 }).alles);
  CHECK(opent(k, nummer, "reg1").empty());
  CHECK(opent(k, nummer, "reg1", "reg1-b").size() == kCompartimenten.size());
}

TEST_CASE("other roles: what is lost gets new keys, what is gained is given") {
  const ProefKast k;
  const std::string met_besluit = casus(k);
  const std::string zonder_besluit = k.melding();
  const auto rol = [](const char* woord) { return [woord](kast::Gebruiker& g) { g.rollen = {woord}; }; };
  const auto sleutels = [&](const std::string& nummer, const char* id) {
    std::set<std::string> uit;
    for (const auto& [compartiment, aantal] : opent(k, nummer, id)) uit.insert(compartiment);
    return uit;
  };
  kast::voer_uit(maak(k, kast::Ingreep::rollen, "pol1", rol("deelnemer")).alles);
  CHECK(opent(k, zonder_besluit, "pol1").empty());
  CHECK(sleutels(met_besluit, "pol1") == std::set<std::string>{"identiteit", "strafrecht", "termijnen", "zaak"});
  CHECK(leest_alles(k, met_besluit));
  CHECK(leest_alles(k, zonder_besluit));
  CHECK(k.laad(met_besluit, "reg1").dossier.uitgesloten.empty());

  kast::voer_uit(maak(k, kast::Ingreep::rollen, "rvdk1", rol("regisseur")).alles);
  CHECK(leest_alles(k, met_besluit, "rvdk1"));
  CHECK(leest_alles(k, zonder_besluit, "rvdk1"));
  CHECK(maak(k, kast::Ingreep::rollen, "rvdk1", rol("regisseur")).plan.dossiers.empty());
}

TEST_CASE("nothing is left without a reader, and nobody changes keys of what does not open") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const auto fout = [&](kast::Ingreep ingreep, const char* id, const char* door) {
    try {
      (void)maak(k, ingreep, id, beeindig, door);
    } catch (const Fout& e) {
      return e.soort();
    }
    return FoutSoort::algemeen;
  };
  CHECK(fout(kast::Ingreep::ingetrokken, "reg1", "reg1") == FoutSoort::geweigerd);
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  for (const kast::SleutelBestand& s : kast::sleutelbestanden(sleutels)) {
    if (s.gebruiker == "reg1") std::filesystem::remove(s.pad);
  }
  CHECK(fout(kast::Ingreep::ingetrokken, "pol1", "reg1") == FoutSoort::sleutel);
  const Ronde r = maak(k, kast::Ingreep::ingetrokken, "rvdk1", beeindig);  // who has no key of it
  CHECK(r.plan.dossiers.empty());
  CHECK(r.plan.overgeslagen == std::vector<Nummer>{*Nummer::lees(nummer)});
}

TEST_CASE("killed at any moment while somebody is taken off: given again it ends the same, and nothing is lost") {
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 400);
    const ProefKast k;
    const std::string nummer = casus(k);
    const Ronde r = maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig);
    if (!kan_volgen()) return;
    klaar = dood_bij(n, [&] { kast::voer_uit(r.alles); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    REQUIRE(leest_alles(k, nummer));
    REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
    const bool gedaan = k.open().beheer().versie == 2;
    if (klaar == 1) REQUIRE(gedaan);
    if (stukken(k, nummer) == 4) REQUIRE(opent(k, nummer, "pol1").at("zaak") == 4);
    kast::voer_uit(gedaan ? maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig).plan.voornemen
                          : maak(k, kast::Ingreep::ingetrokken, "pol1", beeindig).alles);
    REQUIRE(opent(k, nummer, "pol1").empty());
    REQUIRE(leest_alles(k, nummer));
    REQUIRE(k.open().beheer().versie == 2);
    REQUIRE_FALSE(k.lezer("pol1", kDag).id);
  }
}

TEST_CASE(
    "killed at any moment while a key is renewed: one of the two opens all, and given again the new one does") {
  for (const kast::Ingreep ingreep : {kast::Ingreep::sleutel, kast::Ingreep::gestolen}) {
    for (int n = 1, klaar = 0; klaar == 0; ++n) {
      REQUIRE(n < 400);
      ProefKast k;
      const std::string nummer = casus(k);
      const auto voorheen = opent(k, nummer, "pol1");
      const Verander verander = nieuwe_sleutel(k, "pol1-b");
      const Ronde r = maak(k, ingreep, "pol1", verander);
      if (!kan_volgen()) return;
      klaar = dood_bij(n, [&] { kast::voer_uit(r.alles); }) ? 1 : 0;
      CAPTURE(n);
      k.open().ruim_op();
      REQUIRE(leest_alles(k, nummer));
      REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
      const bool gedaan = k.open().beheer().versie == 2;
      if (!gedaan) REQUIRE(opent(k, nummer, "pol1").at("zaak") == 4);
      if (gedaan) REQUIRE(opent(k, nummer, "pol1", "pol1-b").at("zaak") == stukken(k, nummer));
      const Ronde weer =
          gedaan ? maak(k, ingreep, "pol1", [](kast::Gebruiker&) {}) : maak(k, ingreep, "pol1", verander);
      kast::voer_uit(gedaan ? weer.plan.voornemen : weer.alles);
      REQUIRE(opent(k, nummer, "pol1").empty());
      REQUIRE(opent(k, nummer, "pol1", "pol1-b").size() == voorheen.size());
      REQUIRE(opent(k, nummer, "pol1", "pol1-b").at("zaak") == stukken(k, nummer));
      REQUIRE(k.open().beheer().versie == 2);
    }
  }
}

TEST_CASE(
    "every key of rac, toezicht, fg, ondersteuning, meldpunt, reserve and termijnwacht opens what its role does") {
  for (const bool toezicht_leest : {false, true}) {
    ProefKast k;
    Waarde document = k.open().beheer().document;
    if (toezicht_leest) document.zet("beleid", Waarde::kaart()).zet("toezicht_leest", "ja");
    const std::map<std::string, std::set<std::string>> hoort = {
        {"rac", {"motivering", "termijnen"}},
        {"toezicht",
         toezicht_leest ? std::set<std::string>{"termijnen", "zaak"} : std::set<std::string>{"termijnen"}},
        {"fg", {"termijnen"}},
        {"ondersteuning", {}},
        {"meldpunt", {}},
        {"reserve", {"identiteit", "melder", "motivering", "strafrecht", "termijnen", "zaak", "zorg"}},
        {"wacht1", {"termijnen"}},
        {"om1", {"identiteit", "melder", "motivering", "strafrecht", "termijnen", "zaak"}},
        {"reg1", {"identiteit", "melder", "motivering", "strafrecht", "termijnen", "zaak", "zorg"}}};
    for (const char* rol : {"rac", "toezicht", "fg", "ondersteuning", "meldpunt", "reserve"}) {
      const std::string woord(rol);
      const bool lichaam = woord == "rac" || woord == "toezicht" || woord == "fg";
      voeg_gebruiker_toe(k, document, woord, lichaam ? woord : "burgemeester", {woord});
    }
    k.beheer(document);
    const std::string nummer = casus(k);
    (void)k.stuk(nummer, "1-opgenomen/08-profiel", "reg1", Datum(2026, 3, 11));
    for (const auto& [id, vakken] : hoort) {
      CAPTURE(id);
      std::set<std::string> kan;
      for (const auto& [compartiment, aantal] : opent(k, nummer, id)) {
        kan.insert(compartiment);
        CHECK(aantal == stukken(k, nummer));
      }
      CHECK(kan == vakken);
    }
    CHECK_FALSE(k.lezer("ondersteuning").leest_alles());
    CHECK(k.lezer("fg").leest_alles());
  }
}

TEST_CASE("no decision of the three opens a case to a role that stands beside it, whatever the document says") {
  ProefKast k;
  Waarde document = k.open().beheer().document;
  voeg_gebruiker_toe(k, document, "toe1", "toezicht", {"toezicht"});
  k.beheer(document);
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  kast::StukOpdracht weging = opdracht("1-opgenomen/03-weging", Datum(2026, 2, 4));
  for (Waarde& d : weging.inhoud.vind("deelnemers")->lijst()) d.zet("gebruiker", "toe1");
  const kast::Kast kast = k.open();
  kast::voer_uit(kast::voeg_stuk_toe(kast, k.lezer("reg1"), k.laad(nummer, "reg1"), weging));
  CHECK(opent(k, nummer, "toe1") == std::map<std::string, int>{{"termijnen", 4}});
}
