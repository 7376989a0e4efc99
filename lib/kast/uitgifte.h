// SPDX-License-Identifier: EUPL-1.2
//
// Uitgifte: key files that a gebruiker should have by role or decision, and has not, or not whole; and giving them
// again. What `pga sleutels reserve` and `herstel` do, and what `controleer` says of it.
//
// Promises: nobody gets a key that toegang.h does not give; giving twice changes nothing; what a new file stands in
// for is destroyed only after it stands. Cannot promise: a key file of another does not open, so that only its name
// and its length, which tells how many keys it holds, are known of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/kast/beheer.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"

namespace pga::kast {

/// Somebody whose keys of a dossier are not here, or not all of them.
struct Tekort {
  const Gebruiker* wie;
  bool heeft_iets = false;          // there are key files, with too few keys
  std::vector<std::string> gevers;  // gebruikers who, as far as names and lengths tell, hold all that is lacking
};

/// Who may read something of this dossier on that day with a key in force, and lacks key files here. Of the reader
/// it is known exactly, of another as far as Uitgifte can. `dossier` is readable.
[[nodiscard]] std::vector<Tekort> tekorten(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                           Datum dag);

/// Why new keys cannot be given to all who must have them, when whoever takes access away lacks keys: of each who
/// lacks keys here, who has them to give (kind sleutel); of a shielded case that only those in `gaan` keep, that
/// nobody would read it (kind geweigerd). Empty when neither is so.
[[nodiscard]] std::vector<Bevinding> waarom_niet_te_geven(const Kast& kast, const Lezer& lezer,
                                                          const GeladenDossier& dossier,
                                                          const std::vector<GebruikerId>& gaan, Datum dag);

/// Key files given again, or why not.
struct Uitgifteplan {
  struct Gift {
    Nummer nummer;
    GebruikerId wie;
    bool eerste;  // there was no key file of theirs here
  };
  std::vector<Gift> giften;
  std::size_t goed = 0;                             // key sets that were whole
  std::vector<Bevinding> niet;                      // what the reader cannot give, and who can
  std::vector<Nummer> gesloten;                     // dossiers that do not open for the reader
  Voornemen voornemen{Nummer::gemeente(), {}, {}};  // all of it
};

/// Gives what is lacking to each gebruiker that `voor` names, in every dossier and the dossier gemeente; with
/// `opnieuw` also where nothing seems to lack. What nobody here has whole is given as far as the reader has it, and
/// said to be not whole; nothing is destroyed for that. Where key files would go that hold what is lost with them
/// (vooruit.h), nothing is given. Throws Fout(integriteit) when a dossier does not verify.
[[nodiscard]] Uitgifteplan plan_uitgifte(const Kast& kast, const Lezer& lezer,
                                         const std::function<bool(const Gebruiker&)>& voor, bool opnieuw,
                                         Datum dag);

}  // namespace pga::kast
