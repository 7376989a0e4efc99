// SPDX-License-Identifier: EUPL-1.2
//
// Drafts as commands see them: where they lie on this computer, keeping one, and with which command one goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/concept.h"

namespace pga::cli {

/// Where the drafts of that kast lie. Throws Fout(gebruik) when this computer has no place to remember things.
[[nodiscard]] kast::Pad concept_plek(const Omgeving& omgeving, const kast::Kast& kast);

/// The draft that the user names. Throws Fout(gebruik), with the nearest, when there is none.
[[nodiscard]] kast::ConceptKop zoek_concept(const Omgeving& omgeving, const kast::Kast& kast,
                                            const std::string& id);

/// Keeps a draft and says so; `id` empty: a new one. `dossier`: nullptr for a new one.
void bewaar(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
            const kast::GeladenDossier* dossier, const std::string& id, const kast::ConceptInhoud& inhoud);

/// The words of the command that writes such a stuk: {"weeg", "k7q2-m4xd"}, {"melding", "--afdoen", "k7q2-m4xd"}.
[[nodiscard]] std::vector<std::string> opdracht_voor(const kast::ConceptInhoud& inhoud,
                                                     const std::optional<Nummer>& dossier);

/// Destroys the drafts of a dossier that is gone or closed.
void wis_concepten_van(const Omgeving& omgeving, const kast::Kast& kast, const Nummer& nummer);

}  // namespace pga::cli
