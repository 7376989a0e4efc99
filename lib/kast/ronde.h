// SPDX-License-Identifier: EUPL-1.2
//
// A round along all dossiers when a gebruiker changes: roles, keys, or the end of all access; or policy changes
// what a role opens. What they lose gets new keys, what they keep is sealed to their keys anew, and who must stand
// in for them gets what they need. The keys of a shielded dossier, which whoever signs beheer does not hold, stay
// in the files for the old key until somebody who holds them gives them again (uitgifte.h).
//
// Promises: everything is worked out before anything is written, and written as one batch: the new version of
// beheer comes last, after it key files are destroyed. A command that was killed can be given again. Refuses
// whatever would leave a compartment of a dossier, or the log of a year, without a reader. Cannot promise: as
// vernieuw.h.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/kast/beheer.h"
#include "lib/kast/kast.h"
#include "lib/kast/voornemen.h"

namespace pga::kast {

enum class Ingreep {
  rollen,       // other roles: what they lose gets new keys
  ingetrokken,  // all access ends
  sleutel,      // another key, or one beside it: the same access
  gestolen,     // another key, and new keys for all that the old one opened
};

struct Gebruikerswijziging {
  std::vector<GebruikerId> wie;  // one; of rollen it may be more
  Ingreep ingreep = Ingreep::rollen;
  std::string reden;  // for the stukken; sealed in zaak
};

/// What happens in one dossier, for whoever must agree.
struct DossierWijziging {
  Nummer nummer;
  std::vector<Compartiment> vernieuwd;     // the compartments that get a new key
  std::vector<std::string> sleutels_voor;  // gebruikers who get a key file
  std::size_t te_wissen = 0;               // key files that go
  /// Gebruikers whose keys of a shielded dossier the reader does not hold: their files stay as they are.
  std::vector<std::string> niet_opnieuw{};
  /// Gebruikers whose new role reads a shielded dossier of which the reader does not hold the keys: they get no
  /// file.
  std::vector<std::string> niet_gegeven{};
};

struct Rondeplan {
  std::vector<DossierWijziging> dossiers;
  std::vector<int> logjaren;                        // of which the log's key files change
  std::vector<int> logjaren_vernieuwd;              // of which the log gets a new key
  std::vector<int> logjaren_ongewijzigd;            // of which the reader has no key to give
  std::vector<Nummer> overgeslagen;                 // dossiers that do not open, of which the gebruiker has no key
  Voornemen voornemen{Nummer::gemeente(), {}, {}};  // all of it, but for beheer
};

/// `straks`: the version of beheer to come, with the gebruiker as they will be. Throws Fout(sleutel) naming every
/// dossier of theirs that the reader cannot open or give the keys of, Fout(integriteit) with all that would be lost
/// with key files that could wait (vooruit.h) or does not verify, Fout(geweigerd) as wijzig_toegang().
[[nodiscard]] Rondeplan plan_ronde(const Kast& kast, const Lezer& lezer, const BeheerVersie& straks,
                                   const Gebruikerswijziging& wijziging, Datum dag, const std::string& geschreven);

}  // namespace pga::kast
