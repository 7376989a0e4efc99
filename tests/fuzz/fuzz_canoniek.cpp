// SPDX-License-Identifier: EUPL-1.2
//
// What the canonical reader takes, the writer writes back byte for byte; all else is a Fout(integriteit).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/yaml/canoniek.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  pga::Waarde gelezen;
  try {
    gelezen = pga::yaml::lees(bytes, "fuzz");
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit) std::abort();
    return 0;
  }
  if (pga::yaml::schrijf(gelezen) != bytes) std::abort();
  return 0;
}
