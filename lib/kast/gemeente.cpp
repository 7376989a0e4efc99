// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/gemeente.h"

#include <algorithm>
#include <optional>

namespace pga::kast {
namespace {

proces::Aanwijzing aanwijzing_van(const Gebruiker& g) {
  proces::Aanwijzing uit{g.id.tekst(), g.sleutels.front().van, g.sleutels.front().tot};
  for (const GebruikerSleutel& s : g.sleutels) {
    uit.van = std::min(uit.van, s.van);
    // One key without an end is a designation without an end.
    uit.tot = uit.tot && s.tot ? std::optional<Datum>(std::max(*uit.tot, *s.tot)) : std::nullopt;
  }
  return uit;
}

}  // namespace

proces::KastStand stand_van(const Kast& kast) {
  proces::KastStand uit{kast.keten().front().datum, {}};
  for (const Gebruiker& g : kast.beheer().gebruikers) {
    if (g.organisatie != "machine" && !g.sleutels.empty()) uit.aanwijzingen.push_back(aanwijzing_van(g));
  }
  return uit;
}

std::vector<termijn::Termijn> termijnen_van(const Kast& kast, const GeladenDossier& dossier, Datum peildatum,
                                            std::optional<termijn::Moment> nu) {
  return termijnen_van(kast, dossier, dossier.dossier, peildatum, nu);
}

std::vector<termijn::Termijn> termijnen_van(const Kast& kast, const GeladenDossier& dossier,
                                            const proces::Dossier& stand, Datum peildatum,
                                            std::optional<termijn::Moment> nu) {
  const termijn::Beleid& beleid = kast.beleid().termijnen;
  if (dossier.nummer.is_gemeente()) {
    std::optional<std::vector<termijn::Feit>> stukken;
    const bool weg = dossier.stukken.empty() && dossier.geschonden();  // nobody knows what was recorded
    if (dossier.leesbaar && !weg) stukken = stand.feiten;
    return proces::kast_termijnen(stand_van(kast), stukken, beleid, peildatum, nu);
  }
  return termijn::bereken(stand.feiten, beleid, peildatum, nu);
}

}  // namespace pga::kast
