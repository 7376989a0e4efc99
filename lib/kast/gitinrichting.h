// SPDX-License-Identifier: EUPL-1.2
//
// What pga sets in the git repository of a kast: how a stuk is shown as text, hooks that look before a commit and
// before a push, and an author that says nothing. Only `pga git inricht` calls it, after asking. Never touches a
// hook or a setting of somebody else without keeping what it was; what was set can be undone exactly.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/bestand.h"

namespace pga::kast {

/// What inrichten would do, or terugdraaien: sentences; what is as it should be is not among them. `zelf` is what a
/// person has to do, because something of somebody else is in the way.
struct GitPlan {
  std::vector<std::string> stappen;
  std::vector<Bevinding> zelf;
};

/// Throws Fout(geen_kast) when the kast is no repository of its own, and Fout(integriteit) when git keeps or is
/// told to keep what it shows: text in clear would stay in it.
[[nodiscard]] GitPlan plan_inrichten(const Pad& kast);
void richt_in(const Pad& kast);

[[nodiscard]] GitPlan plan_terug(const Pad& kast);
void draai_terug(const Pad& kast);

/// Text in clear that git keeps: diff.pga.cachetextconv, and refs/notes/textconv/pga. Nothing outside a repository.
[[nodiscard]] std::vector<Bevinding> leesbaar_in_git(const Pad& kast);

/// Whether all is set as richt_in() does.
[[nodiscard]] bool is_ingericht(const Pad& kast);

/// Which of these files git tracks, whether they are still there or not.
[[nodiscard]] std::vector<Pad> gevolgd_door_git(const Pad& kast, const std::vector<Pad>& paden);

/// The stukken of a dossier that git tracks and that are not there any more.
[[nodiscard]] std::vector<Pad> weg_uit_dossier(const Pad& kast, const std::string& nummer);

/// Commits these new or removed files, and what lies in those directories, with a neutral author and message. False
/// when git does not take them; the files stay as they are.
[[nodiscard]] bool leg_vast_in_git(const Pad& kast, const std::vector<Pad>& paden);

}  // namespace pga::kast
