// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/canoniek.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string>

#include "lib/basis/fout.h"
#include "tests/yaml/willekeurig.h"

using pga::Fout;
using pga::FoutSoort;
using pga::Waarde;
using pga::yaml::is_blok;
using pga::yaml::lees;
using pga::yaml::schrijf;

namespace {

constexpr const char* kArmor =
    "-----BEGIN AGE ENCRYPTED FILE-----\n"
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhYmNkZWZnaGlqa2xtbm9w\n"
    "-----END AGE ENCRYPTED FILE-----\n";

Waarde met(const char* naam, Waarde waarde) {
  Waarde kaart = Waarde::kaart();
  kaart.zet(naam, std::move(waarde));
  return kaart;
}

/// What yaml-cpp reads, and whether that is the same value.
bool zelfde(const YAML::Node& node, const Waarde& w) {
  if (w.is_kaart()) {
    if (!node.IsMap() || node.size() != w.velden().size()) return false;
    std::size_t i = 0;
    for (const auto& paar : node) {
      const pga::Veld& veld = w.velden()[i++];
      if (paar.first.Scalar() != veld.naam || !zelfde(paar.second, veld.waarde)) return false;
    }
    return true;
  }
  if (w.is_lijst()) {
    if (!node.IsSequence() || node.size() != w.lijst().size()) return false;
    for (std::size_t i = 0; i < node.size(); ++i) {
      if (!zelfde(node[i], w.lijst()[i])) return false;
    }
    return true;
  }
  if (!node.IsScalar()) return false;
  if (w.is_tekst()) return node.Tag() == "!" && node.Scalar() == w.tekst();
  if (w.is_getal()) return node.Tag() == "?" && node.as<std::int64_t>() == w.getal();
  return node.Tag() == "?" && node.as<bool>() == w.bool_waarde();
}

/// "regel:kolom wat" of the refusal, or "" when it is read.
std::string weigering(const std::string& bytes) {
  try {
    static_cast<void>(lees(bytes, "stuk.yaml"));
    return {};
  } catch (const Fout& fout) {
    CHECK(fout.soort() == FoutSoort::integriteit);
    CHECK(fout.bevindingen().front().plaats.bestand == "stuk.yaml");
    return fout.what();
  }
}

void rond(const Waarde& w) {
  const std::string bytes = schrijf(w);
  CAPTURE(bytes);
  CHECK(lees(bytes, "x") == w);
  CHECK(schrijf(lees(bytes, "x")) == bytes);
  CHECK(zelfde(YAML::Load(bytes), w));
}

}  // namespace

TEST_CASE("the written form, byte for byte") {
  Waarde w = Waarde::kaart();
  w.zet("pga", 1);
  w.zet("ja", Waarde::bool_(true));
  w.zet("tekst", "twee\nregels \"en\" een \\ en\teen tab, é en 🙂");
  w.zet("lijst", Waarde::lijst_({"a", -3, Waarde::lijst_({"b", Waarde::lijst_({"c"})}), met("d", "e")}));
  w.zet("diep", met("x", met("y", "z")));
  w.zet("zegel", kArmor);
  w.zet("zegels", Waarde::lijst_({kArmor}));
  const std::string verwacht = std::string(
      "pga: 1\n"
      "ja: true\n"
      "tekst: \"twee\\nregels \\\"en\\\" een \\\\ en\\teen tab, é en 🙂\"\n"
      "lijst:\n"
      "  - \"a\"\n"
      "  - -3\n"
      "  - - \"b\"\n"
      "    - - \"c\"\n"
      "  - d: \"e\"\n"
      "diep:\n"
      "  x:\n"
      "    y: \"z\"\n"
      "zegel: |\n"
      "  -----BEGIN AGE ENCRYPTED FILE-----\n"
      "  YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhYmNkZWZnaGlqa2xtbm9w\n"
      "  -----END AGE ENCRYPTED FILE-----\n"
      "zegels:\n"
      "  - |\n"
      "    -----BEGIN AGE ENCRYPTED FILE-----\n"
      "    YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhYmNkZWZnaGlqa2xtbm9w\n"
      "    -----END AGE ENCRYPTED FILE-----\n");
  CHECK(schrijf(w) == verwacht);
  rond(w);
}

