// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/arena.h"

#include <sodium.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

// Under the address sanitizer a freed block is poisoned, so that use after free is still found.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PGA_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define PGA_ASAN 1
#endif
#if defined(PGA_ASAN)
#include <sanitizer/asan_interface.h>
#endif

namespace pga::seal {
namespace {

void poison([[maybe_unused]] std::uint8_t* block, [[maybe_unused]] std::size_t size) {
#if defined(PGA_ASAN)
  __asan_poison_memory_region(block, size);
#endif
}

void unpoison([[maybe_unused]] std::uint8_t* block, [[maybe_unused]] std::size_t size) {
#if defined(PGA_ASAN)
  __asan_unpoison_memory_region(block, size);
#endif
}

std::uint8_t* map_pages(std::size_t size) {
  void* pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) throw std::bad_alloc();
  // Both may be refused (RLIMIT_MEMLOCK, an odd kernel): a secret in unlocked memory beats no dossier at all.
  static_cast<void>(mlock(pages, size));
  static_cast<void>(madvise(pages, size, MADV_DONTDUMP));
  return static_cast<std::uint8_t*>(pages);
}

std::size_t page_size() {
  static const std::size_t size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return size;
}

}  // namespace

Arena& Arena::instance() {
  static Arena* const arena = new Arena;
  return *arena;
}

std::size_t Arena::capacity_for(std::size_t size) {
  if (size <= kSmallest) return kSmallest;
  if (size <= kSlab) return std::bit_ceil(size);
  const std::size_t page = page_size();
  if (size > static_cast<std::size_t>(-1) - page) throw std::bad_alloc();
  return (size + page - 1) / page * page;
}

std::size_t Arena::class_of(std::size_t capacity) {
  return static_cast<std::size_t>(std::countr_zero(capacity) - std::countr_zero(kSmallest));
}

void Arena::add_slab(std::size_t capacity) {
  std::uint8_t* const slab = map_pages(kSlab);
  std::uint8_t*& head = free_.at(class_of(capacity));
  for (std::size_t at = kSlab; at > 0; at -= capacity) {
    std::uint8_t* const block = slab + (at - capacity);
    std::memcpy(block, &head, sizeof head);
    poison(block, capacity);
    head = block;
  }
}

std::uint8_t* Arena::take(std::size_t capacity) {
  if (capacity > kSlab) return map_pages(capacity);
  std::uint8_t*& head = free_.at(class_of(capacity));
  if (head == nullptr) add_slab(capacity);
  std::uint8_t* const block = head;
  unpoison(block, capacity);
  // A free block is all zeroes but for the link to the next.
  std::memcpy(&head, block, sizeof head);
  std::fill_n(block, sizeof head, std::uint8_t{0});
  return block;
}

void Arena::give(std::uint8_t* block, std::size_t capacity) noexcept {
  sodium_memzero(block, capacity);
  if (capacity > kSlab) {
    munmap(block, capacity);
    return;
  }
  std::uint8_t*& head = free_[class_of(capacity)];
  std::memcpy(block, &head, sizeof head);
  poison(block, capacity);
  head = block;
}

}  // namespace pga::seal
