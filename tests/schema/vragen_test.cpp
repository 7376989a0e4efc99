// SPDX-License-Identifier: EUPL-1.2
//
// The questions of a form, as tables: what is asked of a document, and what an answer makes of it.
#include "lib/schema/vragen.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "lib/schema/opmerkingen.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/strikt.h"

using pga::Bevinding;
using pga::Datum;
using pga::Waarde;
using namespace pga::schema;

namespace {

constexpr const char* kProef = R"({
  "type": "object",
  "x-compartiment": "zaak",
  "additionalProperties": false,
  "required": ["op", "lijst"],
  "properties": {
    "stap": {"type": "string", "title": "Stap", "default": "een", "enum": ["een", "twee", "twaalf"]},
    "op": {"type": "string", "title": "Op", "format": "date", "x-vraag": "Wanneer?"},
    "alleen_twee": {"type": "string", "maxLength": 5},
    "reden": {"type": "string", "maxLength": 20000},
    "gesloten": {"type": "string", "x-compartiment": "zorg"},
    "aantal": {"type": "integer", "minimum": 1},
    "groep": {"type": "object", "title": "Groep", "x-vraag": "Hoort daar iets bij?", "required": ["wie"],
      "properties": {"wie": {"type": "string", "title": "Wie"}, "hoe": {"type": "string", "enum": ["ja", "nee", "onbekend"]}}},
    "lijst": {"type": "array", "title": "Lijst", "x-vraag": "Wat is er?", "maxItems": 3,
      "items": {"type": "object", "title": "Ding", "required": ["naam"],
        "properties": {"id": {"type": "string", "x-vanzelf": true}, "naam": {"type": "string", "title": "Naam"}}}},
    "ids": {"type": "array", "title": "Ids", "items": {"type": "string", "pattern": "^[a-z]{2}$", "x-uitleg": "Twee letters."}}
  },
  "allOf": [
    {"if": {"properties": {"stap": {"const": "twee"}}, "required": ["stap"]}, "then": {"required": ["alleen_twee"]}},
    {"if": {"properties": {"stap": {"const": "een"}}}, "then": {"properties": {"reden": {}}}}
  ]
})";

const Knoop& proef() {
  static const std::unique_ptr<Knoop> knoop = schema_van_json(kProef);
  return *knoop;
}

Waarde document(const std::string& yaml) {
  return yaml.empty() ? Waarde::kaart() : pga::yaml::lees_strikt(yaml, "proef");
}

/// "op* lijst[1].naam* lijst[2]?": a star is required, a question mark a poort.
std::string gevraagd(const Waarde& w, const Vraagkeuze& keuze = {}) {
  std::string uit;
  for (const Vraag& v : vragen(proef(), w, keuze)) {
    uit += (uit.empty() ? "" : " ") + tekst_van(v.pad) + (v.verplicht ? "*" : "") +
           (v.soort == Vraagsoort::poort ? "?" : "");
  }
  return uit;
}

std::optional<Datum> dag(std::string_view tekst) {
  return tekst == "gisteren" ? std::optional(Datum(2026, 2, 24)) : Datum::lees(tekst);
}

/// The finding, or what the document became.
std::string na(Waarde w, const std::string& pad, const std::string& antwoord) {
  const auto alle = vragen(proef(), w);
  const std::size_t i = zoek(alle, pad);
  REQUIRE(i < alle.size());
  const Waarde was = w;
  if (const auto b = beantwoord(proef(), alle[i], antwoord, dag, w)) {
    CHECK(w == was);
    return b->wat;
  }
  return w.velden().empty() ? std::string() : pga::yaml::schrijf(w);
}

}  // namespace

TEST_CASE("what is asked follows from the schema and what was answered") {
  struct Rij {
    const char* wat;
    const char* document;
    const char* vragen;
  };
  for (const Rij& r : {
           Rij{"nothing yet: the first item of a list that must be there is asked at once", "",
               "stap op* reden gesloten aantal groep? lijst[1].naam* ids[1]"},
           Rij{"another choice leaves out what is not its own, and asks what is", "stap: twee",
               "stap op* alleen_twee* gesloten aantal groep? lijst[1].naam* ids[1]"},
           Rij{"a choice that no condition names asks only what is of all", "stap: twaalf",
               "stap op* gesloten aantal groep? lijst[1].naam* ids[1]"},
           Rij{"a group that was begun asks its fields", "groep: {hoe: ja}",
               "stap op* reden gesloten aantal groep? groep.wie* groep.hoe lijst[1].naam* ids[1]"},
           Rij{"each item, and one more", "lijst: [{naam: a}]\nids: [ab]",
               "stap op* reden gesloten aantal groep? lijst[1].naam* lijst[2]? ids[1] ids[2]"},
           Rij{"no more items than there may be", "lijst: [{naam: a}, {naam: b}, {naam: c}]",
               "stap op* reden gesloten aantal groep? lijst[1].naam* lijst[2]? lijst[2].naam* lijst[3]? "
               "lijst[3].naam* ids[1]"},
       }) {
    CAPTURE(r.wat);
    CHECK(gevraagd(document(r.document)) == r.vragen);
  }
  // What the writer may not know is not asked, unless it must be there; nor is it hidden where it stands already.
  CHECK(gevraagd({}, {{pga::Compartiment::zorg}}) == "stap op* reden aantal groep? lijst[1].naam* ids[1]");
  CHECK(gevraagd(Waarde::kaart(), {{pga::Compartiment::zaak}}) == "op* gesloten lijst[1].naam*");
  CHECK(gevraagd(document("aantal: 3"), {{pga::Compartiment::zaak}}) == "op* gesloten aantal lijst[1].naam*");
}

