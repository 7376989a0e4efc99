// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <set>

#include "lib/schema/beeld.h"
#include "lib/schema/formaat.h"
#include "lib/schema/meldingen.h"
#include "lib/schema/stap.h"
#include "lib/schema/tekst.h"

namespace pga::schema {
namespace {

constexpr std::size_t kMaxBevindingen = 200;

/// An empty text, or a map or list in which all is empty: absent.
bool afwezig(const Waarde& w) {
  if (w.is_lijst()) return std::all_of(w.lijst().begin(), w.lijst().end(), afwezig);
  if (!w.is_kaart()) return w.leeg();
  return std::all_of(w.velden().begin(), w.velden().end(), [](const Veld& v) { return afwezig(v.waarde); });
}

/// One text for each value, the same for equal ones whatever the order of their fields.
void schrijf_afdruk(const Waarde& w, std::string& uit) {
  if (w.is_tekst()) {
    uit += 't' + std::to_string(w.tekst().size()) + ':' + w.tekst();
  } else if (w.is_getal()) {
    uit += 'g' + std::to_string(w.getal());
  } else if (w.is_bool()) {
    uit += w.bool_waarde() ? "b1" : "b0";
  } else if (w.is_lijst()) {
    uit += '[';
    for (const Waarde& item : w.lijst()) schrijf_afdruk(item, uit);
    uit += ']';
  } else {
    std::set<std::string> velden;
    for (const Veld& v : w.velden()) {
      std::string veld;
      schrijf_afdruk(v.naam, veld);
      schrijf_afdruk(v.waarde, veld);
      velden.insert(std::move(veld));
    }
    uit += '{';
    for (const std::string& veld : velden) uit += veld;
    uit += '}';
  }
}

std::string afdruk(const Waarde& w) {
  std::string uit;
  schrijf_afdruk(w, uit);
  return uit;
}

bool gelijk(const Waarde& a, const Waarde& b) {
  if (a.is_tekst() && b.is_tekst()) return a.tekst() == b.tekst();
  return afdruk(a) == afdruk(b);
}

unsigned type_van(const Waarde& w) {
  if (w.is_kaart()) return types::kKaart;
  if (w.is_lijst()) return types::kLijst;
  if (w.is_tekst()) return types::kTekst;
  return w.is_getal() ? types::kGetal : types::kBool;
}

/// Where the name of a field stands.
Plek plek_van(const Waarde& kaart, const std::string& naam) {
  const auto er =
      std::find_if(kaart.velden().begin(), kaart.velden().end(), [&](const Veld& v) { return v.naam == naam; });
  return er == kaart.velden().end() ? kaart.plek : er->plek;
}

bool buiten(const Grenzen& g, std::int64_t n) { return (g.minste && n < *g.minste) || (g.meeste && n > *g.meeste); }

class Keurder {
 public:
  explicit Keurder(std::string_view bestand) : bestand_(bestand) {}

  /// Whether `w` is right under `r`. `beeld` is the whole view of the place, for questions and titles.
  bool keur(const Regels& r, const Beeld* beeld, const Waarde& w) {
    bool goed = true;
    if (r.nooit) goed = meld(w.plek, {toon(w) + " mag hier niet staan", "haal het weg"});
    if (r.types != 0 && (r.types & type_van(w)) == 0) return meld(w.plek, fout_type(r.types, w, pad_));
    goed = scalair(r, beeld, w) && goed;
    if (w.is_kaart()) goed = kaart(r, beeld, w) && goed;
    if (w.is_lijst()) goed = lijst(r, beeld, w) && goed;
    if (r.ref != nullptr) goed = keur(*r.ref, beeld, w) && goed;
    for (const Regels* deel : r.alle) goed = keur(*deel, beeld, w) && goed;
    return voorwaarde(r, beeld, w) && goed;
  }

  std::vector<Bevinding> bevindingen() && {
    std::stable_sort(uit_.begin(), uit_.end(), [](const Bevinding& a, const Bevinding& b) {
      return a.plaats.regel != b.plaats.regel ? a.plaats.regel < b.plaats.regel : a.plaats.kolom < b.plaats.kolom;
    });
    uit_.erase(std::unique(uit_.begin(), uit_.end()), uit_.end());
    return std::move(uit_);
  }

 private:
  bool meld(Plek plek, Melding melding) {
    if (stil_ == 0 && uit_.size() < kMaxBevindingen) {
      uit_.push_back({FoutSoort::document, Plaats{std::string(bestand_), plek.regel, plek.kolom},
                      std::move(melding.wat), std::move(melding.tip), std::move(melding.grondslag)});
    }
    return false;
  }

