// SPDX-License-Identifier: EUPL-1.2
//
// IJkpunt: ijkpunten/<datum>-<hash8>.yaml, a signed list of what a kast held on a day: of each dossier the heads,
// of each gebruiker those of the log. Kept by another party (the FG) it shows later what was dropped or put back
// since; and where beheer names one for a key that ended, it fixes what that key signed while it counted.
//
// Promises: it says nothing that an outsider with the kast could not see; made once, never changed; not made of a
// kast that does not verify. What came after it, it does not know.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::kast {

struct GeladenDossier;

inline constexpr std::string_view kIjkpunten = "ijkpunten";
inline constexpr std::size_t kMaxIjkpunt = std::size_t{16} << 20U;

struct Ijkpunt {
  Pad bestand;
  std::string digest;
  std::string kast;  // the fingerprint
  Datum datum;
  GebruikerId door;
  std::string beheer;  // digest of the version in force
  std::map<Nummer, std::vector<std::string>> dossiers;
  std::map<GebruikerId, std::vector<std::string>> logboek;
};

/// What a kast holds: of each dossier and each log every digest that verified. What an ijkpunt is held against.
struct Inhoud {
  std::map<Nummer, std::set<std::string>> dossiers;
  std::map<GebruikerId, std::set<std::string>> logboek;
  std::set<Nummer> vernietigd;  // destroyed, with a receipt: those need not be there
  bool leest_bewijzen = true;   // else a dossier that is gone may have been destroyed
};

/// Whether this reader may make one: who answers for the kast or watches it.
[[nodiscard]] bool mag_ijken(const std::vector<std::string>& rollen);

/// Makes one of the kast as it is. Throws Fout(geweigerd) when the reader may not, Fout(sleutel) when beheer knows
/// another signing key of theirs, Fout(integriteit) with all that does not verify.
[[nodiscard]] NieuwBestand maak_ijkpunt(const Kast& kast, const Lezer& lezer, Datum datum);

/// Reads one of whatever place. Throws Fout(integriteit) when the bytes are not exactly one. The signature is
/// toets_ijkpunt()'s.
[[nodiscard]] Ijkpunt lees_ijkpunt(std::string_view bytes, const Pad& bestand);

/// The ijkpunt of that digest in the kast, with its name and bytes as they should be. Throws Fout(integriteit) when
/// it is not there.
[[nodiscard]] Ijkpunt vind_ijkpunt(const Kast& kast, const std::string& digest);

/// What is wrong with one, read from `bytes`: of another kast, not signed as it should be, or naming what the kast
/// does not hold any more. With `alleen`, of that dossier only. Kind integriteit; kind bevinding for a whole
/// dossier that is gone, when nobody can say whether it was destroyed.
[[nodiscard]] std::vector<Bevinding> toets_ijkpunt(const Kast& kast, const Ijkpunt& ijkpunt, std::string_view bytes,
                                                   const Inhoud& inhoud, const std::optional<Nummer>& alleen);

/// Everything that can be wrong with those in the kast. What the reader cannot judge is left out: who can, hears
/// it.
[[nodiscard]] std::vector<Bevinding> controleer_ijkpunten(const Kast& kast, const Inhoud& inhoud);

/// Takes out of a dossier what was signed with a key that ended and is not in the past of the ijkpunt that beheer
/// names for it: a day in the past is written easily. Adds what is wrong to its findings. Only laad() uses it.
void toets_afgelopen_sleutels(const Kast& kast, GeladenDossier& dossier);

/// Keys of beheer that ended before that day and for which it names no ijkpunt.
struct AfgelopenSleutel {
  GebruikerId gebruiker;
  Datum tot;
};
[[nodiscard]] std::vector<AfgelopenSleutel> zonder_ijkpunt(const BeheerVersie& beheer, Datum dag);

}  // namespace pga::kast
