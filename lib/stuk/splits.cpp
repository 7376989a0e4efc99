// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/splits.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pga::stuk {
namespace {

constexpr std::size_t kAantal = kCompartimenten.size();

/// The part of one value for each compartment, where it has one.
using Parten = std::array<std::optional<Waarde>, kAantal>;

/// The compartment of a value: its own route, or the enclosing one. `kiezer` is the map in which the `bij` field of
/// a route stands: the value itself when that is a map, else the enclosing map.
Compartiment compartiment_van_waarde(const schema::Knoop* knoop, const Waarde* kiezer, Compartiment omvattend) {
  if (knoop == nullptr || !knoop->route().gezet) return omvattend;
  const schema::Route& route = knoop->route();
  if (route.bij.empty() || kiezer == nullptr) return route.vast;
  const std::string keuze = kiezer->tekst_van(route.bij);
  for (const auto& [waarde, compartiment] : route.keuzes) {
    if (waarde == keuze) return compartiment;
  }
  return route.vast;
}

Parten verdeel(const schema::Knoop* knoop, const Waarde& waarde, const Waarde* omvattende_kaart,
               Compartiment omvattend);

std::size_t aantal_parten(const Parten& parten) {
  return static_cast<std::size_t>(
      std::count_if(parten.begin(), parten.end(), [](const auto& p) { return p.has_value(); }));
}

/// Every part of an item that is spread over compartments begins with the item's id.
void zet_id_in_elk_part(Parten& parten, const Waarde& item) {
  const std::string id = item.tekst_van("id");
  if (id.empty()) throw std::logic_error("an item without id cannot be split over compartments");
  for (auto& part : parten) {
    if (!part) continue;
    part->verwijder("id");
    Waarde::Kaart& velden = part->velden();
    velden.insert(velden.begin(), Veld{"id", Waarde(id), {}});
  }
}

Parten verdeel_kaart(const schema::Knoop* knoop, const Waarde& kaart, Compartiment hier) {
  Parten uit;
  for (const Veld& veld : kaart.velden()) {
    const schema::Knoop* kind = knoop == nullptr ? nullptr : knoop->veld(veld.naam);
    Parten delen = verdeel(kind, veld.waarde, &kaart, hier);
    for (std::size_t i = 0; i < kAantal; ++i) {
      if (!delen[i]) continue;
      if (!uit[i]) uit[i] = Waarde::kaart();
      uit[i]->zet(veld.naam, *std::move(delen[i]));
    }
  }
  return uit;
}

Parten verdeel_lijst(const schema::Knoop* knoop, const Waarde& lijst, Compartiment hier) {
  Parten uit;
  const schema::Knoop* item_knoop = knoop == nullptr ? nullptr : knoop->items();
  for (const Waarde& item : lijst.lijst()) {
    Parten delen = verdeel(item_knoop, item, nullptr, hier);
    if (item.is_kaart() && aantal_parten(delen) > 1) zet_id_in_elk_part(delen, item);
    for (std::size_t i = 0; i < kAantal; ++i) {
      if (!delen[i]) continue;
      if (!uit[i]) uit[i] = Waarde::lijst_();
      uit[i]->voeg_toe(*std::move(delen[i]));
    }
  }
  return uit;
}

Parten verdeel(const schema::Knoop* knoop, const Waarde& waarde, const Waarde* omvattende_kaart,
               Compartiment omvattend) {
  if (waarde.leeg()) return {};
  const Waarde* kiezer = waarde.is_kaart() ? &waarde : omvattende_kaart;
  const Compartiment hier = compartiment_van_waarde(knoop, kiezer, omvattend);
  if (waarde.is_kaart()) return verdeel_kaart(knoop, waarde, hier);
  if (waarde.is_lijst()) return verdeel_lijst(knoop, waarde, hier);
  Parten uit;
  uit[plaats(hier)] = waarde;
  return uit;
}

void voeg_bij(Waarde& doel, const Waarde& deel, const std::string& pad, std::vector<Tegenspraak>& tegenspraken);

void voeg_lijst_bij(Waarde& doel, const Waarde& deel, const std::string& pad,
                    std::vector<Tegenspraak>& tegenspraken) {
  const auto geen_kaart = [](const Waarde& w) { return !w.is_kaart(); };
  if (std::any_of(deel.lijst().begin(), deel.lijst().end(), geen_kaart)) {
    // Only maps are spread over compartments: a list of texts stands in one.
    if (!(doel == deel)) tegenspraken.push_back({pad});
    return;
  }
  for (const Waarde& item : deel.lijst()) {
    const std::string id = item.tekst_van("id");
    Waarde::Lijst& items = doel.lijst();
    const auto er = std::find_if(items.begin(), items.end(),
                                 [&](const Waarde& w) { return id.empty() ? w == item : w.tekst_van("id") == id; });
    if (er == items.end()) {
      items.push_back(item);
    } else {
      voeg_bij(*er, item, pad, tegenspraken);
    }
  }
}

void voeg_bij(Waarde& doel, const Waarde& deel, const std::string& pad, std::vector<Tegenspraak>& tegenspraken) {
  if (doel.is_kaart() && deel.is_kaart()) {
    for (const Veld& veld : deel.velden()) {
      const std::string naam = pad.empty() ? veld.naam : pad + '.' + veld.naam;
      if (Waarde* er = doel.vind(veld.naam)) {
        voeg_bij(*er, veld.waarde, naam, tegenspraken);
      } else {
        doel.zet(veld.naam, veld.waarde);
      }
    }
  } else if (doel.is_lijst() && deel.is_lijst()) {
    voeg_lijst_bij(doel, deel, pad, tegenspraken);
  } else if (!(doel == deel)) {
    tegenspraken.push_back({pad});
  }
}

/// Fields in the schema's order, unknown ones behind; at every depth.
void orden(const schema::Knoop* knoop, Waarde& waarde) {
  if (knoop == nullptr) return;
  if (waarde.is_lijst()) {
    for (Waarde& item : waarde.lijst()) orden(knoop->items(), item);
    return;
  }
  if (!waarde.is_kaart()) return;
  const std::vector<std::string>& volgorde = knoop->velden();
  const auto rang = [&](const Veld& v) { return std::find(volgorde.begin(), volgorde.end(), v.naam); };
  std::stable_sort(waarde.velden().begin(), waarde.velden().end(),
                   [&](const Veld& a, const Veld& b) { return rang(a) < rang(b); });
  for (Veld& veld : waarde.velden()) orden(knoop->veld(veld.naam), veld.waarde);
}

/// Without the fields that the schema does not know: only a newer schema says where those go.
Waarde bekend_deel(const schema::Knoop* knoop, const Waarde& waarde) {
  if (knoop == nullptr || !(waarde.is_kaart() || waarde.is_lijst())) return waarde;
  Waarde uit = waarde.is_kaart() ? Waarde::kaart() : Waarde::lijst_();
  if (waarde.is_lijst()) {
    for (const Waarde& item : waarde.lijst()) uit.voeg_toe(bekend_deel(knoop->items(), item));
    return uit;
  }
  for (const Veld& veld : waarde.velden()) {
    if (knoop->kent(veld.naam)) uit.zet(veld.naam, bekend_deel(knoop->veld(veld.naam), veld.waarde));
  }
  return uit;
}

}  // namespace

