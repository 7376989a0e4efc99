// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/keyring.h"

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace pga::seal {
namespace {

constexpr const char* kType = "user";

/// The persistent keyring of this user, linked into that of the process, so that what is in it is possessed.
long keyring() { return ::syscall(SYS_keyctl, KEYCTL_GET_PERSISTENT, -1, KEY_SPEC_PROCESS_KEYRING); }

long search(long ring, const std::string& name) {
  return ring < 0 ? -1 : ::syscall(SYS_keyctl, KEYCTL_SEARCH, ring, kType, name.c_str(), 0);
}

/// The keys in a keyring, by serial number; it may grow while it is read.
std::vector<std::int32_t> members(long ring) {
  std::vector<std::int32_t> out;
  for (;;) {
    const long size = ::syscall(SYS_keyctl, KEYCTL_READ, ring, out.data(), out.size() * sizeof(std::int32_t));
    if (size < 0) return {};
    const std::size_t count = static_cast<std::size_t>(size) / sizeof(std::int32_t);
    const bool whole = count <= out.size();
    out.resize(count);
    if (whole) return out;
  }
}

/// The name of a key that holds a secret; empty for another kind of key, and for one that has ended.
std::string description(std::int32_t key) {
  constexpr int kFields = 4;  // "user;uid;gid;permissions;" before it
  const long size = ::syscall(SYS_keyctl, KEYCTL_DESCRIBE, key, nullptr, 0);
  if (size <= 0) return {};
  std::string text(static_cast<std::size_t>(size), '\0');
  if (::syscall(SYS_keyctl, KEYCTL_DESCRIBE, key, text.data(), text.size()) != size) return {};
  text.pop_back();  // the zero at its end
  if (text.rfind(std::string(kType) + ";", 0) != 0) return {};
  std::size_t begin = 0;
  for (int i = 0; i < kFields; ++i) {
    begin = text.find(';', begin);
    if (begin == std::string::npos) return {};
    ++begin;
  }
  return text.substr(begin);
}

}  // namespace

bool keyring_store(const std::string& name, const SecretBytes& secret, unsigned seconds, std::string& reason) {
  const long ring = keyring();
  long key = ring;
  if (ring >= 0) key = ::syscall(SYS_add_key, kType, name.c_str(), secret.data(), secret.size(), ring);
  if (key >= 0 && ::syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, seconds) == 0) return true;
  reason = std::generic_category().message(errno);
  std::string ignored;
  if (key >= 0 && ring >= 0) (void)keyring_remove(name, ignored);  // without an end it is not kept
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

std::vector<std::string> keyring_names(std::string_view prefix, std::string& reason) {
  std::vector<std::string> out;
  const long ring = keyring();
  if (ring < 0) {
    reason = std::generic_category().message(errno);
    return out;
  }
  for (const std::int32_t key : members(ring)) {
    std::string name = description(key);
    if (name.rfind(prefix, 0) == 0) out.push_back(std::move(name));
  }
  return out;
}

bool keyring_remove(const std::string& name, std::string& reason) {
  const long ring = keyring();
  const long key = search(ring, name);
  if (key < 0) return true;
  ::syscall(SYS_keyctl, KEYCTL_INVALIDATE, key);
  const bool gone = ::syscall(SYS_keyctl, KEYCTL_UNLINK, key, ring) == 0 || errno == ENOENT || errno == ENOKEY;
  if (!gone) reason = std::generic_category().message(errno);
  return gone;
}

}  // namespace pga::seal
