// SPDX-License-Identifier: EUPL-1.2
//
// What a command that destroys key files must not take along: keys of stukken still to come, and the only ones that
// open a stuk from before a destruction; and what a killed batch leaves.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/achtergebleven.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/onaf.h"
#include "lib/kast/overtollig.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/vooruit.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const std::string kGeschreven = "2026-03-02T12:00:00+01:00";

std::string casus(const ProefKast& k) {
  const std::string nummer = k.melding();
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)k.stuk(nummer, "1-opgenomen/03-weging");
  return nummer;
}

kast::Voornemen neem_weg(const ProefKast& k, const std::string& nummer, const std::string& stuk) {
  return kast::herverzegel(k.open(), k.lezer("reg1"), k.laad(nummer, "reg1"), {stuk}, kDag, kGeschreven);
}

kast::Uitgifteplan herstel(const ProefKast& k, const std::string& wie) {
  return kast::plan_uitgifte(
      k.open(), k.lezer("reg1", kDag), [&](const kast::Gebruiker& g) { return g.id.tekst() == wie; }, true, kDag);
}

/// Whether that gebruiker holds a key from before the destruction.
bool houdt_oude(const ProefKast& k, const std::string& nummer, const std::string& id) {
  const kast::GeladenDossier d = k.laad(nummer, id);
  for (const auto& vak : d.vervangen) {
    for (const std::string& v : vak) {
      if (d.sleutels.bos.vind(v) != nullptr) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE(
    "a stuk under keys from before a destruction stays open until it is sealed again, and then none is left") {
  const ProefKast hier;
  const std::string nummer = casus(hier);
  const std::string onjuist = hier.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 1));
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  kast::voer_uit(neem_weg(hier, nummer, onjuist));
  const std::string later = daar.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", kDag);
  REQUIRE_FALSE(voeg_samen(daar.map, hier.map));

  kast::GeladenDossier d = hier.laad(nummer, "reg1");
  REQUIRE(d.leesbaar);
  REQUIRE(kast::achtergebleven(d).size() == 1);
  CHECK(kast::achtergebleven(d).front()->stuk.digest == later);
  CHECK(bevat(hier.controleer(nummer, "reg1"), FoutSoort::bevinding, "van voor een vernietiging"));
  CHECK_FALSE(bevat(hier.controleer(nummer, "reg1"), FoutSoort::integriteit));
  CHECK(herstel(hier, "pol1").giften.empty());
  CHECK(herstel(hier, "pol1").niet.size() == 1);

  // Whoever may not seal it again leaves what opens it.
  (void)hier.stuk(nummer, "1-opgenomen/06-beoordeling-om1", "om1", kDag);
  d = hier.laad(nummer, "reg1");
  CHECK(d.leesbaar);
  REQUIRE(kast::achtergebleven(d).size() == 1);

  (void)hier.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", Datum(2026, 3, 3));
  d = hier.laad(nummer, "reg1");
  CHECK(d.leesbaar);
  CHECK_FALSE(d.geschonden());
  CHECK(kast::achtergebleven(d).empty());
  for (const char* id : {"reg1", "pol1"}) {
    CAPTURE(std::string(id));
    const kast::GeladenDossier van = hier.laad(nummer, id);
    const kast::GeladenStuk* s = kast::vind_stuk(van, later);
    REQUIRE(s != nullptr);
    CHECK(s->is_open(Compartiment::zaak));
    CHECK(s->stuk.kop.door.tekst() == "pol1");
  }
  for (const char* id : {"reg1", "pol1", "om1", "wacht1"}) CHECK_FALSE(houdt_oude(hier, nummer, id));
  CHECK_FALSE(hier.laad(nummer, "om1").stukken.empty());
  CHECK(herstel(hier, "pol1").giften.size() == 1);

  // Old keys that come back are known, and go.
  REQUIRE_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(bevat(hier.controleer(nummer, "reg1"), FoutSoort::bevinding, "moest vernietigd zijn"));
  (void)hier.stuk(nummer, "1-opgenomen/09-plan", "reg1", Datum(2026, 3, 4));
  for (const char* id : {"reg1", "pol1", "om1", "wacht1"}) CHECK_FALSE(houdt_oude(hier, nummer, id));
}

TEST_CASE("keys of stukken still to come are found, and nothing that could wait destroys them") {
  const ProefKast hier;
  const std::string nummer = casus(hier);
  const TijdelijkeMap map;
  const ProefKast daar(hier, map.pad());
  REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
  CHECK(kast::zou_verloren_gaan(hier.laad(nummer, "reg1")).empty());
  (void)daar.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", kDag);
  REQUIRE_FALSE(voeg_samen(daar.sleutels, hier.sleutels));

  CHECK(kast::sleutels_vooruit(hier.laad(nummer, "reg1")).size() == 1);
  CHECK(kast::sleutels_vooruit(hier.laad(nummer, "om1")).empty());  // it holds none of them
  CHECK(herstel(hier, "reg1").giften.empty());
  CHECK_THROWS_AS((void)neem_weg(hier, nummer, hier.laad(nummer, "reg1").stukken.back().stuk.digest), const Fout&);
  REQUIRE_FALSE(voeg_samen(daar.map, hier.map));
  CHECK(kast::sleutels_vooruit(hier.laad(nummer, "reg1")).empty());
  CHECK_FALSE(herstel(hier, "reg1").giften.empty());
}

TEST_CASE("keys of a batch that was killed before its first stuk are taken back, and hold up nothing until then") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Kast kast = k.open();
  const kast::GeladenDossier d = k.laad(nummer, "pol1");
  const kast::Voornemen v =
      kast::voeg_stuk_toe(kast, k.lezer("pol1", kDag), d, opdracht("1-opgenomen/05-beoordeling-pol1", kDag));
  const auto notities = kast::noteer_partij(v.bestanden);
  REQUIRE(notities.size() == 1);
  std::vector<kast::NieuwBestand> sleutels(v.bestanden.begin(), v.bestanden.end() - 1);
  kast::maak_bestanden(sleutels);
  CHECK(kast::sleutels_vooruit(k.laad(nummer, "reg1")).empty());
  kast.ruim_op();
  for (const kast::NieuwBestand& b : sleutels) CHECK_FALSE(std::filesystem::exists(b.pad));
  CHECK_FALSE(std::filesystem::exists(notities.front()));

  // Killed after it, they stay.
  const auto weer = kast::noteer_partij(v.bestanden);
  kast::maak_bestanden(v.bestanden);
  kast.ruim_op();
  for (const kast::NieuwBestand& b : v.bestanden) CHECK(std::filesystem::exists(b.pad));
  CHECK_FALSE(std::filesystem::exists(weer.front()));
}

