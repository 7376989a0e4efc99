// SPDX-License-Identifier: EUPL-1.2
//
// The official JSON Schema Test Suite (draft 7), for each keyword that the validator supports. What is left out
// stands in suite_weggelaten.h with the reason; a case may only stand there if it cannot run or would fail.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

#include "lib/schema/schema.h"
#include "tests/schema/suite_weggelaten.h"

using pga::Waarde;
using Json = nlohmann::ordered_json;

namespace {

/// Nothing when a Waarde cannot hold it: null, fractions, numbers beyond 64 bits.
std::optional<Waarde> naar_waarde(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return Waarde::bool_(json.get<bool>());
  if (json.is_number()) {
    const double d = json.get<double>();
    if (d != std::floor(d) || std::abs(d) > 9e18) return std::nullopt;
    return static_cast<std::int64_t>(d);
  }
  if (!json.is_structured()) return std::nullopt;
  Waarde uit = json.is_array() ? Waarde::lijst_() : Waarde::kaart();
  for (const auto& [naam, deel] : json.items()) {
    std::optional<Waarde> w = naar_waarde(deel);
    if (!w) return std::nullopt;
    if (json.is_array()) {
      uit.voeg_toe(*std::move(w));
    } else {
      uit.zet(naam, *std::move(w));
    }
  }
  return uit;
}

/// The suite tries if/then/else with exclusiveMaximum, which the subset lacks; on whole numbers it is maximum less
/// one.
Json zonder_exclusief(const Json& json) {
  if (!json.is_structured()) return json;
  Json uit = json.is_array() ? Json::array() : Json::object();
  for (const auto& [naam, deel] : json.items()) {
    if (json.is_array()) {
      uit.push_back(zonder_exclusief(deel));
    } else if (naam == "exclusiveMaximum" && deel.is_number_integer()) {
      uit["maximum"] = deel.get<int>() - 1;
    } else {
      uit[naam] = zonder_exclusief(deel);
    }
  }
  return uit;
}

enum class Uitslag { goed, fout, schema_geweigerd, geen_waarde };

Uitslag draai(const Json& schema, const Json& geval) {
  try {
    const auto knoop = pga::schema::schema_van_json(zonder_exclusief(schema).dump());
    std::optional<Waarde> w = naar_waarde(geval.at("data"));
    if (!w) return Uitslag::geen_waarde;
    const bool past = pga::schema::keur(*knoop, *w, "x").empty();
    return past == geval.at("valid").get<bool>() ? Uitslag::goed : Uitslag::fout;
  } catch (const std::invalid_argument&) {
    return Uitslag::schema_geweigerd;
  }
}

Uitslag bedoeld(Reden reden) {
  switch (reden) {
    case Reden::schema:
      return Uitslag::schema_geweigerd;
    case Reden::waarde:
      return Uitslag::geen_waarde;
    default:
      return Uitslag::fout;
  }
}

}  // namespace

TEST_CASE("JSON Schema Test Suite, draft 7") {
  const std::filesystem::path map = "/usr/share/json-schema-test-suite/tests/draft7";
  REQUIRE_MESSAGE(std::filesystem::is_directory(map), "install the package json-schema-test-suite");
  int gedraaid = 0;
  std::vector<bool> gebruikt(kWeggelaten.size(), false);
  for (const char* naam : kBestanden) {
    std::ifstream in(map / (std::string(naam) + ".json"));
    REQUIRE(in.is_open());
    for (const Json& groep : Json::parse(in)) {
      for (const Json& geval : groep.at("tests")) {
        const std::string groepnaam = groep.at("description");
        const std::string gevalnaam = geval.at("description");
        const std::string bestand = naam;
        CAPTURE(bestand);
        CAPTURE(groepnaam);
        CAPTURE(gevalnaam);
        const auto er = std::find_if(kWeggelaten.begin(), kWeggelaten.end(), [&](const Weggelaten& w) {
          return naam == std::string(w.bestand) && groepnaam == w.groep &&
                 (std::string(w.geval) == "*" || gevalnaam == w.geval);
        });
        const Uitslag uitslag = draai(groep.at("schema"), geval);
        if (er == kWeggelaten.end()) {
          CHECK(uitslag == Uitslag::goed);
          ++gedraaid;
        } else {
          gebruikt[static_cast<std::size_t>(er - kWeggelaten.begin())] = true;
          CHECK(uitslag == bedoeld(er->reden));
        }
      }
    }
  }
  for (std::size_t i = 0; i < gebruikt.size(); ++i) {
    CAPTURE(kWeggelaten[i].groep);
    CHECK_MESSAGE(gebruikt[i], "a case left out that does not exist");
  }
  MESSAGE("cases run: ", gedraaid);
  CHECK(gedraaid > 180);
}
