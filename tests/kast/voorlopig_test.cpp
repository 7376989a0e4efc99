// SPDX-License-Identifier: EUPL-1.2
//
// Keys that may not stay: made by somebody who may not read what they seal, announced side by side, or held by a
// regisseur who handed the case over and whose last day has passed.
#include "lib/kast/voorlopig.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

constexpr const char* kMaker = "gemaakt door";

Nummer als_nummer(const std::string& tekst) { return *Nummer::lees(tekst); }

/// A copy of the keys as they are now: what whoever made them could have kept.
class Bewaard {
 public:
  Bewaard(const ProefKast& k, const std::string& nummer) : k_(k), nummer_(nummer) {
    std::filesystem::copy(k.sleutels / nummer, map_.pad() / nummer);
  }
  /// In how many stukken they open anything, as the one who holds most of them.
  [[nodiscard]] int opent() const {
    const kast::Kast kast(k_.map, map_.pad());
    const kast::GeladenDossier d = kast::laad(kast, als_nummer(nummer_), k_.lezer("reg1"), kast::Diepte::alles);
    return static_cast<int>(std::count_if(d.stukken.begin(), d.stukken.end(), [](const kast::GeladenStuk& s) {
      return std::any_of(kCompartimenten.begin(), kCompartimenten.end(),
                         [&](Compartiment c) { return s.is_open(c); });
    }));
  }

 private:
  const ProefKast& k_;
  std::string nummer_;
  TijdelijkeMap map_;
};

bool leest(const ProefKast& k, const std::string& nummer, const std::string& id, bool ook_zorg) {
  const kast::GeladenDossier d = k.laad(nummer, id);
  return std::all_of(d.stukken.begin(), d.stukken.end(), [&](const kast::GeladenStuk& s) {
    return std::all_of(kCompartimenten.begin(), kCompartimenten.end(),
                       [&](Compartiment c) { return s.is_open(c) == (ook_zorg || c != Compartiment::zorg); });
  });
}

std::vector<std::string> soorten(const ProefKast& k, const std::string& nummer) {
  std::vector<std::string> uit;
  const kast::GeladenDossier d = k.laad(nummer, "reg1");
  for (const kast::GeladenStuk& s : d.stukken) uit.push_back(s.soort);
  return uit;
}

std::vector<Compartiment> te_vervangen(const ProefKast& k, const std::string& nummer, const std::string& id) {
  const kast::Lezer lezer = k.lezer(id);
  return kast::te_vervangen(k.laad(nummer, id), lezer, lezer.rollen);
}

kast::Voornemen toegang(const ProefKast& k, const std::string& nummer, const std::string& door, Datum dag,
                        Waarde w) {
  w.zet("datum", dag.tekst());
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer(door);
  return kast::wijzig_toegang(kast, lezer, kast::laad(kast, als_nummer(nummer), lezer, kast::Diepte::alles),
                              {"toegang", std::move(w), dag, "2026-03-02T12:00:00+01:00", {}});
}

Waarde stap(const std::string& woord) {
  Waarde w = Waarde::kaart();
  w.zet("stap", woord);
  return w;
}

/// Another regisseur, as `pga gebruiker toevoegen` makes one, with no key of a dossier yet.
void tweede_regisseur(ProefKast& k) {
  seal::Identity identiteit = seal::Identity::generate();
  Waarde document = k.open().beheer().document;
  document.vind("gebruikers")
      ->voeg_toe(kast::als_waarde({*GebruikerId::lees("reg2"),
                                   "burgemeester",
                                   {},
                                   {"regisseur"},
                                   "burgemeester",
                                   {{identiteit.recipient(), seal::SigningKey::derive(identiteit).verify_key(),
                                     Datum(2026, 1, 6), std::nullopt}}}));
  k.identiteiten.emplace("reg2", std::move(identiteit));
  k.beheer(document);
}

}  // namespace

TEST_CASE("who opened a dossier and may not read it opens with its keys that report, and nothing another writes") {
  for (const char* schrijver : {"reg1", "pol1"}) {
    CAPTURE(schrijver);
    const ProefKast k;
    const std::string nummer = k.melding("rvdk1");  // a deelnemer, who has no key of a case by role
    const Bewaard bewaard(k, nummer);
    CHECK(bewaard.opent() == 2);
    CHECK(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, kMaker));
    CHECK(te_vervangen(k, nummer, "reg1").size() == kCompartimenten.size());

    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", schrijver);
    CHECK(soorten(k, nummer) == std::vector<std::string>{"opening", "melding", "toegang", "aanmelding"});
    CHECK(bewaard.opent() == 2);
    CHECK(leest(k, nummer, "reg1", true));
    CHECK(leest(k, nummer, "pol1", false));
    CHECK_FALSE(k.laad(nummer, "reg1").geschonden());
    CHECK_FALSE(k.laad(nummer, "wacht1").geschonden());
    CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, kMaker));
  }
}

