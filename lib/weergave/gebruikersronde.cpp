// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/gebruikersronde.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "lib/basis/compartiment.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

std::string vakken(const std::vector<std::string>& lijst) {
  if (lijst.size() == kCompartimenten.size()) return "alle compartimenten";
  return fmt::format("{}", fmt::join(lijst, ", "));
}

std::string alinea(const RondeRij& r) {
  std::string uit = r.vernieuwd.empty() ? std::string("dezelfde sleutels")
                                        : fmt::format("nieuwe sleutels voor {}", vakken(r.vernieuwd));
  if (!r.sleutels_voor.empty()) {
    uit += fmt::format("; sleutelbestanden voor {}", fmt::join(r.sleutels_voor, ", "));
  }
  if (r.vernietigd != 0) {
    uit += fmt::format("; {} vernietigd", aantal(r.vernietigd, "sleutelbestand", "sleutelbestanden"));
  }
  if (!r.niet_opnieuw.empty()) {
    uit += fmt::format("; de sleutelbestanden van {} blijven: u hebt die sleutels niet",
                       fmt::join(r.niet_opnieuw, ", "));
  }
  if (!r.niet_gegeven.empty()) {
    uit += fmt::format("; nog geen sleutel voor {}: u hebt die niet", fmt::join(r.niet_gegeven, ", "));
  }
  return uit;
}

/// "2 dossiers en het dossier gemeente"; empty when there is none.
std::string welke(const std::vector<const RondeRij*>& rijen) {
  const auto gemeente =
      std::count_if(rijen.begin(), rijen.end(), [](const RondeRij* r) { return r->dossier == "gemeente"; });
  return welke_dossiers(rijen.size() - static_cast<std::size_t>(gemeente), gemeente != 0);
}

}  // namespace

std::string ronde_tekst(const RondeBlad& blad, const Stijl& stijl) {
  std::string uit;
  for (const RondeRij& r : blad.dossiers) {
    uit += verf(fmt::format("dossier {}", r.dossier), Kleur::vet, stijl) + "\n";
    uit += omloop(alinea(r), stijl.breedte, "  ", "  ") + "\n";
  }
  for (const std::string& nummer : blad.overgeslagen) {
    uit += fmt::format("dossier {}\n  gaat niet open; daar verandert niets\n", nummer);
  }
  for (const int jaar : blad.logjaren) {
    const auto& nieuw = blad.logjaren_vernieuwd;
    const bool ook = std::find(nieuw.begin(), nieuw.end(), jaar) != nieuw.end();
    uit += fmt::format("logboek {}\n  {}andere sleutelbestanden\n", jaar, ook ? "een nieuwe sleutel; " : "");
  }
  for (const int jaar : blad.logjaren_ongewijzigd) {
    uit += fmt::format("logboek {}\n  u hebt de sleutel niet; daar verandert niets\n", jaar);
  }
  const std::string versie = fmt::format("beheer\n  versie {}\n", blad.versie);
  uit += blad.gewijzigd ? versie : "beheer\n  daar verandert niets\n";
  return uit;
}

std::string ronde_zin(const RondeBlad& blad) {
  std::vector<const RondeRij*> nieuw;
  std::vector<const RondeRij*> zelfde;
  for (const RondeRij& r : blad.dossiers) {
    if (!r.vernieuwd.empty()) {
      nieuw.push_back(&r);
    } else if (!r.sleutels_voor.empty() || r.vernietigd != 0 ||
               (r.niet_opnieuw.empty() && r.niet_gegeven.empty())) {
      zelfde.push_back(&r);
    }
  }
  std::string uit;
  if (!nieuw.empty()) uit += fmt::format("; nieuwe sleutels in {}", welke(nieuw));
  if (!zelfde.empty()) uit += fmt::format("; sleutelbestanden bijgewerkt in {}", welke(zelfde));
  if (!blad.logjaren_vernieuwd.empty()) {
    uit += "; een nieuwe sleutel voor het logboek";
  } else if (!blad.logjaren.empty()) {
    uit += "; sleutelbestanden van het logboek bijgewerkt";
  }
  return uit;
}

std::string ronde_json(const RondeBlad& blad) {
  nlohmann::ordered_json dossiers = nlohmann::ordered_json::array();
  for (const RondeRij& r : blad.dossiers) {
    dossiers.push_back({{"dossier", r.dossier},
                        {"vernieuwd", r.vernieuwd},
                        {"sleutels_voor", r.sleutels_voor},
                        {"vernietigd", r.vernietigd},
                        {"niet_opnieuw", r.niet_opnieuw},
                        {"niet_gegeven", r.niet_gegeven}});
  }
  nlohmann::ordered_json uit = {{"gebruiker", blad.gebruiker},
                                {"versie", blad.versie},
                                {"gewijzigd", blad.gewijzigd},
                                {"dossiers", std::move(dossiers)},
                                {"logboek", blad.logjaren},
                                {"logboek_vernieuwd", blad.logjaren_vernieuwd},
                                {"logboek_ongewijzigd", blad.logjaren_ongewijzigd},
                                {"overgeslagen", blad.overgeslagen},
                                {"vernietigd", blad.vernietigd}};
  if (blad.droog) uit["droog"] = true;
  return schrijf(uit, true);
}

}  // namespace pga::weergave
