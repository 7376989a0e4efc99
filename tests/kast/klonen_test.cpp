// SPDX-License-Identifier: EUPL-1.2
//
// Two regisseurs at work apart: each adds files, and bringing them together is copying files.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/dubbel.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

std::multiset<std::string> soorten(const kast::GeladenDossier& d) {
  std::multiset<std::string> uit;
  for (const kast::GeladenStuk& s : d.stukken) uit.insert(s.soort);
  return uit;
}

}  // namespace

TEST_CASE("what two clones add comes together without a conflict, and the next stuk joins the heads") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));

  (void)hier.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)hier.stuk(nummer, "1-opgenomen/03-weging");
  (void)daar.stuk(nummer, "1-opgenomen/02-aanmelding", "pol1");
  const std::string nieuw_daar = daar.melding("pol1");
  const std::string nieuw_hier = hier.melding();

  CHECK_FALSE(voeg_samen(hier.map, daar.map));
  CHECK_FALSE(voeg_samen(daar.map, hier.map));
  for (const ProefKast* kast : {&hier, &daar}) {
    const kast::GeladenDossier d = kast->laad(nummer, "reg1");
    CHECK_FALSE(d.geschonden());
    CHECK(d.koppen.size() == 2);
    CHECK(soorten(d) == std::multiset<std::string>{"opening", "melding", "aanmelding", "aanmelding", "weging"});
    CHECK(kast->open().dossiers().size() == 3);
    CHECK(kast->laad(nieuw_daar, "reg1").leesbaar);
    CHECK(kast->laad(nieuw_hier, "om1").leesbaar);
  }
  // Both places see the same order.
  const kast::GeladenDossier a = hier.laad(nummer, "reg1");
  const kast::GeladenDossier b = daar.laad(nummer, "reg1");
  for (std::size_t i = 0; i < a.stukken.size(); ++i) CHECK(a.stukken[i].stuk.digest == b.stukken[i].stuk.digest);

  const std::string samen = hier.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 2, 18));
  const kast::GeladenDossier d = hier.laad(nummer, "reg1");
  CHECK(d.koppen == std::vector<std::string>{samen});
  CHECK(d.stukken.back().stuk.kop.vorige.size() == 2);
}

TEST_CASE("a key file made in one place opens the stukken made in the other") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  (void)hier.stuk(nummer, "4-minderjarig/02-weging");  // gives rvdk1 keys
  const std::string melding = daar.stuk(nummer, "1-opgenomen/02-aanmelding");
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  const kast::GeladenDossier d = daar.laad(nummer, "rvdk1");
  CHECK(d.leesbaar);
  CHECK(d.stukken.size() == 4);
}

TEST_CASE("stukken without their keys are there, and closed") {
  const ProefKast hier;
  const std::string nummer = hier.melding();
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  std::filesystem::create_directories(daar.sleutels);
  for (const char* deel : {"beheer", "dossiers"}) {
    std::filesystem::create_directories(daar.map / deel);
    REQUIRE_FALSE(voeg_samen(hier.map / deel, daar.map / deel));
  }
  const kast::GeladenDossier d = daar.laad(nummer, "reg1");
  CHECK(d.stukken.size() == 2);
  CHECK_FALSE(d.leesbaar);
  CHECK_FALSE(d.geschonden());
  CHECK(d.van_mij);
  CHECK(bevat(daar.controleer(nummer, "reg1"), FoutSoort::sleutel));
  try {
    (void)daar.stuk(nummer, "1-opgenomen/02-aanmelding");
    FAIL("written without a key");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::sleutel);
  }
}

namespace {

/// A gebruiker more, as `pga gebruiker toevoegen` makes one.
void erbij(const ProefKast& kast, const std::string& id) {
  Waarde document = kast.open().beheer().document;
  const seal::Identity identiteit = seal::Identity::generate();
  const seal::VerifyKey tekent = seal::SigningKey::derive(identiteit).verify_key();
  document.vind("gebruikers")
      ->voeg_toe(kast::als_waarde({*GebruikerId::lees(id),
                                   "politie",
                                   {},
                                   {"deelnemer"},
                                   "politie",
                                   {{identiteit.recipient(), tekent, Datum(2026, 1, 6), std::nullopt}}}));
  kast.beheer(document);
}

/// Two clones that each added a gebruiker, brought together in both places.
struct Gevorkt {
  Gevorkt() : daar(hier, map.pad()) {
    nummer = hier.melding();
    REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
    erbij(hier, "pol2");
    erbij(daar, "pol3");
  }
  void samen() const {
    REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
    REQUIRE_FALSE(voeg_samen(daar.map, hier.map));
  }
  ProefKast hier;
  TijdelijkeMap map;
  ProefKast daar;
  std::string nummer;
};

Bevinding dubbel(const ProefKast& kast) {
  const std::vector<Bevinding> uit = kast::dubbel_beheer(kast.open());
  REQUIRE(uit.size() == 1);
  CHECK(uit.front().soort == FoutSoort::integriteit);
  CHECK(uit.front().wat.find("versie 2 van beheer bestaat twee keer") != std::string::npos);
  return uit.front();
}

}  // namespace

