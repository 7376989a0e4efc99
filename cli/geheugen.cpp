// SPDX-License-Identifier: EUPL-1.2
#include "cli/geheugen.h"

#include <exception>
#include <string>

#include <fmt/format.h>

#include "cli/git.h"
#include "lib/kast/beheer.h"
#include "lib/kast/geheugen.h"
#include "lib/seal/digest.h"

namespace pga::cli {
namespace {

void noteer(kast::Herinnering& gezien, const kast::Pad& map, const kast::NieuwBestand& b) {
  const kast::Pad onder = b.pad.lexically_relative(map);
  const std::string soort = onder.empty() ? std::string() : onder.begin()->string();
  if (soort == "beheer") {
    const kast::BeheerVersie beheer = kast::als_versie(b);
    gezien.versie = beheer.versie;
    gezien.beheer = {beheer.digest};
    if (gezien.versie == 1) gezien.vingerafdruk = beheer.digest;
  } else if (soort == "dossiers" || soort == Nummer::gemeente().tekst()) {
    const auto nummer = Nummer::lees_dossier(b.pad.parent_path().filename().string());
    if (nummer) gezien.koppen[*nummer].insert(seal::digest(b.bytes));
  }
}

/// Else nobody sees that this computer does not notice it when a kast is put back.
void zeg_vergeten(const Omgeving& omgeving, const kast::Pad& geheugen) {
  omgeving.meld(fmt::format(
      "deze computer kan in {} niet onthouden wat er in de kast lag, en merkt een teruggezette kast dus niet; zet "
      "PGA_GEHEUGEN op een map waar schrijven mag",
      geheugen.string()));
}

}  // namespace

void noteer_geschreven(const Omgeving& omgeving, const kast::Pad& map,
                       const std::vector<kast::NieuwBestand>& bestanden) {
  for (const kast::NieuwBestand& b : bestanden) noteer(omgeving.gezien[map], map, b);
}

void na_schrijven(const Omgeving& omgeving, const kast::Kast& kast,
                  const std::vector<kast::NieuwBestand>& bestanden, const std::vector<kast::Pad>& weg) {
  noteer_geschreven(omgeving, kast.map(), bestanden);
  naar_git(omgeving, kast, bestanden, weg);
}

void vergeet(const Omgeving& omgeving, const kast::Kast& kast, const Nummer& nummer) {
  omgeving.gezien[kast.map()].koppen[nummer].clear();
  if (const auto inzage = omgeving.inzagen.find(kast.map()); inzage != omgeving.inzagen.end()) {
    inzage->second->koppen.erase(nummer);
  }
}

void onthoud_alles(const Omgeving& omgeving) {
  const auto geheugen = omgeving.geheugen_pad();
  if (!geheugen || omgeving.globaal.droog) return;
  for (const auto& [map, gezien] : omgeving.gezien) {
    kast::Herinnering alles = gezien;
    if (const auto inzage = omgeving.inzagen.find(map); inzage != omgeving.inzagen.end()) {
      for (const auto& [nummer, koppen] : inzage->second->koppen)
        alles.koppen[nummer].insert(koppen.begin(), koppen.end());
    }
    try {
      kast::onthoud(*geheugen, map, alles, omgeving.herinnerd[map]);
    } catch (const Fout& e) {  // a command does not fail for that
      if (e.soort() != FoutSoort::bezet) zeg_vergeten(omgeving, *geheugen);
    } catch (const std::exception&) {
      zeg_vergeten(omgeving, *geheugen);
    }
  }
}

}  // namespace pga::cli
