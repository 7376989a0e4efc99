// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <sstream>
#include <vector>

#include "lib/weergave/tekst.h"
#include "tests/weergave/voorbeeld.h"

using pga::weergave::breedte;
using pga::weergave::omloop;

namespace {

std::vector<std::string> woorden(const std::string& tekst) {
  std::istringstream in(tekst);
  std::vector<std::string> uit;
  for (std::string w; in >> w;) uit.push_back(w);
  return uit;
}

std::string letters(const std::string& tekst) {
  std::string uit;
  for (const std::string& w : woorden(tekst)) uit += w;
  return uit;
}

std::string willekeurig(std::mt19937& bron) {
  static const std::array<std::string, 10> kDelen = {"a", "bcd", "é",   "e\xcc\x81", "中",
                                                     " ", " ",   "   ", "\n",        "w"};
  std::string uit;
  for (auto n = bron() % 120U; n > 0; --n) uit += kDelen.at(bron() % kDelen.size());
  return uit;
}

}  // namespace

TEST_CASE("text wraps at spaces, with its indents") {
  CHECK(omloop("een twee drie vier", 10, "- ", "  ") == "- een twee\n  drie\n  vier");
  CHECK(omloop("precies tien", 12) == "precies tien");
  CHECK(omloop("precies tien", 11) == "precies\ntien");
  CHECK(omloop("", 10, "  ").empty());
}

TEST_CASE("paragraphs and inner blanks stay, blanks at a break go") {
  CHECK(omloop("een\n\ntwee", 10, "> ", "> ") == "> een\n>\n> twee");
  CHECK(omloop("a  b\n  c", 10) == "a  b\n  c");
  CHECK(omloop("aaa   bbb", 5) == "aaa\nbbb");
  CHECK(omloop("a   \nb  ", 5) == "a\nb");
  CHECK(omloop("a\n", 5) == "a\n");
}

TEST_CASE("a word is broken only when it is wider than a line") {
  CHECK(omloop("ja abcdefghij", 5) == "ja\nabcde\nfghij");
  CHECK(omloop("ja abcde", 5) == "ja\nabcde");
  CHECK(omloop("中中中", 5) == "中中\n中");
  CHECK(omloop("e\xcc\x81"
               "e\xcc\x81",
               1) == "e\xcc\x81\ne\xcc\x81");
  CHECK(omloop("ab", 3, "......", "......") == "......a\n......b");
}

TEST_CASE("no letter is lost, no line too wide, no word broken without need") {
  std::mt19937 bron(20260304);
  for (int i = 0; i < 3000; ++i) {
    const std::string tekst = willekeurig(bron);
    const int kolommen = 2 + static_cast<int>(bron() % 30U);
    const std::string uit = omloop(tekst, kolommen);
    CAPTURE(tekst);
    CAPTURE(kolommen);
    CAPTURE(uit);
    CHECK(letters(uit) == letters(tekst));
    CHECK(voorbeeld::breedste(uit) <= kolommen);
    CHECK(std::count(uit.begin(), uit.end(), '\n') >= std::count(tekst.begin(), tekst.end(), '\n'));
    const std::vector<std::string> in = woorden(tekst);
    if (std::all_of(in.begin(), in.end(), [&](const std::string& w) { return breedte(w) <= kolommen; })) {
      CHECK(woorden(uit) == in);
    }
  }
}
