// SPDX-License-Identifier: EUPL-1.2
#include "lib/seal/ready.h"

#include <sodium.h>

#include "lib/basis/fout.h"

namespace pga::seal {

bool sodium_ready() noexcept {
  static const bool ready = sodium_init() >= 0;
  return ready;
}

void need_sodium() {
  if (sodium_ready()) return;
  throw Fout(FoutSoort::algemeen, "de bibliotheek libsodium start niet",
             "controleer of het systeem toevalsgetallen levert (/dev/urandom)");
}

}  // namespace pga::seal
