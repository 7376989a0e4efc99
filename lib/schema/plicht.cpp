// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/plicht.h"

#include <algorithm>
#include <map>
#include <vector>

#include "lib/schema/meldingen.h"
#include "lib/schema/tekst.h"

namespace pga::schema {
namespace {

bool eist(const Regels* r, const std::string& naam) {
  return r != nullptr && std::find(r->verplicht.begin(), r->verplicht.end(), naam) != r->verplicht.end();
}

bool noemt(const Regels* r, const std::string& naam) {
  return r != nullptr && (eist(r, naam) || r->veld(naam) != nullptr);
}

}  // namespace

std::string plicht(const Beeld& kaart, const std::string& naam) {
  if (kaart.verplicht(naam)) return "verplicht";
  std::vector<Voorwaarde> bij;  // by field
  for (const Bron& bron : kaart.bronnen()) {
    const Regels* dan = bron.regels->als == nullptr ? nullptr : bron.regels->dan;
    if (dan == nullptr) continue;
    if (std::find(dan->verplicht.begin(), dan->verplicht.end(), naam) == dan->verplicht.end()) continue;
    const Voorwaarde v = voorwaarde_van(*bron.regels->als);
    const auto er = std::find_if(bij.begin(), bij.end(), [&](const Voorwaarde& w) { return w.veld == v.veld; });
    if (er != bij.end()) {
      er->waarden.insert(er->waarden.end(), v.waarden.begin(), v.waarden.end());
    } else if (!v.waarden.empty()) {
      bij.push_back(v);
    }
  }
  std::vector<std::string> redenen;
  for (const Voorwaarde& v : bij) redenen.push_back(v.veld + " " + opsomming(v.waarden, "en"));
  if (!redenen.empty()) return "verplicht bij " + opsomming(redenen, "en bij");
  const std::string leeg(kaart.veld_beeld(naam)->leeg());
  return leeg.empty() ? "mag leeg" : leeg;
}

Rol rol_bij(const Beeld& kaart, const std::string& naam, const std::string& stap) {
  if (stap.empty()) return Rol::vrij;
  bool genoemd = false;
  bool hier = false;
  for (const Bron& bron : kaart.bronnen()) {
    const Regels* dan = bron.regels->als == nullptr ? nullptr : bron.regels->dan;
    const Voorwaarde v = dan == nullptr ? Voorwaarde{} : voorwaarde_van(*bron.regels->als);
    if (v.veld != "stap") continue;
    const bool nodig = std::find(dan->verplicht.begin(), dan->verplicht.end(), naam) != dan->verplicht.end();
    if (!nodig && dan->veld(naam) == nullptr) continue;
    const bool deze = std::find(v.waarden.begin(), v.waarden.end(), stap) != v.waarden.end();
    if (deze && nodig) return Rol::verplicht;
    genoemd = true;
    hier = hier || deze;
  }
  return genoemd && !hier ? Rol::van_een_ander : Rol::vrij;
}

bool is_nodig(const Beeld& kaart, const std::string& naam, const Waarde& waarde) {
  return kaart.verplicht(naam) ||
         std::any_of(kaart.bronnen().begin(), kaart.bronnen().end(), [&](const Bron& bron) {
           const Regels& r = *bron.regels;
           if (r.als == nullptr || (!eist(r.dan, naam) && !eist(r.anders, naam))) return false;
           return eist(voldoet(*r.als, waarde) ? r.dan : r.anders, naam);
         });
}

bool hoort_erbij(const Beeld& kaart, const std::string& naam, const Waarde& waarde) {
  std::map<std::string, bool> bij;  // by the field that the condition is about: whether one of them holds
  for (const Bron& bron : kaart.bronnen()) {
    const Regels& r = *bron.regels;
    if (r.als == nullptr || (!noemt(r.dan, naam) && !noemt(r.anders, naam))) continue;
    const std::string veld = voorwaarde_van(*r.als).veld;
    if (veld.empty()) continue;
    bool& geldt = bij[veld];
    geldt = geldt || noemt(voldoet(*r.als, waarde) ? r.dan : r.anders, naam);
  }
  return std::all_of(bij.begin(), bij.end(), [](const auto& b) { return b.second; });
}

}  // namespace pga::schema
