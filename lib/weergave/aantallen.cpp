// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/aantallen.h"

#include <cstddef>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

/// A word of an answer, as a person reads it.
std::string_view zin(std::string_view woord) {
  struct Paar {
    std::string_view woord;
    std::string_view zin;
  };
  static constexpr std::array<Paar, 7> kZinnen = {{{"doelen_bereikt", "gesloten, doelen bereikt"},
                                                   {"geen_aanwijzingen", "gesloten, geen aanwijzingen meer"},
                                                   {"anders_gesloten", "gesloten om een andere reden"},
                                                   {"tot_half_jaar", "ten hoogste een half jaar"},
                                                   {"tot_twee_jaar", "ten hoogste twee jaar"},
                                                   {"na_uitstel", "verzonden na uitstel"},
                                                   {"uitgesteld", "nog uitgesteld"}}};
  for (const Paar& p : kZinnen) {
    if (p.woord == woord) return p.zin;
  }
  return woord;
}

std::string getoond(int aantal) {
  const std::optional<int> n = proces::toonbaar(aantal);
  return n ? fmt::format("ten minste {}", *n) : fmt::format("minder dan {}", proces::kDrempel);
}

Json json_van(int aantal) {
  const std::optional<int> n = proces::toonbaar(aantal);
  return n ? Json(*n) : Json(nullptr);
}

}  // namespace

std::string aantallen_tekst(const AantallenBlad& blad, const Stijl& stijl) {
  std::string uit = verf("dossiers die zijn geanonimiseerd", Kleur::vet, stijl) + "\n";
  Tabel t{{"", "", ""}, {}};
  t.rijen.push_back({{"geteld"}, {""}, {getoond(blad.som.totaal)}});
  const bool genoeg = proces::toonbaar(blad.som.totaal).has_value();
  for (const proces::Uitsplitsing& u : proces::uitsplitsingen(blad.som)) {
    for (std::size_t i = 0; genoeg && i < u.woorden.size(); ++i) {
      t.rijen.push_back(
          {{i == 0 ? std::string(u.naam) : ""}, {leesbaar(zin(u.woorden[i]))}, {getoond(u.cellen[i])}});
    }
  }
  uit += tabel(t, stijl, "  ");
  const auto regel = [&](const std::string& tekst) { uit += omloop(tekst, stijl.breedte, "  ", "  ") + "\n"; };
  uit += "\n";
  regel(genoeg ? "Elk getal is naar beneden afgerond op een tiental." : "Pas vanaf tien dossiers staat hier meer.");
  if (!blad.dicht.empty()) {
    regel(fmt::format("Niet volledig: de aantallen van {} gaan hier niet open.",
                      veilig(fmt::format("{}", fmt::join(blad.dicht, ", ")))));
  }
  if (blad.dubbel > 0) {
    regel(fmt::format("In twee klonen geteld, en dus dubbel: {}.",
                      aantal(static_cast<std::size_t>(blad.dubbel), "dossier", "dossiers")));
  }
  if (blad.naast_elkaar) {
    regel("Twee klonen van een gebruiker telden naast elkaar verder; er kan een dossier te weinig zijn geteld.");
  }
  return uit;
}

std::string aantallen_json(const AantallenBlad& blad) {
  Json uit = {{"totaal", json_van(blad.som.totaal)}};
  for (const proces::Uitsplitsing& u : proces::uitsplitsingen(blad.som)) {
    Json cellen = nullptr;
    for (std::size_t i = 0; proces::toonbaar(blad.som.totaal) && i < u.woorden.size(); ++i) {
      cellen[std::string(u.woorden[i])] = json_van(u.cellen[i]);
    }
    uit[std::string(u.naam)] = std::move(cellen);
  }
  uit["volledig"] = blad.dicht.empty();
  uit["dicht"] = blad.dicht;
  uit["dubbel"] = blad.dubbel;
  uit["naast_elkaar"] = blad.naast_elkaar;
  return schrijf(uit);
}

std::string kenmerken_tekst(const proces::Kenmerken& k) {
  return fmt::format("{}; looptijd {}; bericht {}", leesbaar(zin(proces::naam(k.afloop))),
                     leesbaar(zin(proces::naam(k.looptijd))), leesbaar(zin(proces::naam(k.bericht))));
}

}  // namespace pga::weergave
