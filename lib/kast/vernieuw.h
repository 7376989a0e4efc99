// SPDX-License-Identifier: EUPL-1.2
//
// Changing who can read a dossier: new keys, announced in a stuk of the soort toegang, for everyone who may still
// read it; and the key files of who may not, destroyed.
//
// Promises: whoever lost access opens nothing that is written from then on, whatever they kept; their key files on
// this machine are destroyed. Cannot promise: a copy of a key that somebody kept opens what was written before.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/toegang.h"
#include "lib/kast/voornemen.h"

namespace pga::kast {

/// What becomes of a dossier's keys, before it is done: for the one who must agree, and for --droog.
struct Toegangsplan {
  std::vector<Gerechtigde> houders;       // who can read it from then on
  std::vector<Compartiment> vernieuwd;    // the compartments that get a new key
  std::vector<std::string> verliezers;    // gebruikers whose key files go whole
  std::vector<SleutelBestand> te_wissen;  // key files that go
  std::set<std::string> opnieuw = {};     // gebruikers who get a key file with all they may open
};

/// The plan for a document of the soort toegang. Throws Fout(geweigerd) when a compartment would be left without
/// anybody who can read it.
[[nodiscard]] Toegangsplan plan_toegang(const Kast& kast, const GeladenDossier& dossier, const Waarde& document,
                                        Datum dag);

/// The stuk, the key files for the holders, and what is to be destroyed. `opdracht` is of the soort toegang, found
/// right; sleutels and vernietigd are filled in here. Throws as voeg_stuk_toe().
[[nodiscard]] Voornemen wijzig_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                       StukOpdracht opdracht);

/// The same for a plan that was made elsewhere (ronde.h); its holders may be of a version of beheer to come.
[[nodiscard]] Voornemen voer_plan(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                  StukOpdracht opdracht, const Toegangsplan& plan);

/// The key files of a plan, without the new keys: for those in `opnieuw`.
[[nodiscard]] std::vector<NieuwBestand> sleutels_opnieuw(const Kast& kast, const GeladenDossier& dossier,
                                                         const Toegangsplan& plan, Datum dag);

/// The compartments that nobody of the holders can open with a key in force on that day.
[[nodiscard]] std::vector<Compartiment> zonder_lezer(const std::vector<Gerechtigde>& houders, Datum dag);

/// Throws Fout(geweigerd): these compartments would be left without a reader.
[[noreturn]] void weiger_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken);

/// Shields a case in the same batch as the stuk that closes it (artikel 6, lid 3, Wet PGA): adds to `sluiting` the
/// stuk toegang that follows on it.
void scherm_af(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const StukOpdracht& opdracht,
               Voornemen& sluiting);

/// The same for any other stuk: adds to `besluit`, its batch, the stuk toegang with new keys for what a decision in
/// it lets somebody read no longer; and with all new keys for everyone, where two had changed access apart
/// (uiteen.h). `erna`: the case as the stuk leaves it. Adds nothing for a writer who may not, or cannot, do that.
void volg_besluit(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const proces::Dossier& erna,
                  const StukOpdracht& opdracht, Voornemen& besluit);

/// The key files that a stuk says were destroyed, and that lie here all the same: a command was killed, or an old
/// copy of sleutels/ was put back.
[[nodiscard]] std::vector<Pad> teruggekomen(const Kast& kast, const GeladenDossier& dossier);

/// The gebruikers of whom a key file is here that may open more than they may read on that day: who may read
/// nothing any more; of whom a decision gives less and the new keys have not come; who kept a closed case that
/// somebody else keeps by now; and of whom a file should have been destroyed.
[[nodiscard]] std::set<std::string> houdt_te_veel(const Kast& kast, const GeladenDossier& dossier, Datum dag);

/// The key files here of gebruikers who may read nothing of the dossier on that day.
[[nodiscard]] std::vector<SleutelBestand> zonder_recht(const Kast& kast, const GeladenDossier& dossier, Datum dag);

}  // namespace pga::kast
