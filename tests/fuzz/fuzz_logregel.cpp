// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of a log entry either are one, and then have no other form, or it is a Fout(integriteit). What is read
// is opened with no key: that is for what verifies.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/stuk/logregel.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  try {
    const pga::stuk::Logregel regel = pga::stuk::lees_logregel(bytes, "fuzz");
    if (regel.digest != pga::seal::digest(bytes) || regel.kop.kenmerk.size() != 32) std::abort();
    if (regel.kop.vorige.size() > 64 || !pga::seal::is_digest(regel.kop.sleutel)) std::abort();
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit) std::abort();
  }
  return 0;
}
