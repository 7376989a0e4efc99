// SPDX-License-Identifier: EUPL-1.2
//
// Re-sealed stukken: what stands at the place of one whose keys were destroyed.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "lib/seal/digest.h"
#include "lib/seal/minisign.h"
#include "tests/kast/hulp.h"
#include "tests/kast/los_stuk.h"

using namespace pga;
using namespace pga::test;

namespace {

/// A case that is taken up: opening, melding (reg1), aanmelding (pol1), weging (reg1).
class Zaak {
 public:
  Zaak()
      : nummer(kast.melding()),
        aanmelding(kast.stuk(nummer, "1-opgenomen/02-aanmelding", "pol1", Datum(2026, 1, 19))),
        weging(kast.stuk(nummer, "1-opgenomen/03-weging")) {}

  [[nodiscard]] kast::GeladenDossier laad(const std::string& id = "reg1") const { return kast.laad(nummer, id); }
  [[nodiscard]] kast::GeladenStuk vind(const std::string& digest) const {
    kast::GeladenDossier d = laad();
    const auto er = std::find_if(d.stukken.begin(), d.stukken.end(),
                                 [&](const kast::GeladenStuk& s) { return s.stuk.digest == digest; });
    REQUIRE(er != d.stukken.end());
    return std::move(*er);
  }

  [[nodiscard]] LosStuk begin(const std::string& door = "reg1") const {
    return los_stuk(kast.open(), laad(), *GebruikerId::lees(door), Datum(2026, 5, 4));
  }
  /// What seals that stuk again, by reg1.
  [[nodiscard]] LosStuk opnieuw(const kast::GeladenStuk& eerste) const {
    LosStuk uit = begin();
    for (const Compartiment c : kCompartimenten) uit.delen[c] = *eerste.delen.at(static_cast<std::size_t>(c));
    Waarde& h = uit.delen[Compartiment::termijnen].zet("herverzegeld", Waarde::kaart());
    h.zet("stuk", eerste.stuk.digest);
    h.zet("door", eerste.stuk.kop.door.tekst());
    return uit;
  }
  std::string leg(const LosStuk& s) const {
    const auto& wie = kast.identiteiten.at(s.kop.door.tekst());
    return test::leg(s, laad().map, seal::SigningKey::derive(wie));
  }

  ProefKast kast;
  std::string nummer;
  std::string aanmelding;
  std::string weging;
};

Waarde& bewering(LosStuk& s) { return *s.delen[Compartiment::termijnen].vind("herverzegeld"); }

/// Seals to a termijnen key that nobody has: what is left of a stuk when its keys are destroyed.
void sluit(LosStuk& s) {
  const std::size_t i = static_cast<std::size_t>(Compartiment::termijnen);
  s.sleutels.at(i) = seal::Identity::generate().recipient();
  s.kop.sleutels.at(i) = stuk::verbintenis(s.kop.dossier, Compartiment::termijnen, s.sleutels.at(i));
}

/// The order of a dossier, as "opening:reg1 melding:reg1 …".
std::string verloop(const proces::Dossier& d) {
  std::string uit;
  for (const proces::StukRegel& s : d.stukken) {
    uit += (uit.empty() ? "" : " ") + s.soort + ":" + s.door + ":" + s.organisatie + ":" + s.datum.tekst();
  }
  return uit;
}

void zelfde_stand(const proces::Dossier& nu, const proces::Dossier& was) {
  CHECK(verloop(nu) == verloop(was));
  CHECK(nu.fase == was.fase);
  CHECK((nu.feiten == was.feiten));
}

}  // namespace

TEST_CASE("a re-sealed stuk stands at the place of the first, in the name of its author") {
  const Zaak z;
  const proces::Dossier was = z.laad().dossier;
  REQUIRE(was.fase == proces::Fase::opgenomen);
  const std::string opnieuw = z.leg(z.opnieuw(z.vind(z.aanmelding)));
  for (const char* id : {"reg1", "om1", "wacht1"}) {
    CAPTURE(id);
    const kast::GeladenDossier d = z.laad(id);
    CHECK_FALSE(d.geschonden());
    CHECK(d.leesbaar);
    CHECK(d.koppen == std::vector<std::string>{opnieuw});
    zelfde_stand(d.dossier, was);
    REQUIRE(d.stukken.size() == 4);
    CHECK(d.stukken[2].stuk.digest == opnieuw);
    CHECK(d.stukken[2].digest() == z.aanmelding);
    CHECK(d.stukken[2].door() == "pol1");
    CHECK(d.stukken[2].stuk.kop.door.tekst() == "reg1");
  }
  CHECK_FALSE(bevat(z.kast.controleer(z.nummer, "reg1"), FoutSoort::bevinding, "opnieuw verzegeld"));
}

