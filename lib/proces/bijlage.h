// SPDX-License-Identifier: EUPL-1.2
//
// Bijlage: a file that is kept with a dossier, such as a letter as it was sent. What stands in termijnen; its name,
// size and key are in the compartment that was chosen for it (kast/bijlage.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"

namespace pga::proces {

struct Bijlage {
  std::optional<Datum> datum;
  std::string bij;      // digest of the stuk it belongs to, or empty
  std::string bestand;  // digest of the sealed file
};

[[nodiscard]] Bijlage lees_bijlage(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

}  // namespace pga::proces
