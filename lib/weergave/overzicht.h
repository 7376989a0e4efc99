// SPDX-License-Identifier: EUPL-1.2
//
// The first page of a dossier, where it stands; private to this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/deel.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// Phase, next deadline, betrokkenen, decision and votes, access, conditions, interventions. Parts that are empty
/// are left out.
[[nodiscard]] std::string overzicht(const DossierBlad& blad, const Stijl& stijl);

/// Its parts. Of the decisions: the weging, and what was voted beside or before it, without those that are empty.
[[nodiscard]] Deel stand_van_zaken(const DossierBlad& blad);
[[nodiscard]] Deel betrokkenen_deel(const DossierBlad& blad);
[[nodiscard]] std::vector<Deel> besluit_delen(const DossierBlad& blad);
[[nodiscard]] Deel toegang_deel(const DossierBlad& blad);
[[nodiscard]] Deel voorwaarden_deel(const DossierBlad& blad);
[[nodiscard]] Deel interventies_deel(const DossierBlad& blad);

/// The dossier of the gemeente itself, which is no case.
[[nodiscard]] bool is_gemeente(const DossierBlad& blad);

/// The stukken that count, in the order of the fold: a correction stands where the first that it replaces stood.
[[nodiscard]] std::vector<const StukBlad*> geldige_stukken(const DossierBlad& blad);

/// The latest text of the list item with this id, as far as it could be opened: its field `veld`, or the `tekst`
/// within that. Empty when there is none.
[[nodiscard]] std::string omschrijving(const DossierBlad& blad, std::string_view lijst, std::string_view id,
                                       std::string_view veld);

/// Who wrote a stuk, and what became of it: "door reg1 (burgemeester), vervangen door stuk 4".
[[nodiscard]] std::string onder_de_kop(const DossierBlad& blad, const StukBlad& stuk);

/// The decision in force; nullptr when there is none.
[[nodiscard]] const proces::Besluit* huidig_besluit(const proces::Dossier& dossier);

/// The running term of this rule about this betrokkene or subject; nullptr when there is none.
[[nodiscard]] const termijn::Termijn* lopende(const DossierBlad& blad, std::string_view regel, std::string_view id);
/// The same, or the one that rests.
[[nodiscard]] const termijn::Termijn* lopende_of_rustende(const DossierBlad& blad, std::string_view regel,
                                                          std::string_view id);

}  // namespace pga::weergave
