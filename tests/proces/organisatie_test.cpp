// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/organisatie.h"

#include <doctest/doctest.h>

#include "lib/proces/woorden.h"

using namespace pga::proces;

TEST_CASE("an organisation with its article") {
  CHECK(de_organisatie("om") == "het OM");
  CHECK(de_organisatie("college") == "het college");
  CHECK(de_organisatie("rvdk") == "de RvdK");
  CHECK(de_organisatie("politie") == "de politie");
  CHECK(de_organisatie("burgemeester") == "de burgemeester");
  CHECK(de_organisatie("Stichting X") == "Stichting X");
}

TEST_CASE("the weegploeg is of burgemeester, politie and om; a machine is termijnwacht; the rest is free") {
  for (const std::string_view organisatie : Woorden<Organisatie>::namen) {
    CAPTURE(organisatie);
    const bool machine = organisatie == "machine";
    const bool weegt = organisatie == "burgemeester" || organisatie == "politie" || organisatie == "om";
    CHECK(rol_bezwaren(organisatie, {"weegploeg"}).empty() == weegt);
    CHECK(rol_bezwaren(organisatie, {"termijnwacht"}).empty());
    CHECK(rol_bezwaren(organisatie, {"regisseur", "deelnemer"}).size() == (machine ? 2 : 0));
  }
  CHECK(rol_bezwaren("rvdk", {"weegploeg"}).front().grondslag == "artikel 5, lid 3, Wet PGA");
  CHECK(rol_bezwaren("machine", {"weegploeg"}).front().wat ==
        "een machine kan alleen termijnwacht zijn, geen weegploeg");
}
