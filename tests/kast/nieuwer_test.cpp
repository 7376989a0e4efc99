// SPDX-License-Identifier: EUPL-1.2
//
// What a newer pga writes: soorten and fields that this one does not know are kept and noted, never a violation.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/seal/minisign.h"
#include "tests/kast/hulp.h"
#include "tests/kast/los_stuk.h"

using namespace pga;
using namespace pga::test;

namespace {

/// A dossier with a melding, and stukken as a newer pga would add them.
class Nieuwer {
 public:
  Nieuwer() : nummer(kast.melding()) {}

  [[nodiscard]] LosStuk begin(const std::string& soort, const std::string& door = "reg1") const {
    LosStuk uit = los_stuk(kast.open(), kast.laad(nummer, "reg1"), *GebruikerId::lees(door), Datum(2026, 2, 1));
    uit.delen[Compartiment::termijnen].zet("soort", soort);
    uit.delen[Compartiment::termijnen].zet("datum", "2026-02-01");
    return uit;
  }

  /// Adds it; the stuk as loaded.
  [[nodiscard]] kast::GeladenStuk leg(const LosStuk& s) const {
    const std::string door = s.kop.door.tekst();
    const std::string digest =
        test::leg(s, kast.laad(nummer, "reg1").map, seal::SigningKey::derive(kast.identiteiten.at(door)));
    kast::GeladenDossier d = kast.laad(nummer, "reg1");
    CHECK_FALSE(d.geschonden());
    CHECK(d.leesbaar);
    CHECK(d.koppen == std::vector<std::string>{digest});
    REQUIRE(d.stukken.back().stuk.digest == digest);
    return std::move(d.stukken.back());
  }

  /// The only finding of controleer.
  [[nodiscard]] Bevinding enige_bevinding() const {
    const std::vector<Bevinding> b = kast.controleer(nummer, "reg1");
    REQUIRE(b.size() == 1);
    return b.front();
  }

  ProefKast kast;
  std::string nummer;
};

}  // namespace

TEST_CASE("a soort that this pga does not know is kept and noted, and counts for nothing") {
  const Nieuwer w;
  std::string door = "reg1";
  SUBCASE("by a regisseur") {}
  SUBCASE("by one of the weegploeg") { door = "pol1"; }
  SUBCASE("by a deelnemer") { door = "rvdk1"; }
  LosStuk s = w.begin("nazorg", door);
  s.delen[Compartiment::termijnen].zet("besluit", "opnemen");
  s.delen[Compartiment::identiteit].zet("naam_begeleider", "J. de Boer");
  s.delen[Compartiment::zaak].zet("verslag", "Het ging goed.");
  const kast::GeladenStuk geladen = w.leg(s);
  CHECK(geladen.soort == "nazorg");
  CHECK(kast::schema_van(geladen.soort) == nullptr);
  CHECK(geladen.onbekend.empty());
  std::string namen;
  for (const Veld& v : geladen.inhoud.velden()) namen += v.naam + " ";
  CHECK(namen == "soort datum besluit verslag naam_begeleider ");

  const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
  CHECK(d.dossier.fase == proces::Fase::melding);
  CHECK(d.dossier.besluiten.empty());
  const Bevinding b = w.enige_bevinding();
  CHECK(b.soort == FoutSoort::bevinding);
  CHECK(b.wat == "de soort \"nazorg\" is niet bekend; het stuk telt niet mee");
  CHECK(b.tip == "gebruik een nieuwere versie van pga");
  CHECK(b.plaats.bestand == geladen.bestand.string());

  (void)w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding");
  const kast::GeladenDossier verder = w.kast.laad(w.nummer, "wacht1");
  CHECK_FALSE(verder.geschonden());
  CHECK(verder.stukken.back().stuk.kop.vorige == std::vector<std::string>{geladen.stuk.digest});
  CHECK(verder.dossier.aangemeld);
}

