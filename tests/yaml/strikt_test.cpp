// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/strikt.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "lib/basis/fout.h"
#include "lib/yaml/canoniek.h"
#include "tests/yaml/willekeurig.h"

using pga::Fout;
using pga::FoutSoort;
using pga::Waarde;
using pga::yaml::lees_strikt;

namespace {

/// Every finding as "regel:kolom wat", one a line; "" when the document is read.
std::string bezwaren(const std::string& bytes) {
  try {
    static_cast<void>(lees_strikt(bytes, "d.yaml"));
    return {};
  } catch (const Fout& fout) {
    std::string uit;
    for (const pga::Bevinding& b : fout.bevindingen()) {
      CHECK(b.soort == FoutSoort::document);
      CHECK(b.plaats.bestand == "d.yaml");
      CHECK_FALSE(b.tip.empty());
      if (!uit.empty()) uit += '\n';
      uit += std::to_string(b.plaats.regel) + ":" + std::to_string(b.plaats.kolom) + " " + b.wat;
    }
    return uit;
  }
}

}  // namespace

TEST_CASE("a document as a person writes it") {
  const Waarde w = lees_strikt(
      "# opmerking\n"
      "naam: Jan de Vries\n"
      "\"oud\": \"012345678\"  # nog een\n"
      "getal: 012\n"
      "leeg:\n"
      "ook_leeg: \"\"\n"
      "lijst:\n"
      "- a\n"
      "- 'it''s'\n"
      "kort: {a: 1, b: [x, y]}\n"
      "lang: |\n"
      "  een\n"
      "   twee # geen opmerking\n"
      "gevouwen: >\n"
      "  een\n"
      "  regel\n",
      "d.yaml");
  CHECK(w.tekst_van("naam") == "Jan de Vries");
  CHECK(w.vind("naam")->ongetypeerd);
  CHECK(w.vind("naam")->plek == pga::Plek{2, 7});
  CHECK(w.velden()[1].naam == "oud");
  CHECK(w.velden()[1].plek == pga::Plek{3, 1});
  CHECK_FALSE(w.vind("oud")->ongetypeerd);
  CHECK(w.tekst_van("getal") == "012");
  CHECK(w.vind("leeg")->leeg());
  CHECK(w.vind("ook_leeg")->leeg());
  CHECK(w.items_van("lijst")[1].tekst() == "it's");
  CHECK(w.items_van("lijst")[0].plek == pga::Plek{8, 3});
  CHECK(w.vind("kort")->items_van("b")[1].tekst() == "y");
  CHECK(w.tekst_van("lang") == "een\n twee # geen opmerking\n");
  CHECK_FALSE(w.vind("lang")->ongetypeerd);
  CHECK(w.tekst_van("gevouwen") == "een regel\n");
}

TEST_CASE("nothing is a bool, a date or a number by itself") {
  for (const char* woord :
       {"no", "yes", "on", "y", "true", "1e3", "0x1f", "017", "12:30", "2026-03-01", ".inf", "=", "-1", "1_000"}) {
    const Waarde w = lees_strikt("a: " + std::string(woord) + "\n", "d.yaml");
    CHECK(w.tekst_van("a") == woord);
    CHECK(w.vind("a")->ongetypeerd);
  }
}

TEST_CASE("line ends, byte order mark, normal form") {
  CHECK(lees_strikt("a: |\r\n  x\r\n  y\r\nb: 1\r\n", "d").tekst_van("a") == "x\ny\n");
  CHECK(lees_strikt("\xEF\xBB\xBF"
                    "a: 1\n",
                    "d")
            .vind("a")
            ->plek == pga::Plek{1, 4});
  CHECK(lees_strikt("a: e\xCC\x81\n", "d").tekst_van("a") == "\xC3\xA9");
  CHECK(lees_strikt("e\xCC\x81: 1\n", "d").velden()[0].naam == "\xC3\xA9");
  CHECK(lees_strikt("a: \"\\xE9\\t\\u20AC\"\n", "d").tekst_van("a") == "\xC3\xA9\t\xE2\x82\xAC");
  CHECK(lees_strikt("é: [é, x]\n", "d").items_van("é")[1].plek == pga::Plek{1, 8});
}

