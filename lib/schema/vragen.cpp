// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/vragen.h"

#include <algorithm>
#include <utility>

#include "lib/schema/beeld.h"
#include "lib/schema/plicht.h"

namespace pga::schema {
namespace {

constexpr std::size_t kMaxDiepte = 12;     // a schema that holds itself would go on for ever
constexpr std::int64_t kKorteTekst = 300;  // characters; what may be longer may have lines

Vraagsoort soort_van(const Beeld& veld) {
  if (!veld.keuzes().empty()) return Vraagsoort::keuze;
  if (veld.formaat() == "date") return Vraagsoort::datum;
  if (veld.type() == "integer") return Vraagsoort::getal;
  for (const Bron& bron : veld.bronnen()) {
    if (bron.regels->lengte.meeste && *bron.regels->lengte.meeste > kKorteTekst) return Vraagsoort::lange_tekst;
  }
  return Vraagsoort::tekst;
}

/// How many items a list may have; nothing: any number.
std::optional<std::size_t> meeste(const Beeld& lijst) {
  for (const Bron& bron : lijst.bronnen()) {
    if (bron.regels->aantal.meeste) return static_cast<std::size_t>(*bron.regels->aantal.meeste);
  }
  return std::nullopt;
}

class Loper {
 public:
  explicit Loper(const Vraagkeuze& keuze) : keuze_(keuze) {}

  std::vector<Vraag> loop(const Beeld& wortel, const Waarde& document) {
    kaart(wortel, document, vak_van(wortel, std::nullopt));
    return std::move(uit_);
  }

 private:
  using Vak = std::optional<Compartiment>;  // nothing: chosen by a value

  static Vak vak_van(const Beeld& veld, Vak buiten) {
    const Route& route = veld.route();
    if (!route.gezet) return buiten;
    return route.bij.empty() ? Vak(route.vast) : std::nullopt;
  }

  void kaart(const Beeld& beeld, const Waarde& w, Vak vak) {
    if (pad_.size() > kMaxDiepte) return;
    for (const std::string& naam : beeld.velden()) {
      const Beeld& veld = *beeld.veld_beeld(naam);
      const bool nodig = is_nodig(beeld, naam, w);
      const Vak waarin = vak_van(veld, vak);
      const bool dicht = waarin && keuze_.dicht.count(*waarin) != 0;
      const bool elders = pad_.empty() && !hoort_erbij(beeld, naam, w);
      if (veld.vanzelf() || elders || (dicht && !nodig && w.vind(naam) == nullptr)) continue;
      pad_.push_back({naam, 0});
      waarde(veld, w.vind(naam), nodig, nodig ? "verplicht" : zo_nodig(beeld, naam), waarin);
      pad_.pop_back();
    }
  }

  /// A condition that does not hold asks nothing now.
  static std::string zo_nodig(const Beeld& kaart, const std::string& naam) {
    const std::string leeg(kaart.veld_beeld(naam)->leeg());
    return leeg.empty() ? "mag leeg" : leeg;
  }

  void waarde(const Beeld& veld, const Waarde* w, bool nodig, const std::string& plicht, Vak vak) {
    if (veld.type() == "array") {
      if (veld.items_beeld() != nullptr) lijst(veld, w, nodig, plicht, vak);
    } else if (veld.type() == "object") {
      if (!nodig) voeg_toe(Vraagsoort::poort, veld, veld, false, plicht);
      if (nodig || w != nullptr) binnen(kop_van(veld), veld, w, vak);
    } else {
      voeg_toe(soort_van(veld), veld, veld, nodig, plicht);
    }
  }

  void lijst(const Beeld& veld, const Waarde* w, bool nodig, const std::string& plicht, Vak vak) {
    const Beeld& item = *veld.items_beeld();
    const std::size_t n = w != nullptr && w->is_lijst() ? w->lijst().size() : 0;
    const std::optional<std::size_t> max = meeste(veld);
    for (std::size_t i = 0; i <= n && (!max || i < *max); ++i) {
      const bool eerste = nodig && i == 0;
      const std::string hoe = i == 0 ? plicht : "mag leeg";
      pad_.push_back({{}, i});
      if (item.type() != "object") {
        voeg_toe(soort_van(item), veld, item, eerste, hoe);
      } else {
        if (!eerste) voeg_toe(Vraagsoort::poort, veld, item, false, hoe);
        const Waarde* er = i < n ? &w->lijst()[i] : nullptr;
        if (eerste || er != nullptr) {
          binnen(kop_van(item.titel().empty() ? veld : item) + " " + std::to_string(i + 1), item, er,
                 vak_van(item, vak));
        }
      }
      pad_.pop_back();
    }
  }