Delen::Delen() { delen_.fill(Waarde::kaart()); }

Delen splits(const schema::Knoop& schema, const Waarde& document) {
  Parten parten = verdeel(&schema, document, nullptr, Compartiment::zaak);
  Delen uit;
  for (const Compartiment c : kCompartimenten) {
    if (parten[plaats(c)]) uit[c] = *std::move(parten[plaats(c)]);
  }
  return uit;
}

Waarde voeg(const schema::Knoop* schema, const std::vector<const Waarde*>& delen,
            std::vector<Tegenspraak>& tegenspraken) {
  Waarde uit = Waarde::kaart();
  for (const Waarde* deel : delen) voeg_bij(uit, *deel, {}, tegenspraken);
  orden(schema, uit);
  return uit;
}

bool staat_in(const schema::Knoop& schema, const Waarde& samen, Compartiment c, const Waarde& deel) {
  try {
    const Delen delen = splits(schema, bekend_deel(&schema, samen));
    std::vector<Tegenspraak> tegenspraken;
    Waarde allebei = deel;
    voeg_bij(allebei, delen[c], {}, tegenspraken);
    return tegenspraken.empty() && allebei == deel;  // nothing came to it
  } catch (const std::logic_error&) {
    return false;  // an item over several compartments without an id
  }
}

}  // namespace pga::stuk
