// SPDX-License-Identifier: EUPL-1.2
//
// The register of gebruikers stays within the columns of a terminal.
#include "lib/weergave/register.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;

TEST_CASE("a long training with an end fits in eighty columns, and the last valid day is said to be one") {
  RegisterRij r;
  r.gebruiker = "reg1";
  r.naam = "Hanneke van der Brouwer-Zonneveld";
  r.soort_bewijs = "screening";
  r.bewijs_op = Datum(2025, 9, 24);
  r.bewijs_tot = Datum(2026, 9, 23);
  r.opleiding = "Basistraining persoonsgerichte aanpak radicalisering";
  r.opleiding_op = Datum(2025, 9, 24);
  r.opleiding_tot = Datum(2028, 9, 20);
  const std::string uit = register_tekst({r}, Datum(2026, 9, 24), {});
  CAPTURE(uit);
  CHECK(voorbeeld::breedste(uit) <= 80);
  CHECK(uit.find("verlopen, was geldig t/m") != std::string::npos);
  const std::string op_de_dag = register_tekst({r}, Datum(2026, 9, 23), {});
  CHECK(op_de_dag.find("verlopen") == std::string::npos);
}
