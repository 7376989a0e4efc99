// SPDX-License-Identifier: EUPL-1.2
//
// A case that is closed in one place while its keys are renewed in another: deelnemers keep nothing of it, the
// keepers lose nothing, and who writes next sees to both.
#include "lib/kast/bewaring.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lib/kast/overtollig.h"
#include "lib/kast/toegangsoverzicht.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/vernieuw.h"
#include "tests/kast/hulp.h"
#include "tests/kast/leest.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 6, 1);
const char* const kGeschreven = "2026-06-01T12:00:00+02:00";

/// A case that the one place closed while the other wrote and renewed the keys; then both came together here.
struct Naast {
  ProefKast hier;
  TijdelijkeMap map;
  std::string nummer;

  explicit Naast(const std::vector<std::string>& rollen, bool kopieer = true) {
    wijs_aan(hier, rollen);
    nummer = hier.melding();
    (void)hier.stuk(nummer, "1-opgenomen/02-aanmelding");
    (void)hier.stuk(nummer, "1-opgenomen/03-weging");
    const ProefKast daar(hier, map.pad());
    REQUIRE_FALSE(voeg_samen(hier.map, daar.map));
    (void)hier.stuk(nummer, "1-opgenomen/12-sluit-voorstel");
    sluit();
    (void)daar.stuk(nummer, "1-opgenomen/04-notificatie");
    wijzig(daar, "vernieuwd");
    (void)daar.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1");
    if (kopieer) breng(daar);
  }

  void breng(const ProefKast& daar) {
    REQUIRE_FALSE(voeg_samen(daar.map, hier.map));
    REQUIRE(kast::toegang_uiteen(hier.laad(nummer, "reg1")));
    REQUIRE(opent_meer("pol1"));
  }

  void sluit() const {
    const kast::StukOpdracht besluit = opdracht("1-opgenomen/13-sluit-besluit", kDag);
    const kast::Kast kast = hier.open();
    const kast::Lezer lezer = hier.lezer("reg1");
    const kast::GeladenDossier d = hier.laad(nummer, "reg1");
    kast::Voornemen v = kast::voeg_stuk_toe(kast, lezer, d, besluit);
    kast::scherm_af(kast, lezer, d, besluit, v);
    kast::voer_uit(v);
  }

  void wijzig(const ProefKast& k, const std::string& stap) const {
    Waarde w = Waarde::kaart();
    w.zet("stap", stap);
    w.zet("datum", kDag.tekst());
    kast::voer_uit(kast::wijzig_toegang(k.open(), k.lezer("reg1"), k.laad(nummer, "reg1"),
                                        {"toegang", std::move(w), kDag, kGeschreven, {}}));
  }

  /// Whether a gebruiker opens more of any stuk than its termijnen.
  [[nodiscard]] bool opent_meer(const std::string& id) const {
    const PerStuk doet = opent(hier, nummer, id, id);
    return std::any_of(doet.begin(), doet.end(), [](const auto& rij) { return rij.second.size() > 1; });
  }

  [[nodiscard]] bool opent_alles(const std::string& id, std::size_t vakken) const {
    const PerStuk doet = opent(hier, nummer, id, id);
    return std::all_of(doet.begin(), doet.end(), [&](const auto& rij) { return rij.second.size() == vakken; });
  }

  [[nodiscard]] std::set<std::string> te_veel() const {
    return kast::houdt_te_veel(hier.open(), hier.laad(nummer, "reg1"), kDag);
  }

  void toets_hersteld() const {
    for (const char* id : {"reg1", "pol1", "om1"}) {
      CAPTURE(id);
      CHECK_FALSE(opent_meer(id));
      CHECK(opent_alles(id, 1));
    }
    CHECK(opent_alles("contactpunt", kCompartimenten.size() - 1));
    CHECK(opent_alles("rechtmatigheid", kCompartimenten.size()));
    CHECK_FALSE(kast::toegang_uiteen(hier.laad(nummer, "reg1")));
    CHECK(te_veel().empty());
  }
};

const std::vector<std::string> kBewaarders = {"contactpunt", "rechtmatigheid"};
const std::vector<std::string> kMetReserve = {"contactpunt", "rechtmatigheid", "reserve"};

}  // namespace

TEST_CASE("a case that was closed beside a renewal of its keys: the next command leaves deelnemers nothing") {
  for (const auto& rollen : {kBewaarders, kMetReserve}) {
    for (const std::string wat : {"afgeschermd", "vernieuwd", "a stuk"}) {
      CAPTURE(wat);
      CAPTURE(rollen.size());
      const Naast n(rollen);
      if (wat == "a stuk") {
        (void)n.hier.stuk(n.nummer, "1-opgenomen/04-notificatie", "reg1", kDag);
      } else {
        n.wijzig(n.hier, wat);
      }
      n.toets_hersteld();
    }
  }
}

