// SPDX-License-Identifier: EUPL-1.2
//
// Of one dossier, where the notification of each betrokkene stands and what may follow: text and JSON.
//
// Works with partial keys: dates, counts and steps come from termijnen. The grounds of a deferral, and who invoked
// them, are there only for a reader of motivering; names only for one of identiteit. No reasons are ever shown.
#pragma once

#include <string>

#include "lib/weergave/tekst.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// Each step that may follow comes with the commands to copy, each on a line of its own: the one that prints the
/// form, where the step takes one, and the one that records it. What does not fit goes on after a backslash, as a
/// shell takes it. For who may not record (`mag_vastleggen`) there are no commands, and it says who does.
[[nodiscard]] std::string notificaties_tekst(const DossierBlad& blad, bool mag_vastleggen, const Stijl& stijl);

/// {"dossier", "fase", "peildatum", "betrokkenen": [{"id", "naam", "relatie", "notificatie", "notificatie_op",
/// "uitstel": {"sinds", "achtergehouden", "rest_verzonden_op", "herziening", "verlengingen", "ingezien_op",
/// "vervallen_op", "gemeld_op", "gronden", "ingeroepen_door"}, "termijnen": [{"regel", "veilig", "uiterlijk",
/// "status", "grondslag", "zekerheid"}], "kan": [{"stap", "opdracht", "formulier"}]}]}, with a line end. What is
/// not known or sealed is null; so is `formulier`, the command that prints the form, where flags say all.
[[nodiscard]] std::string notificaties_json(const DossierBlad& blad);

}  // namespace pga::weergave
