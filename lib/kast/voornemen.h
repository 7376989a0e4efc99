// SPDX-License-Identifier: EUPL-1.2
//
// Voornemen: what a command is about to write, made before anything is written, so that --droog can show it and a
// failure leaves nothing. Making one seals and signs; it touches no file. voer_uit() writes it, under the lock that
// the command has held since it read the dossier, so that the heads cannot have moved.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"

namespace pga::kast {

struct Voornemen {
  Nummer nummer;
  std::string stuk;                     // digest of the stuk of the command
  std::vector<NieuwBestand> bestanden;  // keys first, so that no stuk stands without its key
  std::vector<Pad> wissen{};            // key files to be destroyed once all of these stand
  std::vector<NieuwBestand> vooraf{};   // keys in a directory of their own: whole, before any of the others
};

/// Throws Fout(integriteit) with all that does not verify in a dossier.
void eis_gaaf(const GeladenDossier& dossier);

/// The same, and Fout(sleutel) when its termijnen are closed to the reader: nothing is added to what cannot be
/// trusted or seen.
void eis_heel(const Kast& kast, const GeladenDossier& dossier);

/// Opens a dossier: fresh keys, the stuk `opening`, and the stuk asked for; key files for those whom their role
/// gives them. Nobody else can read it, its writer included. A stuk of a soort of the gemeente opens the dossier
/// gemeente; throws Fout(integriteit) when there are keys of that already.
[[nodiscard]] Voornemen open_dossier(const Kast& kast, const Lezer& lezer, const StukOpdracht& opdracht);

/// Where the stukken and the keys of a dossier lie.
struct DossierPlek {
  Pad stukken;
  Pad sleutels;
};

/// The opening of the dossier gemeente and its keys, for a kast that is being made with `beheer` as version 1: so
/// that no two clones open one each. The keys go before the kast appears, the stuk after.
struct GemeenteBegin {
  std::vector<NieuwBestand> sleutels;
  NieuwBestand opening;
};
[[nodiscard]] GemeenteBegin begin_gemeente(const DossierPlek& plek, const BeheerVersie& beheer, const Lezer& lezer,
                                           Datum datum, const std::string& geschreven);

/// Adds a stuk to a dossier. Also makes the key files that its content calls for: a weging or lopend for its
/// deelnemers, a deelname likewise, a beoordeling for its author and the regisseur, a profiel for all who may now
/// see the beoordelingen; and destroys key files that an earlier command should have. Throws Fout(sleutel) when a
/// key that is needed is not there, Fout(integriteit) when the dossier does not verify.
[[nodiscard]] Voornemen voeg_stuk_toe(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                      const StukOpdracht& opdracht);

/// Overwrites and unlinks key files, one that is gone is fine; directories with keys of totals go with their last.
void wis_sleutels(const std::vector<Pad>& paden);

/// Writes, then destroys. Killed before the first stuk, the next command takes the keys back (onaf.h); killed after
/// it, `controleer` finds the key files that should be gone, and the next command that writes in the dossier
/// destroys them.
void voer_uit(const Voornemen& voornemen);

}  // namespace pga::kast
