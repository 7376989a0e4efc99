// SPDX-License-Identifier: EUPL-1.2
#include "cli/logboek.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "cli/geheugen.h"

namespace pga::cli {
namespace {

constexpr const char* kHoudtNietMeer =
    "de sleutels van het logboek zijn nu bij de gebruiker met de rol rechtmatigheid; u houdt ze niet meer (artikel "
    "14, lid 2, Wet PGA)";

/// What cron and monitoring read every few minutes: one entry a day says enough.
bool is_dagelijks(const kast::Kast& kast, const kast::Lezer& lezer, const Omgeving& omgeving) {
  const bool wacht = std::all_of(lezer.rollen.begin(), lezer.rollen.end(),
                                 [](const std::string& rol) { return rol == "termijnwacht"; });
  return wacht && omgeving.handeling == "termijnen" &&
         kast::heeft_regel_op(kast::log_plek(kast), *lezer.id, omgeving.nu().dag);
}

void meld_niet(const Omgeving& omgeving, std::string waarom, std::string tip) {
  omgeving.meld({Bevinding{FoutSoort::bevinding,
                           {},
                           fmt::format("dit bekijken staat niet in het logboek: {}", waarom),
                           std::move(tip),
                           "artikel 14, lid 2, Wet PGA"}});
}

void leg_vast(const Omgeving& omgeving, const kast::Pad& map, const kast::Inzage& inzage, int code) {
  const kast::Kast kast = omgeving.open_kast(map);
  const kast::Lezer lezer = omgeving.lezer_of_niemand(kast);
  if (!lezer.id || is_dagelijks(kast, lezer, omgeving)) return;
  kast::LogInhoud inhoud = log_inhoud(omgeving);
  inhoud.dossiers = inzage.geopend;
  inhoud.resultaat = code;
  if (kast::leg_vast_in_logboek(kast, lezer, inhoud, omgeving.nu().dag, omgeving.globaal.droog)) {
    omgeving.logsleutels_af = true;
  }
}

void leg_alles_vast(const Omgeving& omgeving, int code) {
  const auto inzagen = omgeving.inzagen;  // a reader made from here on is not counted
  for (const auto& [map, inzage] : inzagen) {
    if (inzage->vastgelegd || (inzage->geopend.empty() && omgeving.doel.empty())) continue;
    inzage->vastgelegd = true;
    try {
      leg_vast(omgeving, map, *inzage, code);
    } catch (const Fout& e) {
      const Bevinding& b = e.bevindingen().front();
      const std::string plek = b.plaats.tekst();
      meld_niet(omgeving, fmt::format("{}{}{}", plek, plek.empty() ? "" : ": ", b.wat),
                e.soort() == FoutSoort::integriteit
                    ? b.tip
                    : "geef uzelf het recht om te schrijven in logboek/ van de kast, of werk in een kast die te "
                      "schrijven is; is de schijf vol, maak dan ruimte");
    }
  }
}

/// What the command meant to write and destroy, its entry in the log with it.
void kwam_niet_tot_stand(Omgeving& omgeving) {
  omgeving.logsleutels_af = false;
  for (const auto& [map, inzage] : omgeving.inzagen) inzage->vastgelegd = false;
}

}  // namespace

kast::LogInhoud log_inhoud(const Omgeving& omgeving) {
  kast::LogInhoud uit;
  uit.handeling = omgeving.handeling;
  uit.tijd = omgeving.nu().tekst();
  uit.doel = omgeving.doel;
  uit.herkomst = kast::dit_systeem();
  return uit;
}

int met_logboek(Omgeving& omgeving, const std::string& handeling, const std::function<int()>& doe) {
  omgeving.handeling = handeling;
  const auto na = [&](int code) {
    leg_alles_vast(omgeving, code);
    if (omgeving.logsleutels_af) omgeving.meld(kHoudtNietMeer);
    onthoud_alles(omgeving);
    return code;
  };
  try {
    return na(doe());
  } catch (const Fout& e) {
    kwam_niet_tot_stand(omgeving);
    na(exit_code(e.soort()));
    throw;
  } catch (const std::exception&) {
    kwam_niet_tot_stand(omgeving);
    na(exit_code(FoutSoort::algemeen));
    throw;
  }
}

void boek(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, const Geschreven& geschreven,
          kast::Voornemen& partij) {
  kast::LogInhoud inhoud = log_inhoud(omgeving);
  if (lezer.inzage != nullptr) inhoud.dossiers = lezer.inzage->geopend;
  if (geschreven.dossier) inhoud.dossiers.insert(*geschreven.dossier);
  inhoud.stuk = geschreven.stuk;
  if (inhoud.dossiers.empty()) return;  // nothing sealed was opened, nor will be written
  kast::LogPartij log =
      kast::log_partij(kast::log_plek(kast), kast.beheer(), lezer, inhoud, omgeving.nu().dag, geschreven.straks);
  partij.bestanden.insert(partij.bestanden.begin(), std::make_move_iterator(log.bestanden.begin()),
                          std::make_move_iterator(log.bestanden.end()));
  omgeving.logsleutels_af = omgeving.logsleutels_af || !log.wissen.empty();
  partij.wissen.insert(partij.wissen.end(), log.wissen.begin(), log.wissen.end());
  if (lezer.inzage != nullptr) lezer.inzage->vastgelegd = true;
}

}  // namespace pga::cli
