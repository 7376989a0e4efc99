// SPDX-License-Identifier: EUPL-1.2
//
// Plain text from elsewhere is held to the same signs as a document.
#include "lib/yaml/gewone_tekst.h"

#include <doctest/doctest.h>

#include <string>

#include "lib/basis/fout.h"

using namespace pga;
using namespace pga::yaml;

TEST_CASE("plain text comes out in one form: no byte order mark, LF, NFC") {
  CHECK(lees_gewone_tekst("\xEF\xBB\xBF"
                          "een\r\ntwee\tdrie\n",
                          "v.txt") == "een\ntwee\tdrie\n");
  CHECK(lees_gewone_tekst("cafe\xCC\x81", "v.txt") == "caf\xC3\xA9");
}

TEST_CASE("what is no text is a finding with its line, all of them") {
  try {
    (void)lees_gewone_tekst("goed\nre\xEBn\nmet\x1b[31m\nom\xE2\x80\xAEgekeerd\n", "v.txt");
    FAIL("no error");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::document);
    REQUIRE(f.bevindingen().size() == 3);
    for (int i = 0; i < 3; ++i) {
      CHECK(f.bevindingen()[static_cast<std::size_t>(i)].plaats.bestand == "v.txt");
      CHECK(f.bevindingen()[static_cast<std::size_t>(i)].plaats.regel == i + 2);
    }
  }
  CHECK_THROWS_AS((void)lees_gewone_tekst(std::string("a\0b", 3), "v.txt"), Fout);
}
