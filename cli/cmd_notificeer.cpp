// SPDX-License-Identifier: EUPL-1.2
//
// pga notificeer: telling the betrokkenen, or withholding it with reasons.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Notificeer : public Opdracht {
 public:
  std::string_view naam() const override { return "notificeer"; }
  std::string_view kort() const override { return "het bericht aan de betrokkene: verzonden of uitgesteld"; }
  std::string_view lang() const override {
    return "Legt per betrokkene vast dat het bericht is verzonden (artikel 14 AVG, artikel 4 Besluit PGA), of "
           "waarom het "
           "achterwege blijft: de grond van artikel 41, lid 1, UAVG, de noodzaak, de evenredigheid en elk "
           "onderdeel van "
           "lid 2 (artikel 11 Wet PGA). Daarna: heroverwogen, grond_vervallen. Ook het eerste contact en de eerste "
           "verstrekking horen hier, omdat zij de termijn korter kunnen maken.";
  }
  std::string_view voorbeeld() const override {
    return "pga notificeer k7q2 --van examples/invoer/1-opgenomen/04-notificatie.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"notificatie"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "notificatie", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "notificatie", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_notificeer() { return std::make_unique<Notificeer>(); }

}  // namespace pga::cli
