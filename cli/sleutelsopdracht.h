// SPDX-License-Identifier: EUPL-1.2
//
// What the subcommands of pga sleutels and pga pak share: their makers, naming dossiers, and putting a hand-out on
// record.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/opdracht.h"
#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bundel.h"
#include "lib/kast/kast.h"
#include "lib/proces/soorten_gemeente.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_sleutels_pak();
std::unique_ptr<Opdracht> maak_sleutels_ontvang();
std::unique_ptr<Opdracht> maak_sleutels_reserve();
std::unique_ptr<Opdracht> maak_sleutels_herstel();

/// Throws Fout(geweigerd) when that reader may not hand out keys; `eigen` says what he can do with his own.
void eis_mag_uitreiken(const kast::Lezer& lezer, std::string_view eigen);

/// The stuk that says who got what.
[[nodiscard]] Waarde uitreiking_document(const kast::Gebruiker& aan, const kast::Pakket& pakket,
                                         proces::Uitreikvorm vorm, Datum dag);

/// "2 dossiers en het dossier gemeente".
[[nodiscard]] std::string welke_dossiers(const std::vector<Nummer>& nummers);

}  // namespace pga::cli
