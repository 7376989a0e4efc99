// SPDX-License-Identifier: EUPL-1.2
//
// pga weeg: phase 2. The decision of burgemeester, politie and om, and what follows from it.
#include "cli/brief.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Weeg : public Opdracht {
 public:
  std::string_view naam() const override { return "weeg"; }
  std::string_view kort() const override { return "de weging: criteria, drie stemmen, besluit, wie meedoet"; }
  std::string_view lang() const override {
    return "Legt vast wat burgemeester, politie en OM samen wegen en besluiten (artikel 5, lid 3 tot en met 5, Wet "
           "PGA): "
           "opnemen, niet opnemen of aanhouden. Opnemen kan alleen als alle drie vóór zijn; een afwijkende stem "
           "blijft "
           "altijd staan. De deelnemers die u noemt, krijgen de sleutels die het besluit hun geeft; wie er later "
           "bij "
           "komt, legt u vast met --deelname, ook met drie stemmen. De stap "
           "(--stap) "
           "is anders herweging, uitstroomtoets of terugkoppeling aan wie aanmeldde; --sjabloon met --stap erbij "
           "vraagt "
           "alleen wat die stap nodig heeft. Met --bevestig bevestigt u "
           "zelf "
           "de stem van uw organisatie. Met --brief maakt u de brief aan wie aanmeldde; dat legt niets vast.";
  }
  std::string_view voorbeeld() const override {
    return "pga weeg --stap besluit --sjabloon >weging.yaml\npga weeg k7q2 --van weging.yaml";
  }

  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"weging", "deelname", "bevestiging"});
    o.vlag("--bevestig", bevestig_, "bevestig de stem van uw eigen organisatie (met --klopt nee: weerspreek haar)");
    o.vlag("--deelname", deelname_, "leg vast wie er na de weging nog gaat meedoen, en wat zij mogen lezen");
    brief_.bind(o);
  }

  int doe(Omgeving& omgeving) override {
    if (brief_.gevraagd()) return brief_.doe(omgeving, opties_, bevestig_);
    const std::string soort = deelname_ ? "deelname" : "weging";
    if (opties_.sjabloon) return toon_sjabloon(omgeving, bevestig_ ? "bevestiging" : soort, opties_);
    eis_nummer(opties_, naam());
    return bevestig_ ? bevestig(omgeving, soort, opties_) : leg_vast(omgeving, soort, opties_);
  }

 private:
  StukOpties opties_;
  BriefOpties brief_{proces::BriefSoort::terugkoppeling};
  bool bevestig_ = false;
  bool deelname_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_weeg() { return std::make_unique<Weeg>(); }

}  // namespace pga::cli