TEST_CASE("comments only is an empty map, nothing at all is a mistake") {
  CHECK(lees_strikt("# niets\n", "d") == Waarde::kaart());
  CHECK(lees_strikt("---\n", "d") == Waarde::kaart());
  CHECK(lees_strikt("{}\n", "d") == Waarde::kaart());
  CHECK(bezwaren("") == "0:0 dit document is leeg");
  CHECK(bezwaren(" \r\n\n") == "0:0 dit document is leeg");
}

TEST_CASE("what yaml-cpp passes over in silence is refused, each with its place") {
  struct Geval {
    std::string bytes;
    const char* bezwaar;
  };
  const std::array gevallen = {
      Geval{"a: 1\n\"a\": 2\nb: 1\na: 3\n",
            "2:1 de naam \"a\" staat hier dubbel, eerder op regel 1\n"
            "4:1 de naam \"a\" staat hier dubbel, eerder op regel 1"},
      Geval{"\xC3\xA9: 1\ne\xCC\x81: 2\n", "2:1 de naam \"\xC3\xA9\" staat hier dubbel, eerder op regel 1"},
      Geval{"a: 1\n---\nb: 2\n", "2:1 hier begint een tweede document"},
      Geval{"a: 1\n...\nb: 2\n", "3:1 hier begint een tweede document"},
      Geval{"- a\nb: 1\n", "2:1 hier begint een tweede document"},
      Geval{"a: \"x\nb: 1\nc: 2\n", "1:4 dit aanhalingsteken wordt niet gesloten"},
      Geval{"a: 'it''s\nb: 1\n", "1:4 dit aanhalingsteken wordt niet gesloten"},
      Geval{"a: \"x\\\"\n", "1:4 dit aanhalingsteken wordt niet gesloten"},
      Geval{"a: &x 1\nb: *x\n", "1:4 een anker met & kan hier niet\n2:4 een verwijzing met * kan hier niet"},
      Geval{"a: &x [*x]\n", "1:4 een anker met & kan hier niet\n1:8 een verwijzing met * kan hier niet"},
      Geval{"a: &x\nb: &y {}\n", "1:4 een anker met & kan hier niet\n2:4 een anker met & kan hier niet"},
      Geval{"a: *x\n", "1:4 een verwijzing met * kan hier niet"},
      Geval{"a: !!str 1\nb: ! x\nc: !y {}\nd: !z\n",
            "1:4 een type met ! kan hier niet\n2:4 een type met ! kan hier niet\n"
            "3:4 een type met ! kan hier niet\n4:4 een type met ! kan hier niet"},
      Geval{"<<: {a: 1}\n", "1:1 samenvoegen met << kan hier niet"},
      Geval{"? [a]\n: b\n", "1:3 een lijst of groep kan geen naam van een veld zijn"},
      Geval{": x\n", "1:1 hier ontbreekt de naam van een veld"},
      Geval{"\"\": x\n", "1:1 hier ontbreekt de naam van een veld"},
      Geval{"a: ~\nb: null\nc: [Null, NULL]\nd:\nnull: 3\n",
            "1:4 ~ kan hier niet\n2:4 null kan hier niet\n3:5 Null kan hier niet\n3:11 NULL kan hier niet\n"
            "5:1 null kan hier niet"},
      Geval{"a: x # y\nb: zie #12\nc: \"x\" #13\n", "2:8 vanaf # telt de tekst niet mee"},
      Geval{"%YAML 1.2\n---\na: 1\n", "1:1 een YAML-instructie (%) kan hier niet"},
      Geval{"tekst\n", "1:1 dit document bestaat niet uit velden"},
      Geval{"- a\n", "1:1 dit document bestaat niet uit velden"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.bytes);
    CHECK(bezwaren(g.bytes) == g.bezwaar);
  }
}

