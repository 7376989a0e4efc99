// SPDX-License-Identifier: EUPL-1.2
//
// The words for one termijn that the overview, the list and the dossier share; private to this layer.
#pragma once

#include <string>
#include <vector>

#include "lib/termijn/termijn.h"
#include "lib/weergave/json.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// "vandaag", "over 1 dag", "3 dagen geleden"; more than three months in round months or years.
[[nodiscard]] std::string hoe_lang(Datum peildatum, Datum dag);

/// The day by which it has to be done: uiterlijk, or the earliest reading while there is no uiterlijk yet.
[[nodiscard]] Datum laatste_dag(const termijn::Termijn& t);

/// "overschreden, 3 dagen geleden"; the earliest reading with its day when it is the one that counts.
[[nodiscard]] std::string stand(const termijn::Termijn& t, Datum peildatum);

/// What has to be done and what about: a line each, and the legal basis with its certainty.
[[nodiscard]] std::vector<std::string> bijzonderheden(const termijn::Termijn& t, Datum peildatum);

[[nodiscard]] Kleur kleur(termijn::Status status);

/// {"regel", "veilig", "uiterlijk"}; null without a term.
[[nodiscard]] Json kort_json(const termijn::Termijn* t);

}  // namespace pga::weergave
