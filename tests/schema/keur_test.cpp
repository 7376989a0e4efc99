// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>
#include <iostream>
#include "lib/schema/schema.h"
TEST_CASE("all") {
  for (auto& s : pga::schema::soorten()) {
    MESSAGE(s);
    std::cout << pga::schema::sjabloon(pga::schema::schema(s)) << "=====\n";
  }
}
