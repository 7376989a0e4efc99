// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/beheer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

/// A version of beheer signed by `tekent`, whatever it says; put in the kast under its right name.
void leg(const ProefKast& kast, Waarde document, const std::string& tekent) {
  document.verwijder("handtekening");
  const std::string bytes = stuk::onderteken(document, seal::SigningKey::derive(kast.identiteiten.at(tekent)));
  const std::string naam =
      std::to_string(document.vind("versie")->getal()) + '-' + seal::hash8(seal::digest(bytes)) + ".yaml";
  overschrijf(kast.map / "beheer" / naam, bytes);
}

/// The next version, all right but for its signature.
Waarde volgende(const ProefKast& kast) {
  const kast::BeheerVersie beheer = kast.open().beheer();
  Waarde document = beheer.document;
  document.verwijder("handtekening");
  document.zet("versie", beheer.versie + 1);
  Waarde uit = Waarde::kaart();
  for (const Veld& v : document.velden()) {
    if (v.naam == "vorige") continue;
    uit.zet(v.naam, v.waarde);
    if (v.naam == "versie") uit.zet("vorige", beheer.digest);
  }
  return uit;
}

/// That the kast is refused, as violated, with that text.
void geschonden(const ProefKast& kast, const std::string& tekst) {
  try {
    (void)kast.open();
    FAIL("opened, though: " << tekst);
  } catch (const Fout& f) {
    CAPTURE(f.what());
    CHECK(f.soort() == FoutSoort::integriteit);
    CHECK(std::string(f.what()).find(tekst) != std::string::npos);
    CHECK(f.bevindingen().front().plaats.bestand.find("/beheer/") != std::string::npos);
  }
}

Waarde& gebruiker(Waarde& document, const std::string& id) {
  auto& lijst = document.vind("gebruikers")->lijst();
  return *std::find_if(lijst.begin(), lijst.end(), [&](const Waarde& g) { return g.tekst_van("id") == id; });
}

}  // namespace

TEST_CASE("a chain of versions is read in order, each naming the one before it") {
  const ProefKast kast;
  for (int i = 2; i <= 12; ++i) {  // past 9: names do not sort as numbers
    Waarde document = kast.open().beheer().document;
    document.zet("gemeente", "gemeente " + std::to_string(i));
    kast.beheer(document);
  }
  const kast::Kast open = kast.open();
  REQUIRE(open.keten().size() == 12);
  CHECK(open.beheer().document.tekst_van("gemeente") == "gemeente 12");
  for (std::size_t i = 1; i < 12; ++i) {
    CHECK(open.keten()[i].vorige == open.keten()[i - 1].digest);
    CHECK(open.beheer_van(open.keten()[i].digest)->versie == static_cast<int>(i) + 1);
  }
  CHECK(open.beheer_van(seal::digest("x")) == nullptr);
}

TEST_CASE("who may sign the next version") {
  const ProefKast kast;
  SUBCASE("the one whom the version before allows to") {
    leg(kast, volgende(kast), "reg1");
    CHECK(kast.open().keten().size() == 2);
  }
  SUBCASE("not another role") {
    Waarde document = volgende(kast);
    document.zet("door", "pol1");
    leg(kast, document, "pol1");
    geschonden(kast, "pol1 mocht deze versie van beheer niet tekenen");
  }
  SUBCASE("not somebody who makes himself a regisseur in it") {
    Waarde document = volgende(kast);
    document.zet("door", "pol1");
    gebruiker(document, "pol1").zet("rollen", Waarde::lijst_()).voeg_toe("regisseur");
    leg(kast, document, "pol1");
    geschonden(kast, "pol1 mocht deze versie van beheer niet tekenen");
  }
  SUBCASE("not with a key that the version itself brings") {
    Waarde document = volgende(kast);
    gebruiker(document, "reg1").vind("sleutels")->lijst().front() =
        *gebruiker(document, "om1").vind("sleutels")->lijst().begin();
    leg(kast, document, "om1");
    geschonden(kast, "niet getekend met een sleutel van reg1");
  }
  SUBCASE("not with a key that has ended, whatever day it says") {
    Waarde document = volgende(kast);
    document.zet("datum", "2026-02-01");
    Waarde& reg = gebruiker(document, "reg1");
    reg.vind("sleutels")->lijst().front().zet("tot", "2026-01-31");
    leg(kast, document, "reg1");  // ends his own key, with it: that is allowed
    CHECK(kast.open().keten().size() == 2);
    for (const char* dag : {"2026-02-02", "2026-01-15"}) {
      Waarde later = volgende(kast);
      later.zet("datum", dag);
      const std::string voor = lees(kast.open().beheer().bestand);
      leg(kast, later, "reg1");
      geschonden(kast, "niet getekend met een sleutel van reg1 die nog geldt");
      for (const kast::Pad& pad : kast.bestanden()) {
        if (pad.filename().string().rfind("3-", 0) == 0) std::filesystem::remove(pad);
      }
      CHECK(lees(kast.open().beheer().bestand) == voor);
    }
  }
}