TEST_CASE(
    "a key that the weegploeg made for what it may not read lasts until another writes, its own stukken aside") {
  const ProefKast k;
  const std::string nummer = k.melding("pol1");
  const std::vector<Compartiment> zorg = {Compartiment::zorg};
  CHECK(te_vervangen(k, nummer, "pol1").empty());
  CHECK(te_vervangen(k, nummer, "om1") == zorg);
  CHECK(te_vervangen(k, nummer, "reg1") == zorg);
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, kMaker));
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "om1");
  CHECK(te_vervangen(k, nummer, "reg1") == zorg);  // now made by om1
  (void)k.stuk(nummer, "1-opgenomen/03-weging", "reg1");
  for (const char* id : {"reg1", "pol1", "om1"}) CHECK(te_vervangen(k, nummer, id).empty());
  CHECK(leest(k, nummer, "reg1", true));
  CHECK(leest(k, nummer, "om1", false));
}

TEST_CASE("what decides on access goes along: the keys that may not stay are replaced by it") {
  const ProefKast k;
  const std::string nummer = k.melding("rvdk1");
  const Bewaard bewaard(k, nummer);
  kast::voer_uit(toegang(k, nummer, "reg1", Datum(2026, 3, 2), [] {
    Waarde w = stap("ingetrokken");
    w.zet("gebruiker", "om1");
    return w;
  }()));
  CHECK(soorten(k, nummer) == std::vector<std::string>{"opening", "melding", "toegang"});
  CHECK(bewaard.opent() == 2);
  CHECK(te_vervangen(k, nummer, "reg1").empty());
}

TEST_CASE("first stukken in two clones: both read all, the kept keys open nothing, and the next stuk mends it") {
  const ProefKast hier;
  const std::string nummer = hier.melding("rvdk1");
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  const Bewaard bewaard(hier, nummer);
  (void)hier.stuk(nummer, "1-opgenomen/02-aanmelding", "reg1");
  (void)daar.stuk(nummer, "1-opgenomen/02-aanmelding", "pol1");
  CHECK_FALSE(voeg_samen(hier.map, daar.map));
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  for (const ProefKast* k : {&hier, &daar}) {
    CHECK_FALSE(k->laad(nummer, "reg1").geschonden());
    CHECK(leest(*k, nummer, "reg1", true));
    CHECK(leest(*k, nummer, "pol1", false));
    CHECK(bevat(k->controleer(nummer, "reg1"), FoutSoort::bevinding, "naast elkaar nieuwe sleutels"));
  }
  (void)hier.stuk(nummer, "1-opgenomen/03-weging", "reg1");
  CHECK_FALSE(bevat(hier.controleer(nummer, "reg1"), FoutSoort::bevinding, "naast elkaar nieuwe sleutels"));
  CHECK(hier.laad(nummer, "reg1").koppen.size() == 1);
  CHECK(leest(hier, nummer, "reg1", true));
  CHECK(bewaard.opent() == 2);
}

TEST_CASE("two ended the access of another, each apart: the next stuk, of whoever, opens to neither") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  (void)hier.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)hier.stuk(nummer, "1-opgenomen/03-weging");
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  const auto trek_in = [&](const ProefKast& k, const std::string& wie) {
    Waarde w = stap("ingetrokken");
    w.zet("gebruiker", wie);
    kast::voer_uit(toegang(k, nummer, "reg1", Datum(2026, 3, 2), std::move(w)));
  };
  trek_in(hier, "pol1");
  trek_in(daar, "rvdk1");
  REQUIRE_FALSE(voeg_samen(daar.map, hier.map));
  const std::string nieuw = hier.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "om1", Datum(2026, 3, 3));
  const kast::GeladenDossier d = hier.laad(nummer, "reg1");
  CHECK_FALSE(d.geschonden());
  CHECK(d.perioden.dubbel().empty());
  for (const char* weg : {"pol1", "rvdk1"}) {
    CAPTURE(weg);
    const kast::GeladenDossier ziet = hier.laad(nummer, weg);
    CHECK_FALSE(kast::vind_stuk(ziet, nieuw)->is_open(Compartiment::termijnen));
  }
  CHECK(kast::vind_stuk(d, nieuw)->is_open(Compartiment::zaak));
  CHECK(kast::vind_stuk(hier.laad(nummer, "om1"), nieuw)->is_open(Compartiment::zaak));
}

