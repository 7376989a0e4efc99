// SPDX-License-Identifier: EUPL-1.2
//
// Beleid: what the law leaves to the gemeente, with a default for each. Policy sets intervals that the law leaves
// open; it cannot loosen what the law fixes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/catalogus.h"
#include "lib/proces/leidraad.h"
#include "lib/proces/rollen.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

/// The steps in words for a profile, from least to most favourable. The scale of the Leidraad is not public, so the
/// default is an example and every print of it says so.
struct Schaal {
  std::string naam = "voorbeeldschaal, niet de Leidraad";
  std::vector<std::string> standen = {"zeer zorgelijk", "zorgelijk", "wisselend", "voldoende", "goed"};
};

struct Beleid {
  termijn::Beleid termijnen;
  std::string gemeente;                // its name, as beheer has it
  bool bevestiging_afsluiting = true;  // burgemeester, politie and om confirm a closing
  bool git = false;                    // a writing command commits its own files
  bool vernietiging_tweede = false;    // another gebruiker completes a destruction
  Leesbeleid leest;
  std::optional<Datum> eigen_sinds;  // since when regisseurs read their own cases only; nothing: they read all
  std::string leidraad_editie;
  Schaal schaal;
  Catalogus interventies;  // of the gemeente, beside those of pga: catalogus_met()
  Hulpvragen hulpvragen = voorbeeldvragen();
  Contextlijst contextlijst = voorbeeldlijst();
  std::string lid_2_d;  // prefilled answers to artikel 41, lid 2, UAVG
  std::string lid_2_e;
  std::string lid_2_f;
};

/// The `beleid` map of a beheer document; what it lacks has its default.
[[nodiscard]] Beleid lees_beleid(const Waarde& beleid);

/// What a schema cannot say of that map: a term that would be longer than the law's, or that the law does not fix,
/// is refused (geweigerd); a rule that does not exist, or twice, and a decree that is not known on that day yet, is
/// wrong (document); a day by decree that pga would know is remarkable (bevinding). All findings, each with its
/// place.
[[nodiscard]] std::vector<Bevinding> toets_beleid(const Waarde& beleid, std::string_view bestand, Datum vandaag);

}  // namespace pga::proces
