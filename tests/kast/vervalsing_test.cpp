// SPDX-License-Identifier: EUPL-1.2
//
// Stukken as somebody would make them who does not keep to pga: well formed, well named, and found.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"
#include "tests/kast/hulp.h"
#include "tests/kast/werkplaats.h"

using namespace pga;
using namespace pga::test;

namespace {}  // namespace

TEST_CASE("the workshop makes stukken that are right") {
  const Werkplaats w;
  const std::string digest = w.leg(w.begin());
  const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
  CHECK_FALSE(d.geschonden());
  CHECK(d.koppen == std::vector<std::string>{digest});
  CHECK(d.stukken.size() == 3);
  (void)w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding");
}

TEST_CASE("a termijnwacht cannot sign a weging, nor anybody what his role may not") {
  const Werkplaats w;
  Vals v = w.begin("weging");
  v.delen[Compartiment::termijnen].zet("besluit", "opnemen");
  SUBCASE("the termijnwacht") {
    v.kop.door = *GebruikerId::lees("wacht1");
    v.tekent = "wacht1";
    w.gevonden(w.leg(v), "wacht1 mag geen stuk van de soort weging tekenen");
    CHECK(w.kast.laad(w.nummer, "reg1").dossier.fase == proces::Fase::melding);
  }
  SUBCASE("a deelnemer") {
    v.kop.door = *GebruikerId::lees("rvdk1");
    v.tekent = "rvdk1";
    w.gevonden(w.leg(v), "rvdk1 mag geen stuk van de soort weging tekenen");
  }
  SUBCASE("a termijnwacht, of a soort that nobody knows") {
    v = w.begin("besluitje");
    v.kop.door = *GebruikerId::lees("wacht1");
    v.tekent = "wacht1";
    w.gevonden(w.leg(v), "wacht1 mag geen stuk van de soort besluitje tekenen");
  }
  SUBCASE("a stuk that names no soort") {
    v.delen[Compartiment::termijnen].verwijder("soort");
    w.gevonden(w.leg(v), "dit stuk noemt geen soort");
  }
}

TEST_CASE("in the name of another") {
  const Werkplaats w;
  Vals v = w.begin();
  SUBCASE("signed with his own key") {
    v.tekent = "om1";
    w.gevonden(w.leg(v), "de handtekening van reg1 klopt niet");
  }
  SUBCASE("of nobody") {
    v.kop.door = *GebruikerId::lees("niemand");
    w.gevonden(w.leg(v), "niemand was geen gebruiker van deze kast");
  }
  SUBCASE("his own copy of what another wrote") {
    const std::string bytes = lees(w.kast.laad(w.nummer, "reg1").stukken.back().bestand);
    Waarde document = yaml::lees(bytes, "x");
    document.verwijder("handtekening");
    document.zet("door", "om1");
    const auto key = seal::SigningKey::derive(w.kast.identiteiten.at("om1"));
    w.gevonden(test::leg(stuk::onderteken(document, key), w.map, Datum(2026, 1, 12)), "hoort bij een ander stuk");
  }
}

TEST_CASE("beheer that is not there, or older than what it follows on") {
  const Werkplaats w;
  const std::string oud = w.kast.open().beheer().digest;
  SUBCASE("unknown") {
    Vals v = w.begin();
    v.kop.beheer = seal::digest("een ander beheer");
    w.gevonden(w.leg(v), "een versie van beheer die deze kast niet heeft");
  }
  SUBCASE("older than its parent's") {
    w.kast.beheer(w.kast.open().beheer().document);
    const std::string nieuw = w.leg(w.begin());
    Vals v = w.begin();
    REQUIRE(v.kop.vorige == std::vector<std::string>{nieuw});
    v.kop.beheer = oud;
    const std::string vals = w.leg(v);
    const kast::GeladenDossier d = w.kast.laad(w.nummer, "wacht1");
    CHECK(bevat(d.bevindingen, FoutSoort::integriteit, "ouder beheer"));
    CHECK(d.koppen == std::vector<std::string>{nieuw});
    CHECK(d.stukken.size() == 3);
    CHECK(vals != nieuw);
  }
  SUBCASE("older than a distant ancestor's, with one between that is right") {
    w.kast.beheer(w.kast.open().beheer().document);
    (void)w.leg(w.begin());
    (void)w.leg(w.begin());
    Vals v = w.begin();
    v.kop.beheer = oud;
    (void)w.leg(v);
    CHECK(bevat(w.kast.laad(w.nummer, "reg1").bevindingen, FoutSoort::integriteit, "ouder beheer"));
  }
}

