// SPDX-License-Identifier: EUPL-1.2
//
// What is about to go into git, or to another repository: only sealed, signed files that are new. Looks at what git
// was given, opens nothing and needs no key, so that it is fit for a hook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/bestand.h"

namespace pga::kast {

/// The findings (kind integriteit) about what is staged or, with `reeks` ("<oud>..<nieuw>", as a pre-push hook
/// knows them; all zeros for none), about each commit in that range: a changed or removed stuk, version of beheer
/// or log entry, a key, and everything that is not sealed. Throws Fout(algemeen) when git cannot say.
[[nodiscard]] std::vector<Bevinding> controleer_voorgedragen(const Pad& kast,
                                                             const std::optional<std::string>& reeks);

}  // namespace pga::kast
