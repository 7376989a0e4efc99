// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/profiel_stand.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lib/weergave/overzicht.h"

namespace pga::weergave {

const Waarde* oordeel(const StukBlad& stuk, std::string_view aspect) {
  const Waarde* aspecten = stuk.inhoud.vind("aspecten");
  return aspecten == nullptr || !aspecten->is_kaart() ? nullptr : aspecten->vind(aspect);
}

std::string oordeel_woord(const Waarde* oordeel_, std::string_view veld) {
  return oordeel_ == nullptr || !oordeel_->is_kaart() ? std::string() : oordeel_->tekst_van(veld);
}

bool deels_dicht(const StukBlad& stuk) { return !stuk.verzegeld.empty(); }

std::vector<const StukBlad*> geldige_profielen(const DossierBlad& blad) {
  std::vector<const StukBlad*> uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort == "profiel") uit.push_back(s);
  }
  return uit;
}

Ronde huidige_ronde(const DossierBlad& blad) {
  Ronde nu;
  Ronde vorige;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort == "profiel") {
      nu.profiel = s;
      vorige = std::exchange(nu, {});
    } else if (s->soort == "beoordeling") {
      const auto zelfde = [&](const StukBlad* b) { return b->door == s->door; };
      nu.beoordelingen.erase(std::remove_if(nu.beoordelingen.begin(), nu.beoordelingen.end(), zelfde),
                             nu.beoordelingen.end());
      nu.beoordelingen.push_back(s);
    }
  }
  return nu.beoordelingen.empty() && vorige.profiel != nullptr ? vorige : nu;
}

std::string van_wie(const StukBlad& s) {
  const std::string organisatie = s.inhoud.tekst_van("organisatie");
  return organisatie.empty() ? s.organisatie : organisatie;
}

Verschil vergelijk(const Ronde& ronde, std::string_view aspect) {
  Verschil uit;
  std::set<std::string> standen;
  for (const StukBlad* s : ronde.beoordelingen) {
    const std::string stand = oordeel_woord(oordeel(*s, aspect), "stand");
    if (stand == kOnvoldoende) {
      uit.weet_te_weinig.push_back(van_wie(*s));
    } else if (!stand.empty()) {
      standen.insert(stand);
    } else if (deels_dicht(*s)) {
      uit.vergeleken = false;
    }
  }
  uit.verschillen = standen.size() > 1;
  return uit;
}

std::vector<std::string> standen_voor(const DossierBlad& blad, const StukBlad& profiel) {
  const std::string naam = profiel.inhoud.tekst_van("schaal");
  return naam.empty() || naam == blad.schaal_naam ? blad.schaal_standen : std::vector<std::string>{};
}

bool ruimte(const Waarde* samen, const std::vector<std::string>& standen) {
  const std::string huidig = oordeel_woord(samen, "huidig");
  const std::string haalbaar = oordeel_woord(samen, "haalbaar");
  if (huidig.empty() || huidig == haalbaar || haalbaar == kOnvoldoende) return false;
  const auto nu = std::find(standen.begin(), standen.end(), huidig);
  const auto straks = std::find(standen.begin(), standen.end(), haalbaar);
  if (nu != standen.end() && straks != standen.end()) return nu < straks;
  return oordeel_woord(samen, "waarom_lager").empty();
}

}  // namespace pga::weergave