TEST_CASE("an answer comes into the document, or is refused and changes nothing") {
  struct Rij {
    const char* document;
    const char* pad;
    const char* antwoord;
    const char* wordt;
  };
  for (const Rij& r : {
           Rij{"", "stap", "2", "stap: \"twee\"\n"},
           Rij{"", "stap", "een", "stap: \"een\"\n"},
           Rij{"", "stap", "TWA", "stap: \"twaalf\"\n"},
           Rij{"", "stap", "tw", "\"tw\" kan twee en twaalf zijn"},
           Rij{"", "stap", "4", "\"4\" is geen van de keuzes"},
           Rij{"", "stap", "twe", "stap: \"twee\"\n"},
           Rij{"", "stap", "", ""},
           Rij{"", "op", "gisteren", "op: \"2026-02-24\"\n"},
           Rij{"", "op", "ooit", "\"ooit\" is geen dag"},
           Rij{"", "op", "", "dit moet ingevuld zijn"},
           Rij{"", "op", "-", "dit moet ingevuld zijn"},
           Rij{"op: 2026-03-01", "op", "", "op: \"2026-03-01\"\n"},
           Rij{"aantal: 3", "aantal", "-", ""},
           Rij{"", "aantal", "12", "aantal: 12\n"},
           Rij{"", "aantal", "0", "0 is te laag bij \"aantal\""},
           Rij{"", "aantal", "veel", "\"veel\" is geen heel getal"},
           Rij{"", "reden", "  twee \n regels ", "reden: \"twee \\n regels\"\n"},
           Rij{"", "reden", "\"stop\"", "reden: \"stop\"\n"},
           Rij{"", "reden", "\"gewoon\"", "reden: \"\\\"gewoon\\\"\"\n"},
           Rij{"", "reden", "e\xCC\x81\xC3\xA9n", "reden: \"\xC3\xA9\xC3\xA9n\"\n"},  // one form for each letter
           Rij{"", "reden", "\xFF", "dit is geen leesbare tekst"},
           Rij{"", "groep", "ja", "groep: {}"},
           Rij{"", "groep", "misschien", "\"misschien\" is geen antwoord op deze vraag"},
           Rij{"groep: {wie: x}", "groep", "nee", ""},
           Rij{"groep: {wie: x}", "groep", "", "groep:\n  wie: \"x\"\n"},
           Rij{"", "lijst[1].naam", "a", "lijst:\n  - naam: \"a\"\n"},
           Rij{"lijst: [{naam: a}, {naam: b}]", "lijst[2]", "n", "lijst:\n  - naam: \"a\"\n"},
           Rij{"lijst: [{naam: a}]", "lijst[2]", "", "lijst:\n  - naam: \"a\"\n"},
           Rij{"ids: [ab]", "ids[2]", "cd", "ids:\n  - \"ab\"\n  - \"cd\"\n"},
           Rij{"ids: [ab]", "ids[1]", "-", ""},
           Rij{"", "ids[1]", "abc", "\"abc\" past niet bij \"Ids\""},
           // Another stap: what belonged to the one before goes with it.
           Rij{"stap: een\nreden: x\naantal: 2", "stap", "twee", "stap: \"twee\"\naantal: \"2\"\n"},
       }) {
    CAPTURE(r.document);
    CAPTURE(r.pad);
    CAPTURE(r.antwoord);
    if (std::string(r.wordt) == "groep: {}") {
      Waarde w = Waarde::kaart();
      const auto alle = vragen(proef(), w);
      CHECK_FALSE(beantwoord(proef(), alle[zoek(alle, r.pad)], r.antwoord, dag, w));
      CHECK(w.vind("groep")->is_kaart());
    } else {
      CHECK(na(document(r.document), r.pad, r.antwoord) == r.wordt);
    }
  }
}

