// SPDX-License-Identifier: EUPL-1.2
//
// Access by keys: who opens what after access ended, after closing, after two people changed it apart, and after a
// command was killed half-way.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lib/kast/aankondiging.h"
#include "lib/kast/planstand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);

kast::StukOpdracht toegang(const std::string& stap, const std::string& wie = {}, const std::string& aan = {}) {
  Waarde w = Waarde::kaart();
  w.zet("stap", stap);
  w.zet("datum", kDag.tekst());
  if (!wie.empty()) w.zet("gebruiker", wie);
  if (!aan.empty()) w.zet("aan", aan);
  return {"toegang", w, kDag, "2026-03-02T12:00:00+01:00", {}};
}

kast::Voornemen maak(const ProefKast& k, const std::string& nummer, const kast::StukOpdracht& opdracht) {
  const kast::Kast kast = k.open();
  const kast::Lezer lezer = k.lezer("reg1");
  return kast::wijzig_toegang(kast, lezer, kast::laad(kast, *Nummer::lees(nummer), lezer, kast::Diepte::alles),
                              opdracht);
}

void wijzig(const ProefKast& k, const std::string& nummer, const std::string& stap, const std::string& wie = {}) {
  kast::voer_uit(maak(k, nummer, toegang(stap, wie)));
}

/// A case with a decision that lets pol1 and om1 take part.
std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

/// In how many stukken each compartment opens to that gebruiker.
std::map<std::string, int> opent(const ProefKast& k, const std::string& nummer, const std::string& id) {
  std::map<std::string, int> uit;
  for (const kast::GeladenStuk& s : k.laad(nummer, id).stukken) {
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) ++uit[std::string(naam(c))];
    }
  }
  return uit;
}

int stukken(const ProefKast& k, const std::string& nummer) {
  return static_cast<int>(k.laad(nummer, "reg1").stukken.size());
}

bool leest_alles(const ProefKast& k, const std::string& nummer, const std::string& id) {
  const int n = stukken(k, nummer);
  const auto open = opent(k, nummer, id);
  return std::all_of(kCompartimenten.begin(), kCompartimenten.end(), [&](Compartiment c) {
    const auto er = open.find(std::string(naam(c)));
    return er != open.end() && er->second == n;
  });
}

std::set<std::string> houders(const ProefKast& k, const std::string& nummer) {
  std::set<std::string> uit;
  for (const kast::SleutelBestand& s : kast::sleutelbestanden(k.open().sleutel_map(*Nummer::lees(nummer)))) {
    uit.insert(s.gebruiker);
  }
  return uit;
}

}  // namespace

TEST_CASE("whose access ended opens nothing; with a copy of a key what was there before, and nothing new") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Pad sleutels = k.open().sleutel_map(*Nummer::lees(nummer));
  const TijdelijkeMap kopie;
  std::filesystem::copy(sleutels, kopie.pad(), std::filesystem::copy_options::recursive);
  const auto voorheen = opent(k, nummer, "om1");
  CHECK(voorheen.at("zaak") == 4);
  CHECK(voorheen.count("zorg") == 0);

  wijzig(k, nummer, "ingetrokken", "om1");
  (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  CHECK(houders(k, nummer) == std::set<std::string>{"pol1", "reg1", "wacht1"});
  CHECK(opent(k, nummer, "om1").empty());
  CHECK(leest_alles(k, nummer, "reg1"));
  CHECK(opent(k, nummer, "pol1").at("zaak") == 6);
  CHECK(opent(k, nummer, "wacht1") == std::map<std::string, int>{{"termijnen", 6}});
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "sleutel"));

  (void)voeg_samen(kopie.pad(), sleutels);
  CHECK(opent(k, nummer, "om1") == voorheen);
  CHECK_FALSE(k.laad(nummer, "om1").leesbaar);
  CHECK(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "moest vernietigd zijn"));
  (void)k.stuk(nummer, "1-opgenomen/08-profiel", "reg1", Datum(2026, 3, 11));
  CHECK(opent(k, nummer, "om1").empty());
  CHECK_FALSE(bevat(k.controleer(nummer, "reg1"), FoutSoort::bevinding, "vernietigd"));
}