TEST_CASE("without cause nobody but a regisseur announces keys, and never more than keys") {
  const ProefKast k;
  const std::string eigen = k.melding("reg1");
  kast::voer_uit(toegang(k, eigen, "pol1", Datum(2026, 3, 2), stap("vernieuwd")));
  CHECK(
      bevat(k.laad(eigen, "reg1").bevindingen, FoutSoort::integriteit, "mag voor identiteit geen nieuwe sleutel"));

  const std::string vreemd = k.melding("rvdk1");
  kast::voer_uit(toegang(k, vreemd, "pol1", Datum(2026, 3, 2), [] {
    Waarde w = stap("ingetrokken");
    w.zet("gebruiker", "om1");
    return w;
  }()));
  CHECK(bevat(k.laad(vreemd, "reg1").bevindingen, FoutSoort::integriteit, "mag geen stuk van de soort toegang"));
}

TEST_CASE(
    "a warm handover: both read until the last day, and the next stuk after it ends the access of the first") {
  ProefKast k;
  tweede_regisseur(k);
  const std::string nummer = k.melding();
  Waarde w = stap("overgedragen");
  w.zet("gebruiker", "reg1");
  w.zet("aan", "reg2");
  w.zet("tot", "2026-03-31");
  kast::voer_uit(toegang(k, nummer, "reg1", Datum(2026, 3, 2), w));
  const auto leest_alles = [&](const std::string& id) { return leest(k, nummer, id, true); };
  CHECK(leest_alles("reg1"));
  CHECK(leest_alles("reg2"));
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg2", Datum(2026, 3, 31));
  CHECK(leest_alles("reg1"));
  const Bewaard bewaard(k, nummer);
  const auto houders = [&](Datum dag) {
    std::set<std::string> uit;
    const kast::GeladenDossier d = k.laad(nummer, "reg2");
    const kast::Kast kast = k.open();
    for (const kast::Gerechtigde& g : kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, dag)) {
      uit.insert(g.gebruiker->id.tekst());
    }
    return uit;
  };
  CHECK(houders(Datum(2026, 3, 31)).count("reg1") == 1);
  CHECK(houders(Datum(2026, 4, 1)).count("reg1") == 0);

  (void)k.stuk(nummer, "1-opgenomen/03-weging", "reg2", Datum(2026, 4, 1));
  CHECK(leest_alles("reg2"));
  CHECK_FALSE(k.laad(nummer, "reg1").leesbaar);
  CHECK(bewaard.opent() == 4);  // opening, melding, toegang, aanmelding
  const kast::GeladenDossier d = k.laad(nummer, "reg2");
  CHECK(d.dossier.uitgesloten == std::vector<std::string>{"reg1"});
}

TEST_CASE("ending the access of a deelnemer whose last day has passed renews the keys all the same") {
  const ProefKast k;
  const std::string nummer = k.melding();
  const Datum dag(2026, 2, 4);
  kast::StukOpdracht weging = opdracht("4-minderjarig/02-weging", dag);
  for (Waarde& d : weging.inhoud.vind("deelnemers")->lijst()) d.zet("tot", "2026-02-28");
  {
    const kast::Kast kast = k.open();
    const kast::Lezer lezer = k.lezer("reg1");
    const kast::GeladenDossier d = kast::laad(kast, als_nummer(nummer), lezer, kast::Diepte::alles);
    kast::voer_uit(kast::voeg_stuk_toe(kast, lezer, d, weging));
  }
  CHECK(k.laad(nummer, "rvdk1").leesbaar);
  const auto zaak = [&] { return k.laad(nummer, "reg1").perioden.nu(); };
  const stuk::Verbintenissen oud = zaak();
  Waarde w = stap("ingetrokken");
  w.zet("gebruiker", "rvdk1");
  kast::voer_uit(toegang(k, nummer, "reg1", Datum(2026, 3, 2), w));
  const stuk::Verbintenissen nieuw = zaak();
  for (std::size_t i = 0; i < oud.size(); ++i) CHECK(oud.at(i) != nieuw.at(i));
  CHECK(leest(k, nummer, "reg1", true));
}
