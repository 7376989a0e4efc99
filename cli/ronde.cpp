// SPDX-License-Identifier: EUPL-1.2
#include "cli/ronde.h"

#include <algorithm>

#include <fmt/format.h>

#include "lib/kast/dubbel.h"
#include "lib/kast/toegang.h"

namespace pga::cli {

int Ronde::code() const {
  if (!bevindingen.empty()) return exit_code(FoutSoort::integriteit);
  return onleesbaar.empty() ? 0 : exit_code(FoutSoort::sleutel);
}

void Ronde::meld(Omgeving& omgeving) const {
  omgeving.meld(bevindingen);
  omgeving.meld(onbereikbaar);
  for (const std::string& nummer : onleesbaar) {
    if (!onbereikbaar.empty()) break;  // that is why
    omgeving.meld({Bevinding{FoutSoort::sleutel,
                             {},
                             fmt::format("dossier {} gaat niet open met uw sleutel", nummer),
                             "vraag de casusregisseur om de sleutel",
                             {}}});
  }
  if (overgeslagen == 1) omgeving.meld("1 dossier overgeslagen: u hebt er geen sleutel van");
  if (overgeslagen > 1)
    omgeving.meld(fmt::format("{} dossiers overgeslagen: u hebt er geen sleutel van", overgeslagen));
}

Ronde loop_langs(Omgeving& omgeving, kast::Diepte diepte, const std::optional<std::string>& nummer,
                 const Bezoek& bezoek) {
  Ronde uit;
  for (const kast::Pad& map : omgeving.kasten()) {
    const kast::Kast kast = omgeving.open_kast(map);
    const kast::Lezer lezer = omgeving.lezer(kast);
    for (Bevinding& b : kast::dubbel_beheer(kast)) {
      uit.geschonden.emplace_back("beheer");  // what monitoring must not call right
      uit.bevindingen.push_back(std::move(b));
    }
    const std::vector<Nummer> nummers = nummer ? std::vector<Nummer>{kast.zoek(*nummer)} : kast.dossiers();
    for (const Nummer& n : nummers) {
      const kast::GeladenDossier dossier = kast::laad(kast, n, lezer, diepte);
      std::optional<Bevinding> waarom;
      if (!dossier.leesbaar) waarom = kast::sleutels_onbereikbaar(kast, dossier);
      if (!dossier.van_mij && !nummer && !waarom) {
        ++uit.overgeslagen;
        continue;
      }
      std::copy_if(dossier.bevindingen.begin(), dossier.bevindingen.end(), std::back_inserter(uit.bevindingen),
                   [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
      if (dossier.geschonden()) uit.geschonden.push_back(n.tekst());
      if (!dossier.leesbaar) uit.onleesbaar.push_back(n.tekst());
      const bool gezegd =
          waarom && std::find(uit.onbereikbaar.begin(), uit.onbereikbaar.end(), *waarom) != uit.onbereikbaar.end();
      if (waarom && !gezegd) uit.onbereikbaar.push_back(std::move(*waarom));
      bezoek(kast, dossier);
    }
  }
  return uit;
}

}  // namespace pga::cli
