// SPDX-License-Identifier: EUPL-1.2
//
// Stukken from before a destruction that came after it: one clone took a wrong stuk out (herverzegel.h), which
// destroys the old keys, while another, unaware, wrote a stuk that is sealed to them. The old keys alone open it,
// and they open what was wrong too.
//
// So it is sealed again to the keys in force, under its own author, by the first who decides on access and can open
// it; with that everybody gets new keys, and every key file from before goes. Until then the old key files that
// came along stay where they are, are given to nobody, and controleer says so.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"

namespace pga::kast {

/// Whether the stuk says that a wrong one went and that the keys from before it were destroyed.
[[nodiscard]] bool neemt_sleutels_weg(const GeladenStuk& s);

/// Those stukken, in the order of the fold; opened or not.
[[nodiscard]] std::vector<const GeladenStuk*> achtergebleven(const GeladenDossier& dossier);

/// What controleer says of them.
[[nodiscard]] std::vector<Bevinding> toets_achtergebleven(const GeladenDossier& dossier);

/// Whether this reader may seal all of them again: decides on access, and can open each compartment, totals
/// (aantallen.h) included.
[[nodiscard]] bool kan_opnieuw_verzegelen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier);

/// Those stukken sealed again to `zegels`, the keys in force, one after the other on `vorige`, which becomes the
/// last. What has a key of its own keeps it, so that whoever holds it need get no other. As
/// kan_opnieuw_verzegelen().
[[nodiscard]] std::vector<NieuwBestand> verzegel_achtergebleven(const Kast& kast, const Lezer& lezer,
                                                                const GeladenDossier& dossier, const Zegels& zegels,
                                                                Datum datum, std::vector<std::string>& vorige);

}  // namespace pga::kast
