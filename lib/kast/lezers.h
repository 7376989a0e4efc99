// SPDX-License-Identifier: EUPL-1.2
//
// Lezers: whether everything in a dossier still opens for somebody. A change of access that would leave a part of
// it without a reader is refused; a reserve reads for nobody, and neither does whoever has no key in force. Pure.
#pragma once

#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"

namespace pga::kast {

/// The compartments that nobody of the holders can open with a key in force on that day. A reserve reads for
/// nobody.
[[nodiscard]] std::vector<Compartiment> zonder_lezer(const std::vector<Gerechtigde>& houders, Datum dag);

/// The same of the stukken that have keys of their own, the beoordelingen.
[[nodiscard]] std::vector<Compartiment> zonder_lezer(const GeladenDossier& dossier,
                                                     const std::vector<Gerechtigde>& houders,
                                                     const Beoordelingen& beoordelingen, Datum dag);

/// Throws Fout(geweigerd): these compartments, or those of a beoordeling, would be left without a reader.
[[noreturn]] void weiger_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken);
[[noreturn]] void weiger_beoordeling_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken);

}  // namespace pga::kast