TEST_CASE("a decision of the three lets somebody in again, with all there is") {
  const ProefKast k;
  const std::string nummer = casus(k);
  wijzig(k, nummer, "ingetrokken", "rvdk1");
  wijzig(k, nummer, "ingetrokken", "pol1");
  CHECK(opent(k, nummer, "pol1").empty());
  kast::StukOpdracht besluit = opdracht("1-opgenomen/03-weging", kDag);
  Waarde w = Waarde::kaart();
  w.zet("datum", kDag.tekst());
  w.zet("stemmen", *besluit.inhoud.vind("stemmen"));
  Waarde& lijst = w.zet("deelnemers", Waarde::lijst_());
  for (const char* id : {"pol1", "rvdk1"}) {
    Waarde d = Waarde::kaart();
    d.zet("id", std::string("d-") + id);
    d.zet("gebruiker", id);
    Waarde& c = d.zet("compartimenten", Waarde::lijst_());
    c.voeg_toe("identiteit");
    d.zet("waarom", "Nodig.");
    lijst.voeg_toe(d);
  }
  const kast::Kast kast = k.open();
  const kast::Lezer reg1 = k.lezer("reg1");
  const auto leg = [&](const Waarde& inhoud) {
    kast::voer_uit(kast::voeg_stuk_toe(kast, reg1, k.laad(nummer, "reg1"),
                                       {"deelname", inhoud, kDag, "2026-03-02T12:00:00+01:00", {}}));
  };
  Waarde tegen = w;
  tegen.vind("stemmen")->lijst()[0].zet("standpunt", "tegen");
  leg(tegen);
  CHECK(opent(k, nummer, "rvdk1").empty());
  leg(w);
  const int n = stukken(k, nummer);
  CHECK(opent(k, nummer, "rvdk1") == std::map<std::string, int>{{"identiteit", n}, {"termijnen", n}});
  CHECK(opent(k, nummer, "pol1").at("zaak") == n);  // by role again
}

TEST_CASE(
    "closing shields: deelnemers nothing, the three and the termijnwacht termijnen, the regisseur stands in") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Kast kast = k.open();
  const kast::Lezer reg1 = k.lezer("reg1");
  const kast::StukOpdracht besluit = opdracht("1-opgenomen/13-sluit-besluit", Datum(2026, 9, 14));
  const kast::GeladenDossier d = k.laad(nummer, "reg1");
  kast::Voornemen v = kast::voeg_stuk_toe(kast, reg1, d, besluit);
  kast::scherm_af(kast, reg1, d, besluit, v);
  kast::voer_uit(v);
  const int n = stukken(k, nummer);
  CHECK(n == 6);
  CHECK(k.laad(nummer, "reg1").dossier.afgeschermd);
  CHECK(leest_alles(k, nummer, "reg1"));
  for (const char* id : {"pol1", "om1", "wacht1"}) {
    CHECK(opent(k, nummer, id) == std::map<std::string, int>{{"termijnen", n}});
  }
  CHECK(opent(k, nummer, "rvdk1").empty());
}

TEST_CASE(
    "access that two ended apart: both stay out once the next renews the keys, and nothing becomes unreadable") {
  const ProefKast hier;
  const std::string nummer = casus(hier);
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  wijzig(hier, nummer, "ingetrokken", "om1");
  wijzig(daar, nummer, "ingetrokken", "pol1");
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(leest_alles(hier, nummer, "reg1"));
  CHECK(bevat(hier.controleer(nummer, "reg1"), FoutSoort::bevinding, "naast elkaar nieuwe sleutels"));
  CHECK_FALSE(hier.laad(nummer, "reg1").geschonden());

  wijzig(hier, nummer, "vernieuwd");
  (void)hier.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  CHECK(leest_alles(hier, nummer, "reg1"));
  CHECK_FALSE(bevat(hier.controleer(nummer, "reg1"), FoutSoort::bevinding, "sleutel"));
  CHECK(opent(hier, nummer, "wacht1") == std::map<std::string, int>{{"termijnen", stukken(hier, nummer)}});
  for (const char* id : {"om1", "pol1"}) CHECK(opent(hier, nummer, id).empty());
}

TEST_CASE("what a gebruiker can read for a plan is what role and decision open, with a key in force") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const auto leest = [&](const std::string& id, Datum dag = kDag) {
    const kast::Kast kast = k.open();
    const kast::GeladenDossier d = k.laad(nummer, "reg1");
    const auto lezers = kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, dag);
    proces::Vakken uit;
    for (const proces::GebruikerRegel& g : kast::gebruikerregels(kast, lezers, dag)) {
      if (g.id == id) uit = g.leest;
    }
    return uit;
  };
  CHECK(leest("reg1").heeft(Compartiment::zorg));
  CHECK(leest("pol1").heeft(Compartiment::zaak));
  CHECK(leest("rvdk1").leeg());
  CHECK_FALSE(leest("wacht1").heeft(Compartiment::zaak));
  wijzig(k, nummer, "ingetrokken", "pol1");
  CHECK(leest("pol1").leeg());
  CHECK(leest("om1").heeft(Compartiment::zaak));
}