TEST_CASE("a key that has ended signs nothing any more") {
  const Werkplaats w;
  Waarde document = w.kast.open().beheer().document;
  for (Waarde& g : document.vind("gebruikers")->lijst()) {
    if (g.tekst_van("id") == "reg1") continue;
    g.vind("sleutels")->lijst().front().zet("tot", "2026-01-31");
  }
  w.kast.beheer(document);
  Vals v = w.begin("melding");
  v.kop.door = *GebruikerId::lees("pol1");
  v.tekent = "pol1";
  SUBCASE("after its last day") { w.gevonden(w.leg(v), "de sleutel van pol1 gold niet meer op die dag"); }
  SUBCASE("on its last day it does") {
    v.kop.datum = Datum(2026, 1, 31);
    (void)w.leg(v);
    CHECK_FALSE(w.kast.laad(w.nummer, "reg1").geschonden());
  }
  CHECK_FALSE(w.kast.lezer("pol1", Datum(2026, 2, 1)).id);
  CHECK(w.kast.lezer("pol1", Datum(2026, 1, 31)).id);
}

TEST_CASE("links that lead nowhere, and a second beginning") {
  const Werkplaats w;
  SUBCASE("a parent that is not there") {
    Vals v = w.begin();
    v.kop.vorige.push_back(seal::digest("verdwenen"));
    std::sort(v.kop.vorige.begin(), v.kop.vorige.end());
    w.gevonden(w.leg(v), "ontbreekt of klopt niet", false);
  }
  SUBCASE("a stuk taken away from the middle") {
    (void)w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding");
    const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
    std::filesystem::remove(d.stukken[1].bestand);
    CHECK(bevat(w.kast.controleer(w.nummer, ""), FoutSoort::integriteit, "ontbreekt of klopt niet"));
  }
  SUBCASE("no parents at all") {
    Vals v = w.begin();
    v.kop.vorige.clear();
    w.gevonden(w.leg(v), "meer dan één keer geopend");
  }
  SUBCASE("a second opening, that would announce other keys") {
    Vals v = w.begin("opening");
    Waarde& sleutels = v.delen[Compartiment::termijnen].zet("sleutels", Waarde::kaart());
    for (const Compartiment c : kCompartimenten) sleutels.zet(naam(c), "b2:" + std::string(64, '0'));
    w.gevonden(w.leg(v), "een dossier begint met zijn opening");
  }
}

TEST_CASE("a stuk in another dossier, under another name or in another year") {
  const Werkplaats w;
  const std::string elders = w.kast.melding();
  const kast::Pad bron = w.kast.laad(elders, "reg1").stukken.back().bestand;
  SUBCASE("replayed in another dossier") {
    overschrijf(w.map / bron.filename(), lees(bron));
    w.gevonden({}, "dit stuk hoort bij dossier " + elders);
  }
  SUBCASE("another day in the name") {
    const kast::Pad pad = w.kast.laad(w.nummer, "reg1").stukken.back().bestand;
    overschrijf(w.map / ("2026-01-13" + pad.filename().string().substr(10)), lees(pad));
    w.gevonden({}, "de datum in de naam");
  }
  SUBCASE("another name altogether") {
    overschrijf(w.map / "aantekening.txt", "Jorrit");
    w.gevonden({}, "hoort niet in een dossier");
  }
  SUBCASE("a link to a stuk") {
    const kast::Pad pad = w.kast.laad(w.nummer, "reg1").stukken.back().bestand;
    const kast::Pad weg = w.map.parent_path() / "elders.yaml";
    std::filesystem::rename(pad, weg);
    std::filesystem::create_symlink(weg, pad);
    const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
    CHECK(d.geschonden());
    CHECK(d.stukken.size() == 1);
  }
  SUBCASE("the dossier in a second year") {
    const kast::Pad tweede = w.kast.map / "dossiers" / "2027" / w.nummer;
    std::filesystem::create_directories(tweede);
    std::vector<kast::Pad> vreemd;
    CHECK(w.kast.open().dossiers(&vreemd).size() == 2);
    CHECK(vreemd == std::vector<kast::Pad>{tweede});
  }
}

