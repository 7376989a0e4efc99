// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/voorlopig.h"

#include <algorithm>

#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"
#include "lib/proces/woorden.h"

namespace pga::kast {
namespace {

/// What policy adds to a role is not counted: it may have been different when the key was made.
proces::Vakken leest(const Nummer& nummer, const std::vector<std::string>& rollen) {
  return proces::opent(rollen, toestand_van(nummer), {});
}

}  // namespace

bool is_lezer_van_alles(const Nummer& nummer, const std::vector<std::string>& rollen) {
  const proces::Vakken vakken = leest(nummer, rollen);
  return std::all_of(kCompartimenten.begin(), kCompartimenten.end(),
                     [&](Compartiment c) { return vakken.heeft(c); });
}

bool mag_sleutels_wisselen(const std::vector<std::string>& rollen) {
  return proces::mag_tekenen("aanvulling", rollen);
}

bool is_sleutelwissel(const GeladenStuk& s) {
  if (s.soort != "toegang" || s.inhoud.tekst_van("stap") != proces::naam(proces::ToegangStap::vernieuwd))
    return false;
  return std::none_of(s.inhoud.velden().begin(), s.inhoud.velden().end(), [](const Veld& v) {
    return v.naam == "gebruiker" || v.naam == "aan" || v.naam == "vernietigd" || v.naam == "stukken";
  });
}

bool is_voorlopig_voor(const Nummer& nummer, const GeladenStuk& maker, Compartiment c,
                       const GebruikerId& schrijver) {
  return maker.stuk.kop.door != schrijver && !leest(nummer, maker.rollen).heeft(c);
}

std::vector<Compartiment> te_vervangen(const GeladenDossier& dossier, const Lezer& lezer,
                                       const std::vector<std::string>& rollen) {
  std::vector<Compartiment> uit;
  if (!lezer.id || !mag_sleutels_wisselen(rollen)) return uit;
  const std::vector<Compartiment>& dubbel = dossier.perioden.dubbel();
  for (const Compartiment c : kCompartimenten) {
    const GeladenStuk* maker = vind_stuk(dossier, dossier.perioden.aankondiger(c));
    const bool naast_elkaar = std::find(dubbel.begin(), dubbel.end(), c) != dubbel.end();
    const bool voorlopig = maker != nullptr && is_voorlopig_voor(dossier.nummer, *maker, c, *lezer.id);
    if (voorlopig || naast_elkaar) uit.push_back(c);
  }
  return uit;
}

std::optional<GebruikerId> gemaakt_door_buitenstaander(const GeladenDossier& dossier) {
  const GeladenStuk* maker = vind_stuk(dossier, dossier.perioden.aankondiger(Compartiment::termijnen));
  if (maker == nullptr || !leest(dossier.nummer, maker->rollen).leeg()) return std::nullopt;
  return maker->stuk.kop.door;
}

}  // namespace pga::kast
