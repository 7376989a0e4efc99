// SPDX-License-Identifier: EUPL-1.2
#include "cli/beheerversie.h"

#include "lib/kast/beheer.h"

namespace pga::cli {

void eis_beheer_tekenen(const kast::Lezer& lezer) {
  if (lezer.heeft_rol("regisseur")) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       "uw rol mag het beheer van deze kast niet wijzigen",
                       "vraag een gebruiker met de rol regisseur",
                       "artikel 13 Wet PGA"});
}

kast::NieuwBestand volgende_beheer(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                   const Waarde& document) {
  const auto key = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  return kast::maak_beheer(kast.map(), &kast.beheer(), document, omgeving.vandaag(), *lezer.id, key);
}

Waarde beheer_document(const kast::Kast& kast) {
  Waarde uit = Waarde::kaart();
  for (const std::string_view veld : {"gemeente", "contactpunt", "fg", "beleid", "gebruikers"}) {
    if (const Waarde* w = kast.beheer().document.vind(veld)) uit.zet(veld, *w);
  }
  return uit;
}

}  // namespace pga::cli
