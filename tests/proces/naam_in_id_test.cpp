// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/naam_in_id.h"

#include <doctest/doctest.h>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

TEST_CASE("a word of the name in the id, case and accents aside") {
  CHECK(noemt("jorrit-veldkamp", "Jorrit Veldkamp"));
  CHECK(noemt("veldkamp", "J. Veldkamp"));
  CHECK(noemt("b-jorrit1", "JORRIT"));
  CHECK(noemt("jor-rit", "Jorrit"));
  CHECK(noemt("rene", "René d'Été"));
  CHECK(noemt("yucel", "Yücel Şahin"));
  CHECK(noemt("sahin", "Yücel Şahin"));
  CHECK(noemt("lukasz", "Łukasz"));
  CHECK(noemt("kim", "Kim"));
}

TEST_CASE("what says nothing of the name") {
  CHECK_FALSE(noemt("b1", "Jorrit Veldkamp"));
  CHECK_FALSE(noemt("b-3f9a", "Jorrit Veldkamp"));
  CHECK_FALSE(noemt("st-bm", "Bo St. Jan"));  // words of two letters say too little
  CHECK_FALSE(noemt("jorrit", ""));
  CHECK_FALSE(noemt("", "Jorrit"));
  CHECK_FALSE(noemt("b1", "\xC3"));  // cut off
  CHECK_FALSE(noemt("man-1", "身元不明"));
}

TEST_CASE("an id that tells the name is refused, in every document and at every depth, and not repeated") {
  Zaak z;
  const Waarde b = met(een_betrokkene(), "id", "jan-de-proef");
  auto uit = z.toets("melding", met(een_melding(), "betrokkene", b));
  ZEGT(uit, FoutSoort::document, "in dit id staat een woord uit de naam", "artikel 13 Wet PGA");
  CHECK(toon(uit).find("proef") == std::string::npos);
  const Waarde kind = met(een_betrokkene(), "gezagdragers", l({k({{"id", "mieke"}, {"naam", "Mieke Pool"}})}));
  ZEGT(z.toets("melding", met(een_melding(), "betrokkene", kind)), FoutSoort::document, "een woord uit de naam");
  // One that is there already cannot be chosen otherwise any more.
  z.voeg("melding", met(een_melding(), "betrokkene", b));
  CHECK(z.toets("aanmelding", met(een_aanmelding(), "betrokkene", b)).empty());
}
