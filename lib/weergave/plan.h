// SPDX-License-Identifier: EUPL-1.2
//
// The plan van aanpak as it stands: goals with what was reached, interventions with who and how far, actions, what
// was changed and why, what there is to look at, and a timeline in the columns there are. Text and JSON.
//
// Works with partial keys: days and outcomes come from termijnen; what is sealed says so. Every correction and
// evaluation up to the peildatum counts; nothing is ranked but by the order in which it was agreed.
#pragma once

#include <string>

#include "lib/weergave/tekst.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

[[nodiscard]] std::string plan_tekst(const DossierBlad& blad, const Stijl& stijl);

/// {"dossier", "peildatum", "pas_op_de_plaats", "doelen": [{"id", "aspect", "doel", "bereikt", "bereikt_op"}],
/// "interventies": [{"id", "aspect", "domein", "wat", "uitvoerder", "verantwoordelijke", "prioriteit",
/// "vrijwillig", "catalogus", "weet_van_pga", "verstrekking", "start", "einde", "stand", "uitkomst",
/// "geevalueerd_op", "volgende_evaluatie", "verstrekken_op", "verstrekt_op", "specialist", "vog_op",
/// "onbesproken_gedrag_op"}], "acties": [{"id", "wat", "wie", "uiterlijk", "status", "gedaan_op", "stand"}],
/// "wijzigingen": [{"stuk", "stap", "datum", "reden"}], "bevindingen": [{"wat", "tip", "grondslag"}], "hints":
/// [{"interventies", "wat"}]}, with a line end; what is not known or sealed is null.
[[nodiscard]] std::string plan_json(const DossierBlad& blad);

/// A line of time: one row for each intervention, in `kolommen` columns at most. '=' while it runs, 'E' where it
/// was evaluated, 'e' where it is to be, '|' the peildatum. Empty when no intervention has a start.
[[nodiscard]] std::string tijdlijn(const DossierBlad& blad, int kolommen);

}  // namespace pga::weergave
