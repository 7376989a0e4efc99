// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten_advies.h"

#include "lib/proces/lezer.h"

namespace pga::proces {

Advies advies(const Lezer& l) {
  Advies a;
  a.stap = l.woord<AdviesStap>("stap").value_or(AdviesStap::ontvangen);
  a.datum = l.datum("datum");
  a.id = l.tekst("id");
  a.bij = l.woord<AdviesBij>("bij");
  a.gevraagd_op = l.datum("gevraagd_op");
  a.anoniem = l.woord<JaNee>("anoniem");
  a.verwacht_op = l.datum("verwacht_op");
  return a;
}

Advies lees_advies(const Waarde& w, Onleesbaar* o) { return advies({&w, o, nullptr}); }

}  // namespace pga::proces
