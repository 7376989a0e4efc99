// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/planstand.h"

#include "lib/kast/beheer.h"

namespace pga::kast {

std::vector<proces::GebruikerRegel> gebruikerregels(const Kast& kast, Datum dag) {
  std::vector<proces::GebruikerRegel> uit;
  for (const Gebruiker& g : kast.beheer().gebruikers)
    uit.push_back({g.id.tekst(), g.organisatie, g.rollen, g.sleutel_op(dag) != nullptr});
  return uit;
}

std::vector<Bevinding> plan_bevindingen(const Kast& kast, const proces::Dossier& dossier, Datum peildatum) {
  const std::vector<proces::GebruikerRegel> gebruikers = gebruikerregels(kast, peildatum);
  return proces::plan_bevindingen({dossier, kast.beleid(), gebruikers, peildatum});
}

std::vector<proces::Planhint> plan_hints(const Kast& kast, const proces::Dossier& dossier, Datum peildatum) {
  return proces::plan_hints(dossier.interventies, proces::catalogus_met(kast.beleid().interventies), peildatum);
}

}  // namespace pga::kast