  bool scalair(const Regels& r, const Beeld* beeld, const Waarde& w) {
    bool goed = true;
    const auto is_w = [&w](const Waarde& keuze) { return gelijk(keuze, w); };
    if (!r.keuzes.empty() && std::none_of(r.keuzes.begin(), r.keuzes.end(), is_w)) {
      goed = meld(w.plek, fout_keuze(r, beeld, w, pad_));
    }
    if (r.vast && !is_w(*r.vast)) goed = meld(w.plek, fout_vast(r, w, pad_));
    if (w.is_getal() && buiten(r.getal, w.getal())) goed = meld(w.plek, fout_getal(r.getal, w.getal(), pad_));
    return w.is_tekst() ? tekst(r, beeld, w) && goed : goed;
  }

  bool tekst(const Regels& r, const Beeld* beeld, const Waarde& w) {
    bool goed = true;
    if (r.lengte.minste || r.lengte.meeste) {
      const auto n = static_cast<std::int64_t>(lengte(w.tekst()));
      if (buiten(r.lengte, n)) goed = meld(w.plek, fout_aantal(r.lengte, n, "tekens", pad_));
    }
    if (!past_bij_formaat(r.formaat, w.tekst())) goed = meld(w.plek, fout_formaat(r, w, pad_, verplicht_));
    if (r.patroon && !r.patroon->past(w.tekst())) goed = meld(w.plek, fout_patroon(r, beeld, w, pad_));
    return goed;
  }

  bool kaart(const Regels& r, const Beeld* beeld, const Waarde& w) {
    bool goed = true;
    std::int64_t aantal = 0;
    for (const Veld& v : w.velden()) {
      const Regels* regels = r.veld(v.naam);
      const bool weg = afwezig(v.waarde);
      if (!weg) ++aantal;
      if (regels == nullptr && r.overige != nullptr && r.overige->nooit) {
        goed = meld(v.plek, fout_onbekend(r, v, pad_));
      } else if (!weg) {
        goed = veld(regels != nullptr ? regels : r.overige, beeld, v) && goed;
      }
    }
    if (buiten(r.aantal_velden, aantal)) goed = meld(w.plek, fout_aantal(r.aantal_velden, aantal, "velden", pad_));
    for (const std::string& naam : r.verplicht) {
      const Waarde* er = w.vind(naam);
      if (er != nullptr && !afwezig(*er)) continue;
      const Beeld* van_veld = beeld == nullptr ? nullptr : beeld->veld_beeld(naam);
      const bool leeg = er != nullptr;
      goed = meld(leeg ? plek_van(w, naam) : w.plek, fout_ontbreekt(van_veld, naam, pad_, reden_, leeg));
    }
    return goed;
  }

  bool veld(const Regels* r, const Beeld* beeld, const Veld& v) {
    if (r == nullptr) return true;
    verplicht_ = beeld != nullptr && beeld->verplicht(v.naam);
    return binnen(pad_.empty() ? v.naam : "." + v.naam, *r, beeld == nullptr ? nullptr : beeld->veld_beeld(v.naam),
                  v.waarde);
  }

  bool lijst(const Regels& r, const Beeld* beeld, const Waarde& w) {
    bool goed = true;
    std::int64_t aantal = 0;
    std::set<std::string> gezien;
    for (std::size_t i = 0; i < w.lijst().size(); ++i) {
      const Waarde& item = w.lijst()[i];
      if (afwezig(item)) continue;
      ++aantal;
      if (r.uniek && !gezien.insert(afdruk(item)).second) goed = meld(item.plek, fout_dubbel(item, pad_));
      if (r.items == nullptr) continue;
      const Beeld* van_item = beeld == nullptr ? nullptr : beeld->items_beeld();
      goed = binnen("[" + std::to_string(i + 1) + "]", *r.items, van_item, item) && goed;
    }
    if (buiten(r.aantal, aantal)) goed = meld(w.plek, fout_aantal(r.aantal, aantal, "onderdelen", pad_));
    return goed;
  }

  /// One level down: the path grows, and the reason of a condition no longer holds.
  bool binnen(const std::string& stap, const Regels& r, const Beeld* beeld, const Waarde& w) {
    const std::size_t was = pad_.size();
    std::string reden;
    reden.swap(reden_);
    pad_ += stap;
    const bool goed = keur(r, beeld, w);
    pad_.resize(was);
    reden_.swap(reden);
    return goed;
  }

