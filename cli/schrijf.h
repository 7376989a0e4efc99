// SPDX-License-Identifier: EUPL-1.2
//
// The one road by which a command writes its batch.
#pragma once

#include <vector>

#include "cli/logboek.h"
#include "cli/omgeving.h"
#include "lib/kast/voornemen.h"

namespace pga::cli {

/// Under the lock: the entry of the log joins the batch (logboek.h), the files are written and what goes is
/// destroyed, the memory hears of it, and git when policy says so. `weg`: files that went with it, for git. With
/// --droog it only shows what it would do. Whether it was done.
bool schrijf_partij(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                    const Geschreven& geschreven, kast::Voornemen& partij, const std::vector<kast::Pad>& weg = {});

}  // namespace pga::cli