TEST_CASE("one version of beheer made in two places: reading goes on, nothing is written, and what to do is said") {
  const Gevorkt v;
  v.samen();
  const Bevinding b = dubbel(v.hier);
  const kast::Kast open = v.hier.open();
  CHECK(open.keten().size() == 2);
  REQUIRE(open.naast().size() == 1);
  CHECK(open.beheer().digest < open.naast().front().digest);  // the same in both places
  CHECK(v.daar.open().beheer().digest == open.beheer().digest);
  CHECK(open.beheer_van(open.naast().front().digest) == &open.naast().front());
  CHECK(b.plaats.bestand == open.naast().front().bestand);
  const bool pol2_geldt = open.beheer().vind(*GebruikerId::lees("pol2")) != nullptr;
  CHECK(b.tip.find(pol2_geldt ? "voeg daarna pol3 opnieuw toe" : "voeg daarna pol2 opnieuw toe") !=
        std::string::npos);
  CHECK(v.hier.laad(v.nummer, "reg1").leesbaar);
  CHECK(bevat(v.hier.controleer(v.nummer, "reg1"), FoutSoort::integriteit, "bestaat twee keer"));
  for (const bool nieuw : {true, false}) {
    try {
      (void)(nieuw ? v.hier.melding() : v.hier.stuk(v.nummer, "1-opgenomen/02-aanmelding"));
      FAIL("written, though nobody knows by which beheer");
    } catch (const Fout& f) {
      CHECK(f.soort() == FoutSoort::integriteit);
    }
  }
  std::filesystem::remove(b.plaats.bestand);
  CHECK(kast::dubbel_beheer(v.hier.open()).empty());
  (void)v.hier.stuk(v.nummer, "1-opgenomen/02-aanmelding");
}

TEST_CASE("the version of beheer that stukken name is not the one to take away") {
  const Gevorkt v;
  const std::string van_hier = v.hier.open().beheer().digest;
  (void)v.hier.stuk(v.nummer, "1-opgenomen/02-aanmelding");
  SUBCASE("one of the two is named") {
    v.samen();
    std::filesystem::remove(dubbel(v.hier).plaats.bestand);
    CHECK(v.hier.open().beheer().digest == van_hier);
    CHECK_FALSE(v.hier.laad(v.nummer, "reg1").geschonden());
  }
  SUBCASE("both are: a stuk by the one that goes is a violation that says so") {
    (void)v.daar.melding();
    v.samen();
    CHECK(dubbel(v.hier).tip.find("laat de auteurs die stukken opnieuw vastleggen") != std::string::npos);
    CHECK_FALSE(v.hier.laad(v.nummer, "reg1").geschonden());  // a stuk may name either
    std::filesystem::remove(v.hier.open().beheer_van(van_hier)->bestand);
    const kast::GeladenDossier d = v.hier.laad(v.nummer, "reg1");
    REQUIRE(d.bevindingen.size() == 1);
    CHECK(d.bevindingen.front().tip.find("haal dan ook dit stuk weg") != std::string::npos);
  }
}

TEST_CASE("a line of versions beside the chain, and one that stopped earlier") {
  const Gevorkt v;
  erbij(v.daar, "pol4");
  v.samen();
  const kast::Kast open = v.hier.open();
  CHECK(open.beheer().versie == 3);  // the newest is in force, whatever the digests
  CHECK(open.beheer().vind(*GebruikerId::lees("pol4")) != nullptr);
  CHECK(open.naast().size() == 1);
  CHECK(dubbel(v.hier).tip.find("voeg daarna pol2 opnieuw toe") != std::string::npos);
}
