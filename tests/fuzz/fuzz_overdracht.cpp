// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of a bundle with a case either are one, and then have no other form, or it is a Fout(integriteit). What
// is read opens with no key at all: that is a Fout(sleutel), or integriteit where an age file is none.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/stuk/overdracht.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  static const std::vector<pga::seal::Identity> kNiemand = [] {
    std::vector<pga::seal::Identity> uit;
    uit.push_back(pga::seal::Identity::generate());
    return uit;
  }();
  static const pga::seal::VerifyKey kAnder = pga::seal::SigningKey::derive(kNiemand.front()).verify_key();
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  try {
    const pga::stuk::OverdrachtBundel bundel = pga::stuk::lees_overdracht(bytes, "fuzz");
    if (bundel.verzegeld.empty() || bundel.kop.kenmerk.size() != 32) std::abort();
    if (!pga::seal::is_digest(bundel.omslag)) std::abort();
    if (pga::stuk::klopt_handtekening(bytes, bundel, kAnder)) std::abort();
    (void)pga::stuk::open_overdracht(bundel, kNiemand, "fuzz");
    std::abort();  // sealed to nobody, and it opened
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit && fout.soort() != pga::FoutSoort::sleutel) std::abort();
  }
  return 0;
}
