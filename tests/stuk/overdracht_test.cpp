// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/overdracht.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"

using namespace pga;

namespace {

struct Partijen {
  seal::Identity van = seal::Identity::generate();
  seal::Identity aan = seal::Identity::generate();
  seal::SigningKey tekent = seal::SigningKey::derive(van);

  [[nodiscard]] static Waarde inhoud(const std::string& naam = "kanarie") {
    Waarde w = Waarde::kaart();
    w.zet("van", "Waterbeek");
    Waarde b = Waarde::kaart();
    b.zet("naam", naam);
    w.zet("betrokkene", std::move(b));
    return w;
  }
  [[nodiscard]] std::string maak(const Waarde& w = inhoud()) const {
    return stuk::maak_overdracht({seal::random_hex(16), Datum(2026, 3, 2)}, aan.recipient(), w, tekent).value();
  }
  [[nodiscard]] Waarde open(const std::string& bytes, const seal::Identity& wie) const {
    std::vector<seal::Identity> bos;
    bos.push_back(wie.clone());
    return stuk::open_overdracht(stuk::lees_overdracht(bytes, "x"), bos, "x");
  }
};

template <typename F>
FoutSoort soort_van(F doe) {
  try {
    doe();
  } catch (const Fout& f) {
    return f.soort();
  }
  FAIL("it went well");
  return FoutSoort::algemeen;
}

}  // namespace

TEST_CASE("what was packed is read by who it is for, and shows nothing to others") {
  const Partijen p;
  const std::string bytes = p.maak();
  const stuk::OverdrachtBundel bundel = stuk::lees_overdracht(bytes, "x");
  CHECK(stuk::klopt_handtekening(bytes, bundel, p.tekent.verify_key()));
  CHECK(p.open(bytes, p.aan) == Partijen::inhoud());
  CHECK(soort_van([&] { (void)p.open(bytes, p.van); }) == FoutSoort::sleutel);
  for (const char* geheim : {"kanarie", "Waterbeek"}) CHECK(bytes.find(geheim) == std::string::npos);
}

TEST_CASE("no byte of a bundle can be another") {
  const Partijen p;
  const std::string bytes = p.maak();
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    CAPTURE(i);
    std::string anders = bytes;
    anders[i] = anders[i] == 'A' ? 'B' : 'A';
    if (anders == bytes) continue;
    bool goed = false;
    try {
      const stuk::OverdrachtBundel b = stuk::lees_overdracht(anders, "x");
      goed = stuk::klopt_handtekening(anders, b, p.tekent.verify_key());
    } catch (const Fout& f) {
      CHECK(f.soort() == FoutSoort::integriteit);
    }
    CHECK_FALSE(goed);
  }
  for (const std::string& anders :
       {bytes + "\n", bytes.substr(0, bytes.size() - 1), std::string(), std::string("x")}) {
    CHECK(soort_van([&] { (void)stuk::lees_overdracht(anders, "x"); }) == FoutSoort::integriteit);
  }
}

TEST_CASE("nobody sends on in his own name what another packed") {
  const Partijen p;
  const Partijen q;
  Waarde uit_p = yaml::lees(p.maak(), "x");
  Waarde van_q = yaml::lees(q.maak(), "x");
  van_q.zet("verzegeld", uit_p.tekst_van("verzegeld"));
  van_q.verwijder("handtekening");
  const std::string bytes = stuk::onderteken(van_q, q.tekent);
  CHECK(stuk::klopt_handtekening(bytes, stuk::lees_overdracht(bytes, "x"), q.tekent.verify_key()));
  CHECK(soort_van([&] { (void)p.open(bytes, p.aan); }) == FoutSoort::integriteit);
}

TEST_CASE("a newer format says so, and contents that are too much make no bundle") {
  const Partijen p;
  Waarde w = yaml::lees(p.maak(), "x");
  w.zet("pga", 2);
  try {
    (void)stuk::lees_overdracht(yaml::schrijf(w), "x");
    FAIL("it was read");
  } catch (const Fout& f) {
    CHECK(std::string(f.what()).find("nieuwer") != std::string::npos);
  }
  const Waarde groot = Partijen::inhoud(std::string(std::size_t{1} << 20U, 'x'));
  CHECK_FALSE(stuk::maak_overdracht({seal::random_hex(16), Datum(2026, 3, 2)}, p.aan.recipient(), groot, p.tekent));
}
