// SPDX-License-Identifier: EUPL-1.2
//
// The parts of `pga acties` and `pga overleg`, each in a file of its own.
#pragma once

#include <memory>

#include "cli/opdracht.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_acties_importeer();
std::unique_ptr<Opdracht> maak_overleg_agenda();
std::unique_ptr<Opdracht> maak_overleg_verslag();

}  // namespace pga::cli