TEST_CASE("the first need not open any more, nor be there") {
  const Zaak z;
  SUBCASE("closed") {
    LosStuk eerste = z.begin("pol1");
    eerste.delen[Compartiment::termijnen].zet("soort", "aanvulling");
    LosStuk dicht = eerste;
    sluit(dicht);
    const std::string digest = z.leg(dicht);
    CHECK_FALSE(z.laad().leesbaar);
    LosStuk weer = z.begin();
    weer.delen = eerste.delen;
    Waarde& h = weer.delen[Compartiment::termijnen].zet("herverzegeld", Waarde::kaart());
    h.zet("stuk", digest);
    h.zet("door", "pol1");
    (void)z.leg(weer);
    const kast::GeladenDossier d = z.laad();
    CHECK_FALSE(d.geschonden());
    CHECK(d.leesbaar);
    CHECK(d.stukken.size() == 5);
    CHECK(verloop(d.dossier).find("aanvulling:pol1:politie:2026-05-04") != std::string::npos);
    (void)z.kast.stuk(z.nummer, "1-opgenomen/04-notificatie");
  }
  SUBCASE("gone") {
    const kast::GeladenStuk eerste = z.vind(z.aanmelding);
    const proces::Dossier was = z.laad().dossier;
    (void)z.leg(z.opnieuw(eerste));
    std::filesystem::remove(eerste.bestand);
    const kast::GeladenDossier d = z.laad();
    CHECK_FALSE(d.geschonden());
    CHECK(d.leesbaar);
    CHECK(d.dossier.fase == proces::Fase::opgenomen);
    CHECK(d.dossier.aanmelders == was.aanmelders);
    CHECK(d.stukken.back().digest() == z.weging);  // what names it comes after it
    const proces::StukRegel* regel = d.dossier.stuk(z.aanmelding);
    REQUIRE(regel != nullptr);
    CHECK(regel->door == "pol1");
    CHECK(regel->organisatie == "politie");
    CHECK(regel->datum == Datum(2026, 1, 19));
  }
  SUBCASE("gone, and not re-sealed") {
    std::filesystem::remove(z.vind(z.aanmelding).bestand);
    CHECK(bevat(z.laad().bevindingen, FoutSoort::integriteit, "ontbreekt of klopt niet"));
  }
}

TEST_CASE("more that was re-sealed keeps its order when the first are gone") {
  const Zaak z;
  // A second decision on the first: without its place it would stand beside it.
  LosStuk later = z.begin();
  later.delen[Compartiment::termijnen].zet("soort", "weging");
  later.delen[Compartiment::termijnen].zet("datum", "2026-04-01");
  later.delen[Compartiment::termijnen].zet("besluit", "niet_opnemen");
  const std::string digest = z.leg(later);
  (void)z.kast.stuk(z.nummer, "1-opgenomen/04-notificatie");
  REQUIRE(z.laad().dossier.fase == proces::Fase::niet_opgenomen);
  (void)z.leg(z.opnieuw(z.vind(z.weging)));
  const kast::GeladenStuk eerste = z.vind(digest);
  (void)z.leg(z.opnieuw(eerste));
  std::filesystem::remove(eerste.bestand);
  const kast::GeladenDossier d = z.laad();
  CHECK_FALSE(d.geschonden());
  CHECK(d.dossier.fase == proces::Fase::niet_opgenomen);
  CHECK_FALSE(bevat(d.dossier.bevindingen, FoutSoort::bevinding, "tegenstrijdige besluiten"));
}

TEST_CASE("references to the first hold, and what follows on the re-sealed one comes after it") {
  const Zaak z;
  (void)z.leg(z.opnieuw(z.vind(z.weging)));
  LosStuk woord = z.begin("pol1");
  Waarde& t = woord.delen[Compartiment::termijnen];
  t.zet("soort", "bevestiging");
  t.zet("datum", "2026-05-04");
  t.zet("stuk", z.weging);
  t.zet("stem", "st-pol");
  t.zet("klopt", "ja");
  (void)z.leg(woord);
  const kast::GeladenDossier d = z.laad();
  CHECK_FALSE(d.geschonden());
  CHECK(d.stukken.back().soort == "bevestiging");
  const auto stem = std::find_if(d.dossier.stemmen.begin(), d.dossier.stemmen.end(),
                                 [](const proces::Stemming& s) { return s.id == "st-pol"; });
  REQUIRE(stem != d.dossier.stemmen.end());
  CHECK(stem->stand == proces::StemStand::bevestigd);
  CHECK(stem->stuk == z.weging);
}

