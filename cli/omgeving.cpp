// SPDX-License-Identifier: EUPL-1.2
#include "cli/omgeving.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "lib/kast/dubbel.h"
#include "lib/seal/identity_file.h"
#include "lib/weergave/bevindingen.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxIdentiteit = std::size_t{1} << 20U;
constexpr std::size_t kMaxWachtwoord = 1024;

std::string env(const char* naam) {
  const char* waarde = std::getenv(naam);
  return waarde == nullptr ? std::string() : std::string(waarde);
}

int breedte_van_scherm(int fd) {
  const std::string kolommen = env("COLUMNS");
  int n = 0;
  if (std::from_chars(kolommen.data(), kolommen.data() + kolommen.size(), n).ec == std::errc() && n >= 40) return n;
  winsize ws{};
  if (::ioctl(fd, TIOCGWINSZ, &ws) == 0 && ws.ws_col >= 40) return ws.ws_col;
  return 80;
}

/// Reads one line, without its end, straight into locked memory.
seal::SecretBytes lees_regel(int fd) {
  seal::SecretBytes uit(kMaxWachtwoord);
  std::size_t n = 0;
  for (;;) {
    std::uint8_t teken = 0;
    const ssize_t gelezen = ::read(fd, &teken, 1);
    if (gelezen < 0 && errno == EINTR) continue;
    if (gelezen <= 0 || teken == '\n') break;
    if (n == kMaxWachtwoord)
      throw Fout(FoutSoort::sleutel, "het wachtwoord is langer dan 1024 tekens",
                 "wijst PGA_WACHTWOORD_FD het goede bestand aan?");
    uit.data()[n++] = teken;
  }
  uit.shrink(n);
  return uit;
}

/// Turns the echo of a terminal off as long as it lives.
class ZonderEcho {
 public:
  explicit ZonderEcho(int fd) : fd_(fd), gelukt_(::tcgetattr(fd, &oud_) == 0) {
    if (!gelukt_) return;
    termios stil = oud_;
    stil.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(fd_, TCSAFLUSH, &stil);
  }
  ZonderEcho(const ZonderEcho&) = delete;
  ZonderEcho& operator=(const ZonderEcho&) = delete;
  ~ZonderEcho() {
    if (gelukt_) ::tcsetattr(fd_, TCSAFLUSH, &oud_);
  }

 private:
  int fd_;
  termios oud_{};
  bool gelukt_;
};

void schrijf(int fd, std::string_view tekst) {
  while (!tekst.empty()) {
    const ssize_t n = ::write(fd, tekst.data(), tekst.size());
    if (n <= 0) return;
    tekst.remove_prefix(static_cast<std::size_t>(n));
  }
}

