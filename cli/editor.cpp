// SPDX-License-Identifier: EUPL-1.2
#include "cli/editor.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>

#include <fmt/format.h>

#include "cli/env.h"
#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/seal/secret.h"
#include "lib/yaml/strikt.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): only GNU extensions declare it

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kMeteen{1500};  // nobody writes a form in less
constexpr int kGeduld_s = 3;                        // for an editor that was told to stop

bool in_geheugen(const kast::Pad& map) {
  struct statfs st {};
  if (::statfs(map.c_str(), &st) != 0) return false;
  const auto soort = static_cast<unsigned long>(st.f_type);
  return (soort == TMPFS_MAGIC || soort == RAMFS_MAGIC) && ::access(map.c_str(), W_OK | X_OK) == 0;
}

/// The directory of one edit, and its file: gone when this is.
class Werkmap {
 public:
  Werkmap(const kast::Pad& werkplek, const std::string& naam)
      : merk_(seal::random_hex(4)),
        map_(werkplek / ("pga-" + merk_)),
        bestand_(map_ / (naam + "-" + merk_ + ".yaml")) {
    if (::mkdir(map_.c_str(), 0700) != 0)
      throw Fout(FoutSoort::algemeen, "kan geen map maken om in te werken", "is het geheugen vol?",
                 {map_.string(), 0, 0});
  }
  Werkmap(const Werkmap&) = delete;
  Werkmap& operator=(const Werkmap&) = delete;
  /// Backups and swap files of the editor stand in the same directory.
  ~Werkmap() {
    std::error_code geen;
    for (fs::directory_iterator it(map_, geen), einde; !geen && it != einde; it.increment(geen))
      overschrijf(it->path());
    fs::remove_all(map_, geen);
  }

  void schrijf(const std::string& tekst) const {
    const int fd = ::open(bestand_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    const ssize_t n = fd < 0 ? -1 : ::write(fd, tekst.data(), tekst.size());
    if (fd >= 0) ::close(fd);
    if (n != static_cast<ssize_t>(tekst.size()))
      throw Fout(FoutSoort::algemeen, "kan het formulier niet klaarzetten", "is het geheugen vol?",
                 {bestand_.string(), 0, 0});
  }
  [[nodiscard]] std::string lees() const { return kast::lees_invoer(bestand_.string(), yaml::kMaxDocument); }
  [[nodiscard]] const kast::Pad& bestand() const { return bestand_; }
  [[nodiscard]] const std::string& merk() const { return merk_; }

 private:
  static void overschrijf(const kast::Pad& pad) {
    const int fd = ::open(pad.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) return;
    struct stat st {};
    if (::fstat(fd, &st) == 0 && st.st_size > 0) {
      const std::string nullen(static_cast<std::size_t>(st.st_size), '\0');
      (void)!::pwrite(fd, nullen.data(), nullen.size(), 0);
    }
    ::close(fd);
  }

  std::string merk_;
  kast::Pad map_;
  kast::Pad bestand_;
};

/// While it lives no signal ends the program: they wait, and wacht_op_editor() hears them.
class Opgehouden {
 public:
  Opgehouden() {
    sigemptyset(&set_);
    for (const int s : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&set_, s);
    ::sigprocmask(SIG_BLOCK, &set_, &oud_);
  }
  Opgehouden(const Opgehouden&) = delete;
  Opgehouden& operator=(const Opgehouden&) = delete;
  ~Opgehouden() {
    sigset_t voor_de_editor;  // Ctrl-C was; one to end the program comes now
    sigemptyset(&voor_de_editor);
    for (const int s : {SIGINT, SIGQUIT, SIGCHLD}) sigaddset(&voor_de_editor, s);
    const timespec nu{};
    while (::sigtimedwait(&voor_de_editor, nullptr, &nu) > 0) {
    }
    ::sigprocmask(SIG_SETMASK, &oud_, nullptr);
  }
  [[nodiscard]] const sigset_t& set() const { return set_; }
  [[nodiscard]] const sigset_t& oud() const { return oud_; }

