// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/achtergebleven.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/herverzegel.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"

namespace pga::kast {
bool neemt_sleutels_weg(const GeladenStuk& s) {
  return s.soort == "toegang" && s.inhoud.vind("onjuist") != nullptr && proces::mag_tekenen(s.soort, s.rollen);
}

std::vector<const GeladenStuk*> achtergebleven(const GeladenDossier& dossier) {
  std::vector<const GeladenStuk*> uit;
  for (const GeladenStuk& s : dossier.stukken) {
    const bool oud = std::any_of(kCompartimenten.begin(), kCompartimenten.end(), [&](Compartiment c) {
      return dossier.vervangen.at(plaats(c)).count(s.sleutel(c)) != 0;
    });
    if (oud) uit.push_back(&s);
  }
  return uit;
}

std::vector<Bevinding> toets_achtergebleven(const GeladenDossier& dossier) {
  std::vector<Bevinding> uit;
  for (const GeladenStuk* s : achtergebleven(dossier)) {
    const bool open = s->is_open(Compartiment::termijnen);
    uit.push_back(
        {FoutSoort::bevinding, Plaats{s->bestand.string(), 0, 0},
         fmt::format(
             "{} schreef dit stuk elders, met sleutels van voor een vernietiging: alleen die openen het nog",
             s->stuk.kop.door.tekst()),
         open
             ? fmt::format("laat een regisseur die het kan openen, het opnieuw verzegelen: pga toegang {} vernieuw",
                           dossier.nummer.tekst())
             : fmt::format("haal sleutels/ op bij {}; een regisseur verzegelt het dan opnieuw",
                           s->stuk.kop.door.tekst()),
         "artikel 8 Besluit PGA"});
  }
  return uit;
}

bool kan_opnieuw_verzegelen(const GeladenDossier& dossier, const Lezer& lezer) {
  if (!proces::mag_tekenen("toegang", lezer.rollen)) return false;
  for (const GeladenStuk* s : achtergebleven(dossier)) {
    for (const Compartiment c : kCompartimenten) {
      // Totals have a key elsewhere, and are read there (aantallen.h).
      const bool totalen = s->soort == "aantallen" && eigen_sleutel(s->soort, c);
      if (totalen || !s->is_open(c)) return false;
    }
  }
  return true;
}

std::vector<NieuwBestand> verzegel_achtergebleven(const Kast& kast, const Lezer& lezer,
                                                  const GeladenDossier& dossier, const Zegels& zegels, Datum datum,
                                                  std::vector<std::string>& vorige) {
  std::vector<NieuwBestand> uit;
  for (const GeladenStuk* s : achtergebleven(dossier)) {
    Zegels eigen = zegels;
    for (const Compartiment c : kCompartimenten) {
      const seal::Identity* sleutel =
          eigen_sleutel(s->soort, c) ? dossier.sleutels.bos.vind(s->sleutel(c)) : nullptr;
      if (sleutel != nullptr) eigen.at(plaats(c)) = sleutel->recipient();
    }
    Gemaakt g =
        verzegel(kast.beheer(), lezer, dossier.map, dossier.nummer, datum, vorige, eigen, delen_opnieuw(*s));
    vorige = {g.digest};
    uit.push_back(std::move(g.bestand));
  }
  return uit;
}

}  // namespace pga::kast
