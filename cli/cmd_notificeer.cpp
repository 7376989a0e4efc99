// SPDX-License-Identifier: EUPL-1.2
//
// pga notificeer: telling the betrokkenen, or withholding it with reasons.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/blad.h"
#include "cli/brief.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/basis/nabij.h"
#include "lib/proces/rollen.h"
#include "lib/weergave/notificaties.h"

namespace pga::cli {
namespace {

class Notificeer : public Opdracht {
 public:
  std::string_view naam() const override { return "notificeer"; }
  std::string_view kort() const override { return "het bericht aan de betrokkene: verzonden of uitgesteld"; }
  std::string_view lang() const override {
    return "Zonder document of opties: hoe het er per betrokkene voor staat en wat er nu kan, met de opdrachten "
           "die "
           "daarbij horen. Anders legt het vast dat het bericht is verzonden (artikel 14 AVG, artikel 4 Besluit "
           "PGA), of waarom het achterwege blijft: de grond van artikel 41, lid 1, UAVG, de noodzaak, de "
           "evenredigheid en elk onderdeel van lid 2 (artikel 11 Wet PGA). Daarna: ingezien door de "
           "rechtmatigheidsadviescommissie (RAC), heroverwogen, grond_vervallen. Ook het eerste contact en de "
           "eerste verstrekking horen hier, omdat zij "
           "de termijn korter kunnen maken. --sjabloon met --stap erbij vraagt alleen wat die stap nodig heeft. "
           "Met --brief maakt u de brief; dat legt niets vast.";
  }
  std::string_view voorbeeld() const override {
    return "pga notificeer --stap uitgesteld --sjabloon >uitgesteld.yaml\npga notificeer k7q2 --van "
           "uitgesteld.yaml";
  }
  void bind(Opties& o) override {
    opties_.bind(o, "NUMMER", {"notificatie"});
    o.opties("--betrokkene", betrokkenen_, "ID", "om wie het gaat, als het document dat niet zegt (herhaalbaar)");
    brief_.bind(o);
  }

  int doe(Omgeving& omgeving) override {
    if (brief_.gevraagd()) return brief_.doe(omgeving, opties_);
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "notificatie", opties_);
    eis_nummer(opties_, naam());
    eis_casus(opties_, "notificatie");
    if (!opties_.heeft_invoer() && !opties_.vervangt && betrokkenen_.empty()) return overzicht(omgeving);
    if (!opties_.van && betrokkenen_.empty()) {
      throw Fout(FoutSoort::document, "er staat niet om wie het gaat",
                 fmt::format("geef --betrokkene ID; pga notificeer {} toont de ids", *opties_.nummer),
                 Plaats{std::string(kOpdrachtregel), 0, 0});
    }
    return leg_vast(omgeving, "notificatie", opties_, betrokkenen_.empty() ? Aanvullen() : noemer());
  }

 private:
  int overzicht(Omgeving& omgeving) const {
    return toon_dossier(
        omgeving, *opties_.nummer, [&](const weergave::DossierBlad& blad, const std::vector<std::string>& rollen) {
          if (omgeving.globaal.json) return weergave::notificaties_json(blad);
          return weergave::notificaties_tekst(blad, proces::mag_tekenen("notificatie", rollen), omgeving.stijl());
        });
  }

  /// Throws Fout(document) for who is not in the dossier, with those who are.
  static void eis_betrokkene(const proces::Dossier& dossier, const std::string& id) {
    if (dossier.betrokkene(id) != nullptr) return;
    std::vector<std::string> ids;
    for (const proces::Betrokkene& b : dossier.betrokkenen) ids.push_back(b.id);
    const std::string beste = nabij(id, ids);
    throw Fout(FoutSoort::document, fmt::format("de betrokkene \"{}\" is er niet", id),
               !beste.empty() ? fmt::format("bedoelde u \"{}\"?", beste)
               : ids.empty()  ? std::string("er is er nog geen")
                              : fmt::format("kies uit: {}", fmt::join(ids, ", ")),
               Plaats{fmt::format("{} (--betrokkene)", kOpdrachtregel), 0, 0});
  }

  /// Puts the betrokkenen of the options into the document.
  Aanvullen noemer() const {
    return [this](const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& document) {
      if (document.vind("betrokkenen") != nullptr) {
        throw Fout(FoutSoort::gebruik, "het document noemt de betrokkenen al", "laat --betrokkene weg");
      }
      Waarde::Lijst lijst;
      for (const std::string& id : betrokkenen_) {
        eis_betrokkene(dossier.dossier, id);
        Waarde b = Waarde::kaart();
        b.zet("id", id);
        lijst.push_back(std::move(b));
      }
      document.zet("betrokkenen", Waarde(std::move(lijst)));
    };
  }

  StukOpties opties_;
  std::vector<std::string> betrokkenen_;
  BriefOpties brief_{proces::BriefSoort::notificatie};
};

}  // namespace

std::unique_ptr<Opdracht> maak_notificeer() { return std::make_unique<Notificeer>(); }

}  // namespace pga::cli
