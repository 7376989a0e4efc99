// SPDX-License-Identifier: EUPL-1.2
//
// pga anonimiseer: a dossier is counted in the totals of the kast, and then destroyed as pga vernietig does.
#include "cli/ceremonie.h"
#include "cli/maak.h"
#include "lib/proces/rollen.h"

namespace pga::cli {
namespace {

class Anonimiseer : public Opdracht {
 public:
  std::string_view naam() const override { return "anonimiseer"; }
  std::string_view kort() const override { return "een dossier tellen en dan vernietigen"; }
  std::string_view lang() const override {
    return "Telt een dossier mee in de aantallen van de kast, en vernietigt het dan zoals pga vernietig (artikel 9 "
           "Wet PGA). Bewaard blijft alleen wat bij elkaar is opgeteld: hoeveel dossiers, hoe zij afliepen, hoe "
           "lang "
           "ongeveer, en of het bericht is verzonden; pga gemeente aantallen toont dat vanaf tien. Het bewijs is "
           "dat van "
           "een vernietiging en zegt niet dat het dossier is geteld. Intrekken en bevestigen gaat met pga "
           "vernietig.";
  }
  std::string_view voorbeeld() const override { return "pga anonimiseer k7q2 --droog"; }

  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
    o.optie("--bevestig", bevestig_, "NUMMER", "het hele nummer nog een keer, in plaats van het te typen");
    o.vlag("--voltooi", voltooi_, "voltooi een vernietiging die moest wachten (beleid)");
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga anonimiseer: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    if (!proces::mag_tekenen("vernietiging", lezer.rollen)) {
      throw Fout(
          weigering("uw rol mag geen dossier anonimiseren", "vraag de casusregisseur", "artikel 13 Wet PGA"));
    }
    return voer_ceremonie(omgeving, *nummer_, voltooi_, Einde::anonimiseren, bevestig_);
  }

 private:
  std::optional<std::string> nummer_;
  std::optional<std::string> bevestig_;
  bool voltooi_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_anonimiseer() { return std::make_unique<Anonimiseer>(); }

}  // namespace pga::cli
