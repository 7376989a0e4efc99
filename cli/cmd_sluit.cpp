// SPDX-License-Identifier: EUPL-1.2
//
// pga sluit: phase 4. Proposal, decision, closing letter.
#include "cli/brief.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Sluit : public Opdracht {
 public:
  std::string_view naam() const override { return "sluit"; }
  std::string_view kort() const override { return "voorstel, besluit en brief bij het sluiten van de casus"; }
  std::string_view lang() const override {
    return "Eerst het voorstel van het casusoverleg (--stap voorstel: afsluiten of monitoren), dan het besluit "
           "(--stap "
           "besluit) met de reden, de dag van de laatste verwerking en per betrokkene of bericht is gegeven, dan "
           "de "
           "afsluitbrief (--stap brief). --sjabloon met --stap erbij vraagt alleen wat die stap nodig heeft. Na "
           "het besluit begint de bewaartermijn van artikel 9 Wet PGA. Met "
           "--bevestig "
           "bevestigt u zelf de stem van uw organisatie. Met --brief maakt u de brief zelf; dat legt niets vast.";
  }
  std::string_view voorbeeld() const override {
    return "pga sluit --stap voorstel --sjabloon >voorstel.yaml\npga sluit k7q2 --van voorstel.yaml";
  }

  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"afsluiting", "bevestiging"});
    o.vlag("--bevestig", bevestig_, "bevestig de stem van uw eigen organisatie (met --klopt nee: weerspreek haar)");
    brief_.bind(o);
  }

  int doe(Omgeving& omgeving) override {
    if (brief_.gevraagd()) return brief_.doe(omgeving, opties_, bevestig_);
    if (opties_.sjabloon) return toon_sjabloon(omgeving, bevestig_ ? "bevestiging" : "afsluiting", opties_);
    eis_nummer(opties_, naam());
    return bevestig_ ? bevestig(omgeving, "afsluiting", opties_) : leg_vast(omgeving, "afsluiting", opties_);
  }

 private:
  StukOpties opties_;
  BriefOpties brief_{proces::BriefSoort::afsluiting};
  bool bevestig_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_sluit() { return std::make_unique<Sluit>(); }

}  // namespace pga::cli
