// SPDX-License-Identifier: EUPL-1.2
#include "cli/regelinvoer.h"

#include <histedit.h>
#include <langinfo.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstring>

#include "cli/env.h"
#include "lib/basis/fout.h"

namespace pga::cli {
namespace {

constexpr std::array kSignalen = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr int kGeschiedenis = 200;  // lines
constexpr std::size_t kMaxRegel = std::size_t{64} << 10U;

// What the handler needs, set before it is installed: a handler gets no object.
int g_scherm = -1;
termios g_zoals_het_was;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::array<struct sigaction, kSignalen.size()> g_oud;

/// Only what may be called in a handler: the terminal as it was, one line, and the end that the signal asks for.
extern "C" void pga_breek_af(int nummer) {
  static constexpr std::string_view kTekst = "\r\npga: afgebroken; er is niets vastgelegd\r\n";
  (void)::tcsetattr(g_scherm, TCSANOW, &g_zoals_het_was);
  (void)!::write(g_scherm, kTekst.data(), kTekst.size());
  (void)::signal(nummer, SIG_DFL);
  (void)::raise(nummer);
}

/// libedit counts columns by the locale; a terminal of today speaks UTF-8.
void zet_tekens() {
  (void)std::setlocale(LC_CTYPE, "");
  if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) (void)std::setlocale(LC_CTYPE, "C.UTF-8");
}

bool is_dom() {
  const std::string soort = env("TERM");
  return soort.empty() || soort == "dumb";
}

}  // namespace

struct Regelinvoer::Bewerker {
  explicit Bewerker(std::FILE* scherm) {
    zet_tekens();
    regel = ::el_init("pga", stdin, scherm, scherm);
    if (regel == nullptr) return;
    geschiedenis = ::history_init();
    HistEvent er{};
    ::history(geschiedenis, &er, H_SETSIZE, kGeschiedenis);
    ::el_set(regel, EL_CLIENTDATA, this);
    ::el_set(regel, EL_PROMPT, &Bewerker::vraagteken);
    ::el_set(regel, EL_EDITOR, "emacs");
    ::el_set(regel, EL_SIGNAL, 0);  // the handler above does it: libedit would signal the whole process group
    ::el_set(regel, EL_HIST, ::history, geschiedenis);
  }
  Bewerker(const Bewerker&) = delete;
  Bewerker& operator=(const Bewerker&) = delete;
  ~Bewerker() {
    if (geschiedenis != nullptr) ::history_end(geschiedenis);
    if (regel != nullptr) ::el_end(regel);
  }

  static char* vraagteken(EditLine* regel) {
    void* zelf = nullptr;
    ::el_get(regel, EL_CLIENTDATA, &zelf);
    return static_cast<Bewerker*>(zelf)->wacht.data();
  }

  EditLine* regel = nullptr;
  History* geschiedenis = nullptr;
  std::string wacht;
};

Regelinvoer::Regelinvoer() : scherm_(std::fopen("/dev/tty", "we")) {
  if (scherm_ == nullptr) {
    throw Fout(FoutSoort::gebruik, "er is geen scherm om vragen op te stellen",
               "geef het document met --van BESTAND; --sjabloon drukt een leeg formulier af");
  }
  g_scherm = ::fileno(scherm_);
  (void)::tcgetattr(g_scherm, &g_zoals_het_was);
  struct sigaction af {};
  af.sa_handler = pga_breek_af;
  for (std::size_t i = 0; i < kSignalen.size(); ++i) (void)::sigaction(kSignalen.at(i), &af, &g_oud.at(i));
  if (is_dom()) return;
  bewerker_ = std::make_unique<Bewerker>(scherm_);
  if (bewerker_->regel == nullptr) bewerker_.reset();
}

Regelinvoer::~Regelinvoer() {
  bewerker_.reset();
  for (std::size_t i = 0; i < kSignalen.size(); ++i) (void)::sigaction(kSignalen.at(i), &g_oud.at(i), nullptr);
  (void)std::fclose(scherm_);
}

void Regelinvoer::schrijf(std::string_view tekst) {
  (void)std::fwrite(tekst.data(), 1, tekst.size(), scherm_);
  (void)std::fflush(scherm_);
}

std::optional<std::string> Regelinvoer::lees(const std::string& wacht) {
  if (bewerker_ == nullptr) {
    schrijf(wacht);
    return lees_kaal();
  }
  bewerker_->wacht = wacht;
  ::el_resize(bewerker_->regel);
  int n = 0;
  const char* tekst = ::el_gets(bewerker_->regel, &n);
  if (tekst == nullptr || n <= 0) return std::nullopt;
  std::string uit(tekst, static_cast<std::size_t>(n));
  while (!uit.empty() && (uit.back() == '\n' || uit.back() == '\r')) uit.pop_back();
  HistEvent er{};
  if (!uit.empty()) ::history(bewerker_->geschiedenis, &er, H_ENTER, uit.c_str());
  return uit;
}

std::optional<std::string> Regelinvoer::lees_kaal() {
  std::string uit;
  for (;;) {
    char teken = 0;
    const ssize_t n = ::read(STDIN_FILENO, &teken, 1);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return uit.empty() ? std::nullopt : std::optional(uit);
    if (teken == '\n') return uit;
    if (uit.size() < kMaxRegel) uit += teken;
  }
}

}  // namespace pga::cli
