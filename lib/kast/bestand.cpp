// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bestand.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlok = std::size_t{64} << 10U;
constexpr std::size_t kTegelijk = 256;  // files of a batch that are open at once

/// A file descriptor that closes itself.
class Fd {
 public:
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& ander) noexcept : fd_(std::exchange(ander.fd_, -1)) {}
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  Fd& operator=(Fd&&) = delete;
  ~Fd() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// What the system says, in Dutch; a number for what nobody meets.
std::string in_woorden(int fout) {
  switch (fout) {
    case ENOENT:
      return "dit bestaat niet";
    case EACCES:
    case EPERM:
      return "u hebt er geen recht op";
    case EISDIR:
      return "dit is een map";
    case ENOTDIR:
      return "dit is geen map";
    case EBADF:
      return "dit staat niet open";
    case EIO:
      return "de schijf geeft een fout";
    case ENAMETOOLONG:
      return "de naam is te lang";
    case ENOTEMPTY:
      return "de map is niet leeg";
    case EBUSY:
    case ETXTBSY:
      return "dit is in gebruik";
    case EINVAL:
      return "dit kan hier niet";
    case ENXIO:
    case ENODEV:
      return "dit apparaat is er niet";
    case ENOMEM:
      return "er is te weinig geheugen";
    case EEXIST:
      return "dit bestaat al";
    case ELOOP:
      return "dit is een symbolische koppeling";
    case ENOSPC:
      return "de schijf is vol";
    case EDQUOT:
      return "uw ruimte op de schijf is op";
    case EFBIG:
      return "het bestand wordt te groot";
    case EROFS:
      return "deze schijf is alleen te lezen";
    case EMFILE:
    case ENFILE:
      return "er staan te veel bestanden open";
    default:
      return fmt::format("het systeem meldt fout {}", fout);
  }
}

std::string tip_bij(int fout) {
  switch (fout) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "maak ruimte en geef de opdracht opnieuw; er is niets veranderd";
    case EACCES:
    case EPERM:
      return "controleer de rechten op dit bestand en op de map";
    case EROFS:
      return "werk op een schijf die te schrijven is";
    case ENOENT:
    case EISDIR:
    case ENOTDIR:
    case ENAMETOOLONG:
      return "controleer de naam";
    case EBADF:
      return "geef een bestand, of leid er een naar de standaardinvoer: pga … --van - <BESTAND";
    case EIO:
      return "laat de schijf nakijken, en haal een kopie van de kast terug";
    case ELOOP:
      return "zet er het bestand zelf neer";
    default:
      return {};
  }
}

[[noreturn]] void systeemfout(const std::string& wat, const Pad& pad, int fout) {
  throw Fout(FoutSoort::algemeen, fmt::format("{}: {}", wat, in_woorden(fout)), tip_bij(fout),
             Plaats{pad.string(), 0, 0});
}

std::string omvang(std::size_t bytes) {
  return bytes >> 20U > 0 ? fmt::format("{} MiB", bytes >> 20U) : fmt::format("{} KiB", bytes >> 10U);
}

/// `verwacht`: how much there will be, as far as is known.
std::string lees_alles(int fd, const Pad& pad, std::size_t max, std::size_t verwacht) {
  std::string uit;
  std::size_t vol = 0;
  for (;;) {
    if (vol == uit.size()) uit.resize(std::max(2 * vol, std::min(verwacht, max) + 1));
    const ssize_t n = ::read(fd, uit.data() + vol, uit.size() - vol);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) systeemfout("kan niet lezen", pad, errno);
    vol += static_cast<std::size_t>(n);
    if (n == 0) {
      uit.resize(vol);
      return uit;
    }
    if (vol > max) {
      throw Fout(FoutSoort::algemeen, fmt::format("het bestand is groter dan {}", omvang(max)),
                 "is dit het bestand dat u bedoelt?", Plaats{pad.string(), 0, 0});
    }
  }
}