TEST_CASE("keys of a batch that was killed between two stukken hold up nothing, for as long as they are here") {
  const ProefKast k;
  const std::string nummer = casus(k);
  const kast::Kast kast = k.open();
  const kast::GeladenDossier d = k.laad(nummer, "reg1");
  kast::Voornemen v =
      kast::voeg_stuk_toe(kast, k.lezer("reg1", kDag), d, opdracht("1-opgenomen/07-beoordeling-reg1", kDag));
  std::vector<seal::Identity> van_wat_nooit_kwam;
  van_wat_nooit_kwam.push_back(seal::Identity::generate());
  const kast::Gebruiker& reg1 = *kast.beheer().vind(*GebruikerId::lees("reg1"));
  const auto sleutels = kast::sleutels_aan(kast.sleutel_map(d.nummer), reg1, van_wat_nooit_kwam, kDag);
  REQUIRE(sleutels.size() == 1);
  v.bestanden.insert(v.bestanden.begin(), sleutels.begin(), sleutels.end());
  std::vector<kast::NieuwBestand> geheel = v.bestanden;
  geheel.push_back({d.map / "nooit.stuk", "", 0644});
  const auto notities = kast::noteer_partij(geheel);
  REQUIRE(notities.size() == 1);
  kast::maak_bestanden(v.bestanden);

  kast.ruim_op();
  for (const kast::NieuwBestand& b : v.bestanden) CHECK(std::filesystem::exists(b.pad));
  CHECK(std::filesystem::exists(notities.front()));
  CHECK(kast::zou_verloren_gaan(k.laad(nummer, "reg1")).empty());
  // Another batch beside it does not end what it says.
  (void)k.stuk(nummer, "1-opgenomen/04-notificatie", "reg1", kDag);
  CHECK(kast::zou_verloren_gaan(k.laad(nummer, "reg1")).empty());

  for (const kast::NieuwBestand& b : v.bestanden) {
    if (b.pad.extension() == ".age" || b.pad.extension() == ".yaml") kast::wis_bestand(b.pad);
  }
  kast.ruim_op();
  CHECK_FALSE(std::filesystem::exists(notities.front()));
}
