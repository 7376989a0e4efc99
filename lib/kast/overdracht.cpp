// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/overdracht.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/stand.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/soorten.h"
#include "lib/seal/digest.h"
#include "lib/stuk/overdracht.h"

namespace pga::kast {
namespace {

/// What of it a reader of another kast may find in a bundle; in this order.
constexpr const char* kDelen[] = {"betrokkene", "relaties", "signalen"};

void eis_geen_bezwaar(const std::vector<Bevinding>& bezwaren) {
  for (const FoutSoort soort : {FoutSoort::document, FoutSoort::geweigerd}) {
    std::vector<Bevinding> van_soort;
    std::copy_if(bezwaren.begin(), bezwaren.end(), std::back_inserter(van_soort),
                 [&](const Bevinding& b) { return b.soort == soort; });
    if (!van_soort.empty()) throw Fout(std::move(van_soort));
  }
}

}  // namespace

Overdrachtpakket pak_over(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                          const Waarde& document, const seal::Recipient& aan, Datum dag) {
  Overdrachtpakket uit{
      {},
      proces::kies_voor_overdracht(invoer_van(dossier.stukken), dossier.dossier, document, kast.beleid().gemeente)};
  eis_geen_bezwaar(uit.keuze.bezwaren);
  Waarde inhoud = Waarde::kaart();
  inhoud.zet("van", kast.beleid().gemeente);
  inhoud.zet("aan", document.tekst_van("aan"));
  inhoud.zet("reden", document.tekst_van("reden"));
  for (const char* deel : kDelen) {
    if (const Waarde* w = uit.keuze.gegevens.vind(deel)) inhoud.zet(deel, *w);
  }
  inhoud.snoei();
  const auto tekent = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  auto bytes = stuk::maak_overdracht({seal::random_hex(16), dag}, aan, inhoud, tekent);
  if (!bytes) {
    throw Fout(FoutSoort::gebruik, "dit is te veel voor één bundel", "geef minder signalen of relaties mee");
  }
  uit.bytes = std::move(*bytes);
  return uit;
}

Waarde lees_overgedragen(const Kast& kast, const Lezer& lezer, std::string_view bytes, const std::string& naam,
                         const seal::VerifyKey& afzender) {
  const stuk::OverdrachtBundel bundel = stuk::lees_overdracht(bytes, naam);
  if (!stuk::klopt_handtekening(bytes, bundel, afzender)) {
    throw Fout(FoutSoort::integriteit,
               "deze bundel is niet getekend met de sleutel van de afzender, of is veranderd",
               "gebruik hem niet; vraag de afzender langs een andere weg om zijn sleutelregel en een nieuwe bundel",
               Plaats{naam, 0, 0});
  }
  const Waarde inhoud = stuk::open_overdracht(bundel, lezer.identiteiten, naam);
  if (const std::string aan = inhoud.tekst_van("aan"); !proces::zelfde_gemeente(aan, kast.beleid().gemeente)) {
    throw Fout(FoutSoort::gebruik,
               fmt::format("deze bundel is voor {}, en deze kast is van {}", aan, kast.beleid().gemeente),
               "wijs met -C de goede kast aan, of vraag de afzender om een nieuwe bundel", Plaats{naam, 0, 0});
  }
  Waarde uit = Waarde::kaart();
  Waarde& herkomst = uit.zet("overgenomen", Waarde::kaart());
  herkomst.zet("gemeente", inhoud.tekst_van("van"));
  herkomst.zet("datum", bundel.kop.datum.tekst());
  herkomst.zet("reden", inhoud.tekst_van("reden"));
  herkomst.zet("bundel", seal::digest(bytes));
  for (const char* deel : kDelen) {
    if (const Waarde* w = inhoud.vind(deel)) uit.zet(deel, *w);
  }
  return uit;
}

std::string overgenomen_in(const Kast& kast, const Lezer& lezer, std::string_view bundel) {
  for (const Nummer& nummer : kast.dossiers()) {
    const GeladenDossier d = laad(kast, nummer, lezer, Diepte::termijnen);
    for (const GeladenStuk& s : d.stukken) {
      if (s.soort != proces::naam(proces::Soort::aanmelding)) continue;
      if (proces::lees_aanmelding(s.inhoud).overgenomen_bundel == bundel) return nummer.tekst();
    }
  }
  return {};
}

}  // namespace pga::kast
