// SPDX-License-Identifier: EUPL-1.2
//
// Files: the one door to the disk. Reads with a cap, writes once and whole, locks.
//
// Promises: a new file appears under its name complete and synced, or not at all; an existing file is never
// replaced; what a batch made before it failed is taken away again. Never follows a symbolic link inside a
// kast. Every failure of the system becomes a Fout with what to do next.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pga::kast {

using Pad = std::filesystem::path;

/// The bytes of a regular file that is no symbolic link. Throws Fout(algemeen), also when it is larger than `max`.
[[nodiscard]] std::string lees_bestand(const Pad& pad, std::size_t max);

/// The bytes of a file a user named: links and pipes are fine; "-" is standard input.
[[nodiscard]] std::string lees_invoer(const std::string& naam, std::size_t max);

/// What lies in a directory, sorted; nothing when it does not exist. Throws Fout(algemeen) when it cannot be read,
/// so that what may not be seen is never taken for what is not there.
[[nodiscard]] std::vector<Pad> lees_map(const Pad& map);

/// Makes a directory and what lies above it; fine when it is there.
void maak_map(const Pad& pad, unsigned mode);

/// Overwrites a file in place, syncs and unlinks it; for key files that were made by a batch that failed.
void wis_bestand(const Pad& pad);

/// Whether a file holds zeros only: it was being destroyed, and the command was killed before the name went.
[[nodiscard]] bool is_overschreven(const Pad& pad);

class Naamloos;

/// One file to be made: of these bytes or, when it is large, one that was written aside already (naamloos.h).
struct NieuwBestand {
  Pad pad;
  std::string bytes;
  unsigned mode = 0644;
  std::shared_ptr<Naamloos> klaar{};
  std::size_t grootte = 0;  // of a large one, also when it was only measured

  [[nodiscard]] std::size_t omvang() const { return grootte > 0 ? grootte : bytes.size(); }
};

void voeg_toe(std::vector<NieuwBestand>& bij, std::vector<NieuwBestand> erbij);

/// Makes new files as one batch: all (of a large batch, 256 at a time) are written and synced before the first gets
/// its name, and names appear in the order of the list. A directory that does not exist yet is made aside with all
/// its files and appears whole, with the last of them. When anything fails, all is as it was and Fout is thrown;
/// killed half-way, the files that have their names are whole.
void maak_bestanden(const std::vector<NieuwBestand>& bestanden);

/// Writes a file anew, whole or not at all. For what a machine keeps for itself; never for a file of a kast, which
/// does not change.
void vervang_bestand(const Pad& pad, std::string_view bytes, unsigned mode);

/// Removes directories that a killed batch left behind under `map` (names beginning with kTijdelijk).
void ruim_op(const Pad& map);
inline constexpr std::string_view kTijdelijk = ".nieuw-";

/// The lock of a kast, held as long as the object lives: one writer at a time. Readers need none, because files
/// appear whole and never change.
class Slot {
 public:
  /// Waits up to `wacht_ms`, then throws Fout(bezet). Five seconds are more than a command writes.
  explicit Slot(const Pad& kast, int wacht_ms = 5000);
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot();

 private:
  int fd_ = -1;
};

}  // namespace pga::kast
