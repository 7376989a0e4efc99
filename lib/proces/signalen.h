// SPDX-License-Identifier: EUPL-1.2
//
// Which signals a document can cite and where each comes from; shared by toets() and vul_aan().
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

/// The origin of each signal by id; none when the signal is sealed to this reader.
using Herkomsten = std::map<std::string, std::optional<Herkomst>>;

/// The signals of the dossier and of the document itself.
[[nodiscard]] Herkomsten herkomsten(const Dossier& dossier, const Waarde& document);

/// Whether a map is a text that cites signals: it has a list `signalen` of ids.
[[nodiscard]] bool citeert(const Waarde& w);

/// Where a text is sealed, by the origin that it states: zaak when it states none.
[[nodiscard]] Compartiment vak_van(const Waarde& tekst);

/// What a stuk cites, at any depth, added to `uit`.
void verzamel_citaten(const std::string& stuk, const Waarde& inhoud, std::vector<Citaat>& uit);

}  // namespace pga::proces
