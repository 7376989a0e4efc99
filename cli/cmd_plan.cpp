// SPDX-License-Identifier: EUPL-1.2
//
// pga plan: phase 3. Goals, interventions, evaluation and adjustment.
#include <fmt/format.h>

#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "cli/blad.h"
#include "cli/env.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/proces/catalogus.h"
#include "lib/weergave/catalogus.h"
#include "lib/weergave/plan.h"
#include "lib/weergave/planvoorstel.h"

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
           "evaluatie legt u vast wat één interventie opleverde; met --stap bijstelling past u het plan aan, met "
           "de reden; met --stap verstrekt dat een uitvoerder de gegevens heeft. Met --stap pas_op_de_plaats "
           "rusten de interventies tot u ze met --stap hervat weer laat doorgaan. --catalogus toont de "
           "interventies waaruit u kunt kiezen, met wat zij vragen. --sjabloon met --stap erbij vraagt alleen wat "
           "die "
           "stap nodig heeft. Met een nummer geeft --sjabloon een voorstel "
           "uit het laatste profiel: alleen de aspecten waarop iets te winnen is.";
  }
  std::string_view voorbeeld() const override {
    return "pga plan --sjabloon >plan.yaml\npga plan k7q2 --van plan.yaml";
  }
  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"plan"});
    o.vlag("--catalogus", catalogus_, "toon de interventies waaruit een plan kan kiezen; dit legt niets vast");
  }

  int doe(Omgeving& omgeving) override {
    if (catalogus_) return toon_catalogus(omgeving);
    if (opties_.sjabloon && opties_.nummer && !opties_.vlag("stap")) return voorstel(omgeving);
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "plan", opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, "plan");
    if (!opties_.heeft_invoer() && !opties_.vervangt) {
      return toon_dossier(omgeving, *opties_.nummer,
                          [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
                            return omgeving.globaal.json ? weergave::plan_json(blad)
                                                         : weergave::plan_tekst(blad, omgeving.stijl());
                          });
    }
    return leg_vast(omgeving, "plan", opties_);
  }

 private:
  /// Of the kast where one is, with what the gemeente added; a catalogue needs no kast.
  static proces::Catalogus catalogus(Omgeving& omgeving) {
    proces::Catalogus eigen;
    try {
      eigen = omgeving.open_kast().beleid().interventies;
    } catch (const Fout& fout) {
      const bool genoemd = !omgeving.globaal.kasten.empty() || !env("PGA_KAST").empty();
      if (fout.soort() != FoutSoort::geen_kast || genoemd) throw;
    }
    return proces::catalogus_met(eigen);
  }

  int toon_catalogus(Omgeving& omgeving) const {
    if (opties_.nummer || opties_.sjabloon || opties_.heeft_invoer() || opties_.vervangt) {
      throw Fout(FoutSoort::gebruik, "--catalogus toont de catalogus, en hoort bij geen dossier of document",
                 "laat de andere opties weg");
    }
    const proces::Catalogus alles = catalogus(omgeving);
    omgeving.uit << (omgeving.globaal.json ? weergave::catalogus_json(alles)
                                           : weergave::catalogus_tekst(alles, omgeving.stijl()));
    return 0;
  }

  /// Step 3 of the Leidraad: a form with what the profile leaves to gain.
  int voorstel(Omgeving& omgeving) const {
    eis_casus(opties_, "plan");
    const proces::Catalogus alles = catalogus(omgeving);
    return toon_dossier(
        omgeving, *opties_.nummer,
        [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
          if (std::optional<std::string> formulier = weergave::plan_voorstel(blad, alles)) {
            return *std::move(formulier);
          }
          throw Fout(FoutSoort::gebruik,
                     fmt::format("dossier {} heeft nog geen profiel om van uit te gaan", blad.nummer),
                     "leg het profiel vast met pga profiel, of druk een leeg formulier af: pga plan --sjabloon");
        });
  }

  StukOpties opties_;
  bool catalogus_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_plan() { return std::make_unique<Plan>(); }

}  // namespace pga::cli