TEST_CASE("nobody may be left without a reader") {
  const ProefKast k;
  const std::string nummer = casus(k);
  CHECK_THROWS_AS((void)maak(k, nummer, toegang("ingetrokken", "reg1")), const Fout&);
  CHECK(leest_alles(k, nummer, "reg1"));
}

TEST_CASE("killed at any moment while access ends: old state or new, and the next stuk finishes it") {
  for (int n = 1, klaar = 0; klaar == 0; ++n) {
    REQUIRE(n < 400);
    const ProefKast k;
    const std::string nummer = casus(k);
    const kast::Voornemen v = maak(k, nummer, toegang("ingetrokken", "om1"));
    if (!kan_volgen()) return;
    klaar = dood_bij(n, [&] { kast::voer_uit(v); }) ? 1 : 0;
    CAPTURE(n);
    k.open().ruim_op();
    REQUIRE(leest_alles(k, nummer, "reg1"));
    REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
    const bool nieuw = stukken(k, nummer) == 5;
    if (klaar == 1) REQUIRE(nieuw);
    if (!nieuw) REQUIRE(opent(k, nummer, "om1").at("zaak") == 4);
    (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
    REQUIRE(opent(k, nummer, "om1").empty() == nieuw);
  }
}

TEST_CASE("whatever happens in whatever order, keys fit what the decisions say") {
  std::mt19937 toeval(20261125);  // fixed: a failure can be repeated
  const std::vector<std::string> allen = {"reg1", "pol1", "om1", "rvdk1", "wacht1"};
  for (int ronde = 0; ronde < 6; ++ronde) {
    const ProefKast k;
    const std::string nummer = casus(k);
    for (int stap = 0; stap < 5; ++stap) {
      const std::string wie = allen[1 + toeval() % 4];
      wijzig(k, nummer, toeval() % 3 == 0 ? "vernieuwd" : "ingetrokken", wie);
      const kast::GeladenDossier d = k.laad(nummer, "reg1");
      std::map<std::string, std::set<std::string>> mag;
      const kast::Kast kast = k.open();
      for (const kast::Gerechtigde& g : kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, kDag)) {
        for (const Compartiment c : g.compartimenten) mag[g.gebruiker->id.tekst()].insert(std::string(naam(c)));
      }
      for (const std::string& id : allen) {
        std::set<std::string> kan;
        for (const auto& [compartiment, aantal] : opent(k, nummer, id)) {
          CHECK(aantal == static_cast<int>(d.stukken.size()));
          kan.insert(compartiment);
        }
        CAPTURE(id);
        CHECK(kan == mag[id]);
      }
      CHECK_FALSE(d.geschonden());
    }
  }
}

TEST_CASE(
    "a later announcement supersedes, of two side by side the lowest counts, and what is closed is uncertain") {
  using kast::Aankondiging;
  const auto met = [](const char* sleutel) {
    stuk::Verbintenissen uit;
    uit.at(static_cast<std::size_t>(Compartiment::zaak)) = sleutel;
    return uit;
  };
  const std::vector<Aankondiging> rij = {
      {"a", {}, met("k5")},    {"b", {"a"}, met("k9")},      {"c", {"a"}, met("k7")}, {"d", {"b", "c"}, met("")},
      {"e", {"d"}, met("k8")}, {"f", {"e"}, met(""), false}, {"g", {"f"}, met("")}};
  const kast::Sleutelperioden p(rij);
  const Compartiment z = Compartiment::zaak;
  CHECK(p.van("a", z) == "k5");
  CHECK(p.van("b", z) == "k9");
  CHECK(p.van("d", z) == "k7");
  CHECK(p.van("e", z) == "k8");
  CHECK(p.van("g", z) == "k8");
  CHECK(p.van("a", Compartiment::zorg).empty());
  CHECK_FALSE(p.onzeker("e"));
  CHECK(p.onzeker("f"));
  CHECK(p.onzeker("g"));
  CHECK(p.dubbel().empty());
  CHECK(p.alle(z) == std::vector<std::string>{"k5", "k9", "k7", "k8"});
  const kast::Sleutelperioden naast({rij[0], rij[1], rij[2]});
  CHECK(naast.dubbel() == std::vector<Compartiment>{z});
  CHECK(naast.nu().at(static_cast<std::size_t>(z)) == "k7");
}
