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
#include <iterator>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/onaf.h"
#include "lib/kast/systeem.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlok = std::size_t{64} << 10U;

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
  // Of paths in one directory the same order as that of operator<, which takes each apart again.
  std::sort(uit.begin(), uit.end(), [](const Pad& a, const Pad& b) { return a.native() < b.native(); });
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
    try {
      const std::string nullen(kBlok, '\0');
      for (auto rest = static_cast<std::size_t>(st.st_size); rest > 0; rest -= std::min(rest, kBlok)) {
        schrijf_deel(fd.get(), pad, std::string_view(nullen).substr(0, rest));
      }
      schrijf_alles(fd.get(), pad, {});
    } catch (const Fout& e) {  // "nothing changed" is not true of a file that is being overwritten
      throw Fout(
          e.soort(), e.bevindingen().front().wat,
          "dit bestand is misschien al voor een deel overschreven; los dit op en geef de opdracht opnieuw: zij "
          "gaat dan verder",
          e.bevindingen().front().plaats);
    }
  }
  if (::unlink(pad.c_str()) != 0) systeemfout("kan niet wissen", pad, errno);
}

bool is_overschreven(const Pad& pad) {
  constexpr std::size_t kMax = std::size_t{1} << 20U;  // more than a key file holds
  try {
    const std::string bytes = lees_bestand(pad, kMax);
    return !bytes.empty() && bytes.find_first_not_of('\0') == std::string::npos;
  } catch (const Fout&) {
    return false;
  }
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

void vervang_bestand(const Pad& pad, std::string_view bytes, unsigned mode) {
  const Pad map = pad.parent_path();
  const Pad nieuw = map / fmt::format("{}{}", kTijdelijk, seal::random_hex(8));
  try {
    {
      const Fd fd(::open(nieuw.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
      if (!fd.ok()) systeemfout("kan geen bestand maken", nieuw, errno);
      schrijf_alles(fd.get(), nieuw, bytes);
    }
    if (::rename(nieuw.c_str(), pad.c_str()) != 0) systeemfout("kan het bestand niet plaatsen", pad, errno);
  } catch (...) {
    ::unlink(nieuw.c_str());
    throw;
  }
  sync_map(map);
}

void ruim_op(const Pad& map) {
  for (const Pad& kind : lees_map(map)) {
    if (kind.filename().string().rfind(kTijdelijk, 0) != 0 || is_notitie(kind)) continue;
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

void voeg_toe(std::vector<NieuwBestand>& bij, std::vector<NieuwBestand> erbij) {
  bij.insert(bij.end(), std::make_move_iterator(erbij.begin()), std::make_move_iterator(erbij.end()));
}

}  // namespace pga::kast
