// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker lijst: who has a key in this kast.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/beheerversie.h"
#include "cli/gebruikeropdracht.h"
#include "lib/kast/beheer.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

class GebruikerLijst : public Opdracht {
 public:
  std::string_view naam() const override { return "lijst"; }
  std::string_view kort() const override { return "wie er gebruiker is, met welke rol"; }
  std::string_view lang() const override {
    return "Toont de gebruikers van deze kast: organisatie, rollen, wie hen aanwees en sinds wanneer hun sleutel "
           "geldt.";
  }
  std::string_view voorbeeld() const override { return "pga gebruiker lijst"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    const kast::Kast kast = omgeving.open_kast();
    omgeving.uit << (omgeving.globaal.json ? json(kast) : tabel(kast, omgeving.stijl()));
    return meld_dubbel(omgeving, kast);
  }

 private:
  static std::string rollen(const kast::Gebruiker& g) {
    std::string uit;
    for (const std::string& r : g.rollen) uit += (uit.empty() ? "" : ", ") + r;
    if (g.vervangt) uit += fmt::format("; vervangt {}", g.vervangt->tekst());
    return uit;
  }

  /// Since when the newest key counts, until when, and how many count beside it.
  static std::string sleutel(const kast::Gebruiker& g) {
    if (g.sleutels.empty()) return "geen sleutel";
    const kast::GebruikerSleutel& s = g.sleutels.back();
    if (s.tot && *s.tot < s.van) return fmt::format("geëindigd op {}", s.van.lang());
    std::string uit = s.van.lang();
    if (s.tot) uit += ",\ntot en met " + s.tot->lang();
    const auto ernaast = g.openers_op(s.van).size() - 1;
    return ernaast == 0 ? uit : fmt::format("{};\nen {} ernaast", uit, ernaast);
  }

  static std::string tabel(const kast::Kast& kast, const weergave::Stijl& stijl) {
    weergave::Tabel t{{"gebruiker", "organisatie", "aangewezen door", "sleutel sinds", "rollen"}, {}};
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      t.rijen.push_back({{g.id.tekst(), weergave::Kleur::vet},
                         {weergave::leesbaar(g.organisatie)},
                         {weergave::leesbaar(g.aangewezen_door)},
                         {sleutel(g)},
                         {rollen(g)}});
    }
    return weergave::tabel(t, stijl);
  }

  static std::string json(const kast::Kast& kast) {
    nlohmann::ordered_json uit = nlohmann::ordered_json::array();
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      nlohmann::ordered_json sleutels = nlohmann::ordered_json::array();
      for (const kast::GebruikerSleutel& s : g.sleutels) {
        nlohmann::ordered_json sleutel = {
            {"opent", s.opent.text()}, {"tekent", s.tekent.text()}, {"van", s.van.tekst()}, {"tot", nullptr}};
        if (s.tot) sleutel["tot"] = s.tot->tekst();
        sleutels.push_back(std::move(sleutel));
      }
      uit.push_back({{"id", g.id.tekst()},
                     {"organisatie", g.organisatie},
                     {"rollen", g.rollen},
                     {"aangewezen_door", g.aangewezen_door},
                     {"vervangt", g.vervangt ? nlohmann::ordered_json(g.vervangt->tekst()) : nullptr},
                     {"sleutels", std::move(sleutels)}});
    }
    return uit.dump(2) + "\n";
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker_lijst() { return std::make_unique<GebruikerLijst>(); }

}  // namespace pga::cli
