// SPDX-License-Identifier: EUPL-1.2
//
// pga overnemen: a bundle from the casusoverleg of another gemeente becomes an aanmelding in a dossier of its own.
#include <fmt/format.h>

#include "cli/invoer.h"
#include "cli/maak.h"
#include "cli/sleutelregel.h"
#include "cli/stukopdracht.h"
#include "lib/kast/overdracht.h"
#include "lib/proces/organisatie.h"
#include "lib/seal/digest.h"
#include "lib/stuk/overdracht.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

class Overnemen : public Opdracht {
 public:
  std::string_view naam() const override { return "overnemen"; }
  std::string_view kort() const override { return "een casus van een andere gemeente als nieuw dossier"; }
  std::string_view lang() const override {
    return "Leest een bundel van pga overdragen en begint er een nieuw dossier mee: een aanmelding, met wat "
           "de andere gemeente gaf en van welke dag dat is (artikel 7, lid 1, Wet PGA). De weegploeg weegt "
           "zelf (artikel 5): een profiel of plan van elders komt niet mee. Geef met --van de "
           "kwaliteitstoets, zoals bij elke aanmelding. Van de afzender hebt u de regel van pga sleutel toon "
           "nodig, langs een andere weg dan de bundel.";
  }
  std::string_view voorbeeld() const override {
    return "pga overnemen --sjabloon >toets.yaml\n"
           "pga overnemen casus.bundel --afzender waterbeek.txt --van toets.yaml";
  }
  void bind(Opties& o) override {
    o.argument("BUNDEL", bundel_, "het bestand dat pga overdragen maakte; - is de standaardinvoer");
    stuk_.bind(o, "", {"aanmelding"});
    o.optie("--afzender", afzender_, "REGEL",
            "de regel van pga sleutel toon van de afzender, of een bestand daarmee");
  }

  int doe(Omgeving& omgeving) override {
    if (stuk_.sjabloon) {
      stuk_.van_pga = {"overgenomen", "betrokkene", "relaties", "signalen"};  // they come out of the bundle
      return toon_sjabloon(omgeving, "aanmelding", stuk_);
    }
    if (!bundel_ || !afzender_ || stuk_.vervangt) {
      throw Fout(
          FoutSoort::gebruik,
          stuk_.vervangt ? "wat is overgenomen, kan niet iets anders vervangen" : "welke bundel, en van wie?",
          stuk_.vervangt ? "laat --vervangt weg" : "noem het bestand, en de regel van de afzender (--afzender)");
    }
    const bool regel = is_sleutel_regel(*afzender_);
    const SleutelRegel van =
        lees_sleutel_regel(regel ? *afzender_ : lees_document(*afzender_), regel ? "" : *afzender_);
    const std::string bytes = kast::lees_invoer(*bundel_, stuk::kMaxOverdracht);
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    stuk_.eigen = kast::lees_overgedragen(kast, lezer, bytes, *bundel_, van.tekent);
    stuk_.onder_slot = [digest = seal::digest(bytes)](const kast::Kast& nu, const kast::Lezer& wie) {
      const std::string er = kast::overgenomen_in(nu, wie, digest);
      if (er.empty()) return;
      throw Fout(FoutSoort::gebruik, fmt::format("deze bundel is al overgenomen, in dossier {}", er),
                 fmt::format("pga toon {} toont het", er));
    };
    stuk_.zet("ontvangen", omgeving.vandaag().tekst());
    stuk_.zet("ontvangen_door", "burgemeester");
    // Which deelnemer takes it over, puts it forward; for who works for no deelnemer the burgemeester does.
    stuk_.zet("aangemeld_door", proces::is_deelnemer(lezer.organisatie) ? lezer.organisatie : "burgemeester");
    stuk_.bron = *bundel_;
    const int code = leg_vast(omgeving, "aanmelding", stuk_);
    if (code == 0 && !omgeving.globaal.droog) {
      omgeving.meld(fmt::format("overgenomen van {}; wis de bundel, en laat de afzender weten dat hij er is",
                                weergave::veilig(stuk_.eigen.vind("overgenomen")->tekst_van("gemeente"))));
    }
    return code;
  }

 private:
  StukOpties stuk_;
  std::optional<std::string> bundel_;
  std::optional<std::string> afzender_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_overnemen() { return std::make_unique<Overnemen>(); }

}  // namespace pga::cli