 private:
  sigset_t set_{};
  sigset_t oud_{};
};

std::string editor() {
  for (const char* naam : {"VISUAL", "EDITOR"}) {
    if (const std::string e = env(naam); !e.empty()) return e;
  }
  return "vi";
}

/// By way of a shell, because the variable may hold options: "code --wait".
pid_t start(const kast::Pad& bestand, const Opgehouden& signalen) {
  const std::string opdracht = editor() + " \"$@\"";
  const std::string pad = bestand.string();
  std::array<std::string, 5> woorden = {"sh", "-c", opdracht, "editor", pad};
  std::array<char*, 6> argv{};
  for (std::size_t i = 0; i < woorden.size(); ++i) argv.at(i) = woorden.at(i).data();
  posix_spawnattr_t eigenschappen;
  ::posix_spawnattr_init(&eigenschappen);
  sigset_t gewoon;
  sigemptyset(&gewoon);
  sigaddset(&gewoon, SIGPIPE);  // which pga itself ignores
  ::posix_spawnattr_setflags(&eigenschappen, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  ::posix_spawnattr_setsigdefault(&eigenschappen, &gewoon);
  ::posix_spawnattr_setsigmask(&eigenschappen, &signalen.oud());
  pid_t kind = -1;
  const int fout = ::posix_spawn(&kind, "/bin/sh", nullptr, &eigenschappen, argv.data(), environ);
  ::posix_spawnattr_destroy(&eigenschappen);
  if (fout != 0) throw Fout(FoutSoort::algemeen, "kan de editor niet starten", "kijk naar VISUAL en EDITOR");
  return kind;
}

/// Until the editor is gone. A signal to end goes on to it; one that does not listen is ended.
void wacht_op_editor(pid_t kind, const Opgehouden& signalen, Bewerkt& uit) {
  for (int ronde = 0;; ++ronde) {
    int stand = 0;
    if (::waitpid(kind, &stand, WNOHANG) == kind) {
      uit.code = WIFEXITED(stand) ? WEXITSTATUS(stand) : 128 + WTERMSIG(stand);
      return;
    }
    const timespec geduld{uit.signaal == 0 ? 3600 : kGeduld_s, 0};
    const int s = ::sigtimedwait(&signalen.set(), nullptr, &geduld);
    if (s == SIGTERM || s == SIGHUP) {
      uit.signaal = s;
      (void)::kill(kind, s);
    } else if (s < 0 && errno == EAGAIN && uit.signaal != 0) {
      (void)::kill(kind, SIGKILL);
    }
  }
}

/// Until the user pressed Enter; signals are still held up, so they are asked after.
void wacht_op_enter(const Opgehouden& signalen, Bewerkt& uit) {
  constexpr int kTik_ms = 200;
  for (;;) {
    pollfd scherm{STDIN_FILENO, POLLIN, 0};
    const int klaar = ::poll(&scherm, 1, kTik_ms);
    const timespec nu{};
    const int s = ::sigtimedwait(&signalen.set(), nullptr, &nu);
    if (s > 0 && s != SIGCHLD) {
      uit.signaal = s;
      return;
    }
    char teken = 0;
    if (klaar > 0 && (::read(STDIN_FILENO, &teken, 1) <= 0 || teken == '\n')) return;
  }
}

/// Where known editors keep copies of what they edit, with the name of the file in theirs: vim and neovim (swap,
/// undo, backup), nano, emacs (backups, auto-save), joe, Visual Studio Code.
std::vector<kast::Pad> zoek_kopieen(const std::string& merk) {
  std::vector<kast::Pad> uit;
  const kast::Pad thuis = env("HOME");
  std::vector<kast::Pad> plekken = {"/tmp", "/var/tmp"};
  if (!thuis.empty()) {
    for (const char* onder : {"",
                              "tmp",
                              ".vim",
                              ".vim/swap",
                              ".vim/undo",
                              ".vim/backup",
                              ".cache/vim",
                              ".cache/vim/swap",
                              ".cache/vim/undo",
                              ".cache/vim/backup",
                              ".local/state/nvim/swap",
                              ".local/state/nvim/undo",
                              ".local/state/nvim/backup",
                              ".local/share/nvim/swap",
                              ".nano",
                              ".local/share/nano",
                              ".emacs.d",
                              ".emacs.d/backups",
                              ".emacs.d/auto-save-list",
                              ".config/Code/Backups",
                              ".config/Code/User/History"}) {
      plekken.push_back(thuis / onder);
    }
  }
  for (const kast::Pad& plek : plekken) {
    std::error_code geen;
    for (fs::directory_iterator it(plek, geen), einde; !geen && it != einde; it.increment(geen)) {
      if (it->path().filename().string().find(merk) != std::string::npos) uit.push_back(it->path());
    }
  }
  return uit;
}

}  // namespace

kast::Pad werkplek() {
  const kast::Pad eigen = env("PGA_WERKPLEK");
  const kast::Pad gebruiker = env("XDG_RUNTIME_DIR");
  std::vector<kast::Pad> plekken = {eigen};
  if (eigen.empty()) plekken = {gebruiker, fmt::format("/run/user/{}", ::getuid()), "/dev/shm"};
  for (const kast::Pad& p : plekken) {
    if (!p.empty() && in_geheugen(p)) return p;
  }
  throw Fout(
      FoutSoort::algemeen,
      eigen.empty() ? "er is geen plek in het geheugen van deze computer waar de editor kan werken"
                    : fmt::format("PGA_WERKPLEK: {} ligt niet in het geheugen van deze computer", eigen.string()),
      "op een schijf zou leesbaar blijven staan wat u typt; laat pga de vragen stellen (zonder --editor), of zet "
      "PGA_WERKPLEK op een map op tmpfs of ramfs");
}

Bewerkt bewerk(const kast::Pad& plek, const std::string& naam, const std::string& tekst, bool scherm) {
  Bewerkt uit;
  {
    const Opgehouden signalen;  // outside the directory: it is gone before a signal can end the program
    const Werkmap map(plek, naam);
    map.schrijf(tekst);
    const auto begin = std::chrono::steady_clock::now();
    wacht_op_editor(start(map.bestand(), signalen), signalen, uit);
    const bool meteen = std::chrono::steady_clock::now() - begin < kMeteen;
    std::error_code geen;
    const auto gelezen = [&] { return fs::exists(map.bestand(), geen) ? map.lees() : std::string(); };
    uit.tekst = gelezen();
    if (meteen && uit.code == 0 && uit.signaal == 0 && uit.tekst == tekst && scherm) {
      constexpr std::string_view kVraag =
          "De editor kwam meteen terug en er is niets veranderd. Staat het formulier nog open in een venster?\n"
          "Bewaar het daar, sluit het, en druk dan hier op Enter. (Zet in VISUAL een editor die wacht, zoals\n"
          "\"code --wait\" of \"gedit --wait\".)\n> ";
      (void)!::write(STDERR_FILENO, kVraag.data(), kVraag.size());
      wacht_op_enter(signalen, uit);
      uit.tekst = gelezen();
    }
    uit.kopieen = zoek_kopieen(map.merk());
  }
  return uit;
}

}  // namespace pga::cli