  void binnen(std::string kop, const Beeld& veld, const Waarde* w, Vak vak) {
    static const Waarde kLeeg = Waarde::kaart();
    koppen_.push_back(std::move(kop));
    kaart(veld, w != nullptr && w->is_kaart() ? *w : kLeeg, vak);
    koppen_.pop_back();
  }

  [[nodiscard]] std::string kop_van(const Beeld& veld) const {
    if (!veld.titel().empty()) return std::string(veld.titel());
    return pad_.back().veld;
  }

  void voeg_toe(Vraagsoort soort, const Beeld& veld, const Beeld& waarde, bool verplicht, std::string plicht) {
    uit_.push_back({pad_, soort, &veld, &waarde, verplicht, std::move(plicht), koppen_});
  }

  const Vraagkeuze& keuze_;
  Pad pad_;
  std::vector<std::string> koppen_;
  std::vector<Vraag> uit_;
};

void nummer_in(Waarde& w, Pad& pad, std::vector<Pad>& uit) {
  uit.push_back(pad);
  w.plek = {static_cast<int>(uit.size()), 1};
  if (w.is_kaart()) {
    for (Veld& v : w.velden()) {
      pad.push_back({v.naam, 0});
      nummer_in(v.waarde, pad, uit);
      v.plek = v.waarde.plek;
      pad.pop_back();
    }
  } else if (w.is_lijst()) {
    for (std::size_t i = 0; i < w.lijst().size(); ++i) {
      pad.push_back({{}, i});
      nummer_in(w.lijst()[i], pad, uit);
      pad.pop_back();
    }
  }
}

}  // namespace

std::string tekst_van(const Pad& pad) {
  std::string uit;
  for (const Stap& s : pad) {
    if (s.veld.empty()) {
      uit += "[" + std::to_string(s.nr + 1) + "]";
    } else {
      uit += (uit.empty() ? "" : ".") + s.veld;
    }
  }
  return uit;
}

bool ligt_in(const Pad& pad, const Pad& in) {
  return pad.size() >= in.size() && std::equal(in.begin(), in.end(), pad.begin());
}

const Waarde* vind(const Waarde& document, const Pad& pad) {
  const Waarde* w = &document;
  for (const Stap& s : pad) {
    if (!s.veld.empty()) {
      w = w->vind(s.veld);
    } else {
      w = w->is_lijst() && s.nr < w->lijst().size() ? &w->lijst()[s.nr] : nullptr;
    }
    if (w == nullptr) return nullptr;
  }
  return w;
}

std::string Vraag::tekst() const { return veld->vraag().empty() ? titel() : std::string(veld->vraag()); }

std::string Vraag::titel() const {
  if (!veld->titel().empty()) return std::string(veld->titel());
  const auto naam = std::find_if(pad.rbegin(), pad.rend(), [](const Stap& s) { return !s.veld.empty(); });
  return naam == pad.rend() ? std::string() : naam->veld;
}

std::vector<Vraag> vragen(const Knoop& schema, const Waarde& document, const Vraagkeuze& keuze) {
  return Loper(keuze).loop(dynamic_cast<const Beeld&>(schema), document);
}

std::size_t zoek(const std::vector<Vraag>& vragen, std::string_view pad) {
  const auto er =
      std::find_if(vragen.begin(), vragen.end(), [&](const Vraag& v) { return tekst_van(v.pad) == pad; });
  return static_cast<std::size_t>(er - vragen.begin());
}

std::size_t vraag_bij(const std::vector<Vraag>& vragen, const Pad& pad, std::string_view wat) {
  const auto in_vraag = [&](const auto& past) {
    const auto er = std::find_if(vragen.begin(), vragen.end(), past);
    return static_cast<std::size_t>(er - vragen.begin());
  };
  // A field that is missing: the finding stands at the map that lacks it.
  const std::size_t genoemd = in_vraag([&](const Vraag& v) {
    const bool hierin = v.pad.size() > pad.size() && ligt_in(v.pad, pad) && !v.pad.at(pad.size()).veld.empty();
    return hierin && wat.find("\"" + v.pad.at(pad.size()).veld + "\"") != std::string_view::npos;
  });
  if (genoemd < vragen.size()) return genoemd;
  for (Pad boven = pad; !boven.empty(); boven.pop_back()) {
    const std::size_t er = zoek(vragen, tekst_van(boven));
    if (er < vragen.size()) return er;
    const std::size_t eerste = in_vraag([&](const Vraag& v) { return ligt_in(v.pad, boven); });
    if (eerste < vragen.size()) return eerste;
  }
  return vragen.size();
}

std::vector<Pad> nummer(Waarde& document) {
  std::vector<Pad> uit;
  Pad pad;
  nummer_in(document, pad, uit);
  return uit;
}

}  // namespace pga::schema