TEST_CASE("what is no text") {
  struct Geval {
    std::string bytes;
    const char* bezwaar;
  };
  const std::array gevallen = {
      Geval{"a: \xE9\nb: \xFF\n",
            "1:4 hier staat een byte die geen UTF-8 is\n2:4 hier staat een byte die geen UTF-8 is"},
      Geval{"é: \xC0\x80\n",
            "1:4 hier staat een byte die geen UTF-8 is\n1:5 hier staat een byte die geen UTF-8 is"},
      Geval{"a: \xED\xA0\x80\n",
            "1:4 hier staat een byte die geen UTF-8 is\n1:5 hier staat een byte die geen UTF-8 is\n"
            "1:6 hier staat een byte die geen UTF-8 is"},
      Geval{"\xFF\xFE"
            "a",
            "1:1 dit bestand is UTF-16"},
      Geval{std::string("a: \0", 4), "1:4 hier staat een nul-byte: dit is geen tekstbestand"},
      Geval{"a: \x01\nb: \x1B[31m\n",
            "1:4 hier staat een stuurteken (U+0001)\n2:4 hier staat een stuurteken (U+001B)"},
      Geval{"a: \x7F\xC2\x85\n", "1:4 hier staat een stuurteken (U+007F)\n1:5 hier staat een stuurteken (U+0085)"},
      Geval{"a: x\rb: 1\n", "1:5 hier staat een oud regeleinde (alleen CR)"},
      Geval{"a: \xE2\x80\xAEx\n", "1:4 hier staat een teken dat de leesrichting omkeert (U+202E)"},
      Geval{"a: \xE2\x80\xA8x\n", "1:4 hier staat een verborgen regeleinde (U+2028)"},
      Geval{"a: x\xEF\xBB\xBF\n", "1:5 hier staat een teken dat geen tekst is (U+FEFF)"},
      Geval{"a: \xEF\xBF\xBF\n", "1:4 hier staat een teken dat geen tekst is (U+FFFF)"},
      Geval{"a: \"\\x07\"\nb: \"\\u202E\"\nc: \"\\0\"\nd: \"\\N\"\ne: \"\\r\"\n",
            "1:4 deze tekst bevat een code voor een onzichtbaar teken (U+0007)\n"
            "2:4 deze tekst bevat een code voor een onzichtbaar teken (U+202E)\n"
            "3:4 deze tekst bevat een code voor een onzichtbaar teken (U+0000)\n"
            "4:4 deze tekst bevat een code (\\N of \\_) die niet goed wordt gelezen\n"
            "5:4 deze tekst bevat een code voor een onzichtbaar teken (U+000D)"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.bytes);
    CHECK(bezwaren(g.bytes) == g.bezwaar);
  }
}

TEST_CASE("after the first twenty signs that cannot be, the number of the others is told") {
  const auto aantal = [](std::size_t n) { return bezwaren("a: " + std::string(n, '\x01') + "\n"); };
  CHECK(aantal(20).find("nog") == std::string::npos);
  CHECK(aantal(21).find("\n0:0 verderop staat nog 1 teken dat niet kan") != std::string::npos);
  const std::string veel = aantal(500);
  CHECK(veel.find("verderop staan nog 480 tekens die niet kunnen") != std::string::npos);
  CHECK(std::count(veel.begin(), veel.end(), '\n') == 20);
}

