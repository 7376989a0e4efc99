// SPDX-License-Identifier: EUPL-1.2
//
// pga advies: what an expert was asked, what the advice says, and what was done with it.
#include "cli/blad.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/weergave/advies.h"

namespace pga::cli {
namespace {

class Advies : public Opdracht {
 public:
  std::string_view naam() const override { return "advies"; }
  std::string_view kort() const override {
    return "advies van een deskundige: vraag, antwoord, wat ermee is gedaan";
  }
  std::string_view lang() const override {
    return "Zonder document of opties: de adviezen bij deze casus. Anders legt het vast: met --stap gevraagd wat "
           "er is gevraagd, aan wie en door wie; met --stap ontvangen (als u niets kiest) wat het advies zegt, "
           "apart voor wat op gegevens van politie of OM of van zorg rust; met --stap besproken wat de weegploeg "
           "of het casusoverleg ermee deed. Bij de weging weet alleen een deelnemer om wie het gaat: wie geen "
           "deelnemer is, wordt anoniem geraadpleegd, en pga vergelijkt wat is voorgelegd met de namen in het "
           "dossier (artikel 5, lid 3, Wet PGA).";
  }
  std::string_view voorbeeld() const override {
    return "pga advies --sjabloon >advies.yaml\npga advies k7q2 --van advies.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"advies"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "advies", opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, "advies");
    if (opties_.heeft_invoer() || opties_.vervangt) return leg_vast(omgeving, "advies", opties_);
    return toon_dossier(omgeving, *opties_.nummer,
                        [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
                          return omgeving.globaal.json ? weergave::advies_json(blad)
                                                       : weergave::advies_tekst(blad, omgeving.stijl());
                        });
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_advies() { return std::make_unique<Advies>(); }

}  // namespace pga::cli
