// SPDX-License-Identifier: EUPL-1.2
//
// The totals of anonymised dossiers, in the dossier gemeente (proces/aantallen.h). Each stuk aantallen has a key of
// its own for zaak, in sleutels/aantallen-<hash8 of its commitment>/, a key file for each who reads zaak there.
//
// Promises: the newest totals of a gebruiker hold those before, whose key is then destroyed: of two that follow on
// each other nobody can tell the difference, which would be one dossier. Every destruction makes new ones, whether
// it counts the dossier or not, so that nobody sees from the stukken which. That a dossier was counted, only who
// still holds its keys can tell, by the mark; a command that was killed so never counts it twice. Cannot promise
// anything about a copy of an older key.
//
// laad() never opens these numbers: what is shown of them is rounded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/aantallen.h"
#include "lib/seal/keys.h"

namespace pga::kast {

/// All totals on record together.
struct Telling {
  proces::Aantallen som;
  std::vector<std::string> dicht{};  // gebruikers whose newest totals do not open here; sorted
  int dubbel = 0;                    // dossiers that were counted in two clones
  bool naast_elkaar = false;         // two clones of one gebruiker went on from the same totals: some may be missed
};
/// Throws Fout(integriteit) for totals that cannot be.
[[nodiscard]] Telling lees_telling(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente);

/// Whether totals hold this dossier, as far as its keys are here to tell.
[[nodiscard]] bool is_geteld(const GeladenDossier& dossier, const GeladenDossier& gemeente);

/// New totals of the author, which take over those before; with `erbij` counted in. Throws as voeg_stuk_toe(), and
/// Fout(sleutel) when termijnen of `erbij` do not open.
[[nodiscard]] Voornemen maak_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                                       const GeladenDossier* erbij, Datum datum, const std::string& geschreven);

/// The key files here of totals that others hold by now.
[[nodiscard]] std::vector<Pad> oude_aantalsleutels(const Kast& kast, const GeladenDossier& gemeente);
/// Totals that cannot be, and keys of totals that are not in the dossier gemeente; nothing when that is shut.
[[nodiscard]] std::vector<Bevinding> toets_aantallen(const Kast& kast, const Lezer& lezer,
                                                     const GeladenDossier& gemeente);
/// The directories with keys of the newest totals.
[[nodiscard]] std::vector<Pad> aantalsleutel_mappen(const Kast& kast, const GeladenDossier& gemeente);

/// Key files of the newest totals for one gebruiker, and those that go.
struct AantalsleutelRonde {
  std::vector<NieuwBestand> bestanden;
  std::vector<Pad> wissen;
};
/// `leest`: they may read zaak there; else theirs go. `opnieuw`: made anew, for another key of theirs. What does
/// not open here stays as it is.
[[nodiscard]] AantalsleutelRonde wijzig_aantalsleutels(const Kast& kast, const Lezer& lezer,
                                                       const GeladenDossier& gemeente, const Gebruiker& wie,
                                                       bool leest, bool opnieuw, Datum dag);

/// Whether somebody with these roles reads the totals.
[[nodiscard]] bool leest_aantallen(const BeheerVersie& beheer, const Gebruiker& gebruiker);

/// For who seals the dossier gemeente again: what stands in zaak of totals, nothing when their key is destroyed.
/// Throws Fout(sleutel) when it is another's, and not here.
[[nodiscard]] std::optional<Waarde> open_aantallen(const Kast& kast, const Lezer& lezer,
                                                   const GeladenDossier& gemeente, const GeladenStuk& stuk);
/// Whether open_aantallen() would throw nothing.
[[nodiscard]] bool opent_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                                   const GeladenStuk& stuk);
/// The compartment of a stuk aantallen with a key of its own.
[[nodiscard]] bool is_totaal(const GeladenStuk& stuk, Compartiment compartiment);
/// That key; nothing when the reader does not have it.
[[nodiscard]] std::optional<seal::Identity> sleutel_van_aantallen(const Kast& kast, const Lezer& lezer,
                                                                  const GeladenStuk& stuk);
/// And the key files of a new key for them.
[[nodiscard]] std::vector<NieuwBestand> aantalsleutel_bestanden(const Kast& kast, const GeladenDossier& gemeente,
                                                                const seal::Identity& sleutel, Datum dag);

}  // namespace pga::kast
