// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/organisatie.h"

#include <doctest/doctest.h>

using namespace pga::proces;

TEST_CASE("an organisation with its article") {
  CHECK(de_organisatie("om") == "het OM");
  CHECK(de_organisatie("college") == "het college");
  CHECK(de_organisatie("rvdk") == "de RvdK");
  CHECK(de_organisatie("politie") == "de politie");
  CHECK(de_organisatie("burgemeester") == "de burgemeester");
  CHECK(de_organisatie("rac") == "de RAC");
  CHECK(de_organisatie("fg") == "de FG");
  CHECK(de_organisatie("toezicht") == "de commissie van toezicht");
  CHECK(de_organisatie("Stichting X") == "Stichting X");
}

TEST_CASE("a deelnemer is one of the six of artikel 3, lid 1") {
  int n = 0;
  for (const std::string_view woord : Woorden<Organisatie>::namen) {
    if (is_deelnemer(*lees<Organisatie>(woord))) ++n;
  }
  CHECK(n == 6);
  CHECK(is_deelnemer(Organisatie::rvdk));
  CHECK_FALSE(is_deelnemer(Organisatie::rac));
  CHECK_FALSE(is_deelnemer(Organisatie::machine));
}