TEST_CASE("each value knows its place") {
  const Waarde w = lees("a: \"x\"\nb:\n  - c: 1\n    d: 2\n", "x");
  CHECK(w.vind("a")->plek == pga::Plek{1, 4});
  CHECK(w.velden()[1].plek == pga::Plek{2, 1});
  const Waarde& item = w.items_van("b").front();
  CHECK(item.plek == pga::Plek{3, 5});
  CHECK(item.vind("d")->plek == pga::Plek{4, 8});
  CHECK_FALSE(item.vind("d")->ongetypeerd);
}

TEST_CASE("hostile texts come back as they were, also from yaml-cpp") {
  for (const std::string& tekst : pga::test::vijandige_teksten()) {
    CAPTURE(tekst);
    rond(met("a", tekst));
    rond(met("a", Waarde::lijst_({tekst, Waarde::lijst_({tekst}), met("b", tekst)})));
  }
}

TEST_CASE("every code point either round trips or is no text") {
  for (char32_t p = 0; p <= 0x10FFFF; p = p < 0x3000 ? p + 1 : p + 61) {
    std::string tekst = "x";
    pga::test::voeg_toe(tekst, p);
    const bool surrogaat = p >= 0xD800 && p <= 0xDFFF;
    const bool nonteken = (p >= 0xFDD0 && p <= 0xFDEF) || (p & 0xFFFEU) == 0xFFFEU;
    CAPTURE(static_cast<unsigned>(p));
    if (surrogaat || nonteken) {
      REQUIRE_THROWS_AS(static_cast<void>(schrijf(met("a", tekst))), std::invalid_argument);
    } else {
      const Waarde w = met("a", tekst);
      const std::string bytes = schrijf(w);
      REQUIRE(lees(bytes, "x") == w);
      REQUIRE(zelfde(YAML::Load(bytes), w));
    }
  }
}

TEST_CASE("names: all short ones of the set are read the same by yaml-cpp") {
  const std::string tekens = "an0_.-";
  for (const char a : tekens) {
    for (const char b : tekens + " ") {
      for (const char c : tekens + " ") {
        std::string naam{a, b, c};
        naam.erase(std::remove(naam.begin(), naam.end(), ' '), naam.end());
        rond(met(naam.c_str(), Waarde::lijst_({met(naam.c_str(), 1), Waarde::lijst_({met(naam.c_str(), "x")})})));
      }
    }
  }
  for (const char* naam : {"true", "no", "1e3", "0x1f", "2026-03-01", ".inf", "k7q2-m4xd", "-1", "...", "---"}) {
    rond(met(naam, met(naam, "x")));
  }
  rond(met(std::string(128, 'a').c_str(), 1));
}

TEST_CASE("numbers") {
  for (const std::int64_t getal : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(),
                                   std::numeric_limits<std::int64_t>::max()}) {
    rond(met("a", getal));
  }
}

TEST_CASE("random documents round trip, also through yaml-cpp") {
  pga::test::Toeval toeval(20260301);
  for (int i = 0; i < 3000; ++i) rond(pga::test::willekeurige_kaart(toeval, 0));
}

