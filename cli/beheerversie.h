// SPDX-License-Identifier: EUPL-1.2
//
// A new version of beheer: what pga init, pga beleid and pga gebruiker share.
#pragma once

#include <string>

#include "cli/omgeving.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::cli {

/// Throws Fout(geweigerd) when the reader may not sign beheer: who could add a reader must read everything himself.
void eis_beheer_tekenen(const kast::Kast& kast, const kast::Lezer& lezer);

/// Throws Fout(geweigerd) when nobody could make the version after that one; and when, unlike now (`nu`), there
/// would come a day from which nobody can.
void eis_ondertekenaar(const kast::BeheerVersie& straks, Datum dag, const kast::BeheerVersie* nu = nullptr);

/// Throws Fout(geweigerd) when, unlike now, there would come a day from which nobody keeps the closed cases that
/// there are: who kept them is then gone, and gave the keys to nobody.
void eis_bewaarder(const kast::BeheerVersie& straks, Datum dag, const kast::Kast& kast, const kast::Lezer& lezer);

/// The document that the user gives (gemeente, contactpunt, beleid, perhaps gebruikers): validated (16), and its
/// beleid held against the law (14).
[[nodiscard]] Waarde lees_beheer_invoer(const Omgeving& omgeving, const std::string& van);

/// Throws Fout(geweigerd) when an organisation has a role that it cannot have. `bestand` names the document.
void eis_rollen(const std::vector<kast::Gebruiker>& gebruikers, const std::string& bestand);

/// The file of the next version, signed by the reader.
[[nodiscard]] kast::NieuwBestand volgende_beheer(const Omgeving& omgeving, const kast::Kast& kast,
                                                 const kast::Lezer& lezer, const Waarde& document);

/// Says that beheer is there in two versions, if it is, after what was shown of it: 13, else 0.
[[nodiscard]] int meld_dubbel(const Omgeving& omgeving, const kast::Kast& kast);

/// gemeente, contactpunt, fg, beleid and gebruikers of the version in force.
[[nodiscard]] Waarde beheer_document(const kast::Kast& kast);

}  // namespace pga::cli
