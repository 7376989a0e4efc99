// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/bundel.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
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
  seal::Identity ook = seal::Identity::generate();
  seal::SigningKey tekent = seal::SigningKey::derive(van);
  stuk::BundelKop kop{seal::random_hex(16),       Datum(2026, 2, 20),   *GebruikerId::lees("reg1"),
                      *GebruikerId::lees("pol1"), seal::digest("kast"), seal::digest("beheer")};
  std::vector<stuk::BundelBestand> bestanden{
      {"k7q2-m4xd", "openbaar-01234567.yaml", "pga: 1\nsoort: \"openbaar\"\n"},
      {"k7q2-m4xd", "pol1-01234567.age", seal::seal("geheim", aan.recipient(), seal::Form::binary)}};

  [[nodiscard]] std::string maak() const {
    return stuk::maak_bundel(kop, {aan.recipient(), ook.recipient()}, bestanden, tekent).value();
  }
};

std::vector<seal::Identity> enige(const seal::Identity& i) {
  std::vector<seal::Identity> uit;
  uit.push_back(i.clone());
  return uit;
}

FoutSoort soort_van(const stuk::Bundel& bundel, const seal::Identity& i) {
  try {
    (void)stuk::open_bundel(bundel, enige(i), "x");
  } catch (const Fout& f) {
    return f.soort();
  }
  return FoutSoort::gebruik;
}

/// The bundle with other contents, sealed and signed well.
std::string met_lading(const Partijen& p, const std::string& bytes, std::string lading) {
  Waarde document = yaml::lees(bytes, "x");
  lading.append((lading.size() > 512 ? 1024 : 512) - lading.size(), '\n');
  Waarde& verzegeld = document.zet("verzegeld", Waarde::lijst_());
  verzegeld.voeg_toe(seal::seal(lading, p.aan.recipient(), seal::Form::armored));
  document.verwijder("handtekening");
  return stuk::onderteken(document, p.tekent);
}

}  // namespace

TEST_CASE("a bundle is read as it was made, and opens to each key of the addressee and to nobody else") {
  const Partijen p;
  const std::string bytes = p.maak();
  const stuk::Bundel bundel = stuk::lees_bundel(bytes, "x");
  CHECK(bundel.kop.kenmerk == p.kop.kenmerk);
  CHECK(bundel.kop.aan == p.kop.aan);
  CHECK(bundel.kop.door == p.kop.door);
  CHECK(bundel.kop.kast == p.kop.kast);
  CHECK(bundel.kop.beheer == p.kop.beheer);
  CHECK(bundel.verzegeld.size() == 2);
  CHECK(stuk::klopt_handtekening(bytes, bundel, p.tekent.verify_key()));
  CHECK_FALSE(stuk::klopt_handtekening(bytes, bundel, seal::SigningKey::derive(p.aan).verify_key()));
  for (const seal::Identity* i : {&p.aan, &p.ook}) {
    const auto bestanden = stuk::open_bundel(bundel, enige(*i), "x");
    REQUIRE(bestanden.size() == 2);
    for (std::size_t n = 0; n < 2; ++n) {
      CHECK(bestanden[n].map == p.bestanden[n].map);
      CHECK(bestanden[n].naam == p.bestanden[n].naam);
      CHECK(bestanden[n].bytes == p.bestanden[n].bytes);
    }
  }
  CHECK(soort_van(bundel, p.van) == FoutSoort::sleutel);
}

TEST_CASE("no byte of a bundle can be changed, left out or added") {
  const Partijen p;
  const std::string bytes = p.maak();
  const auto telt = [&](const std::string& anders) {
    try {
      const stuk::Bundel b = stuk::lees_bundel(anders, "x");
      return stuk::klopt_handtekening(anders, b, p.tekent.verify_key());
    } catch (const Fout& f) {
      CHECK(f.soort() == FoutSoort::integriteit);
      CHECK_FALSE(f.bevindingen().front().tip.empty());
      return false;
    }
  };
  REQUIRE(telt(bytes));
  for (std::size_t i = 0; i < bytes.size(); i += i < 600 || i + 400 > bytes.size() ? 1U : 37U) {
    CAPTURE(i);
    std::string anders = bytes;
    anders[i] = static_cast<char>(anders[i] ^ 1);
    CHECK_FALSE(telt(anders));
    CHECK_FALSE(telt(bytes.substr(0, i)));
  }
  CHECK_FALSE(telt(bytes + "\n"));
}

TEST_CASE("contents cannot be taken out and sent on in another envelope") {
  const Partijen p;
  Partijen ander;
  const stuk::Bundel eerste = stuk::lees_bundel(p.maak(), "x");
  Waarde document = yaml::lees(ander.maak(), "x");
  Waarde& verzegeld = document.zet("verzegeld", Waarde::lijst_());
  verzegeld.voeg_toe(eerste.verzegeld.front());
  document.verwijder("handtekening");
  const std::string bytes = stuk::onderteken(document, ander.tekent);
  const stuk::Bundel tweede = stuk::lees_bundel(bytes, "x");
  CHECK(stuk::klopt_handtekening(bytes, tweede, ander.tekent.verify_key()));
  CHECK(soort_van(tweede, p.aan) == FoutSoort::integriteit);
}

TEST_CASE("contents of another form are refused, whoever signed them") {
  const Partijen p;
  const std::string bytes = p.maak();
  const std::string omslag = stuk::lees_bundel(bytes, "x").omslag;
  const std::string kop = "omslag: \"" + omslag + "\"\n";
  const std::string goed = kop + "bestanden:\n  - map: \"a\"\n    naam: \"b\"\n    inhoud: \"c\"\n";
  CHECK(soort_van(stuk::lees_bundel(met_lading(p, bytes, goed), "x"), p.aan) == FoutSoort::gebruik);
  for (const std::string& fout :
       {kop, goed + "meer: 1\n", kop + "bestanden:\n  - map: \"a\"\n    inhoud: \"c\"\n", std::string("onzin\n"),
        kop + "bestanden:\n  - map: \"a\"\n    naam: \"b.age\"\n    inhoud: \"c\"\n", goed.substr(1)}) {
    CAPTURE(fout);
    CHECK(soort_van(stuk::lees_bundel(met_lading(p, bytes, fout), "x"), p.aan) == FoutSoort::integriteit);
  }
}

TEST_CASE("more than a bundle holds makes none") {
  Partijen p;
  p.bestanden.push_back({"k7q2-m4xd", "groot", std::string(stuk::kMaxBundelInhoud, 'a')});
  CHECK_FALSE(stuk::maak_bundel(p.kop, {p.aan.recipient()}, p.bestanden, p.tekent));
  CHECK_THROWS_AS((void)stuk::lees_bundel(std::string(stuk::kMaxBundel + 1, 'a'), "x"), const Fout&);
}
