// SPDX-License-Identifier: EUPL-1.2
#include "cli/ronde.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace pga::cli {

int Ronde::code() const {
  if (!bevindingen.empty()) return exit_code(FoutSoort::integriteit);
  return onleesbaar.empty() ? 0 : exit_code(FoutSoort::sleutel);
}

void Ronde::meld(Omgeving& omgeving) const {
  omgeving.meld(bevindingen);
  for (const std::string& nummer : onleesbaar) {
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

namespace {

/// A directory or a link in dossiers/ that is no dossier may hold one, or the rest of one: then something was not
/// read.
void noteer_vreemd(Ronde& ronde, const kast::Pad& pad) {
  std::error_code fout;
  if (std::filesystem::is_regular_file(std::filesystem::symlink_status(pad, fout))) return;
  const std::string naam = pad.filename().string();
  ronde.geschonden.push_back(Nummer::lees(naam) ? naam : "zonder nummer");
  ronde.bevindingen.push_back({FoutSoort::integriteit,
                               Plaats{pad.string(), 0, 0},
                               "dit hoort niet in dossiers/ en is niet gelezen",
                               "haal het weg, of zet het waar het hoort",
                               {}});
}

}  // namespace

Ronde loop_langs(Omgeving& omgeving, kast::Diepte diepte, const std::optional<std::string>& nummer,
                 const Bezoek& bezoek) {
  Ronde uit;
  std::size_t zonder = 0;  // kasten that do not have the number
  const std::vector<kast::Pad> kasten = omgeving.kasten();
  for (const kast::Pad& map : kasten) {
    const kast::Kast kast = omgeving.open_kast(map);
    const kast::Lezer lezer = omgeving.lezer(kast);
    std::vector<kast::Pad> vreemd;
    std::vector<Nummer> nummers;
    try {
      nummers = nummer ? std::vector<Nummer>{kast.zoek(*nummer)} : kast.dossiers(&vreemd);
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::geen_kast || ++zonder == kasten.size()) throw;
    }
    for (const kast::Pad& pad : vreemd) noteer_vreemd(uit, pad);
    for (const Nummer& n : nummers) {
      const kast::GeladenDossier dossier = kast::laad(kast, n, lezer, diepte);
      if (!dossier.van_mij && !nummer) {
        ++uit.overgeslagen;
        continue;
      }
      std::copy_if(dossier.bevindingen.begin(), dossier.bevindingen.end(), std::back_inserter(uit.bevindingen),
                   [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
      if (dossier.geschonden()) uit.geschonden.push_back(n.tekst());
      if (!dossier.leesbaar) uit.onleesbaar.push_back(n.tekst());
      bezoek(kast, dossier);
    }
  }
  return uit;
}

}  // namespace pga::cli
