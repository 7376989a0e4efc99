// SPDX-License-Identifier: EUPL-1.2
//
// Which organisation a sentence is about, with its article: "het OM", "de politie"; and what each may do in a kast.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pga::proces {

/// "om" -> "het OM", "rvdk" -> "de RvdK", "politie" -> "de politie". A word that is no organisation comes back as
/// it is.
[[nodiscard]] std::string de_organisatie(std::string_view organisatie);

/// A role that an organisation cannot have, with the reason and the article; empty when the roles fit.
struct RolBezwaar {
  std::string wat;  // "een machine kan alleen termijnwacht zijn"
  std::string tip;
  std::string grondslag;
};
[[nodiscard]] std::vector<RolBezwaar> rol_bezwaren(std::string_view organisatie,
                                                   const std::vector<std::string>& rollen);

}  // namespace pga::proces
