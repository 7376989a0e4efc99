// SPDX-License-Identifier: EUPL-1.2
//
// A case, or what of it may go, from the kast of one gemeente to that of another (artikel 7 Wet PGA): packing it
// into a bundle (stuk/overdracht.h) and reading one. What may go, proces/overdracht.h decides.
//
// Never hands over a stuk, a key, a bijlage or a number: the other gemeente begins a dossier of its own.
#pragma once

#include <string>
#include <string_view>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/proces/overdracht.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::kast {

struct Overdrachtpakket {
  std::string bytes;
  proces::Overdrachtkeuze keuze;
};

/// Packs what of the dossier may go, by the document of the overdracht. Throws Fout with the objections of the
/// choice (document before geweigerd), Fout(gebruik) when it is more than a bundle holds.
[[nodiscard]] Overdrachtpakket pak_over(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                        const Waarde& document, const seal::Recipient& aan, Datum dag);

/// What an aanmelding of it says, its gemeente included: {overgenomen, betrokkene, relaties, signalen}. Throws
/// Fout(integriteit) when it was changed or not signed by `afzender`, Fout(sleutel) when it is for another,
/// Fout(gebruik) when it is for another gemeente than that of the kast.
[[nodiscard]] Waarde lees_overgedragen(const Kast& kast, const Lezer& lezer, std::string_view bytes,
                                       const std::string& naam, const seal::VerifyKey& afzender);

/// The dossier that was begun with that bundle, as far as the reader can see; empty when there is none.
[[nodiscard]] std::string overgenomen_in(const Kast& kast, const Lezer& lezer, std::string_view bundel);

}  // namespace pga::kast
