// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>

#include "lib/schema/formaat.h"
#include "lib/schema/schema.h"
#include "lib/yaml/strikt.h"

using pga::Waarde;
using pga::schema::Knoop;

namespace {

constexpr const char* kProef = R"({
  "title": "Proef",
  "type": "object",
  "additionalProperties": false,
  "required": ["naam", "soort"],
  "properties": {
    "naam": {"type": "string", "title": "Volledige naam", "x-vraag": "Hoe heet de persoon?", "minLength": 2, "maxLength": 20},
    "soort": {"type": "string", "enum": ["melding", "weging", "plan"]},
    "akkoord": {"$ref": "#/definitions/ja_nee"},
    "datum": {"type": "string", "format": "date"},
    "bsn": {"type": "string", "format": "bsn"},
    "email": {"type": "string", "format": "email"},
    "leeftijd": {"type": "integer", "minimum": 0, "maximum": 120},
    "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,15}$", "x-uitleg": "Een korte naam, zoals s1."},
    "tekst": {"type": "string"},
    "vast": {"const": "x"},
    "punten": {"type": "array", "minItems": 2, "maxItems": 3, "uniqueItems": true, "items": {"type": "string"}},
    "adres": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    "items": {"type": "array", "items": {"type": "object", "required": ["id"], "additionalProperties": false,
      "properties": {"id": {"type": "string"}, "aantal": {"type": "integer"}, "datum": {"type": "string", "format": "date"}}}},
    "motief": {"type": "string", "title": "Motief"}
  },
  "allOf": [
    {"if": {"properties": {"soort": {"const": "weging"}}, "required": ["soort"]},
     "then": {"required": ["motief"]}, "else": {"properties": {"motief": {"maxLength": 5}}}}
  ],
  "definitions": {"ja_nee": {"type": "string", "enum": ["ja", "nee", "onbekend"]}}
})";

const Knoop& proef() {
  static const std::unique_ptr<Knoop> knoop = pga::schema::schema_van_json(kProef);
  return *knoop;
}

/// Every finding as "regel:kolom wat | tip", one a line.
std::string bezwaren(Waarde& w) {
  std::string uit;
  for (const pga::Bevinding& b : pga::schema::keur(proef(), w, "d.yaml")) {
    CHECK(b.soort == pga::FoutSoort::document);
    CHECK(b.plaats.bestand == "d.yaml");
    if (!uit.empty()) uit += '\n';
    uit += std::to_string(b.plaats.regel) + ":" + std::to_string(b.plaats.kolom) + " " + b.wat + " | " + b.tip;
  }
  return uit;
}

std::string bezwaren(const std::string& yaml) {
  Waarde w = pga::yaml::lees_strikt(yaml, "d.yaml");
  return bezwaren(w);
}

const std::string kGoed = "naam: Jan\nsoort: plan\n";

}  // namespace

TEST_CASE("a document that is right has no findings and is typed") {
  Waarde w = pga::yaml::lees_strikt(
      "naam: 007\nsoort: plan\nleeftijd: 42\ndatum: 2026-03-01\nbsn: 111222333\nadres:\n  straat: Kerkweg\n"
      "items:\n  - id: 1\n    aantal: -3\n  - id: b\nleeg:\nnaar: []\n",
      "d");
  w.verwijder("leeg");
  w.verwijder("naar");
  CHECK(bezwaren(w).empty());
  CHECK(w.vind("naam")->tekst() == "007");
  CHECK(w.vind("leeftijd")->getal() == 42);
  CHECK(w.vind("leeftijd")->plek == pga::Plek{3, 11});
  CHECK(w.tekst_van("datum") == "2026-03-01");
  CHECK(w.tekst_van("bsn") == "111222333");
  CHECK(w.items_van("items")[0].tekst_van("id") == "1");
  CHECK(w.items_van("items")[0].vind("aantal")->getal() == -3);
  CHECK_FALSE(w.vind("naam")->ongetypeerd);
  CHECK_FALSE(w.vind("leeftijd")->ongetypeerd);
}

