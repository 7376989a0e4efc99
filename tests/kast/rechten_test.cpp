// SPDX-License-Identifier: EUPL-1.2
//
// Who gets which keys: every compartment of every stuk tried by every gebruiker.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/toegang.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

/// The compartments of one stuk (the first of that soort) that a gebruiker opens: "termijnen zaak".
std::string opent(const ProefKast& kast, const std::string& nummer, const std::string& id,
                  const std::string& digest) {
  const kast::GeladenDossier d = kast.laad(nummer, id);
  CHECK_FALSE(d.geschonden());
  const auto er = std::find_if(d.stukken.begin(), d.stukken.end(),
                               [&](const kast::GeladenStuk& s) { return s.stuk.digest == digest; });
  REQUIRE(er != d.stukken.end());
  std::string uit;
  for (const Compartiment c : kCompartimenten) {
    if (er->is_open(c)) uit += (uit.empty() ? "" : " ") + std::string(naam(c));
  }
  return uit;
}

const std::string kAlles = "identiteit melder motivering strafrecht termijnen zaak zorg";
const std::string kWeegploeg = "identiteit melder motivering strafrecht termijnen zaak";

std::string eerste_stuk(const ProefKast& kast, const std::string& nummer) {
  return kast.laad(nummer, "reg1").stukken.back().stuk.digest;
}

}  // namespace

TEST_CASE("a new dossier opens to its readers by role, and to nobody else") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  const std::string melding = eerste_stuk(kast, nummer);
  CHECK(opent(kast, nummer, "reg1", melding) == kAlles);
  CHECK(opent(kast, nummer, "pol1", melding) == kWeegploeg);
  CHECK(opent(kast, nummer, "om1", melding) == kWeegploeg);
  CHECK(opent(kast, nummer, "wacht1", melding) == "termijnen");
  CHECK(opent(kast, nummer, "rvdk1", melding).empty());
  CHECK(opent(kast, nummer, "", melding).empty());
  const kast::GeladenDossier rvdk = kast.laad(nummer, "rvdk1");
  CHECK_FALSE(rvdk.leesbaar);
  CHECK_FALSE(rvdk.van_mij);
  const kast::GeladenDossier wacht = kast.laad(nummer, "wacht1");
  CHECK(wacht.leesbaar);
  CHECK(wacht.van_mij);
}

TEST_CASE("a dossier that a deelnemer opens cannot be read by that deelnemer") {
  const ProefKast kast;
  const std::string nummer = kast.melding("rvdk1");
  const std::string melding = eerste_stuk(kast, nummer);
  CHECK(opent(kast, nummer, "reg1", melding) == kAlles);
  CHECK(opent(kast, nummer, "rvdk1", melding).empty());
}

TEST_CASE("the weging gives a deelnemer the compartments it names, of every stuk, and no more") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  const std::string melding = eerste_stuk(kast, nummer);
  kast::StukOpdracht weging = opdracht("4-minderjarig/02-weging", Datum(2026, 2, 4));
  std::set<std::string> genoemd = {"termijnen"};
  for (const Waarde& d : weging.inhoud.items_van("deelnemers")) {
    if (d.tekst_van("gebruiker") != "rvdk1") continue;
    for (const Waarde& c : d.items_van("compartimenten")) genoemd.insert(c.tekst());
  }
  REQUIRE(genoemd.size() > 1);
  REQUIRE(genoemd.size() < 7);
  std::string verwacht;
  for (const std::string& c : genoemd) verwacht += (verwacht.empty() ? "" : " ") + c;
  const std::string digest = kast.stuk(nummer, "4-minderjarig/02-weging");
  CHECK(opent(kast, nummer, "rvdk1", melding) == verwacht);
  CHECK(opent(kast, nummer, "rvdk1", digest) == verwacht);
  CHECK(opent(kast, nummer, "wacht1", digest) == "termijnen");
  CHECK(kast.laad(nummer, "rvdk1").van_mij);
}

TEST_CASE("a weging that does not take the case up lets nobody in, whatever it says") {
  const ProefKast proef;
  const std::string nummer = proef.melding();
  for (const char* besluit : {"niet_opnemen", "aanhouden"}) {
    const kast::Kast kast = proef.open();
    kast::StukOpdracht weging = opdracht("4-minderjarig/02-weging", Datum(2026, 2, 4));
    weging.inhoud.zet("besluit", besluit);
    kast::voer_uit(kast::voeg_stuk_toe(kast, proef.lezer("reg1"), proef.laad(nummer, "reg1"), weging));
    CHECK_FALSE(proef.laad(nummer, "rvdk1").van_mij);
  }
  kast::StukOpdracht toets = opdracht("1-opgenomen/11-uitstroomtoets", Datum(2026, 2, 5));
  toets.inhoud.zet("deelnemers", *opdracht("4-minderjarig/02-weging", Datum(2026, 2, 4)).inhoud.vind("deelnemers"));
  const kast::Kast kast = proef.open();
  kast::voer_uit(kast::voeg_stuk_toe(kast, proef.lezer("reg1"), proef.laad(nummer, "reg1"), toets));
  CHECK_FALSE(proef.laad(nummer, "rvdk1").van_mij);
}

