// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/stand.h"

#include <utility>
#include <vector>

namespace pga::kast {

proces::Dossier stand_op(const GeladenDossier& dossier, const proces::Beleid& beleid, std::optional<Datum> tot) {
  std::vector<proces::Invoer> invoer;
  for (const GeladenStuk& s : dossier.stukken) {
    if (s.soort.empty() || (tot && s.stuk.kop.datum > *tot)) continue;
    std::vector<Compartiment> open;
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) open.push_back(c);
    }
    invoer.push_back({s.stuk.digest, s.stuk.kop.vorige, s.stuk.kop.datum, s.stuk.kop.door.tekst(), s.organisatie,
                      s.soort, s.inhoud, std::move(open)});
  }
  return proces::vouw(std::move(invoer), beleid);
}

}  // namespace pga::kast
