// SPDX-License-Identifier: EUPL-1.2
//
// pga termijnen: every deadline, for a person, for cron, monitoring and calendars. Opens the compartment termijnen
// only.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/maak.h"
#include "cli/ronde.h"
#include "cli/termijnkeuze.h"
#include "cli/vernietiging.h"
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
           "\"vroegste lezing\" is de dag die onder elke uitleg van de wet veilig is; \"uiterlijk\" de dag na de "
           "regels voor weekend en feestdagen. Met --uitleg staat erbij hoe de dag is berekend. De sleutel van een "
           "termijnwacht is genoeg.";
  }
  std::string_view voorbeeld() const override { return "pga termijnen --peildatum 2026-09-16 --uitleg"; }

  void bind(Opties& o) override {
    o.argument("[NUMMER]", nummer_, "alleen dit dossier; gemeente voor de kast zelf");
    o.vlag("--alles", alles_, "ook wat is nagekomen of vervallen");
    o.vlag("--uitleg", uitleg_, "met de stappen van elke berekening");
    o.opties("--regel", regels_, "REGEL", "alleen deze regel, zoals notificatie; mag vaker");
    o.opties("--status", statussen_, "STATUS", "alleen deze status, zoals overschreden of nagekomen; mag vaker");
    o.optie("--tot", tot_, "DUUR", "alleen wat binnen deze tijd moet (14d, 4w, 3m, 1j), of tot en met een dag");
    o.optie("--gebruiker", gebruiker_, "ID", "alleen dossiers waarvan deze gebruiker een sleutel heeft");
    o.vlag("--controle", controle_, "druk alleen af wat aandacht vraagt, met exitcode 15; anders niets en 0");
    o.vlag("--nagios", nagios_, "antwoord als een Nagios-plugin: 0, 1, 2 of 3 en één regel");
    o.optie("-w,--waarschuw", waarschuw_, "DAGEN",
            "bij --nagios: WARNING vanaf zoveel dagen voor de vroegste lezing");
    o.optie("-c,--kritiek", kritiek_, "DAGEN", "bij --nagios: CRITICAL vanaf zoveel dagen voor de uiterste dag");
    o.vlag("--csv", csv_, "antwoord als CSV, voor een rekenblad");
    o.vlag("--ics", ics_, "antwoord als iCalendar, voor een agenda");
  }

  int doe(Omgeving& omgeving) override {
    keur_opties(omgeving.globaal.json);
    const Datum vandaag = omgeving.vandaag();
    weergave::TermijnKeuze keuze = lees_keuze(regels_, statussen_, tot_, vandaag);
    keuze.alles = alles_ || ics_;  // a calendar must hear that a term was met
    keuze.uitleg = uitleg_;
    const weergave::Drempels drempels = {lees_drempel(waarschuw_, "--waarschuw"),
                                         lees_drempel(kritiek_, "--kritiek")};
    const auto gebruiker = lees_gebruiker(gebruiker_, omgeving);
    std::vector<weergave::DossierTermijnen> lijst;
    const Ronde ronde = loop_langs_met_gemeente(
        omgeving, kast::Diepte::termijnen, nummer_,
        [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
          // Of the kast itself much is known from beheer, whoever can open the rest.
          if (!dossier.leesbaar && !dossier.nummer.is_gemeente()) return;
          if (gebruiker && !kast::heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), *gebruiker)) return;
          lijst.push_back(termijnen_van(omgeving, kast, dossier, vandaag));
        });
    lijst = weergave::kies(lijst, keuze);
    if (ics_) voeg_vernietigd_toe(omgeving, ronde, lijst);
    if (nagios_) return antwoord_nagios(omgeving, ronde, lijst, vandaag, drempels);
    return antwoord(omgeving, ronde, lijst, vandaag, keuze);
  }

 private:
  void keur_opties(bool json) const {
    const auto samen = [](bool mis, std::string_view wat, std::string_view tip) {
      if (mis) throw Fout(FoutSoort::gebruik, fmt::format("pga termijnen: {}", wat), std::string(tip));
    };
    samen(static_cast<int>(json) + static_cast<int>(csv_) + static_cast<int>(ics_) + static_cast<int>(nagios_) > 1,
          "er kan maar één vorm van antwoord zijn", "kies --json, --csv, --ics of --nagios");
    samen(controle_ && (ics_ || nagios_), "--controle gaat niet samen met --ics of --nagios",
          "laat een van beide weg");
    samen(nagios_ && (alles_ || uitleg_), "--alles en --uitleg gaan niet samen met --nagios",
          "de bewaking toont alleen wat loopt");
    samen(!nagios_ && (waarschuw_ || kritiek_), "--waarschuw en --kritiek horen bij --nagios",
          "geef --nagios erbij, of kies met --tot");
  }

  static weergave::DossierTermijnen termijnen_van(const Omgeving& omgeving, const kast::Kast& kast,
                                                  const kast::GeladenDossier& dossier, Datum vandaag) {
    weergave::DossierTermijnen uit =
        agenda_van(kast, dossier, kast::termijnen_van(kast, dossier, vandaag, omgeving.moment()));
    if (omgeving.globaal.kasten.size() > 1) uit.kast = kast.map().string();
    return uit;
  }

  /// A calendar must hear that what it knows of a destroyed dossier is off.
  static void voeg_vernietigd_toe(const Omgeving& omgeving, const Ronde& ronde,
                                  std::vector<weergave::DossierTermijnen>& lijst) {
    for (const Vernietigd& v : ronde.vernietigd) {
      const std::string kast = omgeving.globaal.kasten.size() > 1 ? v.kast.string() : std::string();
      lijst.push_back(
          {v.stand.nummer, {}, kast, v.vingerafdruk, v.stand.stand + 1, v.stand.agenda, v.stand.voltooid_op});
    }
  }

  static int antwoord_nagios(const Omgeving& omgeving, const Ronde& ronde,
                             const std::vector<weergave::DossierTermijnen>& lijst, Datum vandaag,
                             const weergave::Drempels& drempels) {
    std::vector<std::string> onleesbaar = ronde.onleesbaar;
    for (const std::string& map : ronde.kasten) onleesbaar.push_back("kast " + map);
    for (const std::string& nummer : ronde.geschonden) {
      if (std::find(onleesbaar.begin(), onleesbaar.end(), nummer) == onleesbaar.end()) onleesbaar.push_back(nummer);
    }
    const weergave::Nagios uitkomst = weergave::nagios(lijst, vandaag, drempels, onleesbaar, ronde.overgeslagen);
    omgeving.uit << uitkomst.tekst;
    return uitkomst.code;
  }

  int antwoord(Omgeving& omgeving, const Ronde& ronde, std::vector<weergave::DossierTermijnen> lijst, Datum vandaag,
               const weergave::TermijnKeuze& keuze) const {
    if (controle_) lijst = weergave::aandacht(lijst);
    if (!controle_ || !lijst.empty()) druk_af(omgeving, ronde, lijst, vandaag, keuze);
    // Cron mails what is printed: a round without anything to do says nothing about dossiers of others.
    Ronde melding = ronde;
    if (controle_) melding.overgeslagen = 0;
    melding.meld(omgeving);
    if (ronde.code() != 0) return ronde.code();
    return controle_ && !lijst.empty() ? exit_code(FoutSoort::bevinding) : 0;
  }

  void druk_af(Omgeving& omgeving, const Ronde& ronde, const std::vector<weergave::DossierTermijnen>& lijst,
               Datum vandaag, const weergave::TermijnKeuze& keuze) const {
    if (omgeving.globaal.json) {
      omgeving.uit << weergave::termijnen_json(lijst);
    } else if (csv_) {
      omgeving.uit << weergave::termijnen_csv(lijst);
    } else if (ics_) {
      omgeving.uit << weergave::termijnen_ics(lijst, vandaag, agenda_digest);
    } else if (nummer_ && lijst.empty() && !ronde.vernietigd.empty()) {
      const Vernietigd& v = ronde.vernietigd.front();
      omgeving.uit << fmt::format(
          "dossier {} is vernietigd op {}; wat daarvan nog open staat: pga termijnen "
          "gemeente\n",
          v.stand.nummer, v.stand.voltooid_op->lang());
    } else if (!lijst.empty() || ronde.code() == 0) {  // else nobody knows whether there is something
      omgeving.uit << weergave::termijnen_tekst(lijst, vandaag, keuze, omgeving.stijl());
    }
  }

  std::optional<std::string> nummer_;
  std::vector<std::string> regels_;
  std::vector<std::string> statussen_;
  std::optional<std::string> tot_;
  std::optional<std::string> gebruiker_;
  std::optional<std::string> waarschuw_;
  std::optional<std::string> kritiek_;
  bool alles_ = false;
  bool uitleg_ = false;
  bool controle_ = false;
  bool nagios_ = false;
  bool csv_ = false;
  bool ics_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_termijnen() { return std::make_unique<Termijnen>(); }

}  // namespace pga::cli
