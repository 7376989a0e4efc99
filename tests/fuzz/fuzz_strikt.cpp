// SPDX-License-Identifier: EUPL-1.2
//
// The strict reader either gives a map of clean text, which can be written and read again, or says where and why
// not, in a Fout(document).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/strikt.h"

namespace {

/// The writer knows fewer names than a person may try; the schema refuses those later.
void hernoem(pga::Waarde& w, int& teller) {
  if (w.is_lijst()) {
    for (pga::Waarde& item : w.lijst()) hernoem(item, teller);
  } else if (w.is_kaart()) {
    for (pga::Veld& veld : w.velden()) {
      veld.naam = "n" + std::to_string(++teller);
      hernoem(veld.waarde, teller);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  pga::Waarde gelezen;
  try {
    gelezen = pga::yaml::lees_strikt(bytes, "fuzz");
  } catch (const pga::Fout& fout) {
    for (const pga::Bevinding& b : fout.bevindingen()) {
      if (b.soort != pga::FoutSoort::document || b.wat.empty() || b.tip.empty()) std::abort();
    }
    return 0;
  }
  if (!gelezen.is_kaart()) std::abort();
  int teller = 0;
  hernoem(gelezen, teller);
  gelezen.snoei();
  if (gelezen.leeg()) return 0;
  const pga::Waarde opnieuw = pga::yaml::lees(pga::yaml::schrijf(gelezen), "fuzz");
  if (!(opnieuw == gelezen)) std::abort();
  return 0;
}
