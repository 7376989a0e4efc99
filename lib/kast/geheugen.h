// SPDX-License-Identifier: EUPL-1.2
//
// What this machine remembers of the kasten it has seen: which kast lay where, its newest version of beheer, and
// the heads of its dossiers. Files alone cannot show that the newest of them were taken away, or that another kast
// was put in the place of this one; a memory outside the kast can.
//
// Two kinds of files in a directory of the user: plaatsen.yaml (place -> fingerprint), and one for each kast, named
// by its fingerprint. They hold nothing that an outsider with the kast could not see, are no part of any kast, and
// may be thrown away: then the machine starts to remember anew. The fingerprint of a kast is the digest of version
// 1 of its beheer.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"

namespace pga::kast {

class Kast;
struct GeladenDossier;

/// What is remembered of one kast, or what a command saw of it.
struct Herinnering {
  std::string vingerafdruk;
  int versie = 0;                                  // the highest of beheer; 0: never seen
  std::set<std::string> beheer;                    // the digests with that number: two after a merge of two clones
  std::map<Nummer, std::set<std::string>> koppen;  // of each dossier, stukken that nothing was built on yet
  Pad bestand;                                     // where it is kept
};

/// What a kast says of itself now, without its dossiers.
[[nodiscard]] Herinnering huidige_stand(const Kast& kast);

/// What is remembered of the kast with that fingerprint; versie 0 when nothing is, or when the directory cannot be
/// seen. Throws Fout(integriteit) for a file that is none.
[[nodiscard]] Herinnering lees_herinnering(const Pad& geheugen, const std::string& vingerafdruk);

/// Why this kast is not the one that the machine knew: another fingerprint at this place, an older beheer, or one
/// that was replaced. Kind integriteit.
[[nodiscard]] std::vector<Bevinding> toets_aan_geheugen(const Pad& geheugen, const Kast& kast,
                                                        const Herinnering& oud);

/// The remembered stukken of a dossier that are not in it any more: taken away, or the kast was put back. Kind
/// integriteit. What is there and does not verify is not among them.
[[nodiscard]] std::vector<Bevinding> vermiste_stukken(const Kast& kast, const GeladenDossier& dossier);

/// The remembered dossiers that are not in the kast any more, each with a finding of kind integriteit.
struct VermistDossier {
  Nummer nummer;
  Bevinding bevinding;
};
[[nodiscard]] std::vector<VermistDossier> vermiste_dossiers(const Kast& kast);

/// What is to be remembered of a dossier: its heads, and what was remembered and is missing.
[[nodiscard]] std::set<std::string> te_onthouden(const Kast& kast, const GeladenDossier& dossier);

/// Remembers what was seen of the kast at `plaats`. A dossier of `gezien.koppen` replaces what was known of it, and
/// is forgotten when it has none; `toen` is what was remembered when the kast was opened, and what another command
/// remembered or forgot since then stays so. Throws Fout when the memory cannot be read or written: what is in it
/// is never thrown away for that; Fout(bezet) after a second.
void onthoud(const Pad& geheugen, const Pad& plaats, const Herinnering& gezien, const Herinnering& toen);

}  // namespace pga::kast
