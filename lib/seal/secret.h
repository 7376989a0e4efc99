// SPDX-License-Identifier: EUPL-1.2
//
// SecretBytes: bytes that must not leak. They lie in locked memory outside core dumps, are zeroed when
// freed, and are never copied by accident: the type only moves. All secrets of a process share one arena of
// locked pages, so that ten thousand keys cost no ten thousand pages; when the kernel grants no more locked
// memory the arena grows unlocked (still outside core dumps), because refusing to open a dossier helps nobody.
// Not thread-safe: all SecretBytes of a process belong to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pga::seal {

class SecretBytes {
 public:
  SecretBytes() = default;
  /// Zeroed bytes.
  explicit SecretBytes(std::size_t size);
  /// A copy of what stands elsewhere; wiping the source is up to the caller.
  [[nodiscard]] static SecretBytes copy_of(std::string_view bytes);
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes();

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::uint8_t* data() { return data_; }
  [[nodiscard]] const std::uint8_t* data() const { return data_; }
  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {data_, size_}; }
  /// The bytes as text; valid as long as this object.
  [[nodiscard]] std::string_view view() const;
  /// Drops the tail; the dropped bytes are zeroed.
  void shrink(std::size_t size);

 private:
  std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;  // of the block, for giving it back
};

/// Zeroes bytes that lie elsewhere (a std::string that held a secret).
void wipe(void* data, std::size_t size);

/// Once, first thing in main(): initialises libsodium, sets the core limit to 0 and makes the process
/// undumpable. Throws Fout(algemeen) when libsodium cannot start.
void harden_process();

}  // namespace pga::seal
