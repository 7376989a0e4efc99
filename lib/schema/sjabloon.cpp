// SPDX-License-Identifier: EUPL-1.2
//
// The fill-in document, and the flags. Comment lines explain; what is not required is commented out with "# " at
// the start of the line and comes to life by taking those two signs away.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/schema/beeld.h"
#include "lib/schema/meldingen.h"
#include "lib/schema/stap.h"
#include "lib/schema/tekst.h"
#include "lib/yaml/canoniek.h"

namespace pga::schema {
namespace {

constexpr std::size_t kKolommen = 78;
constexpr int kMaxDiepte = 8;  // a schema that holds itself would go on for ever

struct Plek {
  std::size_t inspring = 0;
  bool uit = false;  // commented out
  int diepte = 1;

  [[nodiscard]] Plek dieper(std::size_t n) const { return {inspring + n, uit, diepte + 1}; }
};

/// Whether the field must be there: "verplicht", "verplicht bij stap besluit en brief", what the schema says of
/// leaving it empty, or "mag leeg".
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

/// What kind of whole number is asked for.
std::string getalsoort(const Beeld& veld) {
  for (const Bron& bron : veld.bronnen()) {
    const Grenzen& g = bron.regels->getal;
    if (g.minste && g.meeste) return fmt::format("Een heel getal van {} tot en met {}.", *g.minste, *g.meeste);
  }
  return "Een heel getal.";
}

class Sjabloon {
 public:
  explicit Sjabloon(const Formulier& formulier) : formulier_(formulier) {}

  std::string schrijf(const Beeld& wortel) {
    kop(wortel);
    velden(wortel, {});
    return std::move(uit_);
  }

 private:
  void kop(const Beeld& wortel) {
    const std::string titel(wortel.titel());
    const std::string beschrijving(wortel.beschrijving());
    commentaar(titel.empty() || beschrijving.empty() ? titel + beschrijving : titel + ". " + beschrijving, {});
    uit_ += "#\n";
    commentaar(
        "Vul in wat u weet; wat leeg blijft, telt niet mee. Velden die niet verplicht zijn, beginnen met \"# \": "
        "haal "
        "die twee tekens weg op elke regel die u gebruikt. Datums: JJJJ-MM-DD. Zet tekst tussen aanhalingstekens.",
        {});
    const bool stappen = std::any_of(wortel.velden().begin(), wortel.velden().end(),
                                     [](const std::string& naam) { return naam == "stap"; });
    if (stappen && formulier_.stap.empty()) {
      commentaar("Met --stap erbij staat hier alleen wat die stap vraagt.", {});
    }
  }

  void commentaar(std::string_view tekst, const Plek& p, std::string_view binnen = {}) {
    const std::string begin = fmt::format("{}{}# {}", p.uit ? "# " : "", std::string(p.inspring, ' '), binnen);
    for (const std::string& regel : breek_af(tekst, kKolommen - begin.size())) {
      uit_ += begin;
      uit_ += regel;
      uit_ += '\n';
    }
  }

  void regel(const std::string& tekst, const Plek& p) {
    if (p.uit) uit_ += "# ";
    uit_.append(p.inspring, ' ');
    uit_ += tekst;
    uit_ += '\n';
  }

  void velden(const Beeld& kaart, const Plek& p) {
    for (const std::string& naam : kaart.velden()) {
      const Beeld& veld = *kaart.veld_beeld(naam);
      const StapRol rol = p.diepte == 1 ? rol_bij(kaart, naam, formulier_.stap) : StapRol::vrij;
      const auto& zonder = formulier_.zonder;
      const bool weg = p.diepte == 1 && std::find(zonder.begin(), zonder.end(), naam) != zonder.end();
      if (weg || rol == StapRol::van_een_ander) continue;
      if (p.diepte == 1) {
        uit_ += '\n';
        deel_ = naam;
      }
      if (p.diepte == 1 && naam == "stap" && !formulier_.stap.empty()) {
        regel("stap: " + formulier_.stap, p);
        continue;
      }
      const bool nodig = rol == StapRol::verplicht || kaart.verplicht(naam);
      toelichting(veld, naam, nodig ? "verplicht" : plicht(kaart, naam), p);
      Plek hier = p;
      hier.uit = p.uit || !nodig;
      waarde(naam + ":", veld, hier);
    }
  }

