// SPDX-License-Identifier: EUPL-1.2
//
// Bewaring: the key files of a case that is closed and shielded (artikel 6, lid 3, Wet PGA). The contactpunt and
// the rechtmatigheid keep it; most others open its termijnen only. Where keys were given in another place beside
// the shielding, those others hold more here, and the keepers lack what was made there; whoever writes next mends
// both.
//
// Cannot see: what is in the key file of another, beside how many keys.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"

namespace pga::kast {

/// Whether somebody keeps nothing of a shielded case: its termijnen is all they open.
[[nodiscard]] bool bewaart_niets(const Gerechtigde& wie);

/// Whether somebody has a key file here with more keys than they may have, as far as can be counted: a file that
/// cannot be, may.
[[nodiscard]] bool houdt_meer(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie);

/// The gebruikers who keep nothing, and have a key file here with more keys than there are of termijnen. Nobody
/// while there are keys of stukken still to come (vooruit.h): what is in those files is not known yet.
[[nodiscard]] std::set<std::string> houdt_meer_dan_termijnen(const Kast& kast, const GeladenDossier& dossier,
                                                             const std::vector<Gerechtigde>& houders);

/// Whether the key files of whoever keeps nothing may be destroyed and given anew, because access was changed
/// beside the shielding, and the reader has all keys that were made there, to pass on to the keepers. Not while
/// there are keys of stukken still to come, or stukken from before a destruction.
[[nodiscard]] bool kan_scheiden(const GeladenDossier& dossier);

/// When that would lose keys, which the reader lacks: who else may have them. Kind sleutel; empty when not so.
[[nodiscard]] std::vector<Bevinding> waarom_niet_te_scheiden(const Kast& kast, const Lezer& lezer,
                                                             const GeladenDossier& dossier, Datum dag);

}  // namespace pga::kast
