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
    default:
      return fmt::format("de {}", organisatie);
  }
}

std::vector<RolBezwaar> rol_bezwaren(std::string_view organisatie, const std::vector<std::string>& rollen) {
  const auto wie = lees<Organisatie>(organisatie);
  const bool weegt = wie == Organisatie::burgemeester || wie == Organisatie::politie || wie == Organisatie::om;
  std::vector<RolBezwaar> uit;
  for (const std::string& woord : rollen) {
    const auto rol = lees<Rol>(woord);
    if (wie == Organisatie::machine && rol != Rol::termijnwacht) {
      uit.push_back({fmt::format("een machine kan alleen termijnwacht zijn, geen {}", woord),
                     "geef deze rol aan een medewerker die een deelnemer heeft aangewezen",
                     "artikel 12, lid 3, Wet PGA"});
    } else if (rol == Rol::weegploeg && !weegt) {
      uit.push_back({fmt::format("{} weegt niet mee: de weegploeg is van burgemeester, politie en OM",
                                 de_organisatie(organisatie)),
                     "geef de rol deelnemer; de weegploeg kan per casus toegang geven",
                     "artikel 5, lid 3, Wet PGA"});
    }
  }
  return uit;
}

}  // namespace pga::proces
