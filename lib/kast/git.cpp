// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <fmt/format.h>

#include "lib/basis/fout.h"

extern char** environ;  // NOLINT: POSIX wants the declaration

namespace pga::kast {
namespace {

struct Uitkomst {
  int code = -1;  // -1: git could not be started
  std::string uit;
};

/// Runs `git -C map args...` and gathers its standard output.
Uitkomst git(const Pad& map, const std::vector<std::string>& args) {
  std::array<int, 2> pijp{};
  if (::pipe2(pijp.data(), O_CLOEXEC) != 0) {
    throw Fout(FoutSoort::algemeen, "kan geen pijp maken voor git",
               "er staan te veel bestanden open; sluit andere programma's en probeer het opnieuw");
  }
  posix_spawn_file_actions_t acties;
  posix_spawn_file_actions_init(&acties);
  posix_spawn_file_actions_addopen(&acties, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&acties, pijp[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&acties, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> woorden = {"git", "--no-optional-locks", "-C", map.string()};
  woorden.insert(woorden.end(), args.begin(), args.end());
  std::vector<char*> argv;
  for (std::string& w : woorden) argv.push_back(w.data());
  argv.push_back(nullptr);
  pid_t pid = -1;
  const int gestart = ::posix_spawnp(&pid, "git", &acties, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&acties);
  ::close(pijp[1]);
  Uitkomst uitkomst;
  std::array<char, 65536> blok{};
  for (ssize_t n = 0; (n = ::read(pijp[0], blok.data(), blok.size())) != 0;) {
    if (n > 0) uitkomst.uit.append(blok.data(), static_cast<std::size_t>(n));
    if (n < 0 && errno != EINTR) break;
  }
  ::close(pijp[0]);
  if (gestart != 0) return uitkomst;
  int stand = 0;
  while (::waitpid(pid, &stand, 0) < 0 && errno == EINTR) {
  }
  uitkomst.code = WIFEXITED(stand) ? WEXITSTATUS(stand) : -1;
  return uitkomst;
}

std::vector<std::string> regels(const std::string& tekst) {
  std::vector<std::string> uit;
  for (std::size_t begin = 0; begin < tekst.size();) {
    const std::size_t einde = tekst.find('\0', begin);
    uit.push_back(tekst.substr(begin, einde - begin));
    if (einde == std::string::npos) break;
    begin = einde + 1;
  }
  return uit;
}

/// Whether the kast is a repository: then git must be able to say what is in it.
bool ligt_in_opslag(const Pad& map) {
  std::error_code fout;
  return std::filesystem::exists(map / ".git", fout);
}

struct Verschil {
  std::string pad;
  bool weg;
};

/// What differs from the index or, once there is a commit, from the last commit: a changed file may have been
/// added. Asked of `status` and not of `diff`, which writes the index again now and then, whatever it is told.
std::vector<Verschil> verschillen(const Pad& kast) {
  std::string begin = git(kast, {"rev-parse", "--show-prefix"}).uit;  // status names files from the top
  if (!begin.empty() && begin.back() == '\n') begin.pop_back();
  const Uitkomst stand = git(kast, {"-c", "core.fsmonitor=false", "status", "--porcelain", "-z",
                                    "--untracked-files=no", "--no-renames", "--ignore-submodules=none", "--", "."});
  std::vector<Verschil> uit;
  for (const std::string& regel : regels(stand.uit)) {
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
  if (ligt_in_opslag(map)) return;
  const Uitkomst uitkomst = git(map, {"-c", "init.defaultBranch=main", "init", "-q", "--template="});
  if (uitkomst.code != 0) {
    throw Fout(FoutSoort::algemeen, "git kan hier geen opslag maken",
               "is git geïnstalleerd en de map te schrijven?", Plaats{map.string(), 0, 0});
  }
}

std::optional<std::vector<GitBestand>> git_bestanden(const Pad& kast) {
  const Uitkomst gevolgd = git(kast, {"ls-files", "-z"});
  if (gevolgd.code != 0 && !ligt_in_opslag(kast)) return std::nullopt;
  if (gevolgd.code != 0) {
    throw Fout(FoutSoort::algemeen, "git kan niet zeggen wat er in deze kast hoort",
               "is git geïnstalleerd? git -C KAST status zegt wat er is; is de map van een ander, dan wil git hem "
               "eerst bij safe.directory",
               Plaats{kast.string(), 0, 0});
  }
  std::vector<GitBestand> uit;
  for (std::string& pad : regels(gevolgd.uit)) uit.push_back({std::move(pad), false, false});
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
