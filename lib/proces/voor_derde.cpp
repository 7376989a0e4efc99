// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/voor_derde.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/proces/organisatie.h"

namespace pga::proces {
namespace {

constexpr const char* kLid3 = "artikel 3, lid 3, Wet PGA; artikel 11 Besluit PGA";

bool noemt_derde(const std::vector<std::string>& derden, std::string_view wie) {
  return std::any_of(derden.begin(), derden.end(),
                     [&](const std::string& d) { return zelfde_organisatie(d, wie); });
}

VoorDerde nee(FoutSoort soort, std::string wat, std::string tip) {
  const bool wet = soort == FoutSoort::geweigerd;
  return {{}, {}, Bevinding{soort, {}, std::move(wat), std::move(tip), wet ? kLid3 : ""}};
}

/// The items that the meeting says it was there for; of a meeting about no case without any: all.
std::vector<std::string> genoemde_punten(const Waarde& overleg, const Waarde& derde, bool alles) {
  std::vector<std::string> uit;
  for (const Waarde& a : overleg.items_van("agenda")) {
    const std::string id = a.tekst_van("id");
    const Waarde::Lijst& punten = derde.items_van("agendapunten");
    const bool genoemd =
        std::any_of(punten.begin(), punten.end(), [&](const Waarde& p) { return p.is_tekst() && p.tekst() == id; });
    if (genoemd || (alles && punten.empty())) uit.push_back(id);
  }
  return uit;
}

/// Whether an item is about a case that the three did not let it into.
bool andere_casus(const Waarde& punt, const std::vector<BekendDossier>& bekend, std::string_view wie) {
  const std::string nummer = punt.tekst_van("dossier");
  if (nummer.empty()) return false;
  const auto er =
      std::find_if(bekend.begin(), bekend.end(), [&](const BekendDossier& d) { return d.nummer == nummer; });
  return er == bekend.end() || !noemt_derde(er->derden, wie);
}

}  // namespace

bool mag_naar_derde(std::optional<Herkomst> herkomst) {
  return herkomst.value_or(Herkomst::algemeen) == Herkomst::algemeen;
}

VoorDerde voor_derde(const Dossier& dossier, const Waarde& overleg, const std::vector<BekendDossier>& bekend,
                     std::string_view wie) {
  const Waarde::Lijst& er = overleg.items_van("aanwezig");
  const auto derde = std::find_if(
      er.begin(), er.end(), [&](const Waarde& w) { return zelfde_organisatie(w.tekst_van("organisatie"), wie); });
  if (is_deelnemer(wie)) {
    return nee(FoutSoort::gebruik,
               fmt::format("{} is een deelnemer of hoort bij een deelnemer, en geen derde", wie),
               "laat --voor weg");
  }
  if (derde == er.end()) {
    return nee(FoutSoort::gebruik, fmt::format("{} staat in dit overleg niet bij aanwezig", wie),
               "noem de organisatie zoals zij bij aanwezig staat");
  }
  const std::string naam = derde->tekst_van("organisatie");
  const bool casus = dossier.geopend.has_value();
  std::vector<std::string> derden;
  for (const DerdeStand& d : dossier.derden) derden.push_back(d.organisatie);
  if (casus && !noemt_derde(derden, naam)) {
    return nee(FoutSoort::geweigerd,
               fmt::format("er is geen besluit van burgemeester, politie en OM dat {} in deze casus meedoet", naam),
               "leg het besluit vast bij derden in een weging, of geef niets af");
  }
  VoorDerde uit{naam, genoemde_punten(overleg, *derde, !casus), std::nullopt};
  for (const Waarde& a : overleg.items_van("agenda")) {
    if (!andere_casus(a, bekend, naam)) continue;
    uit.punten.erase(std::remove(uit.punten.begin(), uit.punten.end(), a.tekst_van("id")), uit.punten.end());
  }
  if (!uit.punten.empty()) return uit;
  return nee(FoutSoort::geweigerd, fmt::format("er is geen agendapunt waarvoor {} er is", naam),
             "vul agendapunten in bij aanwezig: een derde krijgt alleen wat daarbij hoort");
}

}  // namespace pga::proces
