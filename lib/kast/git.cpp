// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/git.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/gitopdracht.h"

namespace pga::kast {
namespace {

struct Verschil {
  std::string pad;
  bool weg;
};

/// What differs from the index or, once there is a commit, from the last commit: a changed file may have been
/// added. Asked of `status` and not of `diff`, which writes the index again now and then, whatever it is told.
std::vector<Verschil> verschillen(const Pad& kast) {
  std::string begin = git(kast, {"rev-parse", "--show-prefix"}).uit;  // status names files from the top
  if (!begin.empty() && begin.back() == '\n') begin.pop_back();
  const GitUitkomst stand =
      git(kast, {"-c", "core.fsmonitor=false", "status", "--porcelain", "-z", "--untracked-files=no",
                 "--no-renames", "--ignore-submodules=none", "--", "."});
  std::vector<Verschil> uit;
  for (const std::string& regel : git_regels(stand.uit)) {
    constexpr std::size_t kLetters = 3;  // of the index, of the file, and a space
    const std::string_view letters = std::string_view(regel).substr(0, 2);
    if (regel.size() <= kLetters || regel.compare(kLetters, begin.size(), begin) != 0) continue;
    const std::string pad = regel.substr(kLetters + begin.size());
    for (const char letter : letters) {
      const bool nieuw = letter == 'A' && letters != "AA";  // twice: two clones added it, and nobody chose
      if (letter != ' ' && !nieuw) uit.push_back({pad, letter == 'D'});
    }
  }
  return uit;
}

}  // namespace

void git_init(const Pad& map) {
  if (is_git_opslag(map)) return;
  const GitUitkomst uitkomst = git(map, {"-c", "init.defaultBranch=main", "init", "-q", "--template="});
  if (uitkomst.code != 0) {
    throw Fout(FoutSoort::algemeen, "git kan hier geen opslag maken",
               "is git geïnstalleerd, is de map te schrijven, en is er nog plaats op de schijf?",
               Plaats{map.string(), 0, 0});
  }
}

std::optional<std::vector<GitBestand>> git_bestanden(const Pad& kast) {
  const GitUitkomst gevolgd = git(kast, {"ls-files", "-z"});
  if (gevolgd.code != 0 && !is_git_opslag(kast)) return std::nullopt;
  if (gevolgd.code != 0) {
    throw Fout(FoutSoort::algemeen, "git kan niet zeggen wat er in deze kast hoort",
               "is git geïnstalleerd? git -C KAST status zegt wat er is; is de map van een ander, dan wil git hem "
               "eerst bij safe.directory",
               Plaats{kast.string(), 0, 0});
  }
  std::vector<GitBestand> uit;
  for (std::string& pad : git_regels(gevolgd.uit)) uit.push_back({std::move(pad), false, false});
  for (const Verschil& v : verschillen(kast)) {
    const auto er = std::find_if(uit.begin(), uit.end(), [&](const GitBestand& b) { return b.pad == v.pad; });
    if (er == uit.end()) {
      uit.push_back({v.pad, !v.weg, v.weg});
    } else {
      er->gewijzigd = er->gewijzigd || !v.weg;
      er->weg = er->weg || v.weg;
    }
  }
  return uit;
}

}  // namespace pga::kast
