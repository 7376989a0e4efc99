// SPDX-License-Identifier: EUPL-1.2
//
// What of a loaded dossier goes into a letter: of every stuk the parts termijnen, identiteit and zaak, and nothing
// of the other four, whatever keys the reader holds. This is the one place where a dossier is taken apart for
// letters.
#pragma once

#include <vector>

#include "lib/kast/beheer.h"
#include "lib/kast/laad.h"
#include "lib/proces/brief.h"

namespace pga::kast {

/// Throws Fout(integriteit) when something does not verify, and Fout(sleutel), naming the compartments, when
/// identiteit or zaak is closed to the reader: who may not read who it is about, makes no letter. A beoordeling
/// does not count: no letter draws from it, and its keys may be its own.
[[nodiscard]] std::vector<proces::BriefStuk> brief_stukken(const GeladenDossier& dossier);

[[nodiscard]] proces::BriefBeheer brief_beheer(const BeheerVersie& beheer);

}  // namespace pga::kast