  /// What was explained already is not explained again.
  void eenmaal(const std::string& tekst, const Plek& p) {
    if (gezegd_.insert(tekst).second) commentaar(tekst, p);
  }

  void toelichting(const Beeld& veld, const std::string& naam, const std::string& plicht, const Plek& p) {
    std::string vraag(veld.vraag());
    if (vraag.empty()) vraag = veld.titel();
    if (vraag.empty()) vraag = naam;
    commentaar(vraag + " (" + plicht + ")", p);
    eenmaal(std::string(veld.uitleg()), p);
    // In each part of the form again: what may not be written there is asked of who fills in that part.
    if (gezegd_.insert(deel_ + "|" + std::string(veld.beschrijving())).second)
      commentaar(std::string(veld.beschrijving()), p);
    if (veld.uitleg().find("schaal van het beleid") != std::string_view::npos && !formulier_.schaal.empty()) {
      eenmaal("De schaal: " + opsomming(formulier_.schaal) + ".", p);
    }
    if (const auto bij = formulier_.bij.find(naam); bij != formulier_.bij.end()) {
      for (const std::string& regel : bij->second) eenmaal(regel, p);
    }
    const Beeld& keuze = veld.items_beeld() == nullptr ? veld : *veld.items_beeld();
    kies_uit(keuze, p);
    if (keuze.type() == "integer") commentaar(getalsoort(keuze), p);
    if (!veld.grondslag().empty() && gezegd_.insert(naam + "|" + std::string(veld.grondslag())).second) {
      commentaar("Grondslag: " + std::string(veld.grondslag()) + ".", p);
    }
  }

  /// The choices; those that do not say themselves what they mean, on a line each with what they do.
  void kies_uit(const Beeld& veld, const Plek& p) {
    const std::vector<std::string>& keuzes = veld.keuzes();
    if (keuzes.empty()) return;
    if (veld.betekenis(keuzes.front()).empty()) return commentaar("Kies uit: " + opsomming(keuzes) + ".", p);
    commentaar("Kies uit:", p);
    for (const std::string& k : keuzes) commentaar(fmt::format("{} ({})", k, veld.betekenis(k)), p, "  ");
  }

  /// `begin` is the name with its colon, or the dash of a list.
  void waarde(const std::string& begin, const Beeld& veld, const Plek& p) {
    const bool ondiep = p.diepte < kMaxDiepte;
    if (veld.type() == "array" && ondiep) {
      regel(begin, p);
      if (veld.items_beeld() != nullptr) waarde("-", *veld.items_beeld(), p.dieper(2));
    } else if (veld.type() == "object" && ondiep) {
      regel(begin, p);
      velden(veld, p.dieper(2));
    } else {
      regel(begin + scalair(veld), p);
    }
  }

  /// Choices, dates and numbers stand bare; text gets its quotes, so that a colon in it does no harm.
  static std::string scalair(const Beeld& veld) {
    const bool vrij = veld.type() == "string" && veld.formaat().empty() && veld.keuzes().empty();
    const Waarde* standaard = veld.standaard();
    if (standaard == nullptr || standaard->leeg()) return vrij ? " \"\"" : "";
    if (standaard->is_getal()) return " " + std::to_string(standaard->getal());
    if (!standaard->is_tekst()) return "";
    if (!vrij) return " " + standaard->tekst();
    const std::string regel = yaml::schrijf(Waarde::kaart({{"x", *standaard, {}}}));
    return regel.substr(2, regel.size() - 3);
  }

  const Formulier& formulier_;
  std::set<std::string> gezegd_;
  std::string deel_;  // the field at the top that is being written
  std::string uit_;
};

}  // namespace

std::string sjabloon(const Knoop& schema, const Formulier& formulier) {
  return Sjabloon(formulier).schrijf(dynamic_cast<const Beeld&>(schema));
}

std::vector<Vlag> vlaggen(const Knoop& schema) {
  std::vector<Vlag> uit;
  const auto& beeld = dynamic_cast<const Beeld&>(schema);
  for (const std::string& naam : beeld.velden()) {
    const Beeld& veld = *beeld.veld_beeld(naam);
    if (!veld.vlag() || veld.type() == "object" || veld.type() == "array") continue;
    uit.push_back({naam, std::string(veld.vraag().empty() ? veld.titel() : veld.vraag()), veld.keuzes()});
  }
  return uit;
}

}  // namespace pga::schema
