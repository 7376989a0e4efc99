// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten_overleg.h"

#include "lib/proces/lezer.h"

namespace pga::proces {
std::string_view het_overleg(OverlegSoort s) {
  switch (s) {
    case OverlegSoort::weegploeg:
      return "de weegploeg";
    case OverlegSoort::stuurgroep:
      return "de stuurgroep";
    case OverlegSoort::dilemmasessie:
      return "de dilemmasessie";
    case OverlegSoort::casusoverleg:
      break;
  }
  return "het casusoverleg";
}

std::vector<ActieVelden> actievelden(const Lezer& l) {
  return l.elk<ActieVelden>("acties", [](const Lezer& i) {
    ActieVelden a;
    a.id = i.tekst("id");
    a.uiterlijk = i.datum("uiterlijk");
    a.datum = i.datum("datum");
    a.status = i.woord<ActieStatus>("status");
    a.gedaan_op = i.datum("gedaan_op");
    return a;
  });
}

Overleg overleg(const Lezer& l) {
  Overleg o;
  o.datum = l.datum("datum");
  o.soort = l.woord<OverlegSoort>("soort_overleg").value_or(OverlegSoort::casusoverleg);
  o.vaststellingen = l.elk<Vaststelling>("vaststellingen", [](const Lezer& i) {
    Vaststelling v;
    v.id = i.tekst("id");
    v.overleg = i.tekst("overleg");
    v.uitkomst = i.woord<VaststellingUitkomst>("uitkomst");
    return v;
  });
  o.acties = actievelden(l);
  o.volgend_overleg = l.datum("volgend_overleg");
  o.reservedatum = l.datum("reservedatum");
  return o;
}

Actielijst actielijst(const Lezer& l) {
  Actielijst a;
  a.datum = l.datum("datum");
  a.acties = actievelden(l);
  return a;
}

Overleg lees_overleg(const Waarde& w, Onleesbaar* o) { return overleg({&w, o, nullptr}); }
Actielijst lees_actielijst(const Waarde& w, Onleesbaar* o) { return actielijst({&w, o, nullptr}); }

}  // namespace pga::proces
