// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/stand.h"

#include <utility>

#include "lib/proces/regie.h"

namespace pga::kast {
namespace {

/// The dossier gemeente is no case, and has no regisseur.
void zonder_regie(proces::Dossier& stand) {
  stand.regisseurs.clear();
  stand.had_regisseur = false;
}

}  // namespace

std::vector<proces::Invoer> invoer_van(const std::vector<GeladenStuk>& stukken, std::optional<Datum> tot) {
  std::vector<proces::Invoer> uit;
  for (const GeladenStuk& s : stukken) {
    if (s.soort.empty() || (tot && s.stuk.kop.datum > *tot)) continue;
    std::vector<Compartiment> open;
    for (const Compartiment c : kCompartimenten) {
      if (s.is_open(c)) open.push_back(c);
    }
    uit.push_back({s.stuk.digest, s.volgt_op, s.stuk.kop.datum, s.stuk.kop.door.tekst(), s.organisatie, s.soort,
                   s.inhoud, std::move(open), s.rollen});
  }
  return uit;
}

proces::Dossier stand_op(const GeladenDossier& dossier, const proces::Beleid& beleid, std::optional<Datum> tot) {
  proces::Dossier uit = proces::vouw(invoer_van(dossier.stukken, tot), beleid);
  if (dossier.nummer.is_gemeente()) zonder_regie(uit);
  return uit;
}

void zet_regie(proces::Dossier& stand, const std::vector<GeladenStuk>& stukken, const Lezer& lezer,
               std::string_view soort, const Waarde& inhoud, Datum datum) {
  std::vector<proces::Invoer> alle = invoer_van(stukken);
  std::vector<std::string> vorige;
  for (const proces::Invoer& s : alle) vorige.push_back(s.digest);
  alle.push_back({"nieuw",
                  std::move(vorige),
                  datum,
                  lezer.id ? lezer.id->tekst() : std::string(),
                  lezer.organisatie,
                  std::string(soort),
                  inhoud,
                  {},
                  lezer.rollen});
  const proces::Regie regie(alle);
  stand.regisseurs = regie.nu();
  stand.had_regisseur = regie.ooit();
}

proces::Dossier stand_tot_en_met(const GeladenDossier& dossier, const proces::Beleid& beleid,
                                 const proces::Dossier& stand, const std::string& digest) {
  std::vector<proces::Invoer> stukken;
  bool geweest = false;
  for (proces::Invoer& s : invoer_van(dossier.stukken)) {
    const bool laatste = stand.nieuwste(s.digest) == digest;
    if (!geweest || s.digest == digest) stukken.push_back(std::move(s));
    geweest = geweest || laatste;
  }
  return proces::vouw(std::move(stukken), beleid);
}

}  // namespace pga::kast
