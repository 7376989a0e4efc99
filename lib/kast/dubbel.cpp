// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/dubbel.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/stuk/omslag.h"

namespace pga::kast {
namespace {

using Versies = std::vector<const BeheerVersie*>;

std::string naam_van(const BeheerVersie& v) { return Pad(v.bestand).filename().string(); }

/// Whether a stuk of the kast goes by that version. Reads the text before the seal only; whether the stuk is right
/// is for laad().
bool noemt(const Pad& stuk, const std::string& regel) {
  try {
    const std::string bytes = lees_bestand(stuk, stuk::kMaxStuk);
    return std::string_view(bytes).substr(0, bytes.find("\nverzegeld:")).find(regel) != std::string_view::npos;
  } catch (const Fout&) {
    return false;  // what cannot be read is a finding of its dossier
  }
}

bool genoemd(const Kast& kast, const Versies& versies) {
  for (const Nummer& nummer : kast.dossiers()) {
    for (const Pad& stuk : lees_map(kast.dossier_map(nummer))) {
      if (std::any_of(versies.begin(), versies.end(), [&](const BeheerVersie* v) {
            return noemt(stuk, fmt::format("\nbeheer: \"{}\"\n", v->digest));
          })) {
        return true;
      }
    }
  }
  return false;
}

/// What is lost with the versions that go, as far as the ones that stay do not have it.
std::string opnieuw(const Versies& weg, const BeheerVersie& blijft) {
  std::vector<std::string> ids;
  for (const BeheerVersie* v : weg) {
    for (const Gebruiker& g : v->gebruikers) {
      const bool bekend = blijft.vind(g.id) != nullptr || std::count(ids.begin(), ids.end(), g.id.tekst()) > 0;
      if (!bekend) ids.push_back(g.id.tekst());
    }
  }
  if (!ids.empty()) return fmt::format("voeg daarna {} opnieuw toe: pga gebruiker toevoegen", fmt::join(ids, ", "));
  return "kijk met git log -p wat erin veranderde, en leg dat daarna opnieuw vast (pga beleid --van, of pga gebruiker)";
}

std::string namen_van(const Versies& versies) {
  std::vector<std::string> namen;
  for (const BeheerVersie* v : versies) namen.push_back("beheer/" + naam_van(*v));
  return fmt::format("{}", fmt::join(namen, " "));
}

std::string raad(const Versies& weg, const BeheerVersie& blijft) {
  return fmt::format("geen stuk noemt deze: haal weg, in de kast, met git rm {}; {}", namen_van(weg),
                     opnieuw(weg, blijft));
}

}  // namespace

std::vector<Bevinding> dubbel_beheer(const Kast& kast) {
  if (kast.naast().empty()) return {};
  Versies naast;
  Versies hier;  // of the chain, what came after they parted
  for (const BeheerVersie& v : kast.naast()) naast.push_back(&v);
  std::reverse(naast.begin(), naast.end());  // the newest goes first: the others then are its past
  for (auto v = kast.keten().rbegin(); v != kast.keten().rend() && v->versie >= naast.back()->versie; ++v)
    hier.push_back(&*v);
  const int versie = naast.back()->versie;
  Bevinding uit{
      FoutSoort::integriteit,
      Plaats{naast.front()->bestand, 0, 0},
      fmt::format("versie {} van beheer bestaat twee keer (zie ook {}): er is op twee plaatsen aan gewerkt", versie,
                  namen_van(hier)),
      {},
      {}};
  if (!genoemd(kast, naast)) {
    uit.tip = raad(naast, kast.beheer());
  } else if (!genoemd(kast, hier)) {
    uit.plaats.bestand = hier.front()->bestand;
    uit.wat = fmt::format("versie {} van beheer bestaat twee keer (zie ook {}): er is op twee plaatsen aan gewerkt",
                          versie, namen_van(naast));
    uit.tip = raad(hier, *naast.front());
  } else {
    uit.tip = fmt::format(
        "er zijn stukken die de ene noemen en stukken die de andere noemen: kies de versie die blijft, haal de "
        "stukken "
        "weg die de andere noemen, dan {}, en laat de auteurs die stukken opnieuw vastleggen; {}",
        namen_van(naast), opnieuw(naast, kast.beheer()));
  }
  return {uit};
}

void eis_een_beheer(const Kast& kast) {
  std::vector<Bevinding> bevindingen = dubbel_beheer(kast);
  if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
}

}  // namespace pga::kast
