// SPDX-License-Identifier: EUPL-1.2
//
// The catalogue of interventions as text and JSON: every entry with its source, and nothing harms a terminal.
#include "lib/weergave/catalogus.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

TEST_CASE("the catalogue keeps to the columns there are, and says of each entry where it comes from") {
  proces::Catalogus alles = proces::ingebouwde_catalogus();
  alles.push_back({voorbeeld::vijandig(),
                   voorbeeld::vijandig(),
                   {"ideologie"},
                   proces::Aard::repressief,
                   proces::Domein::overig,
                   {},
                   {},
                   proces::Catalogusbron::gemeente,
                   {{"werk", {}}}});
  for (const int kolommen : {60, 80}) {
    const std::string tekst = catalogus_tekst(alles, {kolommen, false});
    CHECK(voorbeeld::onschadelijk(tekst));
    for (const char* deel : {"van uw gemeente", "theoloog nodig"}) CHECK(tekst.find(deel) != std::string::npos);
  }
  CHECK(voorbeeld::breedste(catalogus_tekst(proces::ingebouwde_catalogus(), {80, false})) <= 80);
  const json j = json::parse(catalogus_json(alles));
  CHECK(voorbeeld::onschadelijk(catalogus_json(alles)));
  CHECK(j.size() == alles.size());
  for (const json& item : j) {
    CHECK(item["eisen"].empty() == item["specialist"].is_null());
    // Whoever works against another, is named there too.
    for (const json& b : item["botst_met"]) {
      const auto ander = std::find_if(j.begin(), j.end(), [&](const json& x) { return x["id"] == b["id"]; });
      REQUIRE(ander != j.end());
      const json& terug = (*ander)["botst_met"];
      CHECK(std::any_of(terug.begin(), terug.end(), [&](const json& x) { return x["id"] == item["id"]; }));
    }
  }
}
