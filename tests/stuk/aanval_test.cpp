// SPDX-License-Identifier: EUPL-1.2
//
// What a gebruiker with a valid key of his own can try: everything here is signed well, and found all the same.
#include <doctest/doctest.h>

#include <string>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"
#include "tests/stuk/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

/// A stuk as a document again, without its signature, to be changed and signed anew.
Waarde zonder_handtekening(const std::string& bytes) {
  Waarde w = yaml::lees(bytes, "x.yaml");
  w.verwijder("handtekening");
  return w;
}

/// Reads a stuk that the attacker signed, and opens one compartment; the message, or nothing when it opens.
std::string open_fout(const std::string& bytes, Compartiment c, const Sleutelkast& kast,
                      const seal::SigningKey& aanvaller) {
  const stuk::Stuk s = stuk::lees(bytes, "x.yaml");
  REQUIRE(stuk::klopt_handtekening(bytes, s, aanvaller.verify_key()));
  try {
    (void)stuk::open(s, c, kast.van(c), "x.yaml");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::integriteit);
    return f.what();
  }
  return {};
}

/// A payload that the attacker made himself for one slot of `bytes`, with these first fields.
std::string met_inhoud(const std::string& bytes, const Sleutelkast& kast, Compartiment c, const Waarde& inhoud,
                       const seal::SigningKey& aanvaller) {
  Waarde document = zonder_handtekening(bytes);
  std::string tekst = yaml::schrijf(inhoud);
  tekst.append(512 - tekst.size(), '\n');
  document.vind("verzegeld")->zet(naam(c), seal::seal(tekst, kast.openbaar.at(plaats(c)), seal::Form::armored));
  return stuk::onderteken(document, aanvaller);
}

}  // namespace

TEST_CASE("a payload moved to another slot, stuk or dossier is found, though signed") {
  const Sleutelkast kast("k7q2-m4xd");
  const auto aanvaller = seal::SigningKey::derive(seal::Identity::generate());
  const std::string bytes = kast.maak(volle_delen());
  const std::string ander_stuk = kast.maak(volle_delen());

  SUBCASE("as his own: the envelope names another author") {
    Waarde document = zonder_handtekening(bytes);
    document.zet("door", "pol1");
    const std::string vals = stuk::onderteken(document, aanvaller);
    for (const Compartiment c : kCompartimenten) {
      CHECK(open_fout(vals, c, kast, aanvaller).find("hoort bij een ander stuk") != std::string::npos);
    }
  }
  SUBCASE("another day") {
    Waarde document = zonder_handtekening(bytes);
    document.zet("datum", "2026-03-02");
    CHECK_FALSE(open_fout(stuk::onderteken(document, aanvaller), Compartiment::zaak, kast, aanvaller).empty());
  }
  SUBCASE("from another stuk of the dossier") {
    Waarde document = zonder_handtekening(bytes);
    const Waarde ander = yaml::lees(ander_stuk, "y.yaml");
    document.vind("verzegeld")->zet("zaak", *ander.vind("verzegeld")->vind("zaak"));
    const std::string vals = stuk::onderteken(document, aanvaller);
    CHECK(open_fout(vals, Compartiment::zaak, kast, aanvaller).find("hoort bij een ander stuk") !=
          std::string::npos);
    CHECK(open_fout(vals, Compartiment::zorg, kast, aanvaller).empty());
  }
  SUBCASE("to another slot: the key of that slot does not open it") {
    Waarde document = zonder_handtekening(bytes);
    Waarde* verzegeld = document.vind("verzegeld");
    const Waarde zorg = *verzegeld->vind("zorg");
    verzegeld->zet("zaak", zorg);
    const std::string vals = stuk::onderteken(document, aanvaller);
    CHECK(open_fout(vals, Compartiment::zaak, kast, aanvaller).find("gaat niet open") != std::string::npos);
  }
  SUBCASE("to another slot, resealed to that slot's key by one who can open both") {
    Waarde inhoud = Waarde::kaart();
    inhoud.zet("omslag", stuk::lees(bytes, "x.yaml").omslag);
    inhoud.zet("compartiment", "zorg");
    inhoud.zet("inhoud", Waarde::kaart()).zet("tekst", "dit staat in zorg");
    const std::string vals = met_inhoud(bytes, kast, Compartiment::zaak, inhoud, aanvaller);
    CHECK(open_fout(vals, Compartiment::zaak, kast, aanvaller).find("een ander vak") != std::string::npos);
  }
  SUBCASE("to another dossier") {
    const Sleutelkast elders("m4xd-k7q2");
    Waarde document = zonder_handtekening(bytes);
    document.zet("dossier", elders.nummer.tekst());
    const std::string vals = stuk::onderteken(document, aanvaller);
    const stuk::Stuk s = stuk::lees(vals, "x.yaml");
    // The commitments of the one dossier name no key of the other, not even the same key.
    for (const Compartiment c : kCompartimenten) {
      CHECK(s.kop.sleutels.at(plaats(c)) != stuk::verbintenis(elders.nummer, c, elders.openbaar.at(plaats(c))));
      CHECK(s.kop.sleutels.at(plaats(c)) != stuk::verbintenis(elders.nummer, c, kast.openbaar.at(plaats(c))));
    }
    Waarde& sleutels = *document.vind("sleutels");
    for (const Compartiment c : kCompartimenten) {
      sleutels.zet(naam(c), stuk::verbintenis(elders.nummer, c, elders.openbaar.at(plaats(c))));
    }
    CHECK_FALSE(open_fout(stuk::onderteken(document, aanvaller), Compartiment::zaak, elders, aanvaller).empty());
  }
}

