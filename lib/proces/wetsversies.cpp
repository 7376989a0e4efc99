// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/wetsversies.h"

#include <fmt/format.h>

#include <algorithm>

namespace pga::proces {
namespace {

/// "31 augustus 2026", without the day of the week.
std::string datum_tekst(Datum dag) {
  const std::string lang = dag.lang();
  return lang.substr(lang.find(' ') + 1);
}

}  // namespace

const std::vector<MinderjarigenVersie>& minderjarigen_versies() {
  static const std::vector<MinderjarigenVersie> versies = {
      {std::nullopt, Datum(2026, 8, 31), 16, 16, "BWBR0040940, geldend tot en met 31 augustus 2026"},
      {Datum(2026, 9, 1), std::nullopt, 12, 16, "BWBR0040940, geldend vanaf 1 september 2026"},
  };
  return versies;
}

const MinderjarigenVersie& minderjarigen_versie(Datum dag) {
  const auto& versies = minderjarigen_versies();
  const auto it =
      std::find_if(versies.begin(), versies.end(), [&](const auto& v) { return !v.tot || dag <= *v.tot; });
  return it == versies.end() ? versies.back() : *it;
}

Uitoefening MinderjarigenVersie::bij(std::int64_t leeftijd) const {
  if (leeftijd >= zelf_vanaf) return Uitoefening::zelf;
  return leeftijd >= samen_vanaf ? Uitoefening::kind_of_vertegenwoordiger : Uitoefening::vertegenwoordiger;
}

std::string MinderjarigenVersie::tekst() const {
  constexpr const char* kArtikel = "artikel 5, lid 4, UAVG";
  if (tot) return fmt::format("{} zoals dat gold tot en met {}", kArtikel, datum_tekst(*tot));
  return van ? fmt::format("{} zoals dat geldt vanaf {}", kArtikel, datum_tekst(*van)) : std::string(kArtikel);
}

}  // namespace pga::proces
