// SPDX-License-Identifier: EUPL-1.2
//
// Where a dossier stands on a day: the fold of the stukken whose day does not lie after it. A stuk carries the
// peildatum with which it was written, so an earlier peildatum shows the dossier as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/kast/laad.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"

namespace pga::kast {

/// The stukken as the fold gets them: those whose soort could be seen, and whose day does not lie after `tot`.
[[nodiscard]] std::vector<proces::Invoer> invoer_van(const std::vector<GeladenStuk>& stukken,
                                                     std::optional<Datum> tot = std::nullopt);

/// Of all stukken when `tot` is nothing. Stukken whose termijnen are closed do not count.
[[nodiscard]] proces::Dossier stand_op(const GeladenDossier& dossier, const proces::Beleid& beleid,
                                       std::optional<Datum> tot);

/// When a stuk had just been recorded: of what comes up to it, and of that stuk as it now stands, corrected or not.
/// `digest`: the newest version of it in `stand`.
[[nodiscard]] proces::Dossier stand_tot_en_met(const GeladenDossier& dossier, const proces::Beleid& beleid,
                                               const proces::Dossier& stand, const std::string& digest);
/// Sets in `stand` who is regisseur of the case once the reader has added that document, as of that soort, to all
/// the stukken there are.
void zet_regie(proces::Dossier& stand, const std::vector<GeladenStuk>& stukken, const Lezer& lezer,
               std::string_view soort, const Waarde& inhoud, Datum datum);

}  // namespace pga::kast
