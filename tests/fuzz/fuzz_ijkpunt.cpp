// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of an ijkpunt, which may come from anywhere, either are one, and then hold sorted digests only, or it
// is a Fout(integriteit).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/kast/ijkpunt.h"
#include "lib/seal/digest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  try {
    const pga::kast::Ijkpunt ijkpunt = pga::kast::lees_ijkpunt(bytes, "fuzz");
    if (!pga::seal::is_digest(ijkpunt.kast) || !pga::seal::is_digest(ijkpunt.beheer)) std::abort();
    for (const auto& [nummer, koppen] : ijkpunt.dossiers) {
      const bool goed = !koppen.empty() && std::is_sorted(koppen.begin(), koppen.end()) &&
                        std::all_of(koppen.begin(), koppen.end(), pga::seal::is_digest);
      if (!goed) std::abort();
    }
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit) std::abort();
  }
  return 0;
}
