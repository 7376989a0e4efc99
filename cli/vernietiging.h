// SPDX-License-Identifier: EUPL-1.2
//
// What the commands that destroy share: asking for the number, writing a receipt, and saying what pga cannot reach.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/omgeving.h"
#include "lib/basis/waarde.h"
#include "lib/kast/laad.h"
#include "lib/kast/vernietig.h"
#include "lib/weergave/termijnen.h"

namespace pga::cli {

/// A receipt with what each has.
[[nodiscard]] Waarde vernietiging_document(std::string_view stap, const Nummer& nummer, Datum dag);

/// Writes a receipt, with its entry in the log; under the lock. `weg`: files that went with it, for git. False
/// after
/// --droog.
bool leg_bewijs_vast(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, const Nummer& nummer,
                     const Waarde& document, const std::vector<kast::Pad>& weg = {});

/// Throws Fout(geweigerd) when --peildatum lies after the real day: a retention term, a bedenktijd or a key that
/// has not ended yet would else be passed by saying so. To look ahead (--droog) is fine, and so is a day in the
/// past.
void eis_geen_toekomst(const Omgeving& omgeving);

/// The user types the whole number, or gave it with --bevestig. Throws Fout(gebruik), and Fout(afgebroken) for
/// another answer. `wat` goes, with its article.
void eis_bevestiging(Omgeving& omgeving, const Nummer& nummer, const std::optional<std::string>& bevestig,
                     std::string_view wat);

/// What overwriting is worth on this file system, and until when a backup of the keys can open it.
void meld_grenzen(const Omgeving& omgeving, const kast::Kast& kast);

/// The bundles with keys that were handed out: whoever has one can put the keys back.
void meld_uitgereikt(const Omgeving& omgeving, const std::vector<proces::UitreikingRegel>& uitgereikt);

/// Which organisations have yet to confirm.
void meld_open(const Omgeving& omgeving, const kast::Kast& kast, const proces::VernietigingStand& stand);

/// The terms of a dossier as pga termijnen --ics gives them, and the digest that it knows events by.
[[nodiscard]] weergave::DossierTermijnen agenda_van(const kast::Kast& kast, const kast::GeladenDossier& dossier,
                                                    std::vector<termijn::Termijn> termijnen);
[[nodiscard]] std::string agenda_digest(std::string_view bytes);

/// Shows a dossier that was destroyed; nothing when `tekst` names one that is there, or none at all.
[[nodiscard]] std::optional<int> toon_als_vernietigd(Omgeving& omgeving, const kast::Kast& kast,
                                                     const kast::Lezer& lezer, const std::string& tekst);

}  // namespace pga::cli
