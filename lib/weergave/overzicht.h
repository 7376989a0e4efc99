// SPDX-License-Identifier: EUPL-1.2
//
// The first page of a dossier, where it stands; private to this layer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// Phase, next deadline, betrokkenen, decision and votes, access, conditions, interventions, what experts
/// advised. Parts that are empty are left out.
[[nodiscard]] std::string overzicht(const DossierBlad& blad, const Stijl& stijl);

/// The dossier of the gemeente itself, which is no case.
[[nodiscard]] bool is_gemeente(const DossierBlad& blad);

/// The stukken that count, in the order of the fold: a correction stands where the first that it replaces stood.
[[nodiscard]] std::vector<const StukBlad*> geldige_stukken(const DossierBlad& blad);

/// The latest text of the list item with this id, as far as it could be opened: its field `veld`, or the `tekst`
/// within that. Empty when there is none.
[[nodiscard]] std::string omschrijving(const DossierBlad& blad, std::string_view lijst, std::string_view id,
                                       std::string_view veld);

/// The decision in force; nullptr when there is none.
[[nodiscard]] const proces::Besluit* huidig_besluit(const proces::Dossier& dossier);

/// Why nobody need be told in a case that was not taken up, which is a reading of the law.
[[nodiscard]] std::string hoeft_niet(const proces::Dossier& dossier);

/// The day on which the deferral for a betrokkene must be reviewed, which a casusoverleg brings forward; none when
/// there is nothing to review any more.
[[nodiscard]] std::optional<Datum> herziening_op(const DossierBlad& blad, const proces::Betrokkene& b);

/// The running term of this rule about this betrokkene or subject; nullptr when there is none.
[[nodiscard]] const termijn::Termijn* lopende(const DossierBlad& blad, std::string_view regel, std::string_view id);
/// The same, or the one that rests.
[[nodiscard]] const termijn::Termijn* lopende_of_rustende(const DossierBlad& blad, std::string_view regel,
                                                          std::string_view id);

}  // namespace pga::weergave
