// SPDX-License-Identifier: EUPL-1.2
#include "cli/vervolg.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/kast/bewaarders.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"

namespace pga::cli {
namespace {

/// The lines, for one reader of one dossier.
class Vervolg {
 public:
  Vervolg(const proces::Dossier& stand, std::string nummer, std::vector<std::string> rollen)
      : stand_(stand), nummer_(std::move(nummer)), rollen_(std::move(rollen)) {}

  std::vector<std::string> na(const std::string& soort, const std::string& stap) && {
    if (stand_.fase == proces::Fase::melding) {
      melding();
    } else if (soort == "aanmelding" || soort == "lopend" || soort == "weging") {
      weging(soort, stap);
    } else if (soort == "profiel" && mag("plan")) {
      zeg(fmt::format("hierna het plan; een voorstel uit het profiel: pga plan {} --sjabloon", nummer_));
    } else if (soort == "plan" && stap == "opstelling") {
      plan();
    } else if (soort == "afsluiting" && stap == "voorstel") {
      zeg(fmt::format("hierna het besluit; het formulier: pga sluit {} --stap besluit --sjabloon", nummer_));
    }
    return std::move(uit_);
  }

 private:
  [[nodiscard]] bool mag(std::string_view soort) const { return proces::mag_tekenen(soort, rollen_); }
  void zeg(std::string regel) { uit_.push_back(std::move(regel)); }

  void melding() {
    if (!mag("aanmelding")) return;
    std::string regel =
        fmt::format("wegen kan na een aanmelding; het formulier: pga melding {} --voordragen --sjabloon", nummer_);
    if (mag("afdoening")) regel += fmt::format("; hoeft dat niet: pga melding {} --afdoen --sjabloon", nummer_);
    zeg(std::move(regel));
  }

  void weging(const std::string& soort, const std::string& stap) {
    switch (stand_.fase) {
      case proces::Fase::weging:
      case proces::Fase::aangehouden:
        return zeg(
            mag("weging")
                ? fmt::format("hierna de weging; het formulier: pga weeg {} --stap besluit --sjabloon", nummer_)
                : std::string("hierna de weging; de casusregisseur legt haar vast"));
      case proces::Fase::niet_opgenomen:
        if (stap == "terugkoppeling") return;
        return zeg(
            fmt::format("hierna de terugkoppeling aan wie aanmeldde; de brief: pga weeg {} --brief", nummer_));
      case proces::Fase::opgenomen:
        return opgenomen(soort == "lopend" || stap == "besluit");
      case proces::Fase::melding:
      case proces::Fase::afgesloten:
        return;
    }
  }

  void opgenomen(bool net) {
    const bool open = std::any_of(stand_.stemmen.begin(), stand_.stemmen.end(), [](const proces::Stemming& s) {
      return s.soort == proces::Soort::weging && !s.vervangen && s.stand == proces::StemStand::onbevestigd;
    });
    if (open) zeg(fmt::format("wie een stem gaf, bevestigt die zelf: pga weeg {} --bevestig", nummer_));
    if (!net) return;
    zeg(
        fmt::format("hierna het bericht (pga notificeer {0}), van elke deelnemer een beoordeling (pga profiel {0} "
                    "--beoordeling --sjabloon) en dan het profiel (pga profiel {0} --sjabloon)",
                    nummer_));
  }

  void plan() {
    if (!stand_.acties.empty()) zeg(fmt::format("hierna de acties: pga acties {}", nummer_));
    if (stand_.interventies.empty()) return;
    zeg(fmt::format("hierna de evaluaties; het formulier: pga plan {} --stap evaluatie --sjabloon", nummer_));
  }

  const proces::Dossier& stand_;
  std::string nummer_;
  std::vector<std::string> rollen_;
  std::vector<std::string> uit_;
};

}  // namespace

void meld_vervolg(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                  const kast::GeladenDossier& dossier, const std::string& soort, const std::string& stap) {
  if (dossier.nummer.is_gemeente()) return;
  const std::vector<std::string> rollen =
      kast::rollen_in(kast.beheer(), dossier.dossier, lezer, omgeving.vandaag());
  for (const std::string& regel : Vervolg(dossier.dossier, dossier.nummer.tekst(), rollen).na(soort, stap)) {
    omgeving.meld(regel);
  }
}

void meld_bewaarders(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                     const kast::GeladenDossier& dossier) {
  std::vector<std::string> wie;
  bool zelf = false;
  for (const kast::Gebruiker* g : kast::bewaarders(kast.beheer(), omgeving.vandaag())) {
    wie.push_back(g->id.tekst());
    zelf = zelf || g->id == *lezer.id;
  }
  if (wie.empty()) {
    omgeving.meld(
        "geen gebruiker heeft de rol contactpunt of rechtmatigheid: de regisseurs houden daarom de sleutels van "
        "deze "
        "gesloten casus");
  } else if (!zelf) {
    const std::vector<kast::Gerechtigde> houders =
        kast::gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, omgeving.vandaag());
    std::vector<std::string_view> vakken;
    if (const kast::Gerechtigde* ik = kast::zoek(houders, lezer.id->tekst())) {
      for (const Compartiment c : ik->compartimenten) vakken.push_back(naam(c));
    }
    omgeving.meld(fmt::format("ook u leest er nu alleen {} van; {} {} het", fmt::join(vakken, " en "),
                              fmt::join(wie, " en "), wie.size() == 1 ? "bewaart" : "bewaren"));
  }
  const auto& betrokkenen = dossier.dossier.betrokkenen;
  const auto met = [&](proces::NotificatieStand stand) {
    return std::find_if(betrokkenen.begin(), betrokkenen.end(),
                        [&](const proces::Betrokkene& b) { return b.notificatie == stand; });
  };
  if (met(proces::NotificatieStand::open) != betrokkenen.end()) {
    omgeving.meld(fmt::format("nog niet ieder is geïnformeerd: pga notificeer {}", dossier.nummer.tekst()));
  }
  const auto aan = met(proces::NotificatieStand::verzonden);  // a letter tells nobody what they may not know
  if (aan == betrokkenen.end()) return;
  omgeving.meld(fmt::format("hierna de afsluitbrief{}: pga sluit {} --brief {}",
                            wie.empty() || zelf ? "" : fmt::format(", door {}", fmt::join(wie, " of ")),
                            dossier.nummer.tekst(), aan->id));
}

}  // namespace pga::cli
