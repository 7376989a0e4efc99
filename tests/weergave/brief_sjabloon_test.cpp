// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/weergave/brief_sjabloon.h"

using namespace pga;
using namespace pga::weergave;

namespace {

const SjabloonWoorden kWoorden = {{"naam", "lijst", "leeg", "open"}, {"ja", "nee"}, {"een", "twee"}};

Vulling vulling() {
  return {{{"naam", {{"Jan"}, "", "", ""}},
           {"lijst", {{"a", "b", "c"}, "", "", ""}},
           {"leeg", {{}, "", "", ""}},
           {"open", {{}, "het adres", "", ""}}},
          {"ja"}};
}

GevuldeBrief gevuld(const std::string& tekst) { return vul(lees_sjabloon(tekst, "s.txt", kWoorden), vulling()); }
std::string tekst(const std::string& sjabloon) { return brief_tekst(gevuld(sjabloon).blad); }

/// The findings of a template that is not right, as "regel:kolom: wat | tip".
std::vector<std::string> fouten(const std::string& sjabloon) {
  std::vector<std::string> uit;
  try {
    (void)lees_sjabloon(sjabloon, "s.txt", kWoorden);
  } catch (const Fout& e) {
    CHECK(e.soort() == FoutSoort::document);
    for (const Bevinding& b : e.bevindingen()) {
      CHECK(b.plaats.bestand == "s.txt");
      uit.push_back(std::to_string(b.plaats.regel) + ':' + std::to_string(b.plaats.kolom) + ": " + b.wat + " | " +
                    b.tip);
    }
  }
  return uit;
}

}  // namespace

TEST_CASE("paragraphs, headings, lines and lists") {
  CHECK(tekst("# Titel\n\neen\ntwee\n\ndrie\n## Kop\n- a\n- b\n  gaat door\n\n| x\n|\n| y\n") ==
        "Titel\n=====\n\neen twee\n\ndrie\n\n\nKop\n\n- a\n- b gaat door\n\nx\n\ny\n");
  CHECK(tekst("\xef\xbb\xbf# T\r\n\r\nx\r\n") == "T\n=\n\nx\n");  // as Windows writes it
}

TEST_CASE("a place gives its value; a list gives an item or line each, or a summing-up in a sentence") {
  CHECK(tekst("Dag {{ naam }}!") == "Dag Jan!\n");
  CHECK(tekst("- {{lijst}}\n- d\n") == "- a\n- b\n- c\n- d\n");
  CHECK(tekst("| {{lijst}}") == "a\nb\nc\n");
  CHECK(tekst("Van {{lijst}}.") == "Van a, b en c.\n");
  CHECK(tekst("- {{leeg}}\n\nx") == "x\n");
}

TEST_CASE("what is not known has to be filled in, and is told once") {
  const GevuldeBrief b = gevuld("| {{open}}\n\nNaar {{open}} toe.");
  CHECK(brief_tekst(b.blad) == "[vul in: het adres]\n\nNaar [vul in: het adres] toe.\n");
  CHECK(b.open == std::vector<std::string>{"open"});
  CHECK(b.blad[1].regels[0][1].open);
}

TEST_CASE("conditions and comments") {
  CHECK(tekst("{{! niet in de brief: {{naam}} }}\n{{#als ja}}\nwel\n{{#als niet nee}}\nook\n{{/als}}\n{{/als}}\n"
              "{{#als niet ja}}\nniet\n{{/als}}") == "wel\n\nook\n");
}

TEST_CASE("an element counts when it comes out with text, with the places in it") {
  const GevuldeBrief b = gevuld(
      "{{#onderdeel een}}\n{{#als nee}}\n{{naam}}\n{{/als}}\n{{/onderdeel}}\n"
      "{{#onderdeel twee}}\nDag {{naam}}\n{{/onderdeel}}");
  CHECK(b.onderdelen.count("een") == 0);
  REQUIRE(b.onderdelen.count("twee") == 1);
  CHECK(b.onderdelen.at("twee") == std::set<std::string>{"naam"});
}

TEST_CASE("an element with nothing but a place without a value does not count") {
  CHECK(gevuld("{{#onderdeel een}}\n- {{leeg}}\n{{/onderdeel}}\nx").onderdelen.count("een") == 0);
}