TEST_CASE("a soort that is not known may have keys of its own, as a beoordeling has") {
  const Nieuwer w;
  LosStuk s = w.begin("nazorg");
  const seal::Identity eigen = seal::Identity::generate();
  const std::size_t zaak = static_cast<std::size_t>(Compartiment::zaak);
  s.sleutels.at(zaak) = eigen.recipient();
  s.kop.sleutels.at(zaak) = stuk::verbintenis(s.kop.dossier, Compartiment::zaak, eigen.recipient());
  CHECK_FALSE(w.leg(s).is_open(Compartiment::zaak));
}

TEST_CASE("beheer has a schema, and is no soort of a stuk") {
  const Nieuwer w;
  CHECK(w.leg(w.begin("beheer")).soort == "beheer");
  CHECK(kast::schema_van("beheer") == nullptr);
  CHECK(bevat({w.enige_bevinding()}, FoutSoort::bevinding, "de soort \"beheer\" is niet bekend"));
}

TEST_CASE("fields that this pga does not know are noted, at every depth, and the rest counts") {
  const Nieuwer w;
  LosStuk s = w.begin("aanmelding");
  Waarde& termijnen = s.delen[Compartiment::termijnen];
  termijnen.zet("geschreven", "2026-02-01T10:00:00+01:00");
  termijnen.zet("ontvangen", "2026-02-01");
  termijnen.zet("spoed", Waarde::bool_(true));
  Waarde relatie = Waarde::kaart();
  relatie.zet("id", "r7");
  termijnen.zet("relaties", Waarde::lijst_({relatie}));
  relatie.zet("band", "neef");
  s.delen[Compartiment::identiteit].zet("relaties", Waarde::lijst_({relatie}));
  Waarde maat = Waarde::kaart();
  maat.zet("schoen", 43);
  s.delen[Compartiment::identiteit].zet("betrokkene", Waarde::kaart()).zet("maten", maat);
  const kast::GeladenStuk geladen = w.leg(s);
  CHECK(geladen.onbekend == std::vector<std::string>{"betrokkene.maten", "relaties[1].band", "datum", "spoed"});
  CHECK(w.kast.laad(w.nummer, "reg1").dossier.aangemeld);

  const std::vector<Bevinding> gevonden = w.kast.controleer(w.nummer, "reg1");
  const auto er = std::find_if(gevonden.begin(), gevonden.end(),
                               [](const Bevinding& b) { return b.wat.find("onbekende velden") == 0; });
  REQUIRE(er != gevonden.end());
  CHECK(er->wat == "onbekende velden, die niet meetellen: betrokkene.maten, relaties[1].band, datum, spoed");
  CHECK(er->soort == FoutSoort::bevinding);
  CHECK(er->tip == "gebruik een nieuwere versie van pga");
  CHECK(er->plaats.bestand == geladen.bestand.string());
  CHECK_FALSE(w.kast.laad(w.nummer, "wacht1").geschonden());
}

TEST_CASE("a newer schema may send a new field elsewhere than what stands around it") {
  const Nieuwer w;
  LosStuk s = w.begin("weging");
  s.delen[Compartiment::termijnen].zet("besluit", "niet_opnemen");
  Waarde stem = Waarde::kaart();
  stem.zet("id", "st1");
  s.delen[Compartiment::motivering].zet("stemmen", Waarde::lijst_({stem})).lijst().front().zet("twijfel", "ja");
  stem.zet("organisatie", "politie");
  s.delen[Compartiment::termijnen].zet("stemmen", Waarde::lijst_({stem}));
  CHECK(w.leg(s).onbekend == std::vector<std::string>{"stemmen[1].twijfel"});
}

TEST_CASE("a field that an opening has not always had") {
  // An opening cannot be added, so this one is made with the dossier.
  const Nieuwer w;
  const kast::GeladenDossier oud = w.kast.laad(w.nummer, "reg1");
  LosStuk s = w.begin("opening");
  s.kop.vorige.clear();
  s.delen[Compartiment::termijnen] = oud.stukken.front().inhoud;
  s.delen[Compartiment::termijnen].zet("aanleiding", "proef");
  for (const kast::GeladenStuk& weg : oud.stukken) std::filesystem::remove(weg.bestand);
  CHECK(w.leg(s).onbekend == std::vector<std::string>{"aanleiding"});
}
