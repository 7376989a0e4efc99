// SPDX-License-Identifier: EUPL-1.2
//
// What somebody can read, by keys and by what pga toegang says of them: for every stuk of a dossier.
#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/kast/hulp.h"

namespace pga::test {

using Vakken = std::set<std::string>;

/// The compartments of each stuk, by its digest.
using PerStuk = std::map<std::string, Vakken>;

[[nodiscard]] std::string als_tekst(const Vakken& vakken);

/// What the key files of a gebruiker open with that identity, whatever beheer says of them: a thief asks nobody.
[[nodiscard]] PerStuk opent(const ProefKast& k, const std::string& nummer, const std::string& id,
                            const std::string& identiteit);

/// What pga toegang says that each gebruiker can read, by id; of who can read nothing there may be nothing.
[[nodiscard]] std::map<std::string, PerStuk> mag(const ProefKast& k, const kast::GeladenDossier& dossier,
                                                 Datum dag);

/// Whether both say the same; a stuk that is not named opens nothing.
[[nodiscard]] bool is_gelijk(const PerStuk& a, const PerStuk& b);

/// Whether all that the second holds is in the first.
[[nodiscard]] bool bevat_alles(const PerStuk& groot, const PerStuk& klein);

}  // namespace pga::test
