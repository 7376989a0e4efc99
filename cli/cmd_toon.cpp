// SPDX-License-Identifier: EUPL-1.2
//
// pga toon: one dossier as a person wants to read it.
#include "cli/blad.h"
#include "cli/maak.h"

namespace pga::cli {
namespace {

class Toon : public Opdracht {
 public:
  std::string_view naam() const override { return "toon"; }
  std::string_view kort() const override { return "een heel dossier lezen"; }
  std::string_view lang() const override {
    return "Toont een dossier: eerst hoe het ervoor staat, dan stuk voor stuk. Wat uw sleutel niet opent, staat er "
           "als "
           "[verzegeld: …].";
  }
  std::string_view voorbeeld() const override { return "pga toon k7q2"; }
  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan; gemeente voor de kast zelf");
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga toon: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    return toon_dossier(omgeving, *nummer_);
  }

 private:
  std::optional<std::string> nummer_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_toon() { return std::make_unique<Toon>(); }

}  // namespace pga::cli
