// SPDX-License-Identifier: EUPL-1.2
//
// A template of a letter is either right, and then makes a letter in every form with nothing of the template
// language left that was not a value, or it is a Fout(document) with places.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/weergave/brief_sjabloon.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  using namespace pga::weergave;
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  Sjabloon sjabloon;
  try {
    sjabloon = lees_sjabloon(bytes, "fuzz", {{"naam", "lijst"}, {"ja", "nee"}, {"een"}});
  } catch (const pga::Fout& fout) {
    for (const pga::Bevinding& b : fout.bevindingen()) {
      if (b.soort != pga::FoutSoort::document || b.wat.empty() || b.tip.empty()) std::abort();
    }
    return 0;
  }
  const GevuldeBrief brief =
      vul(sjabloon, {{{"naam", {{"Jan"}, "rest", {}, {}}}, {"lijst", {{"a", "b"}, {}, {}, {}}}}, {"ja"}});
  const std::string tekst = brief_tekst(brief.blad);
  if (tekst.find("{{") != std::string::npos || tekst.find("}}") != std::string::npos) std::abort();
  if (brief_html(brief.blad).empty() || brief_fodt(brief.blad).empty()) std::abort();
  return 0;
}
