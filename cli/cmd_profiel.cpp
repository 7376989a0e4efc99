// SPDX-License-Identifier: EUPL-1.2
//
// pga profiel: phase 3. Each partner's own beoordeling, then the joint professional judgment.
#include <utility>
#include <vector>

#include "cli/blad.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/weergave/profiel.h"

namespace pga::cli {
namespace {

class Profiel : public Opdracht {
 public:
  std::string_view naam() const override { return "profiel"; }
  std::string_view kort() const override { return "het profiel; met --beoordeling die van één deelnemer"; }
  std::string_view lang() const override {
    return "Zonder document of opties: de beoordelingen van de deelnemers naast elkaar, per aspect, met waar zij "
           "verschillen of te weinig weten, en het gezamenlijke oordeel als dat er is. Anders legt het dat oordeel "
           "vast: per aspect de huidige en de maximaal haalbare situatie, met redenen en met de verschillen tussen "
           "deelnemers. Met --beoordeling legt één deelnemer eerst zijn eigen beoordeling vast; die ziet alleen "
           "hijzelf "
           "en de regisseur, tot het gezamenlijke oordeel er is. \"onvoldoende_informatie\" is altijd een goed "
           "antwoord. De schaal komt uit het beleid van de gemeente. --verloop toont het profiel door de tijd.";
  }
  std::string_view voorbeeld() const override {
    return "pga profiel --beoordeling --sjabloon >beoordeling.yaml\npga profiel k7q2 --beoordeling --van "
           "beoordeling.yaml";
  }

  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"profiel", "beoordeling"});
    o.vlag("--beoordeling", beoordeling_, "de eigen beoordeling van één deelnemer, vóór het gezamenlijke oordeel");
    o.vlag("--verloop", verloop_, "toon het profiel per aspect door de tijd; dit legt niets vast");
  }

  int doe(Omgeving& omgeving) override {
    const std::string soort = beoordeling_ ? "beoordeling" : "profiel";
    if (opties_.sjabloon) return toon_sjabloon(omgeving, soort, opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, soort);
    const bool document = opties_.heeft_invoer() || opties_.vervangt;
    if (verloop_ && (document || beoordeling_)) {
      throw Fout(FoutSoort::gebruik, "--verloop legt niets vast", "laat het document en de andere opties weg");
    }
    if (verloop_ || (!document && !beoordeling_)) return overzicht(omgeving);
    return leg_vast(omgeving, soort, opties_,
                    [this](const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& inhoud) {
                      noem_feiten(dossier, inhoud);
                    });
  }

 private:
  /// The stukken that a judgment rests on, by their digest where the document has what pga toon calls them.
  void noem_feiten(const kast::GeladenDossier& dossier, Waarde& document) const {
    Waarde* aspecten = document.vind("aspecten");
    if (aspecten == nullptr || !aspecten->is_kaart()) return;
    std::vector<Bevinding> fouten;
    for (Veld& a : aspecten->velden()) {
      Waarde* feiten = a.waarde.is_kaart() ? a.waarde.vind("feiten") : nullptr;
      if (feiten == nullptr || !feiten->is_lijst()) continue;
      for (Waarde& f : feiten->lijst()) {
        if (!f.is_tekst() || f.leeg()) continue;
        const Plek plek = f.plek;
        try {
          f = Waarde(zoek_stuk(dossier, "feiten", f.tekst()));
          f.plek = plek;
        } catch (const Fout& e) {
          for (Bevinding b : e.bevindingen()) {
            b.soort = FoutSoort::document;
            b.plaats = {opties_.bestand(), plek.regel, plek.kolom};
            fouten.push_back(std::move(b));
          }
        }
      }
    }
    if (!fouten.empty()) throw Fout(std::move(fouten));
  }

  int overzicht(Omgeving& omgeving) const {
    return toon_dossier(omgeving, *opties_.nummer,
                        [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
                          if (omgeving.globaal.json) {
                            return verloop_ ? weergave::verloop_json(blad) : weergave::profiel_json(blad);
                          }
                          return verloop_ ? weergave::verloop_tekst(blad, omgeving.stijl())
                                          : weergave::profiel_tekst(blad, omgeving.stijl());
                        });
  }

  StukOpties opties_;
  bool beoordeling_ = false;
  bool verloop_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_profiel() { return std::make_unique<Profiel>(); }

}  // namespace pga::cli
