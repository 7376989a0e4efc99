// SPDX-License-Identifier: EUPL-1.2
//
// Who is usually at the table (artikel 3, lid 1, Wet PGA): the burgemeester, the police and the prosecution always,
// child protection when a minor or a parent is concerned, probation when somebody is or was detained. As far as
// identiteit and strafrecht are open to the reader. Pure.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/dossier.h"

namespace pga::proces {

/// Whether somebody of the case is a minor on that day.
[[nodiscard]] bool gaat_om_minderjarige(const Dossier& dossier, Datum dag);
/// Whether somebody of the case has children in care.
[[nodiscard]] bool gaat_om_ouder(const Dossier& dossier);
/// Whether somebody of the case is or was detained.
[[nodiscard]] bool gaat_om_detentie(const Dossier& dossier);

/// The organisations, in the order of artikel 3, lid 1; of a meeting that is about no one case nobody knows.
[[nodiscard]] std::vector<std::string> gewoonlijk_aanwezig(const Dossier& dossier, OverlegSoort soort, Datum dag);

}  // namespace pga::proces
