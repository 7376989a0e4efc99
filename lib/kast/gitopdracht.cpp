// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/gitopdracht.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/systeem.h"

extern char** environ;  // NOLINT: POSIX wants the declaration

namespace pga::kast {
namespace {

/// What ties git to one repository, of `git rev-parse --local-env-vars`; configuration given by hand stays.
constexpr std::array<std::string_view, 12> kGebonden = {
    "GIT_DIR=",        "GIT_WORK_TREE=",    "GIT_INDEX_FILE=",       "GIT_OBJECT_DIRECTORY=",
    "GIT_COMMON_DIR=", "GIT_PREFIX=",       "GIT_GRAFT_FILE=",       "GIT_ALTERNATE_OBJECT_DIRECTORIES=",
    "GIT_NAMESPACE=",  "GIT_SHALLOW_FILE=", "GIT_REPLACE_REF_BASE=", "GIT_IMPLICIT_WORK_TREE="};

std::vector<char*> omgeving_van(GitOmgeving omgeving) {
  std::vector<char*> uit;
  for (char** v = environ; *v != nullptr; ++v) {
    const bool gebonden = std::any_of(kGebonden.begin(), kGebonden.end(), [&](std::string_view naam) {
      return std::string_view(*v).substr(0, naam.size()) == naam;
    });
    if (!gebonden || omgeving == GitOmgeving::van_de_hook) uit.push_back(*v);
  }
  uit.push_back(nullptr);
  return uit;
}

/// A file without a name that holds those bytes, to be read from the start.
Fd als_invoer(std::string_view bytes) {
  if (bytes.empty()) return Fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  Fd fd(::memfd_create("git", MFD_CLOEXEC));
  while (fd.ok() && !bytes.empty()) {
    const ssize_t n = ::write(fd.get(), bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) break;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (fd.ok()) ::lseek(fd.get(), 0, SEEK_SET);
  return fd;
}

std::string lees_op(int fd) {
  std::string uit;
  std::array<char, 65536> blok{};
  for (ssize_t n = 0; (n = ::read(fd, blok.data(), blok.size())) != 0;) {
    if (n > 0) uit.append(blok.data(), static_cast<std::size_t>(n));
    if (n < 0 && errno != EINTR) break;
  }
  return uit;
}

}  // namespace

GitUitkomst git(const Pad& map, const std::vector<std::string>& args, std::string_view invoer,
                GitOmgeving omgeving) {
  std::array<int, 2> pijp{};
  const Fd in = als_invoer(invoer);
  if (!in.ok() || ::pipe2(pijp.data(), O_CLOEXEC) != 0) {
    throw Fout(FoutSoort::algemeen, "kan geen pijp maken voor git",
               "er staan te veel bestanden open; sluit andere programma's en probeer het opnieuw");
  }
  posix_spawn_file_actions_t acties;
  posix_spawn_file_actions_init(&acties);
  posix_spawn_file_actions_adddup2(&acties, in.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&acties, pijp[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&acties, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> woorden = {"git", "--no-optional-locks", "-C", map.string()};
  woorden.insert(woorden.end(), args.begin(), args.end());
  std::vector<char*> argv;
  for (std::string& w : woorden) argv.push_back(w.data());
  argv.push_back(nullptr);
  std::vector<char*> omgevingsvariabelen = omgeving_van(omgeving);
  pid_t pid = -1;
  const int gestart = ::posix_spawnp(&pid, "git", &acties, nullptr, argv.data(), omgevingsvariabelen.data());
  posix_spawn_file_actions_destroy(&acties);
  ::close(pijp[1]);
  GitUitkomst uitkomst{-1, lees_op(pijp[0])};
  ::close(pijp[0]);
  if (gestart != 0) return uitkomst;
  int stand = 0;
  while (::waitpid(pid, &stand, 0) < 0 && errno == EINTR) {
  }
  uitkomst.code = WIFEXITED(stand) ? WEXITSTATUS(stand) : -1;
  return uitkomst;
}

std::vector<std::string> git_regels(const std::string& tekst) {
  std::vector<std::string> uit;
  for (std::size_t begin = 0; begin < tekst.size();) {
    const std::size_t einde = tekst.find('\0', begin);
    uit.push_back(tekst.substr(begin, einde - begin));
    if (einde == std::string::npos) break;
    begin = einde + 1;
  }
  return uit;
}

bool is_git_opslag(const Pad& map) {
  std::error_code fout;
  return std::filesystem::exists(map / ".git", fout);
}

}  // namespace pga::kast
