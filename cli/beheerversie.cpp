// SPDX-License-Identifier: EUPL-1.2
#include "cli/beheerversie.h"

#include <utility>

#include <fmt/format.h>

#include "lib/kast/beheer.h"
#include "lib/kast/dubbel.h"
#include "lib/proces/organisatie.h"

namespace pga::cli {

void eis_beheer_tekenen(const kast::Lezer& lezer) {
  if (lezer.heeft_rol("regisseur")) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       "uw rol mag het beheer van deze kast niet wijzigen",
                       "vraag een gebruiker met de rol regisseur",
                       "artikel 13 Wet PGA"});
}

void eis_rollen(const std::vector<kast::Gebruiker>& gebruikers, const std::string& bestand) {
  std::vector<Bevinding> bezwaren;
  for (const kast::Gebruiker& g : gebruikers) {
    for (proces::RolBezwaar& b : proces::rol_bezwaren(g.organisatie, g.rollen)) {
      bezwaren.push_back({FoutSoort::geweigerd, Plaats{bestand, 0, 0}, fmt::format("{}: {}", g.id.tekst(), b.wat),
                          std::move(b.tip), std::move(b.grondslag)});
    }
  }
  if (!bezwaren.empty()) throw Fout(std::move(bezwaren));
}

kast::NieuwBestand volgende_beheer(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                   const Waarde& document) {
  kast::eis_een_beheer(kast);
  const auto key = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  return kast::maak_beheer(kast.map(), &kast.beheer(), document, omgeving.vandaag(), *lezer.id, key);
}

Waarde beheer_document(const kast::Kast& kast) {
  Waarde uit = Waarde::kaart();
  for (const std::string_view veld : {"gemeente", "contactpunt", "beleid", "gebruikers"}) {
    if (const Waarde* w = kast.beheer().document.vind(veld)) uit.zet(veld, *w);
  }
  return uit;
}

}  // namespace pga::cli
