// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include "lib/basis/fout.h"
#include "lib/schema/ingebouwd.h"
#include "lib/schema/patroon.h"
#include "lib/yaml/strikt.h"

using pga::Compartiment;
using pga::Waarde;
using pga::schema::Knoop;
using pga::schema::schema_van_json;

namespace {

/// Walks over a schema as far as it goes, each Knoop once.
template <typename Doe>
void loop(const Knoop& knoop, const Knoop* omvattend, std::set<const Knoop*>& gezien, Doe doe) {
  if (!gezien.insert(&knoop).second) return;
  doe(knoop, omvattend);
  for (const std::string& naam : knoop.velden()) {
    REQUIRE(knoop.veld(naam) != nullptr);
    loop(*knoop.veld(naam), &knoop, gezien, doe);
  }
  if (knoop.items() != nullptr) loop(*knoop.items(), nullptr, gezien, doe);
}

/// A template with "# " taken from every line that hides data: what a person gets who wants every field.
std::string alles_aan(const std::string& sjabloon) {
  static const pga::schema::Patroon verborgen("^# *([a-z_0-9]+:|-)( \"\"| [a-z_0-9]+)?$");
  std::istringstream in(sjabloon);
  std::string uit;
  for (std::string regel; std::getline(in, regel);) {
    uit += verborgen.past(regel) ? regel.substr(2) : regel;
    uit += '\n';
  }
  return uit;
}

}  // namespace

TEST_CASE("every soort loads, is of the subset, and has what a person needs") {
  CHECK(std::is_sorted(pga::schema::soorten().begin(), pga::schema::soorten().end()));
  CHECK(pga::schema::soorten().size() >= 13);
  for (const std::string& soort : pga::schema::soorten()) {
    CAPTURE(soort);
    const Knoop& schema = pga::schema::schema(soort);
    CHECK(&schema == &pga::schema::schema(soort));
    CHECK(schema.type() == "object");
    CHECK_FALSE(schema.titel().empty());
    for (const std::string& naam : schema.velden()) {
      CAPTURE(naam);
      CHECK_FALSE(schema.veld(naam)->vraag().empty());
      CHECK_FALSE(schema.veld(naam)->type().empty());
    }
  }
  CHECK_THROWS_AS(static_cast<void>(pga::schema::schema("gedeeld")), std::out_of_range);
  CHECK_THROWS_AS(static_cast<void>(pga::schema::schema("meldin")), std::out_of_range);
}

TEST_CASE("what is compiled in is what lies in schemas/, the shared definitions whole") {
  for (const auto& [naam, json] : pga::schema::ingebouwd()) {
    std::ifstream in(std::string(PGA_BRON) + "/schemas/" + std::string(naam) + ".schema.json");
    std::ostringstream tekst;
    tekst << in.rdbuf();
    CHECK(tekst.str() == json);
    CHECK_NOTHROW(static_cast<void>(schema_van_json(json)));
  }
}

TEST_CASE("a route by a value names a field of its map, and values of that field") {
  int aantal = 0;
  for (const std::string& soort : pga::schema::soorten()) {
    std::set<const Knoop*> gezien;
    loop(pga::schema::schema(soort), nullptr, gezien, [&](const Knoop& knoop, const Knoop* omvattend) {
      const pga::schema::Route& route = knoop.route();
      if (!route.gezet || route.bij.empty()) return;
      ++aantal;
      const Knoop* kaart = knoop.type() == "object" ? &knoop : omvattend;
      CAPTURE(soort);
      CAPTURE(route.bij);
      REQUIRE(kaart != nullptr);
      const Knoop* veld = kaart->veld(route.bij);
      REQUIRE(veld != nullptr);
      for (const auto& keuze : route.keuzes) {
        CAPTURE(keuze.first);
        CHECK(std::count(veld->keuzes().begin(), veld->keuzes().end(), keuze.first) == 1);
      }
    });
  }
  CHECK(aantal > 0);
}

