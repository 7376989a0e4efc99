// SPDX-License-Identifier: EUPL-1.2
//
// pga overleg: the minutes of a casusoverleg.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Overleg : public Opdracht {
 public:
  std::string_view naam() const override { return "overleg"; }
  std::string_view kort() const override { return "een casusoverleg: wie er was, verslag, besluiten"; }
  std::string_view lang() const override {
    return "Legt vast dat er een casusoverleg was (artikel 2, lid 1, en artikel 6 Wet PGA): welke organisaties er "
           "waren "
           "en welke niet, wat er is besproken en besloten, en wanneer het volgende is. Een tekst die op gegevens "
           "van "
           "politie, OM of zorg rust, zegt dat met herkomst en wordt apart verzegeld. Loopt er uitstel van een "
           "notificatie, dan hoort dat bij elk overleg opnieuw bekeken te worden.";
  }
  std::string_view voorbeeld() const override {
    return "pga overleg k7q2 --van examples/invoer/7-rechten/01-overleg.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"overleg"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "overleg", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "overleg", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_overleg() { return std::make_unique<Overleg>(); }

}  // namespace pga::cli
