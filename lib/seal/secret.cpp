// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/secret.h"

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstring>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/seal/arena.h"
#include "lib/seal/bytes.h"
#include "lib/seal/ready.h"

namespace pga::seal {

SecretBytes::SecretBytes(std::size_t size) {
  if (size == 0) return;
  const std::size_t capacity = Arena::capacity_for(size);
  data_ = Arena::instance().take(capacity);
  size_ = size;
  capacity_ = capacity;
}

SecretBytes SecretBytes::copy_of(std::string_view bytes) {
  SecretBytes copy(bytes.size());
  if (!bytes.empty()) std::memcpy(copy.data_, bytes.data(), bytes.size());
  return copy;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this == &other) return *this;
  if (data_ != nullptr) Arena::instance().give(data_, capacity_);
  data_ = std::exchange(other.data_, nullptr);
  size_ = std::exchange(other.size_, 0);
  capacity_ = std::exchange(other.capacity_, 0);
  return *this;
}

SecretBytes::~SecretBytes() {
  if (data_ != nullptr) Arena::instance().give(data_, capacity_);
}

std::string_view SecretBytes::view() const { return text_of(bytes()); }

void SecretBytes::shrink(std::size_t size) {
  if (size >= size_) return;
  sodium_memzero(data_ + size, size_ - size);
  size_ = size;
}

void wipe(void* data, std::size_t size) {
  if (size > 0) sodium_memzero(data, size);
}

void harden_process() {
  need_sodium();
  // Neither call can be refused to a process that only gives up something.
  const rlimit none{0, 0};
  static_cast<void>(setrlimit(RLIMIT_CORE, &none));
  static_cast<void>(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

}  // namespace pga::seal
