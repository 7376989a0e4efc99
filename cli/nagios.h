// SPDX-License-Identifier: EUPL-1.2
//
// `pga termijnen --nagios` answers 0, 1, 2 or 3 and one summary line whatever happens; even wrong use is UNKNOWN
// (3).
#pragma once

#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/basis/fout.h"

namespace pga::cli {

/// Whether the command line asks for it, however broken the rest of the line is.
[[nodiscard]] bool is_nagios(const std::vector<std::string>& argv);

/// Prints UNKNOWN with what went wrong; answers 3.
int nagios_onbekend(Omgeving& omgeving, const Fout& fout);

}  // namespace pga::cli
