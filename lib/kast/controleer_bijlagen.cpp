// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/controleer_bijlagen.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/bijlage.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

Bevinding bevinding(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
  return {soort, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

Bevinding hoort_hier_niet(const Pad& pad) {
  return bevinding(FoutSoort::integriteit, pad, "dit hoort niet in bijlagen/",
                   "haal het weg, of zet het waar het hoort");
}

bool is_tijdelijk(const Pad& pad) { return pad.filename().string().rfind(kTijdelijk, 0) == 0; }

/// The days of stukken that were destroyed because they were wrong: a sealed bijlage of such a stuk stays, as the
/// stuk does, and opens to nobody.
std::set<std::string> dagen_van_vervallen(const GeladenDossier& dossier) {
  std::set<std::string> codes;
  for (const std::string& digest : dossier.vervallen) codes.insert(seal::hash8(digest));
  std::set<std::string> uit;
  for (const Pad& pad : lees_map(dossier.map)) {
    const std::string naam = pad.filename().string();
    if (naam.size() > 19 && codes.count(naam.substr(11, 8)) != 0) uit.insert(naam.substr(0, 10));
  }
  return uit;
}

void zonder_stuk(const Pad& map, const GeladenDossier& dossier, const std::set<Pad>& genoemd,
                 std::vector<Bevinding>& uit) {
  const std::set<std::string> dagen = dagen_van_vervallen(dossier);
  for (const Pad& pad : lees_map(map)) {
    const std::string naam = pad.filename().string();
    if (is_tijdelijk(pad) || genoemd.count(pad) != 0) continue;
    if (!is_bijlage_naam(naam)) {
      uit.push_back(hoort_hier_niet(pad));
    } else if (!begint_verzegeld(pad)) {
      uit.push_back(bevinding(FoutSoort::integriteit, pad, "dit bestand heet als een bijlage, en is niet verzegeld",
                              "haal het weg; hoort het bij het dossier: pga bijlage NUMMER BESTAND"));
    } else if (dagen.count(naam.substr(0, 10)) == 0) {
      uit.push_back(
          bevinding(FoutSoort::bevinding, pad, "bij deze bijlage is hier geen stuk: niemand kan haar openen",
                    "haal eerst de laatste stand van de kast op (git pull); is een opdracht afgebroken, haal "
                    "het bestand dan weg"));
    }
  }
}

}  // namespace

std::vector<Bevinding> controleer_bijlagen_van(const GeladenDossier& dossier) {
  std::vector<Bevinding> uit;
  std::set<Pad> genoemd;
  for (const Bijlage& b : bijlagen_van(dossier)) {
    genoemd.insert(b.pad);
    try {
      if (b.open) {
        open_bijlage(b, [](std::string_view) {});
      } else {
        eis_ongeschonden(b);
      }
    } catch (const Fout& e) {
      uit.insert(uit.end(), e.bevindingen().begin(), e.bevindingen().end());
    }
  }
  zonder_stuk(bijlage_map(dossier.map), dossier, genoemd, uit);
  return uit;
}

std::vector<Bevinding> controleer_losse_bijlagen(const Kast& kast, const Bewijzen& bewijzen) {
  std::vector<Bevinding> uit;
  const std::vector<Nummer> dossiers = kast.dossiers();
  std::error_code fout;
  for (const Pad& jaar : lees_map(kast.map() / kBijlagen)) {
    if (is_tijdelijk(jaar) || jaar.filename() == Nummer::gemeente().tekst()) continue;
    if (!fs::is_directory(fs::symlink_status(jaar, fout))) {
      uit.push_back(hoort_hier_niet(jaar));
      continue;
    }
    for (const Pad& map : lees_map(jaar)) {
      const auto nummer = Nummer::lees(map.filename().string());
      if (is_tijdelijk(map)) continue;
      if (!nummer || !fs::is_directory(fs::symlink_status(map, fout))) {
        uit.push_back(hoort_hier_niet(map));
        continue;
      }
      const bool er = std::binary_search(dossiers.begin(), dossiers.end(), *nummer);
      if (er && bijlage_map(kast.dossier_map(*nummer)) != map) {
        uit.push_back(bevinding(FoutSoort::integriteit, map, "deze map ligt onder een ander jaar dan haar dossier",
                                "zet haar onder het jaar van het dossier"));
      } else if (!er && bewijzen.van(nummer->tekst()) == nullptr) {
        uit.push_back(bevinding(FoutSoort::integriteit, map, "bij deze bijlagen is hier geen dossier",
                                "haal de laatste stand van de kast op (git pull)"));
      }
    }
  }
  return uit;
}

}  // namespace pga::kast
