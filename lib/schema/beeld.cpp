// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/beeld.h"

#include <algorithm>

namespace pga::schema {
namespace {

/// Adds a schema and those it brings in place, nearest first, each once; unconditional wins over conditional.
void ontvouw(const Regels* r, bool voorwaardelijk, std::vector<Bron>& uit) {
  if (r == nullptr) return;
  const auto er = std::find_if(uit.begin(), uit.end(), [r](const Bron& b) { return b.regels == r; });
  if (er == uit.end()) {
    uit.push_back({r, voorwaardelijk});
  } else if (er->voorwaardelijk && !voorwaardelijk) {
    er->voorwaardelijk = false;
  } else {
    return;
  }
  ontvouw(r->ref, voorwaardelijk, uit);
  for (const Regels* deel : r->alle) ontvouw(deel, voorwaardelijk, uit);
  if (r->als != nullptr) {
    ontvouw(r->dan, true, uit);
    ontvouw(r->anders, true, uit);
  }
}

std::vector<Bron> ontvouwd(const std::vector<Bron>& begin) {
  std::vector<Bron> uit;
  for (const Bron& bron : begin) ontvouw(bron.regels, bron.voorwaardelijk, uit);
  return uit;
}

std::vector<std::string> woorden(const std::vector<Waarde>& waarden) {
  std::vector<std::string> uit;
  for (const Waarde& w : waarden) {
    if (w.is_tekst()) uit.push_back(w.tekst());
    if (w.is_getal()) uit.push_back(std::to_string(w.getal()));
  }
  return uit;
}

}  // namespace

Beeld::Beeld(std::vector<Bron> bronnen) : bronnen_(std::move(bronnen)) {
  for (const Bron& bron : bronnen_) {
    for (const auto& [naam, regels] : bron.regels->velden) {
      if (std::find(namen_.begin(), namen_.end(), naam) == namen_.end()) namen_.push_back(naam);
    }
    if (keuzes_.empty()) keuzes_ = woorden(bron.regels->keuzes);
  }
}

const Beeld& Beeld::van(const std::vector<Bron>& begin, Boom& boom) {
  std::vector<Bron> bronnen = ontvouwd(begin);
  for (const auto& er : boom.beelden) {
    if (er->bronnen_ == bronnen) return *er;
  }
  boom.beelden.push_back(std::make_unique<Beeld>(std::move(bronnen)));
  Beeld& nieuw = *boom.beelden.back();
  nieuw.verbind(boom);  // after it is in the tree: a schema may hold itself
  return nieuw;
}

void Beeld::verbind(Boom& boom) {
  for (const std::string& naam : namen_) {
    std::vector<Bron> van_veld;
    for (const Bron& bron : bronnen_) {
      if (const Regels* r = bron.regels->veld(naam)) van_veld.push_back({r, bron.voorwaardelijk});
    }
    velden_.push_back(&van(van_veld, boom));
  }
  std::vector<Bron> van_items;
  for (const Bron& bron : bronnen_) {
    if (bron.regels->items != nullptr) van_items.push_back({bron.regels->items, bron.voorwaardelijk});
  }
  if (!van_items.empty()) items_ = &van(van_items, boom);
}

std::unique_ptr<Beeld> Beeld::bouw(const Regels& wortel, std::unique_ptr<Boom> boom) {
  auto uit = std::make_unique<Beeld>(ontvouwd({{&wortel, false}}));
  uit->verbind(*boom);
  uit->boom_ = std::move(boom);
  return uit;
}

const Beeld* Beeld::veld_beeld(std::string_view naam) const {
  const auto er = std::find(namen_.begin(), namen_.end(), naam);
  return er == namen_.end() ? nullptr : velden_[static_cast<std::size_t>(er - namen_.begin())];
}

bool Beeld::kent(std::string_view naam) const {
  return veld_beeld(naam) != nullptr || std::none_of(bronnen_.begin(), bronnen_.end(), [](const Bron& b) {
           return b.regels->overige != nullptr && b.regels->overige->nooit;
         });
}

std::string_view Beeld::type() const {
  for (const Bron& bron : bronnen_) {
    switch (bron.regels->types) {
      case types::kKaart:
        return "object";
      case types::kLijst:
        return "array";
      case types::kTekst:
        return "string";
      case types::kGetal:
        return "integer";
      case types::kBool:
        return "boolean";
      default:
        break;
    }
  }
  return {};
}

const Route& Beeld::route() const {
  static const Route geen;
  const auto er =
      std::find_if(bronnen_.begin(), bronnen_.end(), [](const Bron& b) { return b.regels->route.gezet; });
  return er == bronnen_.end() ? geen : er->regels->route;
}

bool Beeld::verplicht(std::string_view naam) const {
  return std::any_of(bronnen_.begin(), bronnen_.end(), [naam](const Bron& b) {
    const auto& lijst = b.regels->verplicht;
    return !b.voorwaardelijk && std::find(lijst.begin(), lijst.end(), naam) != lijst.end();
  });
}

std::string_view Beeld::betekenis(std::string_view keuze) const {
  for (const Bron& bron : bronnen_) {
    for (const auto& [woord, zin] : bron.regels->betekenis) {
      if (woord == keuze) return zin;
    }
  }
  return {};
}

bool Beeld::vlag() const {
  return std::any_of(bronnen_.begin(), bronnen_.end(), [](const Bron& b) { return b.regels->vlag; });
}

const Waarde* Beeld::standaard() const {
  for (const Bron& bron : bronnen_) {
    if (bron.voorwaardelijk) continue;
    if (bron.regels->vast) return &*bron.regels->vast;
    if (bron.regels->standaard) return &*bron.regels->standaard;
  }
  return nullptr;
}

std::string_view Beeld::eerste(std::string Regels::*veld) const {
  for (const Bron& bron : bronnen_) {
    if (!(bron.regels->*veld).empty()) return bron.regels->*veld;
  }
  return {};
}

}  // namespace pga::schema
