// SPDX-License-Identifier: EUPL-1.2
//
// A text in the editor of the user ($VISUAL, $EDITOR, vi), on a file that never lies on a disk: in a directory of
// its own (0700) on a file system in memory, mode 0600.
//
// Promises: refused where there is no such place. The file is there only while the editor runs; it is overwritten
// and taken away whatever happens, also on a signal (not on SIGKILL: memory forgets it when the computer stops).
// What a known editor leaves elsewhere is looked for, and named.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/kast/bestand.h"

namespace pga::cli {

/// How editing ended.
struct Bewerkt {
  std::string tekst;                 // as the file stood in the end
  int code = 0;                      // the editor's; anything but 0: it failed
  int signaal = 0;                   // that pga got meanwhile; 0: none
  std::vector<kast::Pad> kopieen{};  // what the editor left elsewhere
};

/// A directory in memory: that of PGA_WERKPLEK, else XDG_RUNTIME_DIR, /run/user/<uid> or /dev/shm. Throws
/// Fout(algemeen) when there is none.
[[nodiscard]] kast::Pad werkplek();

/// Edits a text as <naam>-<random>.yaml. `scherm`: there is somebody to ask whether an editor that came back at
/// once is done.
[[nodiscard]] Bewerkt bewerk(const kast::Pad& werkplek, const std::string& naam, const std::string& tekst,
                             bool scherm);

}  // namespace pga::cli
