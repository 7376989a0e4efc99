// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/deel.h"

namespace pga::weergave {

std::string deel_tekst(const Deel& deel, const Stijl& stijl) {
  if (deel.rijen.empty()) return {};
  Tabel t{{"", ""}, {}};
  for (const DeelRij& r : deel.rijen) t.rijen.push_back({{veilig(r.links)}, {veilig(r.rechts), r.kleur}});
  return verf(veilig(deel.kop), Kleur::vet, stijl) + '\n' + tabel(t, stijl, "  ");
}

}  // namespace pga::weergave
