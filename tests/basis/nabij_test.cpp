// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/nabij.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using pga::nabij;

TEST_CASE("the nearest spelling") {
  const std::vector<std::string> opdrachten = {"melding", "weeg", "notificeer", "profiel", "plan", "sluit", "toon"};
  CHECK(nabij("meldig", opdrachten) == "melding");
  CHECK(nabij("mledign", opdrachten) == "melding");  // two neighbours swapped, twice
  CHECK(nabij("MELDING", opdrachten) == "melding");
  CHECK(nabij("notifiseer", opdrachten) == "notificeer");
  CHECK(nabij("profil", opdrachten) == "profiel");
  CHECK(nabij("plna", opdrachten) == "plan");
  CHECK(nabij("weg", opdrachten) == "weeg");
  CHECK(nabij("tono", opdrachten) == "toon");
  CHECK(nabij("plan", opdrachten) == "plan");
}

TEST_CASE("what is not near is not suggested") {
  const std::vector<std::string> opdrachten = {"melding", "weeg", "notificeer"};
  CHECK(nabij("xyz", opdrachten).empty());
  CHECK(nabij("afsluiten", opdrachten).empty());
  CHECK(nabij("weeg", {}).empty());
  CHECK(nabij("", opdrachten).empty());
  CHECK(nabij(std::string(65, 'm'), opdrachten).empty());
  // Never more than three letters, however long the word is.
  CHECK(nabij("geen_nieuwe_xxxxxgnalen", {"geen_nieuwe_signalen"}).empty());
  CHECK(nabij("geen_nieuwe_sixxalen", {"geen_nieuwe_signalen"}) == "geen_nieuwe_signalen");
}

TEST_CASE("of two the nearer, of equals the first") {
  CHECK(nabij("polite", {"police", "politie"}) == "police");
  CHECK(nabij("politie1", {"politie22", "politie"}) == "politie");
  CHECK(nabij("ab", {"ac", "ad"}) == "ac");
}

TEST_CASE("the beginning of a word is enough") {
  const std::vector<std::string> opdrachten = {"melding", "notificeer", "termijnen", "beleid", "bewaar"};
  CHECK(nabij("meld", opdrachten) == "melding");
  CHECK(nabij("TERM", opdrachten) == "termijnen");
  CHECK(nabij("not", opdrachten) == "notificeer");
  CHECK(nabij("be", opdrachten).empty());
  CHECK(nabij("--per", {"--peildatum", "--perioden", "--periode"}) == "--periode");
  CHECK(nabij("--pe", {"--peildatum"}).empty());
  CHECK(nabij("s-1", {"s-1b2f"}).empty());
  CHECK(nabij("meldingen_van_nu", {"melding"}).empty());
  CHECK(nabij("signaal", {"relaties", "signalen"}) == "signalen");
  CHECK(nabij("sign", {"siga", "sigma_b"}) == "siga");
  CHECK(nabij("abcdef", {"abcxxxxxxxx"}).empty());
}
