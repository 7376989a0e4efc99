// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/keyring.h"

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace pga::seal {
namespace {

constexpr const char* kType = "user";

/// The persistent keyring of this user, linked into that of the process, so that what is in it is possessed.
long keyring() { return ::syscall(SYS_keyctl, KEYCTL_GET_PERSISTENT, -1, KEY_SPEC_PROCESS_KEYRING); }

long search(long ring, const std::string& name) {
  return ring < 0 ? -1 : ::syscall(SYS_keyctl, KEYCTL_SEARCH, ring, kType, name.c_str(), 0);
}

}  // namespace

bool keyring_store(const std::string& name, const SecretBytes& secret, unsigned seconds, std::string& reason) {
  const long ring = keyring();
  long key = ring;
  if (ring >= 0) key = ::syscall(SYS_add_key, kType, name.c_str(), secret.data(), secret.size(), ring);
  if (key >= 0 && ::syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, seconds) == 0) return true;
  reason = std::generic_category().message(errno);
  if (key >= 0 && ring >= 0) keyring_remove(name);  // without an end it is not kept
  return false;
}

std::optional<SecretBytes> keyring_find(const std::string& name) {
  const long key = search(keyring(), name);
  if (key < 0) return std::nullopt;
  const long size = ::syscall(SYS_keyctl, KEYCTL_READ, key, nullptr, 0);
  if (size <= 0) return std::nullopt;
  SecretBytes out(static_cast<std::size_t>(size));
  if (::syscall(SYS_keyctl, KEYCTL_READ, key, out.data(), out.size()) != size) return std::nullopt;
  return out;
}

bool keyring_remove(const std::string& name) {
  const long ring = keyring();
  const long key = search(ring, name);
  if (key < 0) return false;
  ::syscall(SYS_keyctl, KEYCTL_INVALIDATE, key);
  return ::syscall(SYS_keyctl, KEYCTL_UNLINK, key, ring) == 0 || errno == ENOENT || errno == ENOKEY;
}

}  // namespace pga::seal
