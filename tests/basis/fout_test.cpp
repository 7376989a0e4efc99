// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/fout.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "lib/basis/compartiment.h"

using pga::Bevinding;
using pga::Fout;
using pga::FoutSoort;
using pga::Plaats;

TEST_CASE("the exit codes are a contract with scripts") {
  const std::vector<std::pair<FoutSoort, int>> tabel = {{FoutSoort::algemeen, 1},     {FoutSoort::gebruik, 2},
                                                        {FoutSoort::afgebroken, 3},   {FoutSoort::geen_kast, 10},
                                                        {FoutSoort::bezet, 11},       {FoutSoort::sleutel, 12},
                                                        {FoutSoort::integriteit, 13}, {FoutSoort::geweigerd, 14},
                                                        {FoutSoort::bevinding, 15},   {FoutSoort::document, 16}};
  std::set<std::string> namen;
  for (const auto& [soort, code] : tabel) {
    CHECK(pga::exit_code(soort) == code);
    namen.emplace(pga::naam(soort));
  }
  CHECK(namen.size() == tabel.size());
  CHECK(pga::naam(FoutSoort::algemeen) == "fout");
  CHECK(pga::naam(FoutSoort::geen_kast) == "geen_kast");
  CHECK(pga::naam(FoutSoort::document) == "document");
}

TEST_CASE("a place says as much as is known") {
  CHECK(Plaats{}.tekst().empty());
  CHECK(Plaats{"a.yaml", 0, 0}.tekst() == "a.yaml");
  CHECK(Plaats{"a.yaml", 3, 0}.tekst() == "a.yaml:3");
  CHECK(Plaats{"a.yaml", 3, 14}.tekst() == "a.yaml:3:14");
  CHECK(Plaats{"a.yaml", 0, 14}.tekst() == "a.yaml");
}

TEST_CASE("an error carries its findings and says the first") {
  const Fout een(FoutSoort::document, "geen datum", "schrijf JJJJ-MM-DD", {"a.yaml", 2, 1});
  CHECK(std::string(een.what()) == "a.yaml:2:1: geen datum");
  CHECK(een.soort() == FoutSoort::document);
  REQUIRE(een.bevindingen().size() == 1);
  CHECK(een.bevindingen().front().tip == "schrijf JJJJ-MM-DD");
  CHECK(std::string(Fout(FoutSoort::bezet, "bezet").what()) == "bezet");

  const Fout meer({Bevinding{FoutSoort::geweigerd, {}, "een", {}, "art. 5"}, Bevinding{}});
  CHECK(meer.bevindingen().size() == 2);
  CHECK(meer.soort() == FoutSoort::geweigerd);
  CHECK(std::string(meer.what()) == "een");
  CHECK_THROWS_AS(Fout(std::vector<Bevinding>{}), std::logic_error);
}

TEST_CASE("an error that is copied keeps its text") {
  std::string tekst;
  try {
    try {
      throw Fout(FoutSoort::sleutel, std::string(200, 'x'), {}, {"b", 1, 1});
    } catch (const Fout& f) {
      const Fout kopie = f;
      throw kopie;
    }
  } catch (const std::exception& e) {
    tekst = e.what();
  }
  CHECK(tekst == "b:1:1: " + std::string(200, 'x'));
}

TEST_CASE("the compartments: seven, sorted by name, each found by its name") {
  CHECK(pga::kCompartimenten.size() == 7);
  std::string vorige;
  for (const pga::Compartiment c : pga::kCompartimenten) {
    const std::string naam(pga::naam(c));
    CHECK(vorige < naam);
    CHECK(pga::compartiment_van(naam) == c);
    CHECK_FALSE(pga::compartiment_van(naam + " "));
    vorige = naam;
  }
  CHECK_FALSE(pga::compartiment_van(""));
  CHECK_FALSE(pga::compartiment_van("Zaak"));
}