TEST_CASE("a Knoop looks through $ref, allOf and branches") {
  const auto knoop = schema_van_json(R"({
    "type": "object", "x-compartiment": "zaak", "required": ["a"],
    "properties": {
      "a": {"$ref": "#/definitions/d", "title": "Eigen", "x-compartiment": "identiteit"},
      "l": {"type": "array", "items": {"$ref": "#/definitions/boom"}}},
    "allOf": [{"required": ["b"], "properties": {"b": {"type": "integer"}}},
              {"if": {"properties": {"a": {"const": "x"}}},
               "then": {"required": ["c"], "properties": {"a": {"x-grondslag": "artikel 1"}, "c": {"type": "string"}}},
               "else": {"properties": {"e": {"type": "string"}}}}],
    "definitions": {
      "d": {"type": "string", "title": "Gedeeld", "x-vraag": "Wat?", "enum": ["x", "y"]},
      "boom": {"type": "object", "x-compartiment": {"bij": "h", "p": "strafrecht", "anders": "zorg"},
               "properties": {"h": {"enum": ["p", "q"]}, "takken": {"type": "array", "items": {"$ref": "#/definitions/boom"}}}}}
  })");
  CHECK(knoop->velden() == std::vector<std::string>{"a", "l", "b", "c", "e"});
  CHECK(knoop->verplicht("a"));
  CHECK(knoop->verplicht("b"));
  CHECK_FALSE(knoop->verplicht("c"));
  CHECK(knoop->veld("z") == nullptr);
  const Knoop& a = *knoop->veld("a");
  CHECK(a.titel() == "Eigen");
  CHECK(a.vraag() == "Wat?");
  CHECK(a.grondslag() == "artikel 1");
  CHECK(a.type() == "string");
  CHECK(a.keuzes() == std::vector<std::string>{"x", "y"});
  CHECK(a.route().gezet);
  CHECK(a.route().vast == Compartiment::identiteit);
  CHECK_FALSE(knoop->veld("b")->route().gezet);
  CHECK(knoop->veld("b")->type() == "integer");
  const Knoop& boom = *knoop->veld("l")->items();
  CHECK(boom.route().bij == "h");
  CHECK(boom.route().vast == Compartiment::zorg);
  REQUIRE(boom.route().keuzes.size() == 1);
  CHECK(boom.route().keuzes[0].second == Compartiment::strafrecht);
  const Knoop& tak = *boom.veld("takken")->items();
  CHECK(tak.route().bij == "h");
  CHECK(tak.veld("takken")->items() == &tak);
}

