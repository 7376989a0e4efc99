// SPDX-License-Identifier: EUPL-1.2
//
// What the casusoverleg does to the Dossier: its minutes, the joint judgment, the period of its interventions, and
// when they rest.
#include <algorithm>

#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

}  // namespace

void Vouwer::profiel(const Invoer& s, const Profiel& /*p*/) {
  d_.heeft_profiel = true;
  feit(s, F::profiel, dag_);
}

/// The plan as it now stands: its period ends with the last intervention that runs.
void Vouwer::interventieperiode(const Invoer& s) {
  std::optional<Datum> laatste;
  for (const Interventie& i : d_.interventies) {
    const std::optional<Datum> einde = i.gestopt ? std::nullopt : einde_van(i.velden);
    if (einde && (!laatste || *laatste < *einde)) laatste = einde;
  }
  const auto vorige = std::find_if(d_.feiten.rbegin(), d_.feiten.rend(),
                                   [](const termijn::Feit& f) { return f.soort == F::interventieperiode; });
  // The same end again opens nothing new: the judgment that belongs to it may have been made.
  if (vorige != d_.feiten.rend() && vorige->tot == laatste) return;
  feit(s, F::interventieperiode, dag_, laatste);
}

void Vouwer::pas_op_de_plaats(const Invoer& s, const Plan& p) {
  if (p.stap == PlanStap::hervat) {
    d_.pas_op_de_plaats = std::nullopt;
    feit(s, F::hervat, dag_);
    return;
  }
  const int maanden = beleid_.termijnen.pas_op_de_plaats_maanden;
  const Datum sinds = d_.pas_op_de_plaats ? d_.pas_op_de_plaats->sinds : dag_;
  d_.pas_op_de_plaats = PasOpDePlaats{
      sinds, p.herziening ? p.herziening : std::optional<Datum>(termijn::plus_maanden(dag_, maanden))};
  feit(s, F::pas_op_de_plaats, dag_, p.herziening);
}

void Vouwer::overleg(const Invoer& s, const Overleg& o) { feit(s, F::overleg, dag_, o.volgend_overleg); }

}  // namespace pga::proces
