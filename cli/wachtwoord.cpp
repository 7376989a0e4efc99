// SPDX-License-Identifier: EUPL-1.2
#include "cli/wachtwoord.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/env.h"
#include "lib/kast/systeem.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): only GNU extensions declare it

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxWachtwoord = 1024;

constexpr std::array kStoppers = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
volatile std::sig_atomic_t gestopt_door = 0;  // the signal that came while a question stood on the screen

/// Reads one line, without its end, straight into locked memory; nothing when there is no more, not even an end of
/// line, or when a signal came.
std::optional<seal::SecretBytes> lees_regel(int fd) {
  seal::SecretBytes uit(kMaxWachtwoord);
  std::size_t n = 0;
  for (;;) {
    std::uint8_t teken = 0;
    const ssize_t gelezen = ::read(fd, &teken, 1);
    if (gelezen < 0 && errno == EINTR && gestopt_door == 0) continue;
    if (gelezen < 0 || (gelezen == 0 && n == 0)) return std::nullopt;
    if (gelezen == 0 || teken == '\n') break;
    if (n == kMaxWachtwoord)
      throw Fout(FoutSoort::sleutel, "het wachtwoord is langer dan 1024 tekens", "is dit wel het wachtwoord?");
    uit.data()[n++] = teken;
  }
  uit.shrink(n);
  return uit;
}

/// A terminal without echo, as long as it lives, that comes back as it was whatever signal ends the question.
class ZonderEcho {
 public:
  explicit ZonderEcho(int fd) : fd_(fd), gelukt_(::tcgetattr(fd, &oud_) == 0) {
    gestopt_door = 0;
    struct sigaction vang = {};
    vang.sa_handler = [](int signaal) { gestopt_door = signaal; };  // without SA_RESTART: the read must end
    for (std::size_t i = 0; i < kStoppers.size(); ++i) ::sigaction(kStoppers.at(i), &vang, &eerder_.at(i));
    if (!gelukt_) return;
    termios stil = oud_;
    stil.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(fd_, TCSAFLUSH, &stil);
  }
  ZonderEcho(const ZonderEcho&) = delete;
  ZonderEcho& operator=(const ZonderEcho&) = delete;
  ~ZonderEcho() {
    if (gelukt_) ::tcsetattr(fd_, TCSAFLUSH, &oud_);
    for (std::size_t i = 0; i < kStoppers.size(); ++i) ::sigaction(kStoppers.at(i), &eerder_.at(i), nullptr);
  }

 private:
  int fd_;
  termios oud_{};
  bool gelukt_;
  std::array<struct sigaction, kStoppers.size()> eerder_{};
};

void schrijf(int fd, std::string_view tekst) {
  while (!tekst.empty()) {
    const ssize_t n = ::write(fd, tekst.data(), tekst.size());
    if (n <= 0) return;
    tekst.remove_prefix(static_cast<std::size_t>(n));
  }
}

