// SPDX-License-Identifier: EUPL-1.2
//
// pga profiel: phase 3. Each partner's own beoordeling, then the joint professional judgment.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Profiel : public Opdracht {
 public:
  std::string_view naam() const override { return "profiel"; }
  std::string_view kort() const override { return "het profiel; met --beoordeling die van één partner"; }
  std::string_view lang() const override {
    return "Het gezamenlijke professionele oordeel: per aspect de huidige en de maximaal haalbare situatie, met "
           "redenen "
           "en met de verschillen tussen partners. Met --beoordeling legt één partner eerst zijn eigen beoordeling "
           "vast; "
           "die ziet alleen hijzelf en de regisseur, tot het gezamenlijke oordeel er is. "
           "\"onvoldoende_informatie\" is "
           "altijd een goed antwoord. De schaal komt uit het beleid van de gemeente.";
  }
  std::string_view voorbeeld() const override {
    return "pga profiel k7q2 --beoordeling --van examples/invoer/1-opgenomen/07-beoordeling-reg1.yaml";
  }

  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"profiel", "beoordeling"});
    o.vlag("--beoordeling", beoordeling_, "de eigen beoordeling van één partner, vóór het gezamenlijke oordeel");
  }

  int doe(Omgeving& omgeving) override {
    const std::string soort = beoordeling_ ? "beoordeling" : "profiel";
    if (opties_.sjabloon) return toon_sjabloon(omgeving, soort, opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, soort, opties_);
  }

 private:
  StukOpties opties_;
  bool beoordeling_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_profiel() { return std::make_unique<Profiel>(); }

}  // namespace pga::cli