TEST_CASE("who may not re-seal, and what cannot be the place of another") {
  const Zaak z;
  LosStuk s = z.opnieuw(z.vind(z.aanmelding));
  const auto gevonden = [&](const std::string& tekst) {
    const std::string digest = z.leg(s);
    const kast::GeladenDossier d = z.laad();
    CHECK(bevat(d.bevindingen, FoutSoort::integriteit, tekst));
    CHECK(d.stukken.size() == 4);  // and the first counts
    CHECK(std::none_of(d.stukken.begin(), d.stukken.end(),
                       [&](const kast::GeladenStuk& x) { return x.stuk.digest == digest; }));
    CHECK(d.koppen == std::vector<std::string>{z.weging});
  };
  SUBCASE("not a regisseur") {
    s.kop.door = *GebruikerId::lees("pol1");
    gevonden("pol1 mag niets opnieuw verzegelen");
  }
  SUBCASE("in the name of another") {
    bewering(s).zet("door", "om1");
    gevonden("dit stuk staat op naam van om1, maar neemt de plaats in van een stuk van pol1");
  }
  SUBCASE("in the name of nobody") {
    bewering(s).zet("door", "niemand");
    gevonden("herverzegeld hoort een stuk te noemen, en een gebruiker van deze kast");
  }
  SUBCASE("in the name of one who could not have signed it") {
    bewering(s).zet("door", "wacht1");
    gevonden("wacht1 mag geen stuk van de soort aanmelding tekenen");
  }
  SUBCASE("without the stuk") {
    bewering(s).zet("stuk", "het eerste");
    gevonden("herverzegeld hoort een stuk te noemen");
  }
  SUBCASE("of what was never there") {
    bewering(s).zet("stuk", seal::digest("verzonnen"));
    gevonden("een stuk waar het niet op volgt");
  }
  SUBCASE("of another soort") {
    s.delen[Compartiment::termijnen].zet("soort", "melding");
    gevonden("dit stuk is een melding, maar neemt de plaats in van een aanmelding");
  }
}

TEST_CASE("a second time names the first again, and the last counts") {
  const Zaak z;
  const kast::GeladenStuk eerste = z.vind(z.aanmelding);
  const LosStuk naast_elkaar = z.opnieuw(eerste);
  const std::string een = z.leg(z.opnieuw(eerste));
  SUBCASE("after the other") {
    const std::string twee = z.leg(z.opnieuw(eerste));
    const kast::GeladenDossier d = z.laad();
    CHECK_FALSE(d.geschonden());
    CHECK(d.stukken.size() == 4);
    CHECK(d.stukken[2].stuk.digest == twee);
    CHECK_FALSE(bevat(d.bevindingen, FoutSoort::bevinding));
  }
  SUBCASE("beside the other, which is said") {
    const std::string twee = z.leg(naast_elkaar);
    const kast::GeladenDossier d = z.laad();
    CHECK_FALSE(d.geschonden());
    CHECK(d.stukken.size() == 4);
    CHECK(d.stukken[2].stuk.digest == std::max(een, twee));
    CHECK(bevat(d.bevindingen, FoutSoort::bevinding, "nemen de plaats in van hetzelfde"));
  }
  SUBCASE("naming the second is wrong") {
    LosStuk s = z.opnieuw(eerste);
    bewering(s).zet("stuk", een);
    (void)z.leg(s);
    CHECK(bevat(z.laad().bevindingen, FoutSoort::integriteit, "dat zelf opnieuw is verzegeld"));
  }
}

TEST_CASE("what is re-sealed with other facts is noted, as long as the first opens") {
  const Zaak z;
  LosStuk s = z.opnieuw(z.vind(z.aanmelding));
  s.delen[Compartiment::termijnen].zet("aangemeld_door", "om");
  (void)z.leg(s);
  CHECK_FALSE(z.laad().geschonden());
  CHECK(bevat(z.laad().bevindingen, FoutSoort::bevinding, "zegt in termijnen iets anders dan het eerste"));
}
