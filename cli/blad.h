// SPDX-License-Identifier: EUPL-1.2
//
// From a loaded dossier to what is shown of it: the labels come from the schemas.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/laad.h"
#include "lib/schema/schema.h"
#include "lib/weergave/toon.h"

namespace pga::cli {

/// The fields of a document under their titles, choices and dates as a person reads them. `knoop` may be nullptr.
[[nodiscard]] std::vector<weergave::Blok> blokken(const schema::Knoop* knoop, const Waarde& document);

/// The sheets of all stukken that verified, in the order of the fold.
[[nodiscard]] std::vector<weergave::StukBlad> stuk_bladen(const kast::GeladenDossier& dossier);

/// What still may be done with a shielded case: rights (AVG hoofdstuk III), claims (artikel 9 Wet PGA), control
/// (artikel 13 and 14), correction (artikel 10), a breach. Throws Fout(gebruik) for any other word.
void eis_inzagegrond(const std::string& grond);

/// The dossier, and only its termijnen when it is shielded and nobody gave a ground to look further, which is said.
/// That it was shielded counts today, whatever day is asked about. `tip`: how to say that there is one.
[[nodiscard]] kast::GeladenDossier laad_voor_inzage(const Omgeving& omgeving, const kast::Kast& kast,
                                                    const kast::Lezer& lezer, const Nummer& nummer, bool met_grond,
                                                    const std::string& tip);

/// What a command makes of a dossier for stdout; `rollen` are those with which the reader works in that case.
using Weergave =
    std::function<std::string(const weergave::DossierBlad& blad, const std::vector<std::string>& rollen)>;

/// Loads a dossier, prints what `maak` makes of it, and says on stderr what does not verify. Of a case that is
/// closed and shielded it gets the termijnen only. The exit code; throws Fout(sleutel) when nothing of it opens.
int toon_dossier(Omgeving& omgeving, const std::string& nummer, const Weergave& maak);
/// The same for a whole dossier: what pga toon does. Of a case that is closed and shielded only the termijnen,
/// unless there is a ground to look further.
int toon_dossier(Omgeving& omgeving, const std::string& nummer, bool met_grond = false);

/// Refuses (14) what shows the contents of a case that is closed and shielded (artikel 6, lid 3, Wet PGA), and says
/// how to look on a ground.
[[noreturn]] void weiger_afgeschermd(const std::string& nummer);

}  // namespace pga::cli
