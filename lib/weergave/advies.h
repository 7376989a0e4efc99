// SPDX-License-Identifier: EUPL-1.2
//
// What experts advised about a case: who was asked what and why, what they were given, what they said, and what was
// done with it. Text and JSON.
//
// Works with partial keys: days come from termijnen; what is sealed says so and is never shown as a silence. A stuk
// that was corrected counts no more.
#pragma once

#include <string>

#include "lib/weergave/tekst.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

[[nodiscard]] std::string advies_tekst(const DossierBlad& blad, const Stijl& stijl);

/// {"dossier", "peildatum", "adviezen": [{"id", "bij", "soort_advies", "adviseur", "deskundigheid",
/// "gevraagd_door", "gevraagd_op", "verwacht_op", "anoniem", "vraag", "voorgelegd", "ontvangen_op", "onderdelen":
/// [{"id", "aspect", "tekst"}], "besproken_op", "overgenomen", "opvolging", "bijlagen": [{"stuk", "naam"}],
/// "verzegeld"}]}, with a line end; what is not known or sealed is null, and `verzegeld` names the compartments
/// that are closed.
[[nodiscard]] std::string advies_json(const DossierBlad& blad);

/// One line: "profielduiding van Landelijk Steunpunt Extremisme, ontvangen op di 3 maart 2026".
[[nodiscard]] std::string advies_kop(const DossierBlad& blad, const proces::AdviesStand& advies);

}  // namespace pga::weergave