TEST_CASE("a payload that is not the one form is refused") {
  const Sleutelkast kast("k7q2-m4xd");
  const auto aanvaller = seal::SigningKey::derive(seal::Identity::generate());
  const std::string bytes = kast.maak(volle_delen());
  const std::string omslag = stuk::lees(bytes, "x.yaml").omslag;
  const auto probeer = [&](const Waarde& inhoud) {
    return open_fout(met_inhoud(bytes, kast, Compartiment::zaak, inhoud, aanvaller), Compartiment::zaak, kast,
                     aanvaller);
  };
  Waarde goed = Waarde::kaart();
  goed.zet("omslag", omslag);
  goed.zet("compartiment", "zaak");
  CHECK(probeer(goed).empty());  // an empty compartment

  Waarde extra = goed;
  extra.zet("nog_iets", "x");
  CHECK_FALSE(probeer(extra).empty());
  Waarde tekst = goed;
  tekst.zet("inhoud", "tekst");
  CHECK_FALSE(probeer(tekst).empty());
  Waarde achter = goed;
  achter.zet("inhoud", Waarde::kaart()).zet("tekst", "x");
  CHECK(probeer(achter).empty());
  achter.zet("nog_iets", "x");
  CHECK_FALSE(probeer(achter).empty());
  Waarde omgekeerd = Waarde::kaart();
  omgekeerd.zet("compartiment", "zaak");
  omgekeerd.zet("omslag", omslag);
  CHECK_FALSE(probeer(omgekeerd).empty());
  Waarde zonder = Waarde::kaart();
  zonder.zet("omslag", omslag);
  CHECK_FALSE(probeer(zonder).empty());
}

TEST_CASE("what age allows and a kast does not is refused, though signed") {
  const Sleutelkast kast("k7q2-m4xd");
  const auto aanvaller = seal::SigningKey::derive(seal::Identity::generate());
  const std::string bytes = kast.maak(volle_delen());
  const auto probeer = [&](const std::string& verzegeld) {
    Waarde document = zonder_handtekening(bytes);
    document.vind("verzegeld")->zet("zaak", verzegeld);
    return open_fout(stuk::onderteken(document, aanvaller), Compartiment::zaak, kast, aanvaller);
  };
  const std::string goed = stuk::lees(bytes, "x.yaml").verzegeld.at(plaats(Compartiment::zaak));
  CHECK(probeer(goed).empty());
  CHECK_FALSE(probeer(seal::seal_with_passphrase("x", "wachtwoord", seal::Form::armored, 1)).empty());
  CHECK_FALSE(probeer("geen age").empty());
  CHECK_FALSE(probeer(goed.substr(0, goed.size() - 1)).empty());  // no last line end: no block, but a text
  CHECK_FALSE(probeer(seal::seal("x", seal::Identity::generate().recipient(), seal::Form::armored)).empty());
}