TEST_CASE("each mistake is told with its place, its value and what to do") {
  struct Geval {
    const char* yaml;
    const char* bezwaar;
  };
  const std::array gevallen = {
      Geval{"akkoord: jaa\n",
            "3:10 \"jaa\" kan niet bij \"akkoord\" | bedoelde u \"ja\"? kies uit ja, nee of onbekend"},
      Geval{"akkoord: yes\n",
            "3:10 \"yes\" kan niet bij \"akkoord\" | bedoelde u \"ja\"? kies uit ja, nee of onbekend"},
      Geval{"akkoord: FALSE\n",
            "3:10 \"FALSE\" kan niet bij \"akkoord\" | bedoelde u \"nee\"? kies uit ja, nee of onbekend"},
      Geval{"akkoord: misschien\n", "3:10 \"misschien\" kan niet bij \"akkoord\" | kies uit ja, nee of onbekend"},
      Geval{"datum: 2026-02-30\n",
            "3:8 \"2026-02-30\" is geen datum bij \"datum\" | schrijf JJJJ-MM-DD, een dag die bestaat"},
      Geval{"datum: 1-3-2026\n",
            "3:8 \"1-3-2026\" is geen datum bij \"datum\" | bedoelde u 2026-03-01? schrijf JJJJ-MM-DD, een dag die "
            "bestaat"},
      Geval{"datum: Onbekend\n",
            "3:8 \"Onbekend\" is geen datum bij \"datum\" | laat dit veld leeg als de dag niet bekend is; anders: "
            "schrijf JJJJ-MM-DD"},
      Geval{"bsn: 123456789\n",
            "3:6 \"123456789\" is geen burgerservicenummer bij \"bsn\" | een bsn heeft negen cijfers en "
            "voldoet aan de elfproef; kijk het nummer na"},
      Geval{"email: jan\n", "3:8 \"jan\" is geen e-mailadres bij \"email\" | schrijf het als naam@voorbeeld.nl"},
      Geval{"leeftijd: \"3\"\n",
            "3:11 \"leeftijd\" hoort een heel getal te zijn, dit is \"3\" | laat de aanhalingstekens weg"},
      Geval{"leeftijd: elf\n",
            "3:11 \"leeftijd\" hoort een heel getal te zijn, dit is \"elf\" | schrijf alleen cijfers"},
      Geval{"leeftijd: 3.5\n",
            "3:11 \"leeftijd\" hoort een heel getal te zijn, dit is \"3.5\" | schrijf alleen cijfers"},
      Geval{"leeftijd: 99999999999999999999\n",
            "3:11 \"leeftijd\" hoort een heel getal te zijn, dit is \"99999999999999999999\" | schrijf alleen "
            "cijfers"},
      Geval{"leeftijd: -1\n", "3:11 -1 is te laag bij \"leeftijd\" | ten minste 0"},
      Geval{"leeftijd: 121\n", "3:11 121 is te hoog bij \"leeftijd\" | ten hoogste 120"},
      Geval{"id: S1\n", "3:5 \"S1\" past niet bij \"id\" | een korte naam, zoals s1"},
      Geval{"vast: y\n", "3:7 \"y\" kan niet bij \"vast\" | hier kan alleen \"x\""},
      Geval{"tekst: [a]\n",
            "3:8 \"tekst\" hoort tekst te zijn, dit is een lijst | schrijf de waarde achter de naam"},
      Geval{"punten: a\n",
            "3:9 \"punten\" hoort een lijst te zijn, dit is \"a\" | begin elk onderdeel op een eigen regel met "
            "een streepje en een spatie"},
      Geval{"adres: a\n",
            "3:8 \"adres\" hoort uit velden te bestaan, dit is \"a\" | zet elk veld op een eigen regel, twee "
            "spaties verder dan de naam erboven"},
      Geval{"punten: [a, \"\"]\n", "3:9 \"punten\" heeft 1 onderdelen | er moeten ten minste 2 onderdelen zijn"},
      Geval{"punten: [a, b, c, d]\n", "3:9 \"punten\" heeft 4 onderdelen | er mogen ten hoogste 3 onderdelen zijn"},
      Geval{"punten: [a, a]\n", "3:13 \"a\" staat er dubbel bij \"punten\" | noem elk onderdeel één keer"},
      Geval{"naar: x\n", "3:1 het veld \"naar\" bestaat niet | bedoelde u \"naam\"?"},
      Geval{"items:\n  - idd: 1\n",
            "4:5 het veld \"idd\" bestaat niet bij \"items[1]\" | bedoelde u \"id\"?\n"
            "4:5 het veld \"id\" ontbreekt bij \"items[1]\" | vul \"id\" in"},
      Geval{"items:\n  - id: a\n  - id: b\n    datum: x\n",
            "6:12 \"x\" is geen datum bij \"items[2].datum\" | schrijf JJJJ-MM-DD, een dag die bestaat"},
      Geval{"items:\n  - id: a\n    kleur: rood\n",
            "5:5 het veld \"kleur\" bestaat niet bij \"items[1]\" | kies uit id, aantal of datum, of haal het veld "
            "weg"},
      Geval{"motief: te lang hier\n", "3:9 \"motief\" heeft 12 tekens | er mogen ten hoogste 5 tekens zijn"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.yaml);
    CHECK(bezwaren(kGoed + g.yaml) == g.bezwaar);
  }
}

