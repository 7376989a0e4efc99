// SPDX-License-Identifier: EUPL-1.2
//
// pga verzoek: what a betrokkene asks under the AVG, and Woo requests.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Verzoek : public Opdracht {
 public:
  std::string_view naam() const override { return "verzoek"; }
  std::string_view kort() const override { return "een verzoek van een betrokkene, of een Woo-verzoek"; }
  std::string_view lang() const override {
    return "Volgt een verzoek om inzage of een ander recht (artikel 15 tot en met 21 AVG, artikel 3 Besluit PGA) "
           "of een "
           "Woo-verzoek, van de ontvangst tot het besluit: identiteit, verlenging, raadpleging van de deelnemers, "
           "besluit. Vindt een deelnemer een grond van artikel 41 UAVG van toepassing, dan kan het verzoek niet "
           "worden "
           "toegewezen. Zolang een verzoek loopt, wordt het dossier niet vernietigd.";
  }
  std::string_view voorbeeld() const override {
    return "pga verzoek --sjabloon >verzoek.yaml\npga verzoek k7q2 --van verzoek.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"verzoek"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "verzoek", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "verzoek", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_verzoek() { return std::make_unique<Verzoek>(); }

}  // namespace pga::cli
