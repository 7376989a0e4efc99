// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/secret.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/seal/tools.h"

using namespace pga::seal;

namespace {

/// What lies in this process's memory, read from outside so that no sanitizer objects.
std::string memory_at(const void* address, std::size_t size) {
  const int self = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  REQUIRE(self >= 0);
  std::string bytes(size, '\0');
  const auto offset = static_cast<off_t>(reinterpret_cast<std::uintptr_t>(address));
  const ssize_t got = ::pread(self, bytes.data(), size, offset);
  ::close(self);
  REQUIRE(got == static_cast<ssize_t>(size));
  return bytes;
}

/// The flags of the mapping an address lies in: "rd wr ... lo ... dd".
std::string mapping_flags(const void* address) {
  std::ifstream smaps("/proc/self/smaps");
  const auto wanted = reinterpret_cast<std::uintptr_t>(address);
  bool inside = false;
  for (std::string line; std::getline(smaps, line);) {
    unsigned long long first = 0;
    unsigned long long last = 0;
    if (std::sscanf(line.c_str(), "%llx-%llx ", &first, &last) == 2) inside = first <= wanted && wanted < last;
    if (inside && line.starts_with("VmFlags:")) return line + " ";
  }
  return "";
}

bool all_zero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAsan = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kAsan = true;
#else
constexpr bool kAsan = false;
#endif
#else
constexpr bool kAsan = false;
#endif

/// Whether this process may lock memory at all; the address sanitizer makes mlock do nothing.
bool can_lock() {
  rlimit limit{};
  REQUIRE(getrlimit(RLIMIT_MEMLOCK, &limit) == 0);
  const bool can = !kAsan && limit.rlim_cur >= (rlim_t{4} << 20);
  if (!can) MESSAGE("not checked here: whether secrets are locked");
  return can;
}

}  // namespace

TEST_CASE("secrets lie in locked pages outside core dumps") {
  for (const std::size_t size : {std::size_t{32}, std::size_t{5000}, std::size_t{300000}}) {
    CAPTURE(size);
    const SecretBytes secret(size);
    const std::string flags = mapping_flags(secret.data());
    CHECK(flags.find(" dd ") != std::string::npos);
    if (can_lock()) CHECK(flags.find(" lo ") != std::string::npos);
  }
}

TEST_CASE("a freed block is zeroed, and so is a dropped tail") {
  for (const std::size_t size : {std::size_t{32}, std::size_t{100}, std::size_t{65536}}) {
    CAPTURE(size);
    const std::string bytes = test::noise(size, 4);
    const std::uint8_t* address = nullptr;
    {
      SecretBytes secret = SecretBytes::copy_of(bytes);
      address = secret.data();
      CHECK(memory_at(address, size) == bytes);
      secret.shrink(20);
      CHECK(secret.view() == std::string_view(bytes).substr(0, 20));
      CHECK(all_zero(memory_at(address + 20, size - 20)));
      secret.shrink(500000);
      CHECK(secret.size() == 20);
    }
    // Only the link to the next free block may stand there.
    CHECK(all_zero(std::string_view(memory_at(address, size)).substr(sizeof(void*))));
  }
}

TEST_CASE("new blocks are zeroed and never overlap, whatever the order of freeing") {
  std::mt19937_64 random(11);
  std::vector<std::pair<SecretBytes, std::string>> live;
  for (int round = 0; round < 20000; ++round) {
    if (live.size() < 200 || random() % 2 == 0) {
      const std::size_t size = random() % 50 == 0 ? random() % 200000 : random() % 300;
      SecretBytes secret(size);
      REQUIRE(secret.size() == size);
      REQUIRE(all_zero(secret.view()));
      std::string bytes = test::noise(size, random());
      if (size > 0) std::memcpy(secret.data(), bytes.data(), size);
      live.emplace_back(std::move(secret), std::move(bytes));
    } else {
      const std::size_t at = random() % live.size();
      REQUIRE(live[at].first.view() == live[at].second);
      std::swap(live[at], live.back());
      live.pop_back();
    }
  }
  for (const auto& [secret, bytes] : live) REQUIRE(secret.view() == bytes);
}

TEST_CASE("ten thousand keys cost no ten thousand pages") {
  std::vector<SecretBytes> keys;
  for (int i = 0; i < 10000; ++i) keys.emplace_back(32);
  std::vector<std::uintptr_t> pages;
  for (const SecretBytes& key : keys) pages.push_back(reinterpret_cast<std::uintptr_t>(key.data()) / 4096);
  std::sort(pages.begin(), pages.end());
  const auto distinct = std::unique(pages.begin(), pages.end()) - pages.begin();
  CHECK(distinct <= 10000 * 32 / 4096 + 20);
}

TEST_CASE("without locked memory to be had, secrets still can be kept") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_MEMLOCK, &before) == 0);
  rlimit none = before;
  none.rlim_cur = 0;
  REQUIRE(setrlimit(RLIMIT_MEMLOCK, &none) == 0);
  std::vector<SecretBytes> keys;
  for (int i = 0; i < 100; ++i) keys.push_back(SecretBytes::copy_of(std::string(40000, 'x')));
  CHECK(keys.back().view() == std::string(40000, 'x'));
  CHECK(mapping_flags(keys.back().data()).find(" dd ") != std::string::npos);
  REQUIRE(setrlimit(RLIMIT_MEMLOCK, &before) == 0);
}

TEST_CASE("a SecretBytes only moves") {
  SecretBytes first = SecretBytes::copy_of("een");
  SecretBytes second = std::move(first);
  CHECK(second.view() == "een");
  first = SecretBytes::copy_of("twee");
  second = std::move(first);
  CHECK(second.view() == "twee");
  SecretBytes& self = second;
  second = std::move(self);
  CHECK(second.view() == "twee");
  CHECK(SecretBytes().empty());
  CHECK(SecretBytes(0).view().empty());
  CHECK(SecretBytes::copy_of("").empty());
}

TEST_CASE("wipe zeroes what lies elsewhere") {
  std::string text = "geheim";
  wipe(text.data(), text.size());
  CHECK(text == std::string(6, '\0'));
  wipe(nullptr, 0);
}

TEST_CASE("a hardened process leaves no core") {
  harden_process();
  rlimit core{1, 1};
  REQUIRE(getrlimit(RLIMIT_CORE, &core) == 0);
  CHECK(core.rlim_cur == 0);
  CHECK(core.rlim_max == 0);
  CHECK(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0);
  // Other tests look at this process's own memory.
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}