TEST_CASE("every change of one byte is refused or is itself canonical") {
  pga::test::Toeval toeval(7);
  Waarde vast = pga::test::willekeurige_kaart(toeval, 0);
  vast.zet("zegel", kArmor);
  vast.zet("lijst", Waarde::lijst_({Waarde::lijst_({1, "é\x01"}), met("x", Waarde::bool_(false))}));
  const std::string goed = schrijf(vast);
  int gelezen = 0;
  const auto probeer = [&gelezen](const std::string& bytes) {
    try {
      const Waarde w = lees(bytes, "x");
      ++gelezen;
      REQUIRE(schrijf(w) == bytes);
    } catch (const Fout&) {
    }
  };
  for (std::size_t i = 0; i < goed.size(); ++i) {
    std::string bytes = goed;
    for (int b = 0; b < 256; ++b) {
      bytes[i] = static_cast<char>(b);
      probeer(bytes);
    }
    probeer(goed.substr(0, i));
    probeer(goed.substr(0, i) + goed.substr(i + 1));
    for (const char c : {' ', '\n', '-', '"', '\\', '|', ':', '#', 'a', '0'}) {
      probeer(goed.substr(0, i) + c + goed.substr(i));
    }
  }
  CHECK(gelezen > static_cast<int>(goed.size()));  // the unchanged ones, at least
}

TEST_CASE("what is not canonical is refused, with its place") {
  struct Geval {
    const char* bytes;
    const char* plaats;
  };
  const std::array gevallen = {
      Geval{"", "stuk.yaml:1:1"},
      Geval{"\n", "stuk.yaml:1:1"},
      Geval{"a: 1", "stuk.yaml:1:5"},
      Geval{"a: 1\n\n", "stuk.yaml:2:1"},
      Geval{"a: 1 \n", "stuk.yaml:1:5"},
      Geval{"a:  1\n", "stuk.yaml:1:4"},
      Geval{"a:1\n", "stuk.yaml:1:3"},
      Geval{"a: 01\n", "stuk.yaml:1:4"},
      Geval{"a: -0\n", "stuk.yaml:1:4"},
      Geval{"a: +1\n", "stuk.yaml:1:4"},
      Geval{"a: 9223372036854775808\n", "stuk.yaml:1:4"},
      Geval{"a: x\n", "stuk.yaml:1:4"},
      Geval{"a: True\n", "stuk.yaml:1:4"},
      Geval{"a: 'x'\n", "stuk.yaml:1:4"},
      Geval{"a: \"é\" \n", "stuk.yaml:1:7"},
      Geval{"a: \"x\n", "stuk.yaml:1:6"},
      Geval{"a: \"x", "stuk.yaml:1:4"},
      Geval{"a: \"\\u0041\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\\u000a\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\\u000A\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\\uD800\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\\x41\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\\/\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\x7F\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\xC3\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\xE2\x80\xAE\"\n", "stuk.yaml:1:5"},
      Geval{"a: \"\xEF\xBF\xBF\"\n", "stuk.yaml:1:5"},
      Geval{"\xEF\xBB\xBF"
            "a: 1\n",
            "stuk.yaml:1:1"},
      Geval{"a: 1\r\n", "stuk.yaml:1:5"},
      Geval{"---\na: 1\n", "stuk.yaml:1:1"},
      Geval{"# a\na: 1\n", "stuk.yaml:1:1"},
      Geval{"A: 1\n", "stuk.yaml:1:1"},
      Geval{"\"a\": 1\n", "stuk.yaml:1:1"},
      Geval{"null: 1\n", "stuk.yaml:1:1"},
      Geval{"a: 1\nb: 2\na: 3\n", "stuk.yaml:3:1"},
      Geval{"a:\n", "stuk.yaml:2:1"},
      Geval{"a: {}\n", "stuk.yaml:1:4"},
      Geval{"a: []\n", "stuk.yaml:1:4"},
      Geval{"a: \n  b: 1\n", "stuk.yaml:1:4"},
      Geval{"a:\n b: 1\n", "stuk.yaml:2:1"},
      Geval{"a:\n   b: 1\n", "stuk.yaml:2:3"},
      Geval{"a:\n  b: 1\n c: 2\n", "stuk.yaml:3:1"},
      Geval{"a:\n- 1\n", "stuk.yaml:2:1"},
      Geval{"a:\n  -\n    - 1\n", "stuk.yaml:2:3"},
      Geval{"a:\n  -\n    b: 1\n", "stuk.yaml:2:3"},
      Geval{"- a: 1\n", "stuk.yaml:1:1"},
      Geval{"a:\n\tb: 1\n", "stuk.yaml:2:1"},
      Geval{"a: |\n  x\n", "stuk.yaml:1:4"},
      Geval{"a: |\nb: 1\n", "stuk.yaml:1:4"},
      Geval{"a: |-\n  untrusted comment: pga\n", "stuk.yaml:1:4"},
      Geval{"a: |\n  untrusted comment: pga", "stuk.yaml:2:25"},
      Geval{"a: |\n  untrusted comment: pga\n\n", "stuk.yaml:3:1"},
      Geval{"a: \"untrusted comment: pga\\n\"\n", "stuk.yaml:1:4"},
  };
  for (const Geval& g : gevallen) {
    CAPTURE(g.bytes);
    CHECK(weigering(g.bytes).find(std::string(g.plaats) + ": ") == 0);
  }
  CHECK(weigering(std::string("a: \"\0\"\n", 7)).find("stuk.yaml:1:5: ") == 0);
  CHECK(weigering(std::string(129, 'a') + ": 1\n").find("stuk.yaml:1:1: ") == 0);
}