seal::SecretBytes vraag_op_scherm(const std::string& vraag) {
  const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) {
    throw Fout(FoutSoort::sleutel, "er is een wachtwoord nodig en er is geen scherm om het te vragen",
               "geef het door een bestandsnummer: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
  }
  schrijf(fd, vraag);
  seal::SecretBytes antwoord;
  {
    const ZonderEcho stil(fd);
    antwoord = lees_regel(fd);
  }
  schrijf(fd, "\n");
  ::close(fd);
  return antwoord;
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

/// Whatever keeps the key from being read, the user has no key.
std::string lees_identiteit(const kast::Pad& pad) {
  try {
    return kast::lees_invoer(pad.string(), kMaxIdentiteit);
  } catch (const Fout& e) {
    const Bevinding& b = e.bevindingen().front();
    const bool raad = !b.tip.empty() && b.tip.back() != '?';
    throw Fout(FoutSoort::sleutel, fmt::format("uw sleutel is niet te lezen: {}", b.wat),
               fmt::format("{}wijs met PGA_IDENTITEIT het bestand aan dat pga sleutel nieuw maakte",
                           raad ? b.tip + ", of " : ""),
               Plaats{pad.string(), 0, 0});
  }
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
  kast::Herinnering nu = kast::huidige_stand(uit_kast);
  kast::Herinnering oud = kast::lees_herinnering(*geheugen, nu.vingerafdruk);
  bezwaren = kast::toets_aan_geheugen(*geheugen, uit_kast, oud);
  if (bezwaren.empty()) {  // else what is remembered must stay
    kast::Herinnering& nieuw = gezien[map];
    nu.koppen = std::move(nieuw.koppen);
    nieuw = std::move(nu);
  }
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

kast::Pad Omgeving::identiteit_pad() const {
  if (const std::string pad = env("PGA_IDENTITEIT"); !pad.empty()) return pad;
  std::string config = env("XDG_CONFIG_HOME");
  if (const std::string thuis = env("HOME"); config.empty() && !thuis.empty()) config = thuis + "/.config";
  if (config.empty()) {
    throw Fout(FoutSoort::gebruik, "de vaste plaats van uw sleutel is niet bekend: HOME is leeg",
               "noem het bestand met PGA_IDENTITEIT (bij pga sleutel met -o of -i)");
  }
  return kast::Pad(config) / "pga" / "sleutel";
}

void Omgeving::waarschuw_rechten(const kast::Pad& pad) const {
  struct stat st {};
  if (::stat(pad.c_str(), &st) != 0 || !S_ISREG(st.st_mode) || (st.st_mode & 077U) == 0) return;
  meld({Bevinding{FoutSoort::bevinding,
                  Plaats{pad.string(), 0, 0},
                  "anderen op deze computer kunnen bij uw sleutel",
                  fmt::format("geef alleen uzelf het recht erop: chmod 600 {}", pad.string()),
                  {}}});
}

bool Omgeving::heeft_identiteit() const {
  std::error_code fout_code;
  const bool er = fs::exists(identiteit_pad(), fout_code);
  // What may not be seen, or was named, is taken to be there: reading it says what is wrong.
  return er || fout_code || !env("PGA_IDENTITEIT").empty();
}

std::vector<seal::Identity> Omgeving::identiteiten() const {
  if (!is_ontgrendeld_) {
    const kast::Pad pad = identiteit_pad();
    if (!heeft_identiteit()) {
      throw Fout(FoutSoort::sleutel, "u hebt nog geen sleutel",
                 "maak er een met pga sleutel nieuw, of wijs er een aan met PGA_IDENTITEIT",
                 Plaats{pad.string(), 0, 0});
    }
    std::string bytes = lees_identiteit(pad);
    ontgrendeld_ = seal::read_identity_file(bytes, pad.string(), [&](std::string_view naam) {
      return vraag_wachtwoord(fmt::format("Wachtwoord van {}: ", naam));
    });
    seal::wipe(bytes.data(), bytes.size());
    is_ontgrendeld_ = true;
    waarschuw_rechten(pad);
  }
  std::vector<seal::Identity> kopie;
  for (const seal::Identity& i : ontgrendeld_) kopie.push_back(i.clone());
  return kopie;
}

kast::Lezer Omgeving::lezer(const kast::Kast& kast) const {
  kast::Lezer wie = kast.lezer(identiteiten(), vandaag());
  if (!wie.id) {
    kast::eis_een_beheer(kast);  // the user may be in the other version
    throw Fout(FoutSoort::sleutel, "uw sleutel hoort bij geen gebruiker van deze kast",
               "stuur de regel van pga sleutel toon naar wie het beheer tekent, of kies een andere sleutel met "
               "PGA_IDENTITEIT",
               Plaats{identiteit_pad().string(), 0, 0});
  }
  wie.inzage = inzage(kast);
  return wie;
}

kast::Lezer Omgeving::lezer_of_niemand(const kast::Kast& kast) const {
  if (!heeft_identiteit()) return {};
  kast::Lezer wie = kast.lezer(identiteiten(), vandaag());
  wie.inzage = inzage(kast);
  return wie;
}

std::shared_ptr<kast::Inzage> Omgeving::inzage(const kast::Kast& kast) const {
  std::shared_ptr<kast::Inzage>& er = inzagen[kast.map()];
  if (er == nullptr) er = std::make_shared<kast::Inzage>();
  return er;
}

seal::SecretBytes Omgeving::vraag_wachtwoord(const std::string& vraag) const {
  const std::string nummer = env("PGA_WACHTWOORD_FD");
  if (!nummer.empty()) {
    int fd = -1;
    const auto [einde, fout_code] = std::from_chars(nummer.data(), nummer.data() + nummer.size(), fd);
    if (fout_code != std::errc() || einde != nummer.data() + nummer.size() || fd < 0 || ::fcntl(fd, F_GETFD) < 0) {
      throw Fout(FoutSoort::gebruik, fmt::format("PGA_WACHTWOORD_FD: {} is geen open bestandsnummer", nummer),
                 "bijvoorbeeld: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
    }
    return lees_regel(fd);
  }
  if (globaal.geen_invoer) {
    throw Fout(FoutSoort::sleutel, "er is een wachtwoord nodig, en met --geen-invoer wordt er niets gevraagd",
               "geef het door een bestandsnummer: PGA_WACHTWOORD_FD=3 pga … 3<wachtwoordbestand");
  }
  return vraag_op_scherm(vraag);
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
