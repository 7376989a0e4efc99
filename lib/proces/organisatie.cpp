// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/organisatie.h"

#include <fmt/format.h>

#include "lib/proces/woorden.h"

namespace pga::proces {

std::string de_organisatie(std::string_view organisatie) {
  const auto wie = lees<Organisatie>(organisatie);
  if (!wie) return std::string(organisatie);
  switch (*wie) {
    case Organisatie::om:
      return "het OM";
    case Organisatie::college:
      return "het college";
    case Organisatie::rvdk:
      return "de RvdK";
    case Organisatie::rac:
      return "de RAC";
    case Organisatie::fg:
      return "de FG";
    case Organisatie::toezicht:
      return "de commissie van toezicht";
    case Organisatie::beheer:
      return "de technische ondersteuning";
    default:
      return fmt::format("de {}", organisatie);
  }
}

}  // namespace pga::proces
