// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/waarde.h"

#include <algorithm>
#include <utility>

namespace pga {

Waarde::Waarde(std::string tekst) : inhoud_(std::move(tekst)) {}
Waarde::Waarde(std::string_view tekst) : inhoud_(std::string(tekst)) {}
Waarde::Waarde(const char* tekst) : inhoud_(std::string(tekst)) {}
Waarde::Waarde(std::int64_t getal) : inhoud_(getal) {}
Waarde::Waarde(int getal) : inhoud_(std::int64_t{getal}) {}
Waarde::Waarde(Lijst lijst) : inhoud_(std::move(lijst)) {}

Waarde Waarde::bool_(bool waarde) {
  Waarde uit;
  uit.inhoud_ = waarde;
  return uit;
}

Waarde Waarde::kaart() { return kaart(Kaart{}); }

Waarde Waarde::kaart(Kaart velden) {
  Waarde uit;
  uit.inhoud_ = std::move(velden);
  return uit;
}

Waarde Waarde::lijst_() { return lijst_(Lijst{}); }

Waarde Waarde::lijst_(Lijst items) { return Waarde(std::move(items)); }

bool Waarde::leeg() const {
  if (is_tekst()) return tekst().find_first_not_of(" \t\n") == std::string::npos;
  if (is_lijst()) return lijst().empty();
  if (is_kaart()) return velden().empty();
  return false;
}

const Waarde* Waarde::vind(std::string_view naam) const {
  if (!is_kaart()) return nullptr;
  const Kaart& kaart = velden();
  const auto it = std::find_if(kaart.begin(), kaart.end(), [&](const Veld& v) { return v.naam == naam; });
  return it == kaart.end() ? nullptr : &it->waarde;
}

Waarde* Waarde::vind(std::string_view naam) { return const_cast<Waarde*>(std::as_const(*this).vind(naam)); }

std::string Waarde::tekst_van(std::string_view naam) const {
  const Waarde* w = vind(naam);
  return w != nullptr && w->is_tekst() ? w->tekst() : std::string();
}

const Waarde::Lijst& Waarde::items_van(std::string_view naam) const {
  static const Lijst geen;
  const Waarde* w = vind(naam);
  return w != nullptr && w->is_lijst() ? w->lijst() : geen;
}

Waarde& Waarde::zet(std::string_view naam, Waarde waarde) {
  if (Waarde* er = vind(naam)) {
    *er = std::move(waarde);
    return *er;
  }
  Kaart& kaart = velden();
  kaart.push_back(Veld{std::string(naam), std::move(waarde), {}});
  return kaart.back().waarde;
}

void Waarde::verwijder(std::string_view naam) {
  Kaart& kaart = velden();
  kaart.erase(std::remove_if(kaart.begin(), kaart.end(), [&](const Veld& v) { return v.naam == naam; }),
              kaart.end());
}

Waarde& Waarde::voeg_toe(Waarde waarde) {
  lijst().push_back(std::move(waarde));
  return lijst().back();
}

void Waarde::snoei() {
  if (is_lijst()) {
    Lijst& items = lijst();
    for (Waarde& w : items) w.snoei();
    items.erase(std::remove_if(items.begin(), items.end(), [](const Waarde& w) { return w.leeg(); }), items.end());
  } else if (is_kaart()) {
    Kaart& kaart = velden();
    for (Veld& v : kaart) v.waarde.snoei();
    kaart.erase(std::remove_if(kaart.begin(), kaart.end(), [](const Veld& v) { return v.waarde.leeg(); }),
                kaart.end());
  }
}

bool operator==(const Waarde& a, const Waarde& b) {
  if (a.is_kaart() && b.is_kaart()) {
    return std::equal(a.velden().begin(), a.velden().end(), b.velden().begin(), b.velden().end(),
                      [](const Veld& x, const Veld& y) { return x.naam == y.naam && x.waarde == y.waarde; });
  }
  if (a.is_lijst() && b.is_lijst()) return a.lijst() == b.lijst();
  if (a.is_tekst() && b.is_tekst()) return a.tekst() == b.tekst();
  if (a.is_getal() && b.is_getal()) return a.getal() == b.getal();
  if (a.is_bool() && b.is_bool()) return a.bool_waarde() == b.bool_waarde();
  return false;
}

}  // namespace pga