TEST_CASE("a date that must be there is not to be left empty when it is unknown") {
  const auto knoop = pga::schema::schema_van_json(
      R"({"type": "object", "required": ["dag"], "properties": {"dag": {"type": "string", "format": "date"}}})");
  Waarde w = pga::yaml::lees_strikt("dag: onbekend\n", "d.yaml");
  const auto uit = pga::schema::keur(*knoop, w, "d.yaml");
  REQUIRE(uit.size() == 1);
  CHECK(uit[0].tip == "schrijf JJJJ-MM-DD, een dag die bestaat");
}

TEST_CASE("what is empty is absent") {
  CHECK(bezwaren("naam:\nsoort: \"\"\ntekst: \"\"\ndatum:\npunten:\n  -\n  - \"\"\nadres:\n  a:\nleeftijd:\n") ==
        "1:1 het veld \"naam\" (Volledige naam) is niet ingevuld | vul \"naam\" in: Hoe heet de persoon?\n"
        "2:1 het veld \"soort\" is niet ingevuld | vul \"soort\" in");
  Waarde w = pga::yaml::lees_strikt(kGoed + "tekst:\nadres:\n  a:\nitems:\n  - id:\n", "d");
  CHECK(bezwaren(w).empty());
  CHECK(w == pga::yaml::lees_strikt(kGoed, "d"));
  CHECK(bezwaren(kGoed + "onbekend_veld:\n").find("3:1 het veld \"onbekend_veld\" bestaat niet") == 0);
}

TEST_CASE("a condition says why a field is needed") {
  CHECK(bezwaren("naam: Jan\nsoort: weging\n") ==
        "1:1 het veld \"motief\" ontbreekt; het is nodig als \"soort\" \"weging\" is | vul \"motief\" in");
  CHECK(bezwaren("naam: Jan\nsoort: weging\nmotief: lang genoeg\n").empty());
}

