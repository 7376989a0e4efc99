// SPDX-License-Identifier: EUPL-1.2
//
// Of one dossier, where the notification of each betrokkene stands and what may follow: text and JSON.
//
// Works with partial keys: dates, counts and steps come from termijnen. The grounds of a deferral, and who invoked
// them, are there only for a reader of motivering; names only for one of identiteit. No reasons are ever shown.
#pragma once

#include <string>

#include "lib/weergave/deel.h"
#include "lib/weergave/tekst.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// How the notification of one betrokkene stands.
[[nodiscard]] Deel notificatie_deel(const DossierBlad& blad, const proces::Betrokkene& b);

/// Each step that may follow comes with a command to copy, on a line of its own that is never wrapped. For who may
/// not record (`mag_vastleggen`), it says who does.
[[nodiscard]] std::string notificaties_tekst(const DossierBlad& blad, bool mag_vastleggen, const Stijl& stijl);

/// {"dossier", "fase", "peildatum", "betrokkenen": [{"id", "naam", "relatie", "notificatie", "notificatie_op",
/// "uitstel": {"sinds", "achtergehouden", "rest_verzonden_op", "herziening", "verlengingen", "ingezien_op",
/// "vervallen_op", "gemeld_op", "gronden", "ingeroepen_door"}, "termijnen": [{"regel", "veilig", "uiterlijk",
/// "status", "grondslag", "zekerheid"}], "kan": [{"stap", "opdracht"}]}]}, with a line end. What is not known or
/// sealed is null.
[[nodiscard]] std::string notificaties_json(const DossierBlad& blad);

}  // namespace pga::weergave
