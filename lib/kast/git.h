// SPDX-License-Identifier: EUPL-1.2
//
// What pga asks of git: to make a repository, and which files it tracks. Runs the git of the PATH without a shell
// and without a terminal; never changes configuration, never commits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/kast/bestand.h"

namespace pga::kast {

/// Makes `map` a git repository of its own unless it is one. Throws Fout(algemeen) when git is missing or fails.
void git_init(const Pad& map);

/// A file as git knows it.
struct GitBestand {
  std::string pad;  // relative to the kast
  bool gewijzigd;   // the work tree has other content
  bool weg;         // the work tree has it no more
};

/// The files below the kast that git tracks, with what the work tree did to them; nothing when the kast lies in no
/// repository. Throws Fout(algemeen) when git is there but fails.
[[nodiscard]] std::optional<std::vector<GitBestand>> git_bestanden(const Pad& kast);

}  // namespace pga::kast
