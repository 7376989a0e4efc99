// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/systeem.h"

#include <fcntl.h>

#include <cerrno>

#include <fmt/format.h>

#include "lib/basis/fout.h"

namespace pga::kast {
namespace {

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

}  // namespace

Ongestoord::Ongestoord() {
  sigset_t wacht;
  ::sigemptyset(&wacht);
  for (const int s : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&wacht, s);
  ::pthread_sigmask(SIG_BLOCK, &wacht, &eerder_);
}

Ongestoord::~Ongestoord() { ::pthread_sigmask(SIG_SETMASK, &eerder_, nullptr); }

void systeemfout(const std::string& wat, const Pad& pad, int fout) {
  throw Fout(FoutSoort::algemeen, fmt::format("{}: {}", wat, in_woorden(fout)), tip_bij(fout),
             Plaats{pad.string(), 0, 0});
}

void schrijf_deel(int fd, const Pad& pad, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) systeemfout("kan niet schrijven", pad, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void schrijf_alles(int fd, const Pad& pad, std::string_view bytes) {
  schrijf_deel(fd, pad, bytes);
  if (::fsync(fd) != 0) systeemfout("kan niet vastleggen op schijf", pad, errno);
}

void sync_map(const Pad& map) {
  const Fd fd(::open(map.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.ok()) systeemfout("kan de map niet openen", map, errno);
  if (::fsync(fd.get()) != 0) systeemfout("kan de map niet vastleggen op schijf", map, errno);
}

}  // namespace pga::kast