TEST_CASE("a chain with a gap, a fork, or another past") {
  const ProefKast kast;
  kast.beheer(kast.open().beheer().document);
  kast.beheer(kast.open().beheer().document);
  const kast::Kast open = kast.open();
  SUBCASE("a version is gone") {
    std::filesystem::remove(open.keten()[1].bestand);
    geschonden(kast, "versie 2 ontbreekt");
  }
  SUBCASE("the first is gone") {
    std::filesystem::remove(open.keten()[0].bestand);
    geschonden(kast, "versie 1 ontbreekt");
  }
  SUBCASE("another first version, well signed by itself") {
    Waarde document = open.keten()[0].document;
    document.zet("gemeente", "Oosterdijk");
    std::filesystem::remove(open.keten()[0].bestand);
    leg(kast, document, "reg1");
    geschonden(kast, "een andere vorige versie");
  }
  SUBCASE("a first version that names another") {
    Waarde document = volgende(kast);
    document.zet("versie", 1);
    for (const kast::BeheerVersie& v : open.keten()) std::filesystem::remove(v.bestand);
    leg(kast, document, "reg1");
    geschonden(kast, "een andere vorige versie");
  }
}

TEST_CASE("what is well signed and is no beheer is a violation, not wrong use") {
  const ProefKast kast;
  Waarde document = volgende(kast);
  std::string tekst;
  SUBCASE("a key that is none") {
    gebruiker(document, "om1").vind("sleutels")->lijst().front().zet("opent", "age1zomaar");
    tekst = "geen geldige openbare sleutel";
  }
  SUBCASE("a derde") {
    gebruiker(document, "om1").zet("organisatie", "zorginstelling");
    tekst = "is geen deelnemer";
  }
  SUBCASE("nobody designated") {
    gebruiker(document, "om1").verwijder("aangewezen_door");
    tekst = "niet aangewezen";
  }
  SUBCASE("an id twice") {
    gebruiker(document, "om1").zet("id", "pol1");
    tekst = "staat er twee keer";
  }
  SUBCASE("a day that does not exist") {
    gebruiker(document, "om1").vind("sleutels")->lijst().front().zet("van", "2026-02-30");
    tekst = "van hoort een datum te zijn";
  }
  SUBCASE("another kind of file") {
    document.zet("soort", "stuk");
    tekst = "dit is geen beheer";
  }
  SUBCASE("a newer format") {
    document.zet("pga", 2);
    tekst = "formaat 2 is nieuwer dan deze pga kent";
  }
  leg(kast, document, "reg1");
  geschonden(kast, tekst);
}

TEST_CASE("no kast, and a kast that cannot be seen") {
  const TijdelijkeMap leeg;
  try {
    (void)kast::Kast(leeg.pad(), {});
    FAIL("an empty directory is no kast");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::geen_kast);
  }
  overschrijf(leeg.pad() / "beheer", "een bestand");
  CHECK_THROWS_AS((void)kast::Kast(leeg.pad(), {}), Fout);
}

TEST_CASE("the gebruiker of an identity, and a gebruiker as a document") {
  const ProefKast kast;
  const kast::Lezer reg = kast.lezer("reg1");
  CHECK(reg.id->tekst() == "reg1");
  CHECK(reg.organisatie == "burgemeester");
  CHECK(reg.leest_alles());
  CHECK_FALSE(kast.lezer("pol1").leest_alles());
  CHECK(kast.lezer("wacht1").leest_alles());
  std::vector<seal::Identity> vreemd;
  vreemd.push_back(seal::Identity::generate());
  CHECK_FALSE(kast.open().lezer(std::move(vreemd), Datum(2026, 6, 1)).id);
  // The identity that fits need not be the first.
  std::vector<seal::Identity> meer;
  meer.push_back(seal::Identity::generate());
  meer.push_back(kast.identiteiten.at("om1").clone());
  const kast::Lezer om = kast.open().lezer(std::move(meer), Datum(2026, 6, 1));
  CHECK(om.id->tekst() == "om1");
  CHECK(om.tekent_met == 1);

  Waarde document = Waarde::kaart();
  Waarde& lijst = document.zet("gebruikers", Waarde::lijst_());
  const kast::BeheerVersie beheer = kast.open().beheer();
  for (const kast::Gebruiker& g : beheer.gebruikers) lijst.voeg_toe(kast::als_waarde(g));
  CHECK(*document.vind("gebruikers") == *beheer.document.vind("gebruikers"));
}

TEST_CASE("the newest key that has not ended") {
  const auto sleutel = [](Datum van, std::optional<Datum> tot) {
    const seal::Identity i = seal::Identity::generate();
    return kast::GebruikerSleutel{i.recipient(), seal::SigningKey::derive(i).verify_key(), van, tot};
  };
  kast::Gebruiker g{*GebruikerId::lees("om1"), "om", {}, {}, "om", {}};
  CHECK(g.sleutel_op(Datum(2026, 1, 1)) == nullptr);
  g.sleutels = {sleutel(Datum(2026, 1, 1), Datum(2026, 3, 31)), sleutel(Datum(2026, 3, 1), std::nullopt),
                sleutel(Datum(2025, 1, 1), Datum(2025, 12, 31))};
  CHECK(g.sleutel_op(Datum(2026, 3, 31)) == &g.sleutels[1]);
  g.sleutels[1].tot = Datum(2026, 4, 30);
  CHECK(g.sleutel_op(Datum(2026, 5, 1)) == nullptr);
}
