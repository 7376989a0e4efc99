// SPDX-License-Identifier: EUPL-1.2
//
// The explanations: found by the words that people use, each with its articles, short enough for a screen.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "lib/proces/uitleg.h"

using namespace pga::proces;

namespace {

std::string eerste(std::string_view woorden) {
  const auto gevonden = zoek_uitleg(woorden);
  return gevonden.empty() ? std::string() : std::string(gevonden.front()->onderwerp);
}

}  // namespace

TEST_CASE("an explanation is found by its subject, a command or an article, however it is written") {
  for (const char* woorden : {"weging", "Weeg", "art5lid3", "art. 5 lid 3", "artikel 5, lid 3, Wet PGA", "art 5"}) {
    CAPTURE(woorden);
    CHECK(eerste(woorden) == "weging");
  }
  for (const char* woorden : {"art41", "artikel 41 UAVG", "art. 41, lid 2, UAVG", "art. 41 lid 9"}) {
    CAPTURE(woorden);
    CHECK(eerste(woorden) == "uitstel");
  }
  CHECK(eerste("artikel 7 Besluit PGA") == "aanmelding");
  CHECK(eerste("art. 7 Wet PGA") == "overdracht");
  CHECK(eerste("artikel 14, lid 3, AVG") == "notificatie");
  CHECK(eerste("artikel 14 Wet PGA") == "logboek");
  CHECK(eerste("artikel 4.1a Woo") == "bewaring");
  CHECK(eerste("sluit") == "sluiten");
  for (const char* geen : {"", "art", "art99", "pizza", "lid 3"}) {
    CAPTURE(geen);
    CHECK(eerste(geen).empty());
  }
}

TEST_CASE("each says something with an article, in few words, and no word means two subjects") {
  std::set<std::string> woorden;
  for (const std::string& w : uitlegwoorden()) CHECK_MESSAGE(woorden.insert(w).second, w);
  for (const Uitleg& u : uitleg()) {
    CAPTURE(u.onderwerp);
    CHECK(u.zinnen.size() >= 3);
    CHECK(u.zinnen.size() <= 6);
    std::size_t tekens = 0;
    for (const std::string_view zin : u.zinnen) tekens += zin.size();
    CHECK(tekens <= 1000);
    CHECK_FALSE(u.opdrachten.empty());
    CHECK(std::any_of(u.zinnen.begin(), u.zinnen.end(),
                      [](std::string_view z) { return z.find("art. ") != std::string_view::npos; }));
  }
}
