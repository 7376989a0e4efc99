// SPDX-License-Identifier: EUPL-1.2
//
// pga toon: one dossier as a person wants to read it.
#include <string>

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
           "[verzegeld: …]. Is de casus gesloten en afgeschermd (artikel 6, lid 3, Wet PGA), dan staan er alleen "
           "de "
           "termijnen, tenzij u met --grond zegt waarom u verder kijkt.";
  }
  std::string_view voorbeeld() const override { return "pga toon k7q2"; }
  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan; gemeente voor de kast zelf");
    o.optie("--grond", grond_, "GROND",
            "waarom u een gesloten casus inziet: verzoek, vordering, controle, correctie of datalek");
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga toon: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    if (grond_) eis_inzagegrond(*grond_);
    omgeving.doel = grond_.value_or("");
    return toon_dossier(omgeving, *nummer_, grond_.has_value());
  }

 private:
  std::optional<std::string> nummer_;
  std::optional<std::string> grond_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_toon() { return std::make_unique<Toon>(); }

}  // namespace pga::cli
