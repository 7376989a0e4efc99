// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/vooruit.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/achtergebleven.h"
#include "lib/kast/onaf.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"

namespace pga::kast {
namespace {

/// Whether a stuk here announced the key, or is sealed to it.
bool is_bekend(const GeladenDossier& dossier, const std::vector<std::string>& verbintenissen) {
  return std::any_of(verbintenissen.begin(), verbintenissen.end(),
                     [&](const std::string& v) { return dossier.genoemd.count(v) != 0; });
}

/// A file with such keys; `alleen`: and with no other.
struct Vooruit {
  Pad pad;
  bool alleen;
};

std::vector<Vooruit> zoek_vooruit(const GeladenDossier& dossier) {
  std::vector<Vooruit> uit;
  const std::set<std::string> onaf = onaffe_sleutels(dossier.map);
  for (const auto& bestand : dossier.sleutels.per_bestand) {
    if (onaf.count(bestand.first.filename().string()) != 0) continue;
    const auto onbekend = std::count_if(bestand.second.begin(), bestand.second.end(),
                                        [&](const auto& sleutel) { return !is_bekend(dossier, sleutel); });
    if (onbekend == 0) continue;
    uit.push_back({bestand.first, static_cast<std::size_t>(onbekend) == bestand.second.size()});
  }
  return uit;
}

Bevinding bevinding_over(const Vooruit& v, FoutSoort soort) {
  return {soort,
          Plaats{v.pad.string(), 0, 0},
          "hier liggen sleutels van stukken die er nog niet zijn",
          v.alleen ? "haal de laatste stand van de kast op (git pull); komen die stukken nooit meer, haal dan dit "
                     "bestand weg"
                   : "haal de laatste stand van de kast op (git pull)",
          {}};
}

}  // namespace

std::vector<Pad> sleutels_vooruit(const GeladenDossier& dossier) {
  std::vector<Pad> uit;
  for (Vooruit& v : zoek_vooruit(dossier)) uit.push_back(std::move(v.pad));
  return uit;
}

std::vector<Bevinding> toets_vooruit(const GeladenDossier& dossier) {
  std::vector<Bevinding> uit;
  for (const Vooruit& v : zoek_vooruit(dossier)) uit.push_back(bevinding_over(v, FoutSoort::bevinding));
  return uit;
}

std::vector<Bevinding> zou_verloren_gaan(const GeladenDossier& dossier) {
  std::vector<Bevinding> uit;
  for (const Vooruit& v : zoek_vooruit(dossier)) {
    Bevinding b = bevinding_over(v, FoutSoort::integriteit);
    b.wat = fmt::format(
        "hier liggen sleutels van stukken van dossier {} die er nog niet zijn, en die zouden verloren gaan",
        dossier.nummer.tekst());
    b.tip = v.alleen
                ? "haal eerst de laatste stand van de kast op (git pull) en geef de opdracht opnieuw; komen die "
                  "stukken nooit meer, haal dan dit bestand weg"
                : "haal eerst de laatste stand van de kast op (git pull) en geef de opdracht opnieuw";
    uit.push_back(std::move(b));
  }
  for (Bevinding& b : toets_achtergebleven(dossier)) {
    b.soort = FoutSoort::integriteit;
    uit.push_back(std::move(b));
  }
  return uit;
}

void eis_niets_verloren(const GeladenDossier& dossier) {
  std::vector<Bevinding> verlies = zou_verloren_gaan(dossier);
  if (!verlies.empty()) throw Fout(std::move(verlies));
}

std::vector<NieuwBestand> neem_vooruit_mee(const Kast& kast, const GeladenDossier& dossier, const Gebruiker& wie,
                                           const std::vector<Pad>& wissen, Datum dag) {
  std::vector<seal::Identity> mee;
  std::set<std::string> al;
  const std::set<std::string> onaf = onaffe_sleutels(dossier.map);
  for (const auto& bestand : dossier.sleutels.per_bestand) {
    const bool gaat = std::find(wissen.begin(), wissen.end(), bestand.first) != wissen.end();
    if (!gaat || onaf.count(bestand.first.filename().string()) != 0) continue;
    for (const std::vector<std::string>& sleutel : bestand.second) {
      const seal::Identity* geheim = dossier.sleutels.bos.vind(sleutel.front());
      if (geheim == nullptr || is_bekend(dossier, sleutel) || !al.insert(sleutel.front()).second) continue;
      mee.push_back(geheim->clone());
    }
  }
  return sleutels_aan(kast.sleutel_map(dossier.nummer), wie, mee, dag);
}

}  // namespace pga::kast
