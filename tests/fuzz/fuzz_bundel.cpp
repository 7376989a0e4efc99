// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of a sleutelbundel or a pak either are one, and then have no other form, or it is a Fout(integriteit).
// What is read opens with no key at all: that is a Fout(sleutel), or integriteit where an age file is none.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "lib/stuk/bundel.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  static const std::vector<pga::seal::Identity> kNiemand = [] {
    std::vector<pga::seal::Identity> uit;
    uit.push_back(pga::seal::Identity::generate());
    return uit;
  }();
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  const bool pak = bytes.find("soort: \"pak\"") != std::string_view::npos;
  const auto soort = pak ? pga::stuk::BundelSoort::pak : pga::stuk::BundelSoort::sleutelbundel;
  try {
    const pga::stuk::Bundel bundel = pga::stuk::lees_bundel(bytes, "fuzz", soort);
    if (bundel.verzegeld.empty() || bundel.kop.kenmerk.size() != 32) std::abort();
    if (!pga::seal::is_digest(bundel.kop.kast) || !pga::seal::is_digest(bundel.kop.beheer)) std::abort();
    (void)pga::stuk::open_bundel(bundel, kNiemand, "fuzz");
    std::abort();  // sealed to nobody, and it opened
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit && fout.soort() != pga::FoutSoort::sleutel) std::abort();
  }
  return 0;
}