seal::SecretBytes vraag_op_scherm(const std::string& vraag) {
  const kast::Fd scherm(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!scherm.ok()) {
    throw Fout(FoutSoort::sleutel, "er is een wachtwoord nodig en er is geen scherm om het te vragen",
               "geef het door een bestandsnummer: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
  }
  for (;;) {
    schrijf(scherm.get(), vraag);
    std::optional<seal::SecretBytes> antwoord;
    {
      const ZonderEcho stil(scherm.get());
      antwoord = lees_regel(scherm.get());
    }
    schrijf(scherm.get(), "\n");
    const int signaal = gestopt_door;
    if (signaal == 0 && antwoord) return std::move(*antwoord);
    if (signaal == 0) {
      throw Fout(FoutSoort::afgebroken, "u hebt de vraag om een wachtwoord afgebroken; er is niets veranderd", {});
    }
    ::raise(signaal);  // now that the terminal is as it was; after Ctrl-Z the question comes again
  }
}

/// Of a file or a program, where no line is an empty one.
seal::SecretBytes regel_of_leeg(int fd) {
  auto uit = lees_regel(fd);
  return uit ? std::move(*uit) : seal::SecretBytes();
}

std::optional<seal::SecretBytes> van_bestandsnummer() {
  const std::string nummer = env("PGA_WACHTWOORD_FD");
  if (nummer.empty()) return std::nullopt;
  int fd = -1;
  const auto [einde, fout] = std::from_chars(nummer.data(), nummer.data() + nummer.size(), fd);
  if (fout != std::errc() || einde != nummer.data() + nummer.size() || fd < 0 || ::fcntl(fd, F_GETFD) < 0) {
    throw Fout(FoutSoort::gebruik, fmt::format("PGA_WACHTWOORD_FD: {} is geen open bestandsnummer", nummer),
               "bijvoorbeeld: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
  }
  return regel_of_leeg(fd);
}

std::optional<seal::SecretBytes> van_systemd() {
  const kast::Pad pad = systemd_bestand("pga-wachtwoord");
  if (pad.empty()) return std::nullopt;
  const int fd = ::open(pad.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    throw Fout(FoutSoort::sleutel, "het wachtwoord van systemd is niet te lezen",
               "kijk naar LoadCredential= in de unit", Plaats{pad.string(), 0, 0});
  }
  seal::SecretBytes uit = regel_of_leeg(fd);
  ::close(fd);
  return uit;
}

/// Runs the program with the question as its only argument; its first line is the answer.
std::optional<seal::SecretBytes> van_askpass(const std::string& vraag) {
  const std::string programma = env("PGA_ASKPASS");
  if (programma.empty()) return std::nullopt;
  std::array<int, 2> pijp{};
  if (::pipe2(pijp.data(), O_CLOEXEC) != 0) throw Fout(FoutSoort::algemeen, "kan PGA_ASKPASS niet starten", {});
  posix_spawn_file_actions_t acties;
  ::posix_spawn_file_actions_init(&acties);
  ::posix_spawn_file_actions_adddup2(&acties, pijp[1], STDOUT_FILENO);
  std::array<char*, 3> argv = {const_cast<char*>(programma.c_str()), const_cast<char*>(vraag.c_str()), nullptr};
  pid_t kind = -1;
  const int gestart = ::posix_spawnp(&kind, programma.c_str(), &acties, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&acties);
  ::close(pijp[1]);
  seal::SecretBytes uit;
  if (gestart == 0) uit = regel_of_leeg(pijp[0]);
  ::close(pijp[0]);
  int stand = 0;
  while (gestart == 0 && ::waitpid(kind, &stand, 0) < 0 && errno == EINTR) {
  }
  if (gestart != 0 || !WIFEXITED(stand) || WEXITSTATUS(stand) != 0) {
    throw Fout(FoutSoort::sleutel, fmt::format("PGA_ASKPASS gaf geen wachtwoord: {}", programma),
               "kijk of het programma er is, en of u het antwoord niet hebt afgebroken");
  }
  return uit;
}

}  // namespace

kast::Pad systemd_bestand(const std::string& naam) {
  const std::string map = env("CREDENTIALS_DIRECTORY");
  std::error_code fout;
  const kast::Pad pad = map.empty() ? kast::Pad() : kast::Pad(map) / naam;
  return !pad.empty() && fs::exists(pad, fout) ? pad : kast::Pad();
}

seal::SecretBytes lees_wachtwoord(const std::string& vraag, Wachtwoord soort, bool geen_invoer) {
  if (auto uit = van_bestandsnummer()) return std::move(*uit);
  if (soort == Wachtwoord::bestaand) {
    if (auto uit = van_systemd()) return std::move(*uit);
  }
  if (geen_invoer) {
    throw Fout(FoutSoort::sleutel, "er is een wachtwoord nodig, en met --geen-invoer wordt er niets gevraagd",
               "geef het door een bestandsnummer: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
  }
  if (auto uit = van_askpass(vraag)) return std::move(*uit);
  return vraag_op_scherm(vraag);
}

}  // namespace pga::cli
