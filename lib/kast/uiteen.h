// SPDX-License-Identifier: EUPL-1.2
//
// Where the keys of a dossier may not be what the decisions in it say: two changed who can read it, or let somebody
// in and judged what partners found, without knowing of each other, or a command was killed between a decision and
// the new keys that go with it. Until a regisseur gives new keys, somebody may lack a key that the decisions give,
// or hold one that they do not. Pure.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lib/basis/compartiment.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// True while that is so. As far as the reader can see: a stuk whose termijnen are closed is none that changes
/// access.
[[nodiscard]] bool toegang_uiteen(const GeladenDossier& dossier);

/// Of each gebruiker: what an earlier decision opened, the one after it does not, and got no new key since. A role
/// or a still later decision may open it all the same; the caller knows.
[[nodiscard]] std::map<std::string, std::set<Compartiment>> versmald(const GeladenDossier& dossier);

}  // namespace pga::kast
