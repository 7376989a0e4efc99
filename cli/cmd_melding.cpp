// SPDX-License-Identifier: EUPL-1.2
//
// pga melding: phase 1. Opens a dossier, adds what comes in later, puts a melding forward or ends it.
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Melding : public Opdracht {
 public:
  std::string_view naam() const override { return "melding"; }
  std::string_view kort() const override { return "een melding of aanmelding vastleggen; signalen toevoegen"; }
  std::string_view lang() const override {
    return "Zonder NUMMER begint een nieuw dossier: met een melding (door wie dan ook, artikel 5, lid 2, Wet PGA), "
           "met "
           "--voordragen een aanmelding door een deelnemer (lid 1), of met --lopend een casus die al liep. Met "
           "NUMMER "
           "voegt u signalen en gegevens toe, of maakt u van een melding een aanmelding (--voordragen), of doet u "
           "haar "
           "af (--afdoen). Alleen een aanmelding wordt gewogen. Is een casus gesloten, dan is een nieuwe melding "
           "een "
           "nieuw dossier.";
  }
  std::string_view voorbeeld() const override {
    return "pga melding --sjabloon >melding.yaml\npga melding --van melding.yaml";
  }

  void bind(Opties& o) override {
    opties_.bind(o, "[NUMMER]", {"melding", "aanmelding", "aanvulling", "afdoening", "lopend"});
    o.vlag("--voordragen", voordragen_, "leg een aanmelding vast, die gewogen kan worden");
    o.vlag("--afdoen", afdoen_, "beëindig een melding zonder weging");
    o.vlag("--lopend", lopend_, "breng een zaak in die al liep");
  }

  int doe(Omgeving& omgeving) override {
    if (int{voordragen_} + int{afdoen_} + int{lopend_} > 1) {
      throw Fout(FoutSoort::gebruik, "kies één van --voordragen, --afdoen en --lopend",
                 "pga melding --help zegt wat elk doet");
    }
    const std::string soort = opties_.vervangt && opties_.nummer ? corrigeert(omgeving) : kies_soort();
    if (soort == "aanmelding" && !opties_.vervangt) opties_.van_pga = {"overgenomen"};  // pga overnemen does
    if (opties_.sjabloon) return toon_sjabloon(omgeving, soort, opties_);
    if (afdoen_) eis_nummer(opties_, "melding --afdoen");
    if (lopend_ && opties_.nummer && !opties_.vervangt) {
      throw Fout(FoutSoort::gebruik, "--lopend begint een nieuw dossier en krijgt dus geen nummer",
                 "laat het nummer weg; met --vervangt verbetert u wat al is ingebracht");
    }
    return leg_vast(omgeving, soort, opties_);
  }

 private:
  std::string kies_soort() const {
    if (voordragen_) return "aanmelding";
    if (afdoen_) return "afdoening";
    if (lopend_) return "lopend";
    return opties_.nummer ? "aanvulling" : "melding";
  }

  std::string corrigeert(const Omgeving& omgeving) const {
    std::string soort = vervangen_soort(omgeving, opties_);
    static constexpr std::array<std::string_view, 5> kEigen = {"melding", "aanmelding", "aanvulling", "afdoening",
                                                               "lopend"};
    if (std::find(kEigen.begin(), kEigen.end(), soort) != kEigen.end()) {
      const bool anders = (voordragen_ && soort != "aanmelding") || (afdoen_ && soort != "afdoening") ||
                          (lopend_ && soort != "lopend");
      if (!anders) return soort;
      throw Fout(FoutSoort::gebruik, fmt::format("dat stuk is een {}, en een correctie blijft dat", soort),
                 "laat --voordragen, --afdoen of --lopend weg; of leg iets nieuws vast, zonder --vervangt");
    }
    throw Fout(FoutSoort::gebruik,
               fmt::format("dat stuk is een {}, en die verbetert u niet met pga melding", soort),
               "gebruik --vervangt bij de opdracht waarmee het is vastgelegd");
  }

  StukOpties opties_;
  bool voordragen_ = false;
  bool afdoen_ = false;
  bool lopend_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_melding() { return std::make_unique<Melding>(); }

}  // namespace pga::cli
