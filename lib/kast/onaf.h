// SPDX-License-Identifier: EUPL-1.2
//
// Batches that were cut short. Keys appear before the stukken that they seal, so a writer that is killed in between
// leaves keys of stukken that will never come; from the files alone those look like keys that came here before
// their stukken did, and those must stay (vooruit.h). A bijlage too comes before the stuk that has its key. So a
// batch notes in each dossier what it is about to add.
//
// Promises: what a batch left of a dossier is taken back only when none of its stukken there stands; the note lies
// in the kast, under its lock, so that two clones with one directory of keys never take back each other's.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lib/kast/bestand.h"

namespace pga::kast {

/// Notes in each dossier to which the batch adds a stuk with keys or a bijlage what their files are called. The
/// notes, to be taken away once the batch stands. A dossier that appears whole with its first stuk needs none.
[[nodiscard]] std::vector<Pad> noteer_partij(const std::vector<NieuwBestand>& bestanden);

/// Takes the notes away; one that is gone is fine.
void vergeet_partij(const std::vector<Pad>& notities) noexcept;

/// Ends what killed batches left in a dossier: the keys and bijlagen of one go when none of its stukken stands. Of
/// one that was cut short between two stukken the note stays as long as its keys are here, since some of those may
/// be of what never came. `stukken` and `sleutels`: the directories of the dossier. Only under the lock.
void neem_terug(const Pad& stukken, const Pad& sleutels);

/// Whether the file is such a note.
[[nodiscard]] bool is_notitie(const Pad& pad);

/// The names of key files in the notes of a dossier: of batches that were cut short. Empty when there are none.
[[nodiscard]] std::set<std::string> onaffe_sleutels(const Pad& stukken);

}  // namespace pga::kast
