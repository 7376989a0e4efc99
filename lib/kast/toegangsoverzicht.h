// SPDX-License-Identifier: EUPL-1.2
//
// Who can read a dossier, or one stuk of it, and by which decision: what pga toegang shows.
//
// Promises: what it says of a gebruiker is what the key files of that gebruiker open, unless that one is among
// `meer_dan_mag`, or access was changed in two places and `uiteen` says so: a test holds it against the keys after
// any sequence of changes. Opens nothing, changes nothing. Cannot say who kept a copy of a key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/kast/beheer.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/proces/dossier.h"

namespace pga::kast {

/// One gebruiker who may read something.
struct Leesrecht {
  const Gebruiker* wie = nullptr;  // in the beheer of the kast
  std::vector<Compartiment> opent;
  bool door_rol = false;                            // without a decision too, something
  std::optional<Datum> rol_sinds;                   // ... since the case and that role are there
  std::optional<proces::CasusRegisseur> regisseur;  // of this case, on that day
  std::optional<proces::DeelnemerVelden> besluit;   // of the three
  std::optional<proces::ToegangRegel> nam_over;     // the handover by which the case came to them
  std::optional<proces::Meelezer> leest_mee;        // who handed it over, and reads on for a while
  bool schreef = false;                             // as author of the stuk more than role and decision give
  bool sleutel_hier = true;                         // there is a key file of theirs on this machine
};

/// Somebody whose access was ended.
struct ToegangEinde {
  std::string gebruiker;
  Datum op;
  std::string stuk;  // digest
};

struct Toegangsoverzicht {
  bool afgeschermd = false;
  bool zonder_bewaarder = false;  // shielded, and no contactpunt or rechtmatigheid keeps it
  bool uiteen = false;            // two changed access apart: keys may not be what this says (uiteen.h)
  std::vector<Leesrecht> lezers;
  std::vector<ToegangEinde> geeindigd;
  std::vector<std::string> meer_dan_mag;    // whose key files here may open more than that (overtollig.h)
  std::optional<GebruikerId> gemaakt_door;  // who made the keys, and may read nothing (voorlopig.h)
};

/// On that day; `stuk` is the digest of one that was loaded. The kast must outlive the answer.
[[nodiscard]] Toegangsoverzicht toegangsoverzicht(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                                  const std::optional<std::string>& stuk = std::nullopt);

}  // namespace pga::kast