TEST_CASE("a schema outside the subset does not load") {
  const std::array fouten = {
      R"({"oneOf": [{"type": "string"}]})",
      R"({"properties": {"a": {"anyOf": []}}})",
      R"({"not": {}})",
      R"({"patternProperties": {"a": {}}})",
      R"({"exclusiveMinimum": 1})",
      R"({"multipleOf": 2})",
      R"({"format": "uri"})",
      R"({"type": "getal"})",
      R"({"items": [{}]})",
      R"({"enum": []})",
      R"({"enum": [null]})",
      R"({"const": 1.5})",
      R"({"pattern": "("})",
      R"({"$ref": "#/properties/a"})",
      R"({"$ref": "http://voorbeeld.nl/x"})",
      R"({"$ref": "#/definitions/a"})",
      R"({"$ref": "gedeeld.schema.json#/definitions/bestaat_niet"})",
      R"({"$ref": "#/definitions/a", "maxLength": 3, "definitions": {"a": {}}})",
      R"({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})",
      R"({"definitions": {"a": {"contains": {}}}})",
      R"({"x-compartiment": "kelder"})",
      R"({"x-compartiment": {"bij": "h", "p": "zaak"}})",
      R"({"x-compartiment": {"p": "zaak", "anders": "zorg"}})",
      R"({"x-vraagje": "?"})",
      R"({"x-vlag": "ja"})",
      R"({"title": 3})",
      R"("tekst")",
      R"({)",
  };
  for (const char* json : fouten) {
    CAPTURE(json);
    CHECK_THROWS_AS(static_cast<void>(schema_van_json(json)), std::invalid_argument);
  }
  CHECK_THROWS_WITH(static_cast<void>(schema_van_json(fouten[1])),
                    "schema #/properties/a/anyOf: keyword outside the subset: anyOf");
}

TEST_CASE("every template parses as it stands, keeps to 78 columns, and says only that it must be filled in") {
  for (const std::string& soort : pga::schema::soorten()) {
    CAPTURE(soort);
    const Knoop& schema = pga::schema::schema(soort);
    const std::string sjabloon = pga::schema::sjabloon(schema);
    Waarde w;
    REQUIRE_NOTHROW(w = pga::yaml::lees_strikt(sjabloon, "sjabloon"));
    for (const pga::Veld& veld : w.velden()) CHECK(schema.verplicht(veld.naam));
    for (const pga::Bevinding& b : pga::schema::keur(schema, w, "sjabloon")) {
      CAPTURE(b.wat);
      const bool vul_in =
          b.wat.find("ontbreekt") != std::string::npos || b.wat.find("niet ingevuld") != std::string::npos;
      CHECK(vul_in);
    }
    std::istringstream in(sjabloon);
    for (std::string regel; std::getline(in, regel);) {
      CAPTURE(regel);
      const auto tekens = std::count_if(regel.begin(), regel.end(), [](char c) { return (c & 0xC0) != 0x80; });
      CHECK(tekens <= 78);
      const bool staart = !regel.empty() && regel.back() == ' ';
      CHECK_FALSE(staart);
    }
  }
}

TEST_CASE("a template with every field switched on parses too, and knows no unknown field") {
  for (const std::string& soort : pga::schema::soorten()) {
    CAPTURE(soort);
    const Knoop& schema = pga::schema::schema(soort);
    Waarde w;
    REQUIRE_NOTHROW(w = pga::yaml::lees_strikt(alles_aan(pga::schema::sjabloon(schema)), "sjabloon"));
    CHECK(w.velden().size() == schema.velden().size());
    for (std::size_t i = 0; i < w.velden().size(); ++i) CHECK(w.velden()[i].naam == schema.velden()[i]);
    for (const pga::Bevinding& b : pga::schema::keur(schema, w, "sjabloon")) {
      CAPTURE(b.wat);
      CHECK(b.wat.find("bestaat niet") == std::string::npos);
    }
  }
}

TEST_CASE("the template of a stap has what that stap needs, switched on, and nothing of another stap alone") {
  for (const std::string& soort : pga::schema::soorten()) {
    const Knoop& schema = pga::schema::schema(soort);
    const Knoop* veld = schema.veld("stap");
    if (veld == nullptr) continue;
    std::set<std::string> gezien;
    for (const std::string& stap : veld->keuzes()) {
      CAPTURE(soort);
      CAPTURE(stap);
      const std::string tekst = pga::schema::sjabloon(schema, {stap, {}});
      Waarde open;
      REQUIRE_NOTHROW(open = pga::yaml::lees_strikt(tekst, "sjabloon"));
      CHECK(open.tekst_van("stap") == stap);
      Waarde alles = pga::yaml::lees_strikt(alles_aan(tekst), "sjabloon");
      for (const pga::Veld& v : alles.velden()) gezien.insert(v.naam);
      // What keur() still asks for is there to be filled in: never a field that the template lacks.
      for (const pga::Bevinding& b : pga::schema::keur(schema, open, "sjabloon")) {
        CAPTURE(b.wat);
        CHECK(b.wat.find("ontbreekt") == std::string::npos);
      }
    }
    CHECK(gezien.size() == schema.velden().size());  // every field belongs to some stap
  }
  const std::string terug = pga::schema::sjabloon(pga::schema::schema("weging"), {"terugkoppeling", {}});
  CHECK(terug.find("\n# boodschap:") != std::string::npos);
  CHECK(terug.find("criteria") == std::string::npos);
}

TEST_CASE("a template without a field, with the words of a scale, and without saying anything twice") {
  const std::string beheer = pga::schema::sjabloon(pga::schema::schema("beheer"), {{}, {"gebruikers"}});
  CHECK(beheer.find("gebruikers:") == std::string::npos);
  const std::string profiel = pga::schema::sjabloon(pga::schema::schema("profiel"), {{}, {}, {"rood", "groen"}});
  CHECK(profiel.find("# De schaal: rood of groen.") == profiel.rfind("# De schaal:"));
  CHECK(profiel.find("# De schaal: rood of groen.") != std::string::npos);
  const std::string weging = pga::schema::sjabloon(pga::schema::schema("weging"));
  CHECK(weging.find("politie_om: politiegegevens") == weging.rfind("politie_om: politiegegevens"));
}

TEST_CASE("a choice that does not say what it means is explained, in the template and to who chose another") {
  const auto knoop = schema_van_json(R"({
    "type": "object", "definitions": {"m": {"x-betekenis": {"c_1": "rood licht", "c_2": "groen licht"}}},
    "properties": {"kleuren": {"type": "array", "items": {"allOf": [{"$ref": "#/definitions/m"}], "enum": ["c_1", "c_2"]}}}})");
  CHECK(pga::schema::sjabloon(*knoop).find("# Kies uit:\n#   c_1 (rood licht)\n#   c_2 (groen licht)\n") !=
        std::string::npos);
  Waarde document = Waarde::kaart();
  document.zet("kleuren", Waarde::lijst_({Waarde("paars")}));
  const auto bevindingen = pga::schema::keur(*knoop, document, "x.yaml");
  REQUIRE(bevindingen.size() == 1);
  CHECK(bevindingen.front().tip == "kies uit c_1 (rood licht) of c_2 (groen licht)");
  CHECK_THROWS_AS(schema_van_json(R"({"x-betekenis": "rood"})"), std::invalid_argument);
}