  bool voorwaarde(const Regels& r, const Beeld* beeld, const Waarde& w) {
    if (r.als == nullptr) return true;
    ++stil_;
    const bool geldt = keur(*r.als, nullptr, w);
    --stil_;
    const Regels* gevolg = geldt ? r.dan : r.anders;
    if (gevolg == nullptr) return true;
    std::string reden = geldt ? reden_van(*r.als) : std::string();
    reden.swap(reden_);
    const bool goed = keur(*gevolg, beeld, w);
    reden_.swap(reden);
    return goed;
  }

  std::string_view bestand_;
  std::vector<Bevinding> uit_;
  std::string pad_;
  std::string reden_;
  bool verplicht_ = false;  // the field at hand, whatever the others are
  int stil_ = 0;
};

/// The schema says what an unquoted scalar is: digits are a number only where a number is asked for.
void typeer(const Beeld* beeld, Waarde& w) {
  if (w.is_kaart()) {
    for (Veld& v : w.velden()) typeer(beeld == nullptr ? nullptr : beeld->veld_beeld(v.naam), v.waarde);
  } else if (w.is_lijst()) {
    for (Waarde& item : w.lijst()) typeer(beeld == nullptr ? nullptr : beeld->items_beeld(), item);
  } else if (w.is_tekst() && w.ongetypeerd && beeld != nullptr && beeld->type() == "integer") {
    const std::string& cijfers = w.tekst();
    std::int64_t getal = 0;
    const auto [eind, ec] = std::from_chars(cijfers.data(), cijfers.data() + cijfers.size(), getal);
    if (ec == std::errc() && eind == cijfers.data() + cijfers.size()) {
      const Plek plek = w.plek;
      w = getal;
      w.plek = plek;
    }
  }
  w.ongetypeerd = false;
}

void zoek_onbekend(const Knoop& knoop, const Waarde& w, const std::string& pad, std::vector<std::string>& uit) {
  if (w.is_lijst() && knoop.items() != nullptr) {
    for (std::size_t i = 0; i < w.lijst().size(); ++i) {
      zoek_onbekend(*knoop.items(), w.lijst()[i], pad + '[' + std::to_string(i + 1) + ']', uit);
    }
  }
  if (!w.is_kaart()) return;
  for (const Veld& v : w.velden()) {
    const std::string naam = pad.empty() ? v.naam : pad + '.' + v.naam;
    if (!knoop.kent(v.naam)) {
      uit.push_back(naam);
    } else if (const Knoop* kind = knoop.veld(v.naam)) {
      zoek_onbekend(*kind, v.waarde, naam, uit);
    }
  }
}

}  // namespace

std::vector<std::string> onbekende_velden(const Knoop& schema, const Waarde& document) {
  std::vector<std::string> uit;
  zoek_onbekend(schema, document, {}, uit);
  return uit;
}

std::vector<Bevinding> velden_van_andere_stap(const Knoop& schema, const Waarde& document,
                                              std::string_view bestand) {
  const auto& beeld = dynamic_cast<const Beeld&>(schema);
  const Beeld* veld = beeld.veld_beeld("stap");
  if (veld == nullptr) return {};
  std::string stap = document.tekst_van("stap");
  if (stap.empty() && veld->standaard() != nullptr) stap = veld->standaard()->tekst();
  const std::vector<std::string>& stappen = veld->keuzes();
  if (std::find(stappen.begin(), stappen.end(), stap) == stappen.end()) return {};  // keur() says so
  std::vector<Bevinding> uit;
  for (const Veld& v : document.velden()) {
    if (afwezig(v.waarde) || rol_bij(beeld, v.naam, stap) != StapRol::van_een_ander) continue;
    Melding m = fout_stap(v.naam, stappen_van(beeld, v.naam), stap);
    uit.push_back({FoutSoort::document, Plaats{std::string(bestand), v.plek.regel, v.plek.kolom}, std::move(m.wat),
                   std::move(m.tip), std::move(m.grondslag)});
  }
  return uit;
}

std::vector<Bevinding> keur(const Knoop& schema, Waarde& document, std::string_view bestand) {
  const auto& beeld = dynamic_cast<const Beeld&>(schema);
  typeer(&beeld, document);
  Keurder keurder(bestand);
  keurder.keur(beeld.regels(), &beeld, document);
  document.snoei();
  return std::move(keurder).bevindingen();
}

}  // namespace pga::schema
