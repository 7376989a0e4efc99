// SPDX-License-Identifier: EUPL-1.2
//
// Running git: without a shell, a terminal or its error output. Inside lib/kast only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/kast/bestand.h"

namespace pga::kast {

struct GitUitkomst {
  int code = -1;  // -1: git could not be started
  std::string uit;
};

/// Whose environment git gets. A hook is told by GIT_DIR and GIT_INDEX_FILE what is being committed, which is what
/// `van_de_hook` goes by; a program called by the hook of another repository must not take that one for the kast.
enum class GitOmgeving { van_de_kast, van_de_hook };

/// Runs `git -C map args...` with `invoer` as its input and gathers its output.
[[nodiscard]] GitUitkomst git(const Pad& map, const std::vector<std::string>& args, std::string_view invoer = {},
                              GitOmgeving omgeving = GitOmgeving::van_de_kast);

/// The parts of an answer that git ended with NUL each (-z).
[[nodiscard]] std::vector<std::string> git_regels(const std::string& tekst);

/// Whether the kast is a repository: then git must be able to say what is in it.
[[nodiscard]] bool is_git_opslag(const Pad& map);

}  // namespace pga::kast
