// SPDX-License-Identifier: EUPL-1.2
//
// pga bewaar: holds, while a dossier may not be destroyed.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Bewaar : public Opdracht {
 public:
  std::string_view naam() const override { return "bewaar"; }
  std::string_view kort() const override { return "een grond om het dossier nog niet te vernietigen"; }
  std::string_view lang() const override {
    return "Zolang een bewaring loopt, vraagt pga niet om het dossier te vernietigen: een bezwaar, een klacht, een "
           "rechtsvordering of een wettelijk voorschrift (artikel 9 Wet PGA). Elke bewaring heeft een reden en een "
           "dag "
           "waarop zij opnieuw wordt bekeken; daarna verlengt u haar (--stap verlengd) of heft u haar op (--stap "
           "opgeheven). Een verzoek dat met pga verzoek is vastgelegd en nog loopt, houdt de vernietiging ook "
           "zonder "
           "bewaring tegen.";
  }
  std::string_view voorbeeld() const override {
    return "pga bewaar --sjabloon >bewaring.yaml\npga bewaar k7q2 --van bewaring.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"bewaring"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "bewaring", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "bewaring", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_bewaar() { return std::make_unique<Bewaar>(); }

}  // namespace pga::cli
