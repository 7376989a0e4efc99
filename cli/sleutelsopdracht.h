// SPDX-License-Identifier: EUPL-1.2
//
// What the subcommands of pga sleutels share: their makers, and naming dossiers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/opdracht.h"
#include "lib/basis/namen.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_sleutels_pak();
std::unique_ptr<Opdracht> maak_sleutels_ontvang();
std::unique_ptr<Opdracht> maak_sleutels_reserve();
std::unique_ptr<Opdracht> maak_sleutels_herstel();

/// "2 dossiers en het dossier gemeente".
[[nodiscard]] std::string welke_dossiers(const std::vector<Nummer>& nummers);

}  // namespace pga::cli