TEST_CASE("key files of a running case that come back to a shielded one later are named, and destroyed") {
  const Naast n(kBewaarders, false);
  const ProefKast daar(n.hier, n.map.pad());
  // The stukken first, and of the keys only those of the regisseur.
  for (const auto& bron : std::filesystem::recursive_directory_iterator(daar.map)) {
    const bool van_ander = bron.path().extension() == ".age" && kast::gebruiker_van(bron.path()) != "reg1";
    const kast::Pad doel = n.hier.map / std::filesystem::relative(bron.path(), daar.map);
    if (bron.is_regular_file() && !van_ander && !std::filesystem::exists(doel)) {
      std::filesystem::create_directories(doel.parent_path());
      std::filesystem::copy_file(bron.path(), doel);
    }
  }
  n.wijzig(n.hier, "afgeschermd");
  CHECK(n.te_veel().empty());
  REQUIRE_FALSE(voeg_samen(daar.map, n.hier.map));
  kast::wis_sleutels(kast::teruggekomen(n.hier.open(), n.hier.laad(n.nummer, "reg1")));
  CHECK(n.opent_meer("pol1"));
  CHECK(n.te_veel().count("pol1") == 1);
  CHECK(n.te_veel().count("wacht1") == 0);
  n.wijzig(n.hier, "afgeschermd");
  n.toets_hersteld();
}

TEST_CASE("who lacks the keys that were made elsewhere does not destroy what is left of them") {
  const Naast n(kBewaarders, false);
  const ProefKast daar(n.hier, n.map.pad());
  // Of a beoordeling the keys lie with its author alone: the file of the regisseur did not come along.
  REQUIRE_FALSE(voeg_samen(daar.map, n.hier.map));
  const kast::GeladenDossier d = n.hier.laad(n.nummer, "reg1");
  const auto b = std::find_if(d.stukken.begin(), d.stukken.end(),
                              [](const kast::GeladenStuk& s) { return s.soort == "beoordeling"; });
  REQUIRE(b != d.stukken.end());
  REQUIRE(kast::kan_scheiden(d));
  for (const kast::SleutelBestand& s : kast::sleutelbestanden(n.hier.sleutels / n.nummer)) {
    const auto& per = d.sleutels.per_bestand;
    const auto er = std::find_if(per.begin(), per.end(), [&](const auto& rij) { return rij.first == s.pad; });
    if (er == per.end()) continue;
    const bool van_b = std::any_of(er->second.begin(), er->second.end(), [&](const auto& sleutel) {
      return std::find(sleutel.begin(), sleutel.end(), b->sleutel(Compartiment::zaak)) != sleutel.end();
    });
    if (van_b) std::filesystem::remove(s.pad);
  }
  CHECK_FALSE(kast::kan_scheiden(n.hier.laad(n.nummer, "reg1")));
  try {
    n.wijzig(n.hier, "afgeschermd");
    FAIL("keys would be lost");
  } catch (const Fout& e) {
    CHECK(e.soort() == FoutSoort::sleutel);
    CHECK(e.bevindingen().front().wat.find("die u niet hebt") != std::string::npos);
  }
  (void)n.hier.stuk(n.nummer, "1-opgenomen/04-notificatie", "reg1", kDag);
  CHECK(n.opent_meer("pol1"));
  CHECK(kast::toegang_uiteen(n.hier.laad(n.nummer, "reg1")));
}

TEST_CASE("who keeps a case and lacks keys gets from each what that one has, and nobody loses any") {
  const Naast n(kBewaarders);
  const auto geef = [&](const char* door, const char* aan) {
    const kast::Uitgifteplan plan = kast::plan_uitgifte(
        n.hier.open(), n.hier.lezer(door), [&](const kast::Gebruiker& g) { return g.id.tekst() == aan; }, false,
        kDag);
    CHECK(plan.voornemen.wissen.empty());
    kast::voer_uit(plan.voornemen);
    return plan;
  };
  CHECK_FALSE(n.opent_alles("contactpunt", kCompartimenten.size() - 1));
  const kast::Uitgifteplan plan = geef("reg1", "contactpunt");
  CHECK(plan.giften.size() == 1);
  REQUIRE(plan.niet.size() == 1);
  CHECK(plan.niet.front().wat.find("wat u hebt, is gegeven") != std::string::npos);
  CHECK(n.opent_alles("contactpunt", kCompartimenten.size() - 1));
  CHECK(geef("reg1", "contactpunt").giften.empty());
}