TEST_CASE("a finding on a document that was built leads to its question") {
  Waarde w = document("op: 2026-03-01\ngroep: {hoe: ja}\nlijst: [{naam: a}, {naam: ''}]");
  const auto plekken = nummer(w);
  const auto bevindingen = keur(proef(), w, {});
  REQUIRE(bevindingen.size() == 1);
  const Bevinding& b = bevindingen.front();
  const auto alle = vragen(proef(), w);
  CHECK(tekst_van(plekken.at(static_cast<std::size_t>(b.plaats.regel) - 1)) == "groep");
  const std::size_t i = vraag_bij(alle, plekken.at(static_cast<std::size_t>(b.plaats.regel) - 1), b.wat);
  REQUIRE(i < alle.size());
  CHECK(tekst_van(alle[i].pad) == "groep.wie");
  CHECK(tekst_van(alle[vraag_bij(alle, {}, "het veld \"op\" (Op) ontbreekt")].pad) == "op");
  CHECK(tekst_van(alle[vraag_bij(alle, {{"lijst", 0}, {{}, 0}}, "dubbel")].pad) == "lijst[1].naam");
  CHECK(tekst_van(alle[vraag_bij(alle, {{"lijst", 0}, {{}, 0}, {"id", 0}}, "dubbel")].pad) == "lijst[1].naam");
  CHECK(vraag_bij(alle, {}, "uw rol mag dit niet") == alle.size());
}

TEST_CASE("every question of every soort has words, a place of its own, and an answer that fits") {
  for (const std::string& soort : soorten()) {
    const Knoop& schema = pga::schema::schema(soort);
    std::vector<std::string> stappen = {""};
    if (const Knoop* stap = schema.veld("stap")) stappen = stap->keuzes();
    for (const std::string& stap : stappen) {
      Waarde w = Waarde::kaart();
      if (!stap.empty()) w.zet("stap", stap);
      std::size_t gedaan = 0;
      for (std::size_t i = 0; i < vragen(schema, w).size() && gedaan < 400; ++i, ++gedaan) {
        const auto alle = vragen(schema, w);
        const Vraag& v = alle[i];
        CAPTURE(soort);
        CAPTURE(tekst_van(v.pad));
        CHECK_FALSE(v.tekst().empty());
        CHECK(zoek(alle, tekst_van(v.pad)) == i);
        // One of everything: a group and one item of each list.
        const bool nog_een = v.is_onderdeel() && v.pad.back().nr > 0;
        std::string antwoord = "s1";
        if (v.soort == Vraagsoort::keuze) antwoord = "1";
        if (v.soort == Vraagsoort::datum) antwoord = "2026-03-01";
        if (v.soort == Vraagsoort::getal) antwoord = "12";
        if (v.soort == Vraagsoort::poort) antwoord = "ja";
        if (nog_een) antwoord = v.soort == Vraagsoort::poort ? "nee" : "";
        if (tekst_van(v.pad) == "stap") antwoord = "";
        const auto b = beantwoord(schema, v, antwoord, dag, w);
        // Only a text of a form of its own (a number, an address, a moment) refuses "s1".
        if (b) CHECK((v.soort == Vraagsoort::tekst || v.soort == Vraagsoort::getal));
      }
      CHECK(gedaan > 0);
      CHECK(gedaan < 400);
    }
  }
}

TEST_CASE("findings stand above their lines, and are gone when the text is read again") {
  const std::string tekst = "a: 1\nb:\n  c: 2\n";
  const std::vector<Bevinding> bevindingen = {
      {pga::FoutSoort::document, {"x", 3, 3}, "dit kan niet", "kies iets anders", "artikel 1"},
      {pga::FoutSoort::geweigerd, {"x", 0, 0}, "het geheel\nkan niet", "", ""},
      {pga::FoutSoort::bevinding, {"x", 99, 1}, "buiten de tekst", "", ""}};
  const std::string met = met_opmerkingen(tekst, bevindingen);
  CHECK(met ==
        "#! FOUT: het geheel kan niet\n#! LET OP: buiten de tekst\na: 1\nb:\n"
        "  #! FOUT: dit kan niet (artikel 1)\n  #! tip: kies iets anders\n  c: 2\n");
  CHECK(zonder_opmerkingen(met) == tekst);
  CHECK(zonder_opmerkingen("a: 1 #! geen\n# gewoon\n   #! weg") == "a: 1 #! geen\n# gewoon\n");
  CHECK(met_opmerkingen("", {}).empty());
  CHECK(met_opmerkingen("zonder einde", {bevindingen[1]}) == "#! FOUT: het geheel kan niet\nzonder einde");
}
