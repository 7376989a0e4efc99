// SPDX-License-Identifier: EUPL-1.2
#include "tests/yaml/willekeurig.h"

namespace pga::test {
namespace {

Waarde willekeurig(Toeval& toeval, int diepte) {
  const unsigned keus = onder(toeval, diepte > 5 ? 6 : 10);
  if (keus == 0) return static_cast<std::int64_t>((std::uint64_t{toeval()} << 32U) | toeval());
  if (keus == 1) return Waarde::bool_(onder(toeval, 2) == 0);
  if (keus == 2) return static_cast<int>(onder(toeval, 200)) - 100;
  if (keus < 6) return willekeurige_tekst(toeval);
  if (keus < 8) return willekeurige_kaart(toeval, diepte + 1);
  Waarde lijst = Waarde::lijst_();
  for (unsigned n = 1 + onder(toeval, 4); n > 0; --n) lijst.voeg_toe(willekeurig(toeval, diepte + 1));
  return lijst;
}

}  // namespace

unsigned onder(Toeval& toeval, unsigned n) { return static_cast<unsigned>(toeval()) % n; }

void voeg_toe(std::string& uit, char32_t p) {
  const auto byte = [&uit](char32_t b) { uit += static_cast<char>(static_cast<unsigned char>(b)); };
  const auto staart = [&](unsigned n) {
    while (n-- > 0) byte(0x80U | ((p >> (6 * n)) & 0x3FU));
  };
  if (p < 0x80) {
    byte(p);
  } else if (p < 0x800) {
    byte(0xC0U | (p >> 6U));
    staart(1);
  } else if (p < 0x10000) {
    byte(0xE0U | (p >> 12U));
    staart(2);
  } else {
    byte(0xF0U | (p >> 18U));
    staart(3);
  }
}

const std::vector<std::string>& vijandige_teksten() {
  static const std::vector<std::string> teksten = {"",
                                                   " ",
                                                   "  ",
                                                   "\n",
                                                   "\n\n",
                                                   "\t",
                                                   "\r",
                                                   "\r\n",
                                                   "a\r\nb",
                                                   " a",
                                                   "a ",
                                                   "a\n",
                                                   "\na",
                                                   " a\n b",
                                                   "a\n\nb",
                                                   "a\n b\n",
                                                   "no",
                                                   "NO",
                                                   "yes",
                                                   "on",
                                                   "off",
                                                   "y",
                                                   "n",
                                                   "true",
                                                   "False",
                                                   "null",
                                                   "~",
                                                   "NULL",
                                                   "1",
                                                   "01",
                                                   "010",
                                                   "0x10",
                                                   "0o17",
                                                   "1e3",
                                                   ".5",
                                                   "1.",
                                                   ".inf",
                                                   ".nan",
                                                   "-",
                                                   "--",
                                                   "-1",
                                                   "+1",
                                                   "012345670",
                                                   "012345678",
                                                   "12:30",
                                                   "2026-03-01",
                                                   "2026-03-01T12:30:00Z",
                                                   "1_000",
                                                   "=",
                                                   "<<",
                                                   "<",
                                                   "---",
                                                   "--- a",
                                                   "...",
                                                   "... a",
                                                   "- a",
                                                   "-a",
                                                   "? a",
                                                   ": a",
                                                   ":",
                                                   "a: b",
                                                   "a:",
                                                   "a :b",
                                                   "#",
                                                   "# a",
                                                   "a # b",
                                                   "a #b",
                                                   "&a",
                                                   "*a",
                                                   "!a",
                                                   "!!str a",
                                                   "%YAML 1.2",
                                                   "@a",
                                                   "`a",
                                                   "|",
                                                   ">",
                                                   "|-",
                                                   "{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   "{a: b}",
                                                   "[a, b]",
                                                   ",",
                                                   "'",
                                                   "''",
                                                   "\"",
                                                   "\"\"",
                                                   "'a'",
                                                   "\"a\"",
                                                   "\\",
                                                   "\\n",
                                                   "\\u0041",
                                                   "\\\"",
                                                   "a\\",
                                                   "\"x\nb: 1\nc: 2\n",
                                                   "x\"\nb: \"y",
                                                   "\x01",
                                                   "\x1B[31m",
                                                   "\x7F",
                                                   "\xC2\x80",
                                                   "\xC2\x85",
                                                   "\xC2\xA0",
                                                   "\xE2\x80\xA8",
                                                   "\xE2\x80\xA9",
                                                   "\xE2\x80\xAE"
                                                   "dcba",
                                                   "\xE2\x81\xA6",
                                                   "\xD8\x9C",
                                                   "\xEF\xBB\xBF",
                                                   "\xEF\xBB\xBF"
                                                   "a",
                                                   "é",
                                                   "e\xCC\x81",
                                                   "ǅ",
                                                   "🙂",
                                                   "👩‍👩‍👧",
                                                   "ij ĳ",
                                                   "日本語",
                                                   "עברית",
                                                   "\xF4\x8F\xBF\xBD",
                                                   std::string("\0", 1),
                                                   std::string("a\0b", 3),
                                                   std::string(5000, 'x'),
                                                   std::string(2000, ' '),
                                                   "-----BEGIN AGE ENCRYPTED FILE-----",
                                                   "-----BEGIN AGE ENCRYPTED FILE-----\n",
                                                   "-----BEGIN AGE ENCRYPTED FILE-----\n\n",
                                                   "-----BEGIN AGE ENCRYPTED FILE-----\n a\n",
                                                   "-----BEGIN AGE ENCRYPTED FILE-----\na: b\n# c\n---\n...\n- d\n",
                                                   "untrusted comment: pga\n#\n",
                                                   "untrusted comment: pga\n\"\\\n"};
  return teksten;
}

std::string willekeurige_tekst(Toeval& toeval) {
  const auto& teksten = vijandige_teksten();
  std::string uit;
  for (unsigned n = onder(toeval, 5); n > 0; --n) {
    if (onder(toeval, 3) == 0) {
      uit += teksten[onder(toeval, static_cast<unsigned>(teksten.size()))];
    } else {
      uit += " \n\t\"\\'#:-|>{}[],&*!%@`~?0aZ"[onder(toeval, 27)];
    }
  }
  return uit;
}

Waarde willekeurige_kaart(Toeval& toeval, int diepte) {
  Waarde kaart = Waarde::kaart();
  for (unsigned n = 1 + onder(toeval, 5); n > 0; --n) {
    std::string naam;
    for (unsigned m = 1 + onder(toeval, 6); m > 0; --m) {
      naam += "abcdefghijklmnopqrstuvwxyz_0123456789.-"[onder(toeval, 39)];
    }
    if (naam != "null") kaart.zet(naam, willekeurig(toeval, diepte));
  }
  if (kaart.leeg()) kaart.zet("a", 1);
  return kaart;
}

}  // namespace pga::test
