// SPDX-License-Identifier: EUPL-1.2
//
// Keys that are here and whose stukken are not: sleutels/ is shared, or was copied before git brought the stukken.
// A command that destroys key files makes new ones with the keys that the stukken here ask for, so those would be
// lost, for everybody. The one place that is asked before key files are destroyed for another reason than that
// access ends.
//
// Cannot see: what is in the key files of others, beside what the public keys and those of the reader show.
#pragma once

#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// The files in the key directory, public or of the reader, with a key that no stuk here announced or is sealed to.
/// Not those that a batch left that was cut short in this kast (onaf.h).
[[nodiscard]] std::vector<Pad> sleutels_vooruit(const GeladenDossier& dossier);

/// What controleer says of those.
[[nodiscard]] std::vector<Bevinding> toets_vooruit(const GeladenDossier& dossier);

/// What would be lost with the key files of a dossier: keys of stukken still to come, and the only ones that open a
/// stuk from before a destruction (achtergebleven.h). Kind integriteit; empty when they may go.
[[nodiscard]] std::vector<Bevinding> zou_verloren_gaan(const GeladenDossier& dossier);

/// Throws Fout(integriteit) with all of that.
void eis_niets_verloren(const GeladenDossier& dossier);

/// Where a key file of the reader goes all the same, in `wissen`: a file with the keys of stukken still to come,
/// for each key that `wie`, the reader, has in force. Nothing when there are none in it.
[[nodiscard]] std::vector<NieuwBestand> neem_vooruit_mee(const Kast& kast, const GeladenDossier& dossier,
                                                         const Gebruiker& wie, const std::vector<Pad>& wissen,
                                                         Datum dag);

}  // namespace pga::kast
