// SPDX-License-Identifier: EUPL-1.2
//
// What a new document breaks, and what it leaves to be filled in.
//
// Decisions are refused, facts never: a decision that the law does not allow is a finding of the kind geweigerd
// (14), a document that contradicts itself or the dossier one of the kind document (16), what happened late or
// wrongly one of the kind bevinding, which is recorded all the same. All pure; all findings at once, in the order
// of the document. Each has its place (line and column; the caller knows the file), its article in `grondslag`, and
// a tip.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/bekend.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"
#include "lib/proces/rollen.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

/// A gebruiker as far as a document can name one.
struct GebruikerRegel {
  std::string id;
  std::string organisatie;
  std::vector<std::string> rollen;
  bool heeft_sleutel = true;  // one that is in force
  Vakken leest{};             // of this dossier, with a key in force
};

/// A document that is about to become a stuk.
struct Nieuw {
  std::string soort;
  Waarde inhoud;                      // the whole document, as keur() left it
  std::vector<std::string> vervangt;  // digests
  std::string door;                   // the author
  std::string organisatie;
  std::vector<std::string> rollen;
  Datum peildatum;
  std::vector<GebruikerRegel> gebruikers;  // of the kast; empty: ids of gebruikers are not checked
  bool achteraf = false;                   // a stuk that is there already: see hertoets()
  // The dossiers that a document names by their numbers; nothing: nobody looked them up.
  std::optional<std::vector<BekendDossier>> bekend = std::nullopt;
  bool weggehaald = false;  // a part of the dossier was destroyed since (artikel 8 Besluit PGA): see hertoets()
  // By the digest of each stuk that a document can cite, where it says something beside its dates, as far as the
  // author opens it; empty: nobody looked.
  std::map<std::string, Vakken> gevuld = {};
};

/// Fills in what is known: ids, the default stap, datum (the peildatum), the id of the one betrokkene, of the one
/// hold, request, mistake or breach that runs, the minutes that are to be adopted, the control day of an action,
/// an action for what a judgment still needs to know, herziening, lid_2 d, e and f, verplichting, gedeeltelijk,
/// leidraad, schaal, whose beoordeling it is, and the herkomst of a text that cites signals of one origin.
/// `nieuw_id` gives a fresh id that begins with the letter it gets; it is asked again when the id is taken.
void vul_aan(Nieuw& nieuw, const Dossier& dossier, const Beleid& beleid,
             const std::function<std::string(char letter)>& nieuw_id);

/// The next meeting that an action without a day waits for: what the document says, and for a judgment else what
/// the last casusoverleg agreed.
[[nodiscard]] std::optional<Datum> volgend_overleg(std::string_view soort, const Waarde& document,
                                                   const Dossier& dossier);

/// Everything that is wrong or noteworthy about adding this document to this dossier (an empty one: a new case).
/// Expects a document that its schema accepts and that vul_aan() has filled in. Who may not sign it at all hears
/// only that.
[[nodiscard]] std::vector<Bevinding> toets(const Dossier& dossier, const Nieuw& nieuw, const Beleid& beleid);

/// What each stuk leaves to look at when it is tested again against the dossier as its author knew it: what
/// happened late or wrongly stays a finding. Only stukken that were opened whole, that nothing replaces, and whose
/// whole past is there; nothing about terms (bevindingen() has those) and no advice for the moment of writing. A
/// finding names the stuk by its digest.
[[nodiscard]] std::vector<Bevinding> hertoets(const std::vector<Invoer>& stukken, const Beleid& beleid);

/// What is to be looked at in a dossier as it stands: the findings of its fold, terms that passed or were met late,
/// votes that their voter contradicts, a running case without a single signal, a closing without the three, a case
/// that goes on without need, a deferral that nobody inspected, that goes on and on, or that was crossed.
[[nodiscard]] std::vector<Bevinding> bevindingen(const Dossier& dossier,
                                                 const std::vector<termijn::Termijn>& termijnen,
                                                 const Beleid& beleid);

}  // namespace pga::proces