TEST_CASE("what is no YAML is explained in Dutch") {
  struct Geval {
    const char* bytes;
    const char* bezwaar;
  };
  const std::array gevallen = {
      Geval{"a:\n\tb: 1\n", "2:1 hier springt een regel in met een tab"},
      Geval{"a: 1\nb\nc: 2\n", "3:2 voor deze dubbele punt staat geen goede naam"},
      Geval{"a:1\nb: 2\n", "2:2 voor deze dubbele punt staat geen goede naam"},
      Geval{"a: b: c\n", "1:5 hier staat een dubbele punt die YAML niet begrijpt"},
      Geval{"a: \"x\" y\n", "1:8 hier klopt de indeling niet"},
      Geval{"a: \"x\n\nb: \"y\"\n", "3:5 hier klopt de indeling niet"},
      Geval{"a:\n  - x\n - y\n", "3:2 hier klopt de indeling niet"},
      Geval{"a: @x\n", "1:4 hier staat een teken dat YAML niet begrijpt"},
      Geval{"a: \"\\q\"\n", "1:7 onbekende code na de schuine streep \\"},
      Geval{"a: \"\\uD800\"\n", "1:11 deze code staat niet voor een teken"},
      Geval{"a: [x\nb: 1\n", "2:2 een vierkant haakje wordt niet gesloten"},
      Geval{"a: {x: 1\n", "2:1 een accolade wordt niet gesloten"},
      Geval{"a: \"x", "1:6 het document houdt op midden in een tekst"},
      Geval{"a: - x\n", "1:4 hier kan geen onderdeel van een lijst staan"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.bytes);
    CHECK(bezwaren(g.bytes) == g.bezwaar);
  }
}

TEST_CASE("findings before the place where YAML stops come along") {
  CHECK(bezwaren("a: &x 1\na: 2\nb: @\n") ==
        "1:4 een anker met & kan hier niet\n2:1 de naam \"a\" staat hier dubbel, eerder op regel 1\n"
        "3:4 hier staat een teken dat YAML niet begrijpt");
}

TEST_CASE("size and depth") {
  const std::string diep31 = "a: " + std::string(31, '[') + "x" + std::string(31, ']') + "\n";
  const std::string diep32 = "a: " + std::string(32, '[') + "x" + std::string(32, ']') + "\n";
  CHECK(bezwaren(diep31).empty());
  CHECK(bezwaren(diep32) == "1:35 dit document is meer dan 32 niveaus diep");
  CHECK(bezwaren("a: " + std::string(1000000, '[')).find("32 niveaus diep") != std::string::npos);
  const std::string precies = "a: " + std::string(pga::yaml::kMaxDocument - 4, 'x') + "\n";
  CHECK(bezwaren(precies).empty());
  CHECK(bezwaren(precies + "\n").find("0:0 dit document is te groot") == 0);
}

TEST_CASE("a flood of findings ends") {
  std::string dubbel;
  for (int i = 0; i < 5000; ++i) dubbel += "a: 1\n";
  try {
    static_cast<void>(lees_strikt(dubbel, "d"));
    FAIL("must be refused");
  } catch (const Fout& fout) {
    CHECK(fout.bevindingen().size() == 100);
  }
}

TEST_CASE("what pga writes, the strict reader reads the same, or it says that a text holds what people may not") {
  pga::test::Toeval toeval(42);
  int gelijk = 0;
  for (int i = 0; i < 2000; ++i) {
    const Waarde w = pga::test::willekeurige_kaart(toeval, 0);
    Waarde gelezen;
    try {
      gelezen = lees_strikt(pga::yaml::schrijf(w), "d");
    } catch (const Fout& fout) {
      const std::string& wat = fout.bevindingen().front().wat;
      CAPTURE(wat);
      const bool om_de_tekst = wat.find("deze tekst bevat een code") == 0;
      CHECK(om_de_tekst);
      continue;
    }
    // Numbers and truth values stay text here, so compare what is written of both without quotes.
    std::string a = pga::yaml::schrijf(w);
    std::string b = pga::yaml::schrijf(gelezen);
    for (std::string* s : {&a, &b}) s->erase(std::remove(s->begin(), s->end(), '"'), s->end());
    if (b.find("e\xCC\x81") == std::string::npos && a.find("e\xCC\x81") != std::string::npos) continue;  // NFC
    CHECK(a == b);
    ++gelijk;
  }
  CHECK(gelijk > 100);
}
