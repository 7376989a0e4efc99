// SPDX-License-Identifier: EUPL-1.2
//
// pga plan: phase 3. Goals, interventions, evaluation and adjustment.
#include "cli/blad.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/weergave/plan.h"

namespace pga::cli {
namespace {

class Plan : public Opdracht {
 public:
  std::string_view naam() const override { return "plan"; }
  std::string_view kort() const override { return "het plan van aanpak; evaluatie, bijstelling, rust"; }
  std::string_view lang() const override {
    return "Zonder document of opties: het plan zoals het er nu staat, met wat is bereikt, en een tijdlijn. Anders "
           "legt het vast: het integrale plan van aanpak (artikel 6, lid 1, Wet PGA), met doelen per aspect, "
           "interventies met uitvoerder, verantwoordelijke, duur en evaluatiedatum, en acties. Met --stap "
           "evaluatie "
           "legt u vast wat één interventie opleverde; met --stap bijstelling past u het plan aan, met de reden. "
           "Met "
           "--stap pas_op_de_plaats rusten de interventies tot u ze met --stap hervat weer laat doorgaan.";
  }
  std::string_view voorbeeld() const override {
    return "pga plan --sjabloon >plan.yaml\npga plan k7q2 --van plan.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"plan"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "plan", opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, "plan");
    if (!opties_.heeft_invoer() && !opties_.vervangt) {
      return toon_dossier(
          omgeving, *opties_.nummer, [&](const weergave::DossierBlad& blad, const kast::Lezer& /*lezer*/) {
            return omgeving.globaal.json ? weergave::plan_json(blad) : weergave::plan_tekst(blad, omgeving.stijl());
          });
    }
    return leg_vast(omgeving, "plan", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_plan() { return std::make_unique<Plan>(); }

}  // namespace pga::cli