TEST_CASE("a beoordeling opens to its author and the regisseur until the joint judgment, then to the others") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  (void)kast.stuk(nummer, "1-opgenomen/02-aanmelding");
  (void)kast.stuk(nummer, "1-opgenomen/03-weging");
  const std::string van_pol = kast.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", Datum(2026, 3, 4));
  const std::string van_om = kast.stuk(nummer, "1-opgenomen/06-beoordeling-om1", "om1", Datum(2026, 3, 5));
  const std::string gesloten = "identiteit melder motivering termijnen";
  CHECK(opent(kast, nummer, "reg1", van_pol) == kAlles);
  CHECK(opent(kast, nummer, "pol1", van_pol) == kAlles);
  CHECK(opent(kast, nummer, "om1", van_pol) == gesloten);
  CHECK(opent(kast, nummer, "om1", van_om) == kAlles);
  CHECK(opent(kast, nummer, "pol1", van_om) == gesloten);
  CHECK(opent(kast, nummer, "wacht1", van_pol) == "termijnen");

  SUBCASE("nobody but a holder of the keys can give them") {
    CHECK_THROWS_AS((void)kast.stuk(nummer, "1-opgenomen/08-profiel", "pol1", Datum(2026, 3, 11)), Fout);
  }
  const std::string profiel = kast.stuk(nummer, "1-opgenomen/08-profiel", "reg1", Datum(2026, 3, 11));
  CHECK(opent(kast, nummer, "om1", van_pol) == kWeegploeg);
  CHECK(opent(kast, nummer, "pol1", van_om) == kWeegploeg);
  CHECK(opent(kast, nummer, "om1", profiel) == kWeegploeg);
  CHECK(opent(kast, nummer, "wacht1", van_pol) == "termijnen");
  CHECK(opent(kast, nummer, "rvdk1", van_pol).empty());
}

TEST_CASE("no key file opens for another gebruiker, and no key lies in clear") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  for (const kast::Pad& pad : kast.bestanden()) {
    const std::string bytes = lees(pad);
    CHECK(bytes.find("AGE-SECRET-KEY") == std::string::npos);
    if (pad.extension() != ".age") continue;
    const std::string van = pad.filename().string().substr(0, pad.filename().string().find('-'));
    for (const auto& rij : kast.identiteiten) {
      const std::string& id = rij.first;
      // The same file under the name of another opens for nobody but its owner.
      const TijdelijkeMap elders;
      const kast::Pad kopie = elders.pad() / (id + pad.filename().string().substr(van.size()));
      overschrijf(kopie, bytes);
      std::vector<seal::Identity> mijn;
      mijn.push_back(rij.second.clone());
      const auto m = kast::lees_sleutels(elders.pad(), *Nummer::lees(nummer), GebruikerId::lees(id), mijn);
      CAPTURE(pad);
      CAPTURE(id);
      CHECK(m.heeft_bestand);
      CHECK(m.bos.leeg() == (id != van));
    }
  }
}

TEST_CASE("what a role opens in every dossier") {
  const ProefKast proef;
  const kast::Kast kast = proef.open();
  const auto vakken = [&](const char* id, const Nummer& nummer) {
    const kast::Gebruiker& wie = *kast.beheer().vind(*GebruikerId::lees(id));
    return kast::door_rol(kast.beheer(), wie, kast::toestand_van(nummer)).size();
  };
  const Nummer casus = *Nummer::lees("k7q2-m4xd");
  CHECK(vakken("reg1", casus) == 7);
  CHECK(vakken("pol1", casus) == 6);
  CHECK(vakken("rvdk1", casus) == 0);
  CHECK(vakken("wacht1", casus) == 1);
  CHECK(vakken("reg1", Nummer::gemeente()) == 7);
  CHECK(vakken("pol1", Nummer::gemeente()) == 0);
  CHECK(vakken("rvdk1", Nummer::gemeente()) == 0);
  CHECK(vakken("wacht1", Nummer::gemeente()) == 1);
}
