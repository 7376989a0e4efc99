// SPDX-License-Identifier: EUPL-1.2
//
// With the policy `git: ja` a command that writes commits its own files.
#pragma once

#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::cli {

/// Commits what was written, the keys not, when policy says so; under the lock. Earlier entries of the log of the
/// same gebruiker go with it. What git does not take stays in the kast, and is said.
/// `weg`: files that were taken away.
void naar_git(const Omgeving& omgeving, const kast::Kast& kast, const std::vector<kast::NieuwBestand>& bestanden,
              const std::vector<kast::Pad>& weg = {});

}  // namespace pga::cli