TEST_CASE("all findings at once, in the order of the document") {
  CHECK(bezwaren("datum: x\nnaam: J\nsoort: plann\nakkoord: n\n") ==
        "1:8 \"x\" is geen datum bij \"datum\" | schrijf JJJJ-MM-DD, een dag die bestaat\n"
        "2:7 \"naam\" heeft 1 tekens | er moeten ten minste 2 tekens zijn\n"
        "3:8 \"plann\" kan niet bij \"soort\" | bedoelde u \"plan\"? kies uit melding, weging of plan\n"
        "4:10 \"n\" kan niet bij \"akkoord\" | bedoelde u \"nee\"? kies uit ja, nee of onbekend");
}

TEST_CASE("messages keep to one line and do not repeat long texts") {
  const std::string lang(200, 'x');
  CHECK(bezwaren(kGoed + "datum: \"a\\nb\\t" + lang + "\"\n")
            .find("3:8 \"a b " + std::string(56, 'x') + "…\" is geen datum") == 0);
  CHECK(bezwaren(kGoed + "? \"" + lang + "\"\n: 1\n").size() < 400);
  std::string veel = kGoed;
  for (int i = 0; i < 1000; ++i) veel += "veld" + std::to_string(i) + ": 1\n";
  Waarde w = pga::yaml::lees_strikt(veel, "d");
  CHECK(pga::schema::keur(proef(), w, "d").size() == 200);
}

TEST_CASE("values that were built, such as flags, are judged too") {
  Waarde w = Waarde::kaart();
  w.zet("naam", "Jan");
  w.zet("soort", "x");
  w.zet("leeftijd", 200);
  w.zet("tekst", Waarde::bool_(true));
  CHECK(bezwaren(w) ==
        "0:0 \"x\" kan niet bij \"soort\" | kies uit melding, weging of plan\n"
        "0:0 200 is te hoog bij \"leeftijd\" | ten hoogste 120\n"
        "0:0 \"tekst\" hoort tekst te zijn, dit is true | zet aanhalingstekens om de waarde");
  Waarde geen_kaart = "x";
  CHECK(pga::schema::keur(proef(), geen_kaart, "d").size() == 1);
}

TEST_CASE("a pattern meets no text of any length and no second line") {
  CHECK(bezwaren(kGoed + "id: \"s1\\ns2\"\n").find("past niet") != std::string::npos);
  CHECK(bezwaren(kGoed + "id: " + std::string(500000, 'a') + "\n").find("past niet") != std::string::npos);
}

TEST_CASE("bsn, e-mail, dates that were meant") {
  using pga::schema::bedoelde_datum;
  using pga::schema::is_bsn;
  using pga::schema::past_bij_formaat;
  for (const char* goed : {"111222333", "123456782", "012345672"}) CHECK(is_bsn(goed));
  for (const char* fout : {"", "111222334", "11122233", "1112223330", "000000000", "11122233a", "111.222.333"}) {
    CHECK_FALSE(is_bsn(fout));
  }
  // The elfproef finds every single wrong digit.
  for (std::size_t i = 0; i < 9; ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string nummer = "123456782";
      const bool zelfde = nummer[i] == c;
      nummer[i] = c;
      CHECK(is_bsn(nummer) == zelfde);
    }
  }
  for (const char* goed : {"a@b.nl", "jan.de-vries+x@post.gemeente.nl", "é@vóórbeeld.nl"})
    CHECK(past_bij_formaat("email", goed));
  for (const char* fout :
       {"@b.nl", "a@", "a@b", "a@@b.nl", "a b@c.nl", ".a@b.nl", "a.@b.nl", "a..b@c.nl", "a@-b.nl", "a@b..nl"}) {
    CHECK_FALSE(past_bij_formaat("email", fout));
  }
  CHECK(bedoelde_datum("1-3-2026") == "2026-03-01");
  CHECK(bedoelde_datum("31/12/2025") == "2025-12-31");
  CHECK(bedoelde_datum("2026.3.1") == "2026-03-01");
  for (const char* geen : {"30-2-2026", "1-3-26", "maart", "", "1-3", "1-2-3-2026", "2026-02-30"})
    CHECK(bedoelde_datum(geen).empty());
}
