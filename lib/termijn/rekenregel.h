// SPDX-License-Identifier: EUPL-1.2
//
// Rekenregel: the rules whose length the law fixes, for a question without a dossier.
//
// What a dossier adds (an earlier reading, a hold, a day that a fact sets itself) is not known here: bereken() is
// the answer for a case. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/kalender.h"
#include "lib/termijn/regels.h"

namespace pga::termijn {

/// The ids of the rules with a fixed length, in the order of the table.
[[nodiscard]] std::vector<std::string> rekenregels();
/// The ids of all rules, in the same order.
[[nodiscard]] std::vector<std::string> regelnamen();

/// Whether the law wants what the rule of that id is about at once, without a day.
[[nodiscard]] bool is_onverwijld(std::string_view id);

/// The rules of that id with a fixed length that are in force for a fact of that day. More than one only when they
/// differ in length or regime.
[[nodiscard]] std::vector<const Regel*> rekenregel(std::string_view id, Datum vanaf);

/// That policy has a shorter term than the law, in words; empty: it has not.
[[nodiscard]] std::string afwijkend_beleid(const Regel& regel, const Beleid& beleid);

/// The end of the term of such a rule, as policy has it where that is stricter; remarks say that it is, and how far
/// the law lets it be made longer.
[[nodiscard]] Einde bereken_regel(const Regel& regel, Datum vanaf, const Beleid& beleid);

}  // namespace pga::termijn