TEST_CASE("sealed to keys that nobody announced") {
  const Werkplaats w;
  for (const Compartiment c : {Compartiment::zaak, Compartiment::termijnen}) {
    Vals v = w.begin();
    const seal::Identity eigen = seal::Identity::generate();
    v.sleutels.at(plaats(c)) = eigen.recipient();
    v.kop.sleutels.at(plaats(c)) = stuk::verbintenis(v.kop.dossier, c, eigen.recipient());
    const std::string digest = w.leg(v);
    for (const char* id : {"reg1", "wacht1"}) {
      CAPTURE(id);
      CAPTURE(naam(c));
      const kast::GeladenDossier d = w.kast.laad(w.nummer, id);
      if (c == Compartiment::zaak) {
        CHECK(bevat(d.bevindingen, FoutSoort::integriteit,
                    "zaak is verzegeld met een sleutel die niet is aangekondigd"));
      } else {  // a regisseur may have announced it in that very stuk
        CHECK(bevat(d.bevindingen, FoutSoort::sleutel, "een nieuwe, of een die nooit is aangekondigd"));
        CHECK_FALSE(d.leesbaar);
      }
    }
    std::filesystem::remove(w.map / kast::stuk_naam(v.kop.datum, digest));
  }
}

TEST_CASE("compartments that would show two readers two stukken") {
  const Werkplaats w;
  Vals v = w.begin("weging");
  v.delen[Compartiment::termijnen].zet("besluit", "niet_opnemen");
  const auto gevonden = [&](const std::string& tekst) {
    (void)w.leg(v);
    const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
    CHECK(bevat(d.bevindingen, FoutSoort::integriteit, tekst));
    CHECK(d.stukken.size() == 2);
  };
  SUBCASE("the same field twice") {
    v.delen[Compartiment::zaak].zet("besluit", "opnemen");
    gevonden("besluit staat er twee keer");
  }
  SUBCASE("a field that rules rest on, where a termijnwacht cannot see it") {
    v.delen[Compartiment::zaak].zet("wijze", "overleg");
    v.delen[Compartiment::termijnen].verwijder("besluit");
    v.delen[Compartiment::zaak].zet("besluit", "opnemen");
    gevonden("wat in termijnen hoort, staat in een ander vak");
  }
  SUBCASE("what it replaces, where a termijnwacht cannot see it") {
    v.delen[Compartiment::zaak].zet("vervangt", Waarde::lijst_()).voeg_toe(v.kop.vorige.front());
    gevonden("wat in termijnen hoort, staat in een ander vak");
  }
  SUBCASE("a list in two places") {
    const auto deelnemer = [](const char* id) {
      Waarde d = Waarde::kaart();
      d.zet("id", "dn1");
      d.zet("compartimenten", Waarde::lijst_()).voeg_toe(id);
      return d;
    };
    v.delen[Compartiment::termijnen].zet("deelnemers", Waarde::lijst_()).voeg_toe(deelnemer("zaak"));
    v.delen[Compartiment::zaak].zet("deelnemers", Waarde::lijst_()).voeg_toe(deelnemer("zorg"));
    gevonden("deelnemers.compartimenten staat er twee keer");
  }
}

TEST_CASE("labels in key files are not trusted") {
  const Werkplaats w;
  // A file that claims to hold the public keys of the dossier: its keys get commitments of their own.
  std::vector<std::pair<Compartiment, seal::Recipient>> vals;
  for (const Compartiment c : kCompartimenten) vals.emplace_back(c, seal::Identity::generate().recipient());
  const kast::Pad sleutelmap = w.kast.sleutels / w.nummer;
  kast::maak_bestanden({kast::openbaar_bestand(sleutelmap, *Nummer::lees(w.nummer), vals)});
  const std::string stuk = w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding");
  const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
  CHECK_FALSE(d.geschonden());
  CHECK(d.stukken.back().stuk.digest == stuk);
  CHECK(d.stukken.back().is_open(Compartiment::zaak));
  CHECK(d.stukken.back().stuk.kop.sleutels == d.perioden.nu());

  // Without the right public keys nothing is written at all.
  for (const auto& kind : std::filesystem::directory_iterator(sleutelmap)) {
    const bool openbaar = kind.path().filename().string().rfind("openbaar-", 0) == 0;
    if (openbaar && lees(kind.path()).find(vals[0].second.text()) == std::string::npos) {
      std::filesystem::remove(kind.path());
      break;
    }
  }
  try {
    (void)w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding");
    FAIL("sealed to keys that nobody holds");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::sleutel);
    CHECK(std::string(f.what()).find("de openbare sleutel voor") != std::string::npos);
  }
}
