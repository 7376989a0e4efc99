// SPDX-License-Identifier: EUPL-1.2
#include "cli/schrijf.h"

#include "cli/antwoord.h"
#include "cli/geheugen.h"

namespace pga::cli {

bool schrijf_partij(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                    const Geschreven& geschreven, kast::Voornemen& partij, const std::vector<kast::Pad>& weg) {
  if (omgeving.globaal.droog) {
    toon_droog(omgeving, kast.map(), partij.bestanden, partij.wissen);
    return false;
  }
  boek(omgeving, kast, lezer, geschreven, partij);
  kast::voer_uit(partij);
  na_schrijven(omgeving, kast, partij.bestanden, weg);
  return true;
}

}  // namespace pga::cli