TEST_CASE("a value is never read as a template") {
  Vulling v = vulling();
  v.waarden["naam"].waarden = {"{{lijst}} {{#als ja}}"};
  const Sjabloon s = lees_sjabloon("Dag {{naam}}", "s.txt", kWoorden);
  CHECK(brief_tekst(vul(s, v).blad) == "Dag {{lijst}} {{#als ja}}\n");
}

TEST_CASE("a template that is not right: everything, with its place and what to do") {
  const std::vector<std::pair<std::string, std::string>> gevallen = {
      {"x {{naem}}", "1:3: de naam \"naem\" bestaat niet in dit sjabloon | bedoelde u \"naam\"?"},
      {"é {{xyzzy}}", "1:3: de naam \"xyzzy\" bestaat niet in dit sjabloon | kies uit: naam, lijst, leeg, open"},
      {"{{}}", "1:1: de naam \"\" bestaat niet in dit sjabloon | kies uit: naam, lijst, leeg, open"},
      {"{{#als jaa}}\n{{/als}}", "1:1: de voorwaarde \"jaa\" bestaat niet in dit sjabloon | bedoelde u \"ja\"?"},
      {"{{#onderdeel eeen}}\nx\n{{/onderdeel}}",
       "1:1: het onderdeel \"eeen\" bestaat niet in dit sjabloon | bedoelde u \"een\"?"},
      {"  {{#indien ja}}", "1:3: het teken \"indien\" bestaat niet in dit sjabloon | kies uit: als, onderdeel"},
      {"x\n{{#als ja}}\ny", "2:1: {{#als}} wordt niet gesloten | zet {{/als}} op een eigen regel"},
      {"{{/als}}", "1:1: {{/als}} sluit niets | haal deze regel weg"},
      {"{{#als ja}}\n{{/onderdeel}}",
       "2:1: {{/onderdeel}} staat hier, maar {{#als ja}} van regel 1 is nog open | zet eerst {{/als}}"},
      {"{{#als ja}} x",
       "1:1: dit staat niet alleen op een regel, of }} ontbreekt | zet {{#…}}, {{/…}} en {{! … }} "
       "elk op een eigen regel"},
      {"x {{#als ja}}",
       "1:3: dit staat niet alleen op een regel | zet {{#…}}, {{/…}} en {{! … }} elk op een eigen "
       "regel"},
      {"{{! geen einde",
       "1:1: dit staat niet alleen op een regel, of }} ontbreekt | zet {{#…}}, {{/…}} en {{! … }} "
       "elk op een eigen regel"},
      {"x {{naam", "1:3: hier staat {{ zonder }} erachter | zet }} achter de naam"},
      {"x }} y", "1:3: hier staat }} zonder {{ ervoor | zet {{ voor de naam"},
      {"### Te diep",
       "1:1: dit is geen kop | schrijf # en een spatie voor de titel, of ## en een spatie voor een "
       "tussenkop"},
      {"#Titel",
       "1:1: dit is geen kop | schrijf # en een spatie voor de titel, of ## en een spatie voor een "
       "tussenkop"},
      {"a\xe2\x80\xae"
       "b",
       "1:2: dit teken kan niet in een brief: \\u202e | sla het sjabloon op als gewone tekst in "
       "UTF-8, zonder onzichtbare tekens"},
      {"a\xff",
       "1:2: dit teken kan niet in een brief: \\xff | sla het sjabloon op als gewone tekst in UTF-8, zonder "
       "onzichtbare tekens"},
      {"\n \n", "0:0: dit sjabloon is leeg | begin met het ingebouwde sjabloon: --toon-brief-sjabloon"},
  };
  for (const auto& [sjabloon, verwacht] : gevallen) {
    INFO(sjabloon);
    const std::vector<std::string> uit = fouten(sjabloon);
    REQUIRE(uit.size() == 1);
    CHECK(uit[0] == verwacht);
  }
  CHECK(fouten("{{a}}\n{{b}}\n### c").size() == 3);
  CHECK(fouten(std::string(kMaxSjabloon + 1, 'x')).size() == 1);
}

TEST_CASE("depth and number of mistakes are bounded") {
  std::string diep;
  for (int i = 0; i < 20000; ++i) diep += "{{#als ja}}\n";
  CHECK(fouten(diep.substr(0, kMaxSjabloon)).size() <= 200);
  std::string negen;
  for (int i = 0; i < 8; ++i) negen += "{{#als ja}}\n";
  negen += "x\n";
  for (int i = 0; i < 8; ++i) negen += "{{/als}}\n";
  CHECK(tekst(negen) == "x\n");
}
