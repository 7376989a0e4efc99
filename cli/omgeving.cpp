// SPDX-License-Identifier: EUPL-1.2
#include "cli/omgeving.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "cli/env.h"
#include "lib/weergave/bevindingen.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

int breedte_van_scherm(int fd) {
  const std::string kolommen = env("COLUMNS");
  int n = 0;
  if (std::from_chars(kolommen.data(), kolommen.data() + kolommen.size(), n).ec == std::errc() && n >= 40) return n;
  winsize ws{};
  if (::ioctl(fd, TIOCGWINSZ, &ws) == 0 && ws.ws_col >= 40) return ws.ws_col;
  return 80;
}

/// The nearest directory upward that is a kast.
std::optional<kast::Pad> kast_hierboven() {
  std::error_code fout;
  const fs::path hier = fs::current_path(fout);
  for (fs::path p = hier; !p.empty(); p = p.parent_path()) {
    if (fs::is_directory(p / "beheer", fout)) return p;
    if (p == p.root_path()) break;
  }
  return std::nullopt;
}

}  // namespace

Omgeving::Omgeving(std::ostream& u, std::ostream& f) : uit(u), fout(f) {}

termijn::Moment Omgeving::nu() const {
  return termijn::amsterdam(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

Datum Omgeving::vandaag() const {
  if (!globaal.peildatum) return nu().dag;
  const auto datum = Datum::lees(*globaal.peildatum);
  if (!datum) {
    throw Fout(FoutSoort::gebruik, fmt::format("--peildatum: \"{}\" is geen datum", *globaal.peildatum),
               "schrijf JJJJ-MM-DD, een dag die bestaat, van 1583 tot en met 9999");
  }
  return *datum;
}

std::optional<termijn::Moment> Omgeving::moment() const {
  if (globaal.peildatum) return std::nullopt;
  termijn::Moment m = nu();
  m.seconde = 0;
  return m;
}

weergave::Stijl Omgeving::stijl() const {
  const std::string wanneer = globaal.kleur.value_or("auto");
  if (wanneer != "auto" && wanneer != "altijd" && wanneer != "nooit") {
    throw Fout(FoutSoort::gebruik, fmt::format("--kleur: \"{}\" kan niet", wanneer), "kies altijd, nooit of auto");
  }
  const bool vanzelf = env("NO_COLOR").empty() && env("TERM") != "dumb" && ::isatty(STDOUT_FILENO) == 1;
  return {breedte_van_scherm(STDOUT_FILENO), wanneer == "altijd" || (wanneer == "auto" && vanzelf)};
}

weergave::Stijl Omgeving::stijl_fout() const {
  const std::string wanneer = globaal.kleur.value_or("auto");
  const bool vanzelf = env("NO_COLOR").empty() && env("TERM") != "dumb" && ::isatty(STDERR_FILENO) == 1;
  // In a pipe a message stays on its line, for scripts.
  const int breedte = ::isatty(STDERR_FILENO) == 1 ? breedte_van_scherm(STDERR_FILENO) : 0;
  return {breedte, wanneer == "altijd" || (wanneer == "auto" && vanzelf)};
}

std::vector<kast::Pad> Omgeving::kasten() const {
  std::vector<kast::Pad> uit_lijst;
  for (const std::string& k : globaal.kasten) {  // the same one twice is one
    std::error_code geen;
    const bool al = std::any_of(uit_lijst.begin(), uit_lijst.end(),
                                [&](const kast::Pad& p) { return fs::equivalent(p, k, geen); });
    if (!al) uit_lijst.emplace_back(k);
  }
  if (!uit_lijst.empty()) return uit_lijst;
  if (const std::string pad = env("PGA_KAST"); !pad.empty()) return {pad};
  if (const auto hier = kast_hierboven()) return {*hier};
  throw Fout(FoutSoort::geen_kast, "hier is geen kast",
             "ga naar de map van de kast, geef hem met -C of PGA_KAST, of maak er een met pga init");
}

kast::Pad Omgeving::enige_kast() const {
  const std::vector<kast::Pad> lijst = kasten();
  if (lijst.size() > 1) throw Fout(FoutSoort::gebruik, "deze opdracht werkt op één kast", "geef -C één keer");
  return lijst.front();
}

kast::Kast Omgeving::open_kast() const { return open_kast(enige_kast()); }

kast::Kast Omgeving::open_kast(const kast::Pad& map) const {
  std::vector<Bevinding> bezwaren;
  kast::Kast uit_kast = open_kast(map, bezwaren);
  if (!bezwaren.empty()) throw Fout(std::move(bezwaren));
  return uit_kast;
}

kast::Kast Omgeving::open_kast(const kast::Pad& map, std::vector<Bevinding>& bezwaren) const {
  kast::Kast uit_kast(map, sleutels_van(map));
  const std::optional<kast::Pad> geheugen = geheugen_pad();
  if (!geheugen) return uit_kast;
  kast::Herinnering oud = kast::lees_herinnering(*geheugen, kast::huidige_stand(uit_kast).vingerafdruk);
  bezwaren = kast::toets_aan_geheugen(*geheugen, uit_kast, oud);
  if (!bezwaren.empty()) {  // another command may have written, and remembered, what was read a moment too early
    uit_kast = kast::Kast(map, sleutels_van(map));
    bezwaren = kast::toets_aan_geheugen(*geheugen, uit_kast, oud);
  }
  kast::Herinnering nu = kast::huidige_stand(uit_kast);
  if (bezwaren.empty()) {  // else what is remembered must stay
    kast::Herinnering& nieuw = gezien[map];
    nu.koppen = std::move(nieuw.koppen);
    nieuw = std::move(nu);
  }
  herinnerd[map] = oud;
  uit_kast.herinner(std::move(oud));
  return uit_kast;
}

std::optional<kast::Pad> Omgeving::geheugen_pad() const {
  if (const std::string pad = env("PGA_GEHEUGEN"); !pad.empty()) return pad;
  if (const std::string staat = env("XDG_STATE_HOME"); !staat.empty()) return kast::Pad(staat) / "pga";
  if (const std::string thuis = env("HOME"); !thuis.empty()) return kast::Pad(thuis) / ".local" / "state" / "pga";
  return std::nullopt;
}

kast::Pad Omgeving::sleutels_van(const kast::Pad& map) const {
  const std::string elders = globaal.kasten.size() > 1 ? std::string() : env("PGA_SLEUTELS");
  return elders.empty() ? map / "sleutels" : kast::Pad(elders);
}

std::shared_ptr<kast::Inzage> Omgeving::inzage(const kast::Kast& kast) const {
  std::shared_ptr<kast::Inzage>& er = inzagen[kast.map()];
  if (er == nullptr) er = std::make_shared<kast::Inzage>();
  return er;
}

bool Omgeving::terminal() const {
  if (globaal.geen_invoer) return false;
  const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return false;
  ::close(fd);
  return ::isatty(STDIN_FILENO) == 1;
}

void Omgeving::meld(std::string_view tekst) const {
  if (!globaal.stil) fout << weergave::mededeling(tekst, stijl_fout());
}

void Omgeving::meld(const std::vector<Bevinding>& bevindingen) const {
  if (!bevindingen.empty()) fout << weergave::meldingen(bevindingen, stijl_fout());
}

}  // namespace pga::cli
