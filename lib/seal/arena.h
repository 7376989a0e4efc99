// SPDX-License-Identifier: EUPL-1.2
//
// The memory of SecretBytes: locked pages outside core dumps, cut into blocks of powers of two with one free list
// a size; what is larger gets pages of its own. Pages of small blocks are kept for reuse. Not thread-safe: pga
// handles secrets on one thread. Inside lib/seal only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pga::seal {

class Arena {
 public:
  /// The one arena of the process. It is never destroyed, so that a static SecretBytes can still be freed.
  [[nodiscard]] static Arena& instance();

  /// What a block for `size` bytes really holds.
  [[nodiscard]] static std::size_t capacity_for(std::size_t size);

  /// A zeroed block; `capacity` as capacity_for gave it. Throws std::bad_alloc.
  [[nodiscard]] std::uint8_t* take(std::size_t capacity);

  /// Zeroes the block and takes it back.
  void give(std::uint8_t* block, std::size_t capacity) noexcept;

 private:
  static constexpr std::size_t kSmallest = 32;
  static constexpr std::size_t kSlab = 65536;
  static constexpr std::size_t kClasses = 12;  // 32, 64, ... 65536

  [[nodiscard]] static std::size_t class_of(std::size_t capacity);
  void add_slab(std::size_t capacity);

  std::array<std::uint8_t*, kClasses> free_{};
};

}  // namespace pga::seal
