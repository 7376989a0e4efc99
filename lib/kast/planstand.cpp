// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/planstand.h"

#include "lib/kast/beheer.h"
#include "lib/proces/rollen.h"

namespace pga::kast {
namespace {

/// A reserve holds keys and reads for nobody.
proces::Vakken leest(const Gebruiker& g, const std::vector<Gerechtigde>& lezers, Datum dag) {
  proces::Vakken uit;
  const Gerechtigde* wie = zoek(lezers, g.id.tekst());
  if (wie == nullptr || proces::is_reserve(g.rollen) || g.sleutel_op(dag) == nullptr) return uit;
  for (const Compartiment c : wie->compartimenten) uit = uit.met({c});
  return uit;
}

}  // namespace

std::vector<proces::GebruikerRegel> gebruikerregels(const Kast& kast, const std::vector<Gerechtigde>& lezers,
                                                    Datum dag) {
  std::vector<proces::GebruikerRegel> uit;
  for (const Gebruiker& g : kast.beheer().gebruikers)
    uit.push_back({g.id.tekst(), g.organisatie, g.rollen, g.sleutel_op(dag) != nullptr, leest(g, lezers, dag)});
  return uit;
}

std::vector<Bevinding> plan_bevindingen(const Kast& kast, const Nummer& nummer, const proces::Dossier& dossier,
                                        Datum peildatum) {
  const std::vector<proces::GebruikerRegel> gebruikers =
      gebruikerregels(kast, gerechtigden(kast.beheer(), nummer, dossier, peildatum), peildatum);
  return proces::plan_bevindingen({dossier, kast.beleid(), gebruikers, peildatum});
}

std::vector<proces::Planhint> plan_hints(const Kast& kast, const proces::Dossier& dossier, Datum peildatum) {
  if (!proces::plan_loopt(dossier, peildatum)) return {};
  return proces::plan_hints(dossier.interventies, proces::catalogus_met(kast.beleid().interventies), peildatum);
}

}  // namespace pga::kast
