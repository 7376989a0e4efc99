// SPDX-License-Identifier: EUPL-1.2
//
// Whether two changed who can read a dossier without knowing of each other: one gave new keys while the other let
// somebody in or gave other ones. Until a regisseur who knows of both gives new keys to all, somebody may lack a key
// that the decisions give, or hold one that they do not. Pure.
#pragma once

#include "lib/kast/laad.h"

namespace pga::kast {

/// True while that is so. As far as the reader can see: a stuk whose termijnen are closed is none that changes access.
[[nodiscard]] bool toegang_uiteen(const GeladenDossier& dossier);

}  // namespace pga::kast
