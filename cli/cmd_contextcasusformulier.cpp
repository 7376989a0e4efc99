// SPDX-License-Identifier: EUPL-1.2
//
// pga contextcasusformulier: phase 3. The personal context, in the fields that the gemeente chose.
#include "cli/blad.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/weergave/context.h"

namespace pga::cli {
namespace {

class Contextcasusformulier : public Opdracht {
 public:
  std::string_view naam() const override { return "contextcasusformulier"; }
  std::string_view kort() const override { return "de persoonlijke context, met bron en relevantie"; }
  std::string_view lang() const override {
    return "Zonder document of opties: wat er van de persoonlijke context bekend is, veld voor veld, met van wie "
           "het komt en waarom het nodig is. Anders legt het onderdelen vast. Geen veld is verplicht. De lijst van "
           "velden is een eigen lijst van pga, niet die van de Leidraad; uw gemeente kan in het beleid een andere "
           "kiezen. Wat online is gezien, hoort erin als een deelnemer het rechtmatig inbracht (artikel 6 Besluit "
           "PGA), en anders niet.";
  }
  std::string_view voorbeeld() const override {
    return "pga contextcasusformulier --sjabloon >context.yaml\npga contextcasusformulier k7q2 --van context.yaml";
  }

  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"contextcasusformulier"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "contextcasusformulier", opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, "contextcasusformulier");
    if (opties_.heeft_invoer() || opties_.vervangt) return leg_vast(omgeving, "contextcasusformulier", opties_);
    return toon_dossier(omgeving, *opties_.nummer,
                        [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
                          return omgeving.globaal.json ? weergave::context_json(blad)
                                                       : weergave::context_tekst(blad, omgeving.stijl());
                        });
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_contextcasusformulier() { return std::make_unique<Contextcasusformulier>(); }

}  // namespace pga::cli