TEST_CASE("the template, word for word") {
  const auto knoop = schema_van_json(R"({
    "title": "Proef", "description": "Om te proberen.", "type": "object", "required": ["stap", "items", "naam"],
    "properties": {
      "stap": {"type": "string", "x-vraag": "Welke stap?", "x-grondslag": "artikel 1", "enum": ["een", "twee"]},
      "items": {"type": "array", "x-vraag": "Welke?", "items": {"type": "object", "required": ["id"],
        "properties": {"id": {"type": "string", "title": "Id"}, "n": {"type": "integer", "minimum": 1, "maximum": 9, "default": 3}}}},
      "naam": {"type": "string", "default": "zeg \"ja\"", "x-uitleg": "Een lange uitleg die niet op één regel past, want zij gaat maar door."},
      "op": {"type": "string", "format": "date", "x-vraag": "Wanneer?"},
      "soorten": {"type": "array", "x-leeg": "leeg wordt opgemerkt", "items": {"enum": ["a", "b"]}}},
    "if": {"properties": {"stap": {"const": "twee"}}}, "then": {"required": ["op"]}})");
  CHECK(pga::schema::sjabloon(*knoop) ==
        "# Proef. Om te proberen.\n"
        "#\n"
        "# Vul in wat u weet; wat leeg blijft, telt niet mee. Velden die niet verplicht\n"
        "# zijn, beginnen met \"# \": haal die twee tekens weg op elke regel die u\n"
        "# gebruikt. Datums: JJJJ-MM-DD. Zet tekst tussen aanhalingstekens.\n"
        "# Met --stap erbij staat hier alleen wat die stap vraagt.\n"
        "\n"
        "# Welke stap? (verplicht)\n"
        "# Kies uit: een of twee.\n"
        "# Grondslag: artikel 1.\n"
        "stap:\n"
        "\n"
        "# Welke? (verplicht)\n"
        "items:\n"
        "  -\n"
        "    # Id (verplicht)\n"
        "    id: \"\"\n"
        "    # n (mag leeg)\n"
        "    # Een heel getal van 1 tot en met 9.\n"
        "#     n: 3\n"
        "\n"
        "# naam (verplicht)\n"
        "# Een lange uitleg die niet op één regel past, want zij gaat maar door.\n"
        "naam: \"zeg \\\"ja\\\"\"\n"
        "\n"
        "# Wanneer? (verplicht bij stap twee)\n"
        "# op:\n"
        "\n"
        "# soorten (leeg wordt opgemerkt)\n"
        "# Kies uit: a of b.\n"
        "# soorten:\n"
        "#   -\n");
}

TEST_CASE("flags are the marked scalars at the top") {
  const auto knoop = schema_van_json(R"({"type": "object", "properties": {
    "a": {"type": "string", "x-vlag": true, "x-vraag": "Wat?", "enum": ["x", "y"]},
    "b": {"type": "string", "x-vraag": "Niet?"},
    "c": {"type": "integer", "x-vlag": true, "title": "Aantal"},
    "d": {"type": "object", "x-vlag": true, "properties": {"e": {"type": "string", "x-vlag": true}}}}})");
  const auto vlaggen = pga::schema::vlaggen(*knoop);
  REQUIRE(vlaggen.size() == 2);
  CHECK(vlaggen[0].naam == "a");
  CHECK(vlaggen[0].uitleg == "Wat?");
  CHECK(vlaggen[0].keuzes == std::vector<std::string>{"x", "y"});
  CHECK(vlaggen[1].naam == "c");
  CHECK(vlaggen[1].uitleg == "Aantal");
}

TEST_CASE("a form asks what its stap wants, and says where leaving out has a price") {
  const auto vorm = [](const char* soort, const char* stap) {
    return pga::schema::sjabloon(pga::schema::schema(soort), {stap, {}, {}});
  };
  const std::string uitstel = vorm("notificatie", "uitgesteld");
  CHECK(uitstel.find("meegewogen? (verplicht bij\n# uitstel op een grond van artikel 41, lid 1)") !=
        std::string::npos);
  CHECK(uitstel.find("Wat is het doel van de verwerking? (leeg wordt opgemerkt)") != std::string::npos);
  CHECK(uitstel.find("verwerkingsverantwoordelijken? (leeg: uit het beleid)") != std::string::npos);
  CHECK(uitstel.find("aan:") == std::string::npos);
  CHECK(vorm("notificatie", "eerste_verstrekking").find("\n# aan: \"\"") != std::string::npos);
  const std::string besluit = vorm("weging", "besluit");
  CHECK(besluit.find("Welke informatie ontbreekt nog? (leeg wordt opgemerkt)") != std::string::npos);
  CHECK(besluit.find("Wie zoekt dat uit? (leeg wordt opgemerkt)") != std::string::npos);
}