TEST_CASE("depth: 32 levels are read, 33 are not") {
  const auto genest = [](int diepte) {
    Waarde w = "x";
    for (int i = 1; i < diepte; ++i) w = i % 2 == 0 ? met("a", w) : Waarde::lijst_({w});
    return met("a", w);
  };
  rond(genest(32));
  CHECK_THROWS_AS(static_cast<void>(schrijf(genest(33))), std::invalid_argument);
  std::string bytes = "a:\n  ";
  for (int i = 1; i < 32; ++i) bytes += "- ";
  CHECK(weigering(bytes + "1\n").empty());
  CHECK(weigering(bytes + "- 1\n").find("32 niveaus") != std::string::npos);
}

TEST_CASE("what has no canonical form is a mistake of the caller") {
  const std::array fouten = {Waarde("x"),
                             Waarde::kaart(),
                             met("a", Waarde::kaart()),
                             met("a", Waarde::lijst_()),
                             met("A", 1),
                             met("", 1),
                             met("null", 1),
                             met(std::string(129, 'a').c_str(), 1),
                             met("a", "\xFF"),
                             met("a", "\xC0\x80"),
                             met("a", "\xED\xA0\x80"),
                             Waarde::kaart({{"a", 1, {}}, {"a", 1, {}}})};
  for (const Waarde& w : fouten) CHECK_THROWS_AS(static_cast<void>(schrijf(w)), std::invalid_argument);
}

TEST_CASE("a name twice is found in a large map too") {
  Waarde::Kaart velden;
  for (int i = 0; i < 50; ++i) velden.push_back({"n" + std::to_string(i), i, {}});
  rond(Waarde::kaart(velden));
  std::string bytes = schrijf(Waarde::kaart(velden));
  CHECK(weigering(bytes + "n49: 1\nn3: 2\n").find("stuk.yaml:51:1: ") == 0);
}

TEST_CASE("is_blok") {
  CHECK(is_blok(kArmor));
  CHECK(is_blok("untrusted comment: pga\nRUabc\ntrusted comment: pga\nxyz==\n"));
  for (const char* tekst :
       {"", "x\n", "untrusted comment: pga", "untrusted comment: pga\n\n", "untrusted comment: pga\nx",
        "untrusted comment: pga\n x\n", "untrusted comment: pga\nx \n", "untrusted comment: pga\n1234567\t9\n",
        "untrusted comment: pga\n12345678\xC3\xA9\n",
        "untrusted comment: pga\n1234567\x7F"
        "9\n",
        "untrusted comment: pga \nx\n"}) {
    CAPTURE(tekst);
    CHECK_FALSE(is_blok(tekst));
    rond(met("a", tekst));
  }
}
