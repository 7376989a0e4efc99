// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/naamloos.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include <fmt/format.h>

#include "lib/seal/digest.h"

namespace pga::kast {

Naamloos::Naamloos(const Pad& map, unsigned mode) : fd_(maak(map, mode)) {}

void Naamloos::geef_naam(const Pad& doel) {
  const std::string van = tijdelijk_.empty() ? fmt::format("/proc/self/fd/{}", fd_.get()) : tijdelijk_.string();
  if (::linkat(AT_FDCWD, van.c_str(), AT_FDCWD, doel.c_str(), AT_SYMLINK_FOLLOW) != 0) {
    systeemfout(errno == EEXIST ? "bestaat al en wordt nooit overschreven" : "kan het bestand niet plaatsen", doel,
                errno);
  }
  ruim();  // before its directory may get another name
}

Fd Naamloos::maak(const Pad& map, unsigned mode) {
  Fd fd(::open(map.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode));
  if (fd.ok()) return fd;
  if (errno != EOPNOTSUPP && errno != EISDIR) systeemfout("kan geen bestand maken", map, errno);
  tijdelijk_ = map / fmt::format("{}{}", kTijdelijk, seal::random_hex(8));
  Fd met_naam(::open(tijdelijk_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!met_naam.ok()) systeemfout("kan geen bestand maken", tijdelijk_, errno);
  return met_naam;
}

void Naamloos::ruim() noexcept {
  if (!tijdelijk_.empty()) ::unlink(tijdelijk_.c_str());
  tijdelijk_.clear();
}

}  // namespace pga::kast
