// SPDX-License-Identifier: EUPL-1.2
//
// pga termijnen: every deadline, for a person, for cron and for monitoring. Opens the compartment termijnen only.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/maak.h"
#include "cli/ronde.h"
#include "lib/kast/gemeente.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/termijnen.h"

namespace pga::cli {
namespace {

class Termijnen : public Opdracht {
 public:
  std::string_view naam() const override { return "termijnen"; }
  std::string_view kort() const override { return "wat er wanneer moet; ook voor cron en bewaking"; }
  std::string_view lang() const override {
    return "Toont wat er moet gebeuren en wanneer, het dringendste eerst, met het artikel waarop het rust. "
           "\"vroegste "
           "lezing\" is de dag die onder elke uitleg van de wet veilig is; \"uiterlijk\" de dag na de regels voor "
           "weekend "
           "en feestdagen. Met --uitleg staat erbij hoe de dag is berekend. De sleutel van een termijnwacht is "
           "genoeg.";
  }
  std::string_view voorbeeld() const override { return "pga termijnen --peildatum 2026-09-16 --uitleg"; }

  void bind(Opties& o) override {
    o.argument("[NUMMER]", nummer_, "alleen dit dossier; gemeente voor de kast zelf");
    o.vlag("--alles", keuze_.alles, "ook wat is nagekomen of vervallen");
    o.vlag("--uitleg", keuze_.uitleg, "met de stappen van elke berekening");
    o.vlag("--controle", controle_, "druk alleen af wat aandacht vraagt, met exitcode 15; anders niets en 0");
    o.vlag("--nagios", nagios_, "antwoord als een Nagios-plugin: 0, 1, 2 of 3 en één regel");
  }

  int doe(Omgeving& omgeving) override {
    std::vector<weergave::DossierTermijnen> lijst;
    const Datum vandaag = omgeving.vandaag();
    const Ronde ronde = loop_langs_met_gemeente(omgeving, kast::Diepte::termijnen, nummer_,
                                                [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
                                                  if (!dossier.leesbaar && !dossier.nummer.is_gemeente()) return;
                                                  std::vector<termijn::Termijn> termijnen =
                                                      kast::termijnen_van(kast, dossier, vandaag);
                                                  if (!dossier.leesbaar && termijnen.empty()) return;
                                                  lijst.push_back({dossier.nummer.tekst(), std::move(termijnen)});
                                                });
    return nagios_ ? antwoord_nagios(omgeving, ronde, lijst) : antwoord(omgeving, ronde, std::move(lijst), vandaag);
  }

 private:
  static int antwoord_nagios(Omgeving& omgeving, const Ronde& ronde,
                             const std::vector<weergave::DossierTermijnen>& lijst) {
    std::vector<std::string> onleesbaar = ronde.onleesbaar;
    for (const std::string& nummer : ronde.geschonden) {
      if (std::find(onleesbaar.begin(), onleesbaar.end(), nummer) == onleesbaar.end()) onleesbaar.push_back(nummer);
    }
    const weergave::Nagios uitkomst = weergave::nagios(lijst, onleesbaar, ronde.overgeslagen);
    omgeving.uit << uitkomst.tekst;
    return uitkomst.code;
  }

  int antwoord(Omgeving& omgeving, const Ronde& ronde, std::vector<weergave::DossierTermijnen> lijst,
               Datum vandaag) const {
    bool dringend = false;
    if (controle_) {
      lijst = weergave::aandacht(lijst);
      dringend = !lijst.empty();
    }
    const bool niets_gezien =
        lijst.empty() && !ronde.onleesbaar.empty();  // then nobody knows whether something is due
    if (omgeving.globaal.json) {
      if (!controle_ || dringend) omgeving.uit << weergave::termijnen_json(lijst, keuze_.alles);
    } else if (!niets_gezien && (!controle_ || dringend)) {
      omgeving.uit << weergave::termijnen_tekst(lijst, vandaag, keuze_, omgeving.stijl());
    }
    // Cron mails what is printed: a round without anything to do says nothing about dossiers of others.
    Ronde melding = ronde;
    if (controle_) melding.overgeslagen = 0;
    melding.meld(omgeving);
    if (ronde.code() != 0) return ronde.code();
    return dringend ? exit_code(FoutSoort::bevinding) : 0;
  }

  std::optional<std::string> nummer_;
  weergave::TermijnKeuze keuze_;
  bool controle_ = false;
  bool nagios_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_termijnen() { return std::make_unique<Termijnen>(); }

}  // namespace pga::cli
