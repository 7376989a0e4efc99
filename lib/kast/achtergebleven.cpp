// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/achtergebleven.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/aantallen.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"

namespace pga::kast {
namespace {

/// Totals keep their key; those that later ones took over, whose key is destroyed, stay shut for ever.
seal::Recipient neem_totalen_over(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                                  const GeladenStuk& s, Waarde& zaak) {
  std::optional<Waarde> totalen = open_aantallen(kast, lezer, gemeente, s);
  if (!totalen) return seal::Identity::generate().recipient();
  zaak = std::move(*totalen);
  return sleutel_van_aantallen(kast, lezer, s)->recipient();
}

}  // namespace

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

bool kan_opnieuw_verzegelen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier) {
  if (!proces::mag_tekenen("toegang", lezer.rollen)) return false;
  for (const GeladenStuk* s : achtergebleven(dossier)) {
    for (const Compartiment c : kCompartimenten) {
      if (is_totaal(*s, c) ? !opent_aantallen(kast, lezer, dossier, *s) : !s->is_open(c)) return false;
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
    stuk::Delen delen = delen_opnieuw(*s);
    for (const Compartiment c : kCompartimenten) {
      if (is_totaal(*s, c)) {
        eigen.at(plaats(c)) = neem_totalen_over(kast, lezer, dossier, *s, delen[c]);
        continue;
      }
      const seal::Identity* sleutel =
          eigen_sleutel(s->soort, c) ? dossier.sleutels.bos.vind(s->sleutel(c)) : nullptr;
      if (sleutel != nullptr) eigen.at(plaats(c)) = sleutel->recipient();
    }
    Gemaakt g = verzegel(kast.beheer(), lezer, dossier.map, dossier.nummer, datum, vorige, eigen, delen);
    vorige = {g.digest};
    uit.push_back(std::move(g.bestand));
  }
  return uit;
}

}  // namespace pga::kast
