// SPDX-License-Identifier: EUPL-1.2
//
// Changing who can read a dossier: new keys, announced in a stuk of the soort toegang, for everyone who may still
// read it; and the key files of who may not, destroyed.
//
// Promises: whoever lost access opens nothing that is written from then on, whatever they kept; their key files on
// this machine are destroyed. Cannot promise: a copy of a key that somebody kept opens what was written before.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/overtollig.h"
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
  bool alleen_nieuw = false;              // nobody gets more than the new keys
  bool afgeschermd = false;               // the plan shields the case, or it was shielded before
  /// All keys are new and all key files go, which ends what two did apart; stukken from before a destruction are
  /// sealed again first (achtergebleven.h).
  bool bijeen = false;
  /// The same of a shielded case of which others hold the keys (bewaring.h): all key files go of whoever keeps
  /// nothing, and the keepers get what the writer has beside theirs.
  bool gescheiden = false;
};

/// The plan for a document of the soort toegang. Throws Fout(geweigerd) when a compartment would be left without
/// anybody who can read it, Fout(integriteit) when key files would go that hold keys of stukken still to come
/// (vooruit.h), unless somebody's access ends.
[[nodiscard]] Toegangsplan plan_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                        const Waarde& document, Datum dag);

/// The stuk, the key files for the holders, and what is to be destroyed. `opdracht` is of the soort toegang, found
/// right; sleutels and vernietigd are filled in here. Throws as voeg_stuk_toe().
[[nodiscard]] Voornemen wijzig_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                       StukOpdracht opdracht);

/// The same for a plan that was made elsewhere (ronde.h); its holders may be of a version of beheer to come.
[[nodiscard]] Voornemen voer_plan(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                  StukOpdracht opdracht, const Toegangsplan& plan);

/// New keys in the place of those that may not stay: voorlopig.h, those of somebody whose last day of a handover or
/// a decision has passed, whose key files go; and all keys, where two had changed access apart (uiteen.h) and the
/// writer can give everyone what they may read. Announced in a stuk that comes before the one of the command: its
/// files, its digest and what to seal that one to. Nothing when all may stay. `houders`: who can read the dossier
/// from then on.
struct Sleutelwissel {
  std::vector<NieuwBestand> bestanden;  // keys first
  std::string stuk;
  Zegels zegels;
  std::vector<Pad> wissen;
};
[[nodiscard]] std::optional<Sleutelwissel> wissel_sleutels(const Kast& kast, const Lezer& lezer,
                                                           const GeladenDossier& dossier,
                                                           std::vector<Gerechtigde> houders, Datum dag,
                                                           const std::string& geschreven);

/// The key files of a plan, without the new keys: for those in `opnieuw`.
[[nodiscard]] std::vector<NieuwBestand> sleutels_opnieuw(const Kast& kast, const GeladenDossier& dossier,
                                                         const Toegangsplan& plan, Datum dag);

/// Shields a case in the same batch as the stuk that closes it (artikel 6, lid 3, Wet PGA): adds to `sluiting` the
/// stuk toegang that follows on it.
void scherm_af(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const StukOpdracht& opdracht,
               Voornemen& sluiting);

/// The same for any other stuk: adds to `besluit`, its batch, the stuk toegang with new keys for what a decision in
/// it, or one before it, lets somebody read no longer. `erna`: the case as the stuk leaves it; `zegels`: what that
/// was sealed to. Adds nothing for a writer who may not do that.
void volg_besluit(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const proces::Dossier& erna,
                  const StukOpdracht& opdracht, const Zegels& zegels, Voornemen& besluit);

}  // namespace pga::kast
