// SPDX-License-Identifier: EUPL-1.2
//
// Calls to the system whose failures become a Fout in Dutch, with what to do next. What the files of a kast are
// made and read with; only what makes or destroys files needs it.
#pragma once

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigset_t is POSIX
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>

#include "lib/kast/bestand.h"

namespace pga::kast {

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

/// As long as it lives, Ctrl-C and the like wait: what is half done is finished or undone first. Only around what
/// takes moments.
class Ongestoord {
 public:
  Ongestoord();
  Ongestoord(const Ongestoord&) = delete;
  Ongestoord& operator=(const Ongestoord&) = delete;
  ~Ongestoord();

 private:
  sigset_t eerder_{};
};

/// Throws Fout(algemeen): what could not be done, why (`fout`, of errno), and what to do.
[[noreturn]] void systeemfout(const std::string& wat, const Pad& pad, int fout);

/// Writes all bytes, and does not sync. `pad` as below.
void schrijf_deel(int fd, const Pad& pad, std::string_view bytes);

/// Writes all bytes and syncs. `pad` is for messages only, as below.
void schrijf_alles(int fd, const Pad& pad, std::string_view bytes);

/// Syncs a directory, so that the names in it last.
void sync_map(const Pad& map);

}  // namespace pga::kast
