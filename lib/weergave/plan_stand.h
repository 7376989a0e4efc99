// SPDX-License-Identifier: EUPL-1.2
//
// Where goals and interventions stand, for every form in which the plan is shown; private to this layer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// What was agreed in a meeting is with its minutes, and in pga acties.
[[nodiscard]] bool is_van_plan(const proces::Actie& actie);

/// What the evaluations found of one goal: the latest, as far as it could be opened.
struct Bereikt {
  std::string woord;
  std::string tekst;
  std::optional<Datum> op;
  bool deels_dicht = false;  // an evaluation is not open whole, so that a silence may be a seal
};

[[nodiscard]] Bereikt bereikt(const DossierBlad& blad, const std::string& doel);

/// Also while the interventions rest: then it is due again when they go on.
[[nodiscard]] std::optional<Datum> volgende_evaluatie(const DossierBlad& blad, const proces::Interventie& i);

/// Where an intervention stands on the day asked about, in one word for JSON.
[[nodiscard]] std::string_view interventie_stand(const DossierBlad& blad, const proces::Interventie& i);

/// "ma 23 maart 2026 tot en met ma 22 juni 2026".
[[nodiscard]] std::string periode(const proces::Interventie& i);

/// The days on which an intervention was evaluated, up to the peildatum.
[[nodiscard]] std::vector<Datum> evaluaties(const DossierBlad& blad, const proces::Interventie& i);

/// Until when its line of time runs: its end, or the day on which it was stopped; nothing when it has none.
[[nodiscard]] std::optional<Datum> loopt_tot(const proces::Interventie& i);

}  // namespace pga::weergave
