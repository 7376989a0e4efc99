// SPDX-License-Identifier: EUPL-1.2
//
// The personal context of a case, field by field of the list of the gemeente.
//
// Of entries with one id the latest counts. An entry that is sealed to the reader cannot be told from one that is
// not there; which compartments are closed is said once. Pure.
#pragma once

#include <string>

#include "lib/weergave/toon.h"

namespace pga::weergave {

[[nodiscard]] std::string context_tekst(const DossierBlad& blad, const Stijl& stijl);

/// {"dossier", "lijst", "velden": [{"veld", "vraag", "onderdelen": [{"id", "stuk", "datum", "tekst", "bron",
/// "relevantie", "sinds", "ingebracht_door", "rechtmatig", "herkomst"}]}], "verzegeld"}, with a line end; fields
/// that an older list had come last.
[[nodiscard]] std::string context_json(const DossierBlad& blad);

}  // namespace pga::weergave