void schrijf_alles(int fd, const Pad& pad, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) systeemfout("kan niet schrijven", pad, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(fd) != 0) systeemfout("kan niet vastleggen op schijf", pad, errno);
}

void sync_map(const Pad& map) {
  const Fd fd(::open(map.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.ok()) systeemfout("kan de map niet openen", map, errno);
  if (::fsync(fd.get()) != 0) systeemfout("kan de map niet vastleggen op schijf", map, errno);
}

/// A written and synced file that has no name yet, or a temporary one where the file system has no O_TMPFILE.
class Naamloos {
 public:
  Naamloos(Pad doel, const NieuwBestand& bestand) : doel_(std::move(doel)), fd_(maak(bestand.mode)) {
    try {
      schrijf_alles(fd_.get(), doel_, bestand.bytes);
    } catch (...) {
      ruim();
      throw;
    }
  }
  Naamloos(Naamloos&& ander) noexcept
      : doel_(std::move(ander.doel_)), tijdelijk_(std::exchange(ander.tijdelijk_, {})), fd_(std::move(ander.fd_)) {}
  Naamloos(const Naamloos&) = delete;
  Naamloos& operator=(const Naamloos&) = delete;
  Naamloos& operator=(Naamloos&&) = delete;
  ~Naamloos() { ruim(); }

  void geef_naam() {
    const std::string van = tijdelijk_.empty() ? fmt::format("/proc/self/fd/{}", fd_.get()) : tijdelijk_.string();
    if (::linkat(AT_FDCWD, van.c_str(), AT_FDCWD, doel_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      systeemfout(errno == EEXIST ? "bestaat al en wordt nooit overschreven" : "kan het bestand niet plaatsen",
                  doel_, errno);
    }
  }
  [[nodiscard]] const Pad& doel() const { return doel_; }

 private:
  Fd maak(unsigned mode) {
    const Pad map = doel_.parent_path();
    Fd fd(::open(map.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode));
    if (fd.ok()) return fd;
    if (errno != EOPNOTSUPP && errno != EISDIR) systeemfout("kan geen bestand maken", map, errno);
    tijdelijk_ = map / fmt::format("{}{}", kTijdelijk, seal::random_hex(8));
    Fd met_naam(::open(tijdelijk_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!met_naam.ok()) systeemfout("kan geen bestand maken", tijdelijk_, errno);
    return met_naam;
  }
  void ruim() noexcept {
    if (!tijdelijk_.empty()) ::unlink(tijdelijk_.c_str());
  }

  Pad doel_;
  Pad tijdelijk_;
  Fd fd_;
};

/// The topmost directory of `map` that does not exist; empty when all of it does.
Pad eerste_ontbrekende(const Pad& map) {
  Pad uit;
  std::error_code fout;
  for (Pad p = map; !p.empty() && !fs::exists(p, fout); p = p.parent_path()) {
    if (fout) systeemfout("kan de map niet openen", p, fout.value());
    uit = p;
    if (p == p.parent_path()) break;
  }
  return uit;
}

/// A directory made aside, to appear with a rename.
struct Zijmap {
  Pad tijdelijk;
  Pad doel;
};

/// Everything a batch did, to be undone unless it succeeded.
class Ongedaan {
 public:
  Ongedaan() = default;
  Ongedaan(const Ongedaan&) = delete;
  Ongedaan& operator=(const Ongedaan&) = delete;
  ~Ongedaan() {
    if (klaar_) return;
    for (auto it = bestanden_.rbegin(); it != bestanden_.rend(); ++it) probeer([&] { wis_bestand(*it); });
    for (auto it = mappen_.rbegin(); it != mappen_.rend(); ++it) {
      probeer([&] {
        for (const auto& kind : fs::recursive_directory_iterator(*it)) {
          if (kind.is_regular_file()) wis_bestand(kind.path());
        }
        fs::remove_all(*it);
      });
    }
  }
  void bestand(Pad pad) { bestanden_.push_back(std::move(pad)); }
  void map(Pad pad) { mappen_.push_back(std::move(pad)); }
  void hernoemd(const Pad& van, const Pad& naar) { std::replace(mappen_.begin(), mappen_.end(), van, naar); }
  void gelukt() { klaar_ = true; }

 private:
  template <typename F>
  static void probeer(F&& f) noexcept {
    try {
      f();
    } catch (const std::exception&) {
      // Undoing is best effort: the failure that brought us here is the one to report.
    }
  }
  std::vector<Pad> bestanden_;
  std::vector<Pad> mappen_;
  bool klaar_ = false;
};

}  // namespace

std::string lees_bestand(const Pad& pad, std::size_t max) {
  const Fd fd(::open(pad.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!fd.ok()) systeemfout("kan niet openen", pad, errno);
  struct stat st {};
  if (::fstat(fd.get(), &st) != 0) systeemfout("kan niet lezen", pad, errno);
  if (!S_ISREG(st.st_mode)) {
    throw Fout(FoutSoort::algemeen, "dit is geen gewoon bestand", "haal het weg uit de kast",
               Plaats{pad.string(), 0, 0});
  }
  return lees_alles(fd.get(), pad, max, static_cast<std::size_t>(st.st_size));
}

std::string lees_invoer(const std::string& naam, std::size_t max) {
  if (naam == "-") return lees_alles(STDIN_FILENO, "standaardinvoer", max, kBlok);
  const Fd fd(::open(naam.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.ok()) systeemfout("kan niet openen", naam, errno);
  return lees_alles(fd.get(), naam, max, kBlok);
}

std::vector<Pad> lees_map(const Pad& map) {
  std::vector<Pad> uit;
  std::error_code fout;
  for (fs::directory_iterator it(map, fout), einde; !fout && it != einde; it.increment(fout)) {
    uit.push_back(it->path());
  }
  if (fout && fout.value() != ENOENT) systeemfout("kan de map niet lezen", map, fout.value());
  std::sort(uit.begin(), uit.end());
  return uit;
}

void maak_map(const Pad& pad, unsigned mode) {
  std::error_code fout;
  if (pad.empty() || fs::is_directory(pad, fout)) return;
  maak_map(pad.parent_path(), mode);
  if (::mkdir(pad.c_str(), mode) == 0) {
    sync_map(pad.has_parent_path() ? pad.parent_path() : Pad("."));
  } else if (errno != EEXIST) {
    systeemfout("kan de map niet maken", pad, errno);
  }
  if (!fs::is_directory(pad, fout)) systeemfout("kan de map niet maken", pad, ENOTDIR);
}

void wis_bestand(const Pad& pad) {
  {
    const Fd fd(::open(pad.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!fd.ok()) systeemfout("kan niet wissen", pad, errno);
    struct stat st {};
    if (::fstat(fd.get(), &st) != 0) systeemfout("kan niet wissen", pad, errno);
    schrijf_alles(fd.get(), pad, std::string(static_cast<std::size_t>(st.st_size), '\0'));
  }
  if (::unlink(pad.c_str()) != 0) systeemfout("kan niet wissen", pad, errno);
}

namespace {

/// One batch: writes files, gives them names, and takes all away again unless it comes to an end.
class Partij {
 public:
  /// Where the files of a directory are written: there, or aside when it does not exist.
  void map_voor(const NieuwBestand& b) {
    const Pad map = b.pad.parent_path();
    if (mappen_.count(map) > 0) return;
    mappen_[map] = map;
    if (eerste_ontbrekende(map).empty()) return;
    // Key directories are private; the year above a new dossier is made at once, empty directories say nothing.
    const unsigned mode = (b.mode & 077U) == 0 ? 0700 : 0755;
    maak_map(map.parent_path(), mode);
    const Pad zij = map.parent_path() / fmt::format("{}{}", kTijdelijk, seal::random_hex(8));
    if (::mkdir(zij.c_str(), mode) != 0) systeemfout("kan de map niet maken", zij, errno);
    ongedaan_.map(zij);
    zijmappen_.push_back({zij, map});
    mappen_[map] = zij;
  }

  void schrijf(const NieuwBestand* begin, const NieuwBestand* einde) {
    std::vector<Naamloos> naamloos;
    for (const NieuwBestand* b = begin; b != einde; ++b) {
      map_voor(*b);
      naamloos.emplace_back(mappen_[b->pad.parent_path()] / b->pad.filename(), *b);
    }
    for (Naamloos& n : naamloos) {
      n.geef_naam();
      ongedaan_.bestand(n.doel());
    }
  }

  void rond_af() {
    for (const auto& [doel, hier] : mappen_) sync_map(hier);
    for (const Zijmap& z : zijmappen_) {
      if (::renameat2(AT_FDCWD, z.tijdelijk.c_str(), AT_FDCWD, z.doel.c_str(), RENAME_NOREPLACE) != 0) {
        systeemfout("kan de map niet plaatsen", z.doel, errno);
      }
      ongedaan_.hernoemd(z.tijdelijk, z.doel);
      sync_map(z.doel.parent_path());
    }
    ongedaan_.gelukt();
  }

 private:
  Ongedaan ongedaan_;
  std::vector<Zijmap> zijmappen_;
  std::map<Pad, Pad> mappen_;  // target directory -> where its files are written now
};

}  // namespace

void maak_bestanden(const std::vector<NieuwBestand>& bestanden) {
  Partij partij;
  for (std::size_t i = 0; i < bestanden.size(); i += kTegelijk) {
    const NieuwBestand* begin = bestanden.data() + i;
    partij.schrijf(begin, begin + std::min(kTegelijk, bestanden.size() - i));
  }
  partij.rond_af();
}

namespace {

/// Wipes what a killed batch left, and unlinks the rest: a file that has its name already is not overwritten under
/// its temporary one.
void ruim_bestand_op(const Pad& pad) {
  struct stat st {};
  if (::lstat(pad.c_str(), &st) != 0) systeemfout("kan niet opruimen", pad, errno);
  if (S_ISREG(st.st_mode) && st.st_nlink == 1) {
    wis_bestand(pad);
  } else if (::remove(pad.c_str()) != 0) {
    systeemfout("kan niet opruimen", pad, errno);
  }
}

}  // namespace

void ruim_op(const Pad& map) {
  for (const Pad& kind : lees_map(map)) {
    if (kind.filename().string().rfind(kTijdelijk, 0) != 0) continue;
    std::error_code fout;
    if (fs::is_directory(fs::symlink_status(kind, fout))) {
      for (const Pad& bestand : lees_map(kind)) ruim_bestand_op(bestand);
    }
    ruim_bestand_op(kind);
  }
}

Slot::Slot(const Pad& kast, int wacht_ms) : fd_(::open(kast.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (fd_ < 0) systeemfout("kan de kast niet openen", kast, errno);
  constexpr int kStap = 50;
  for (int gewacht = 0; ::flock(fd_, LOCK_EX | LOCK_NB) != 0; gewacht += kStap) {
    const int fout = errno;
    if (fout != EWOULDBLOCK && fout != EINTR) {
      ::close(fd_);
      systeemfout("kan de kast niet op slot doen", kast, fout);
    }
    if (gewacht >= wacht_ms) {
      ::close(fd_);
      throw Fout(FoutSoort::bezet, "een andere opdracht schrijft op dit moment in deze kast",
                 "wacht tot die klaar is en geef de opdracht opnieuw; er is niets veranderd",
                 Plaats{kast.string(), 0, 0});
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(kStap));
  }
}

Slot::~Slot() { ::close(fd_); }

}  // namespace pga::kast
