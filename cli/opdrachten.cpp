// SPDX-License-Identifier: EUPL-1.2
//
// The list of commands, in the order of the help: the six of the process first.
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "cli/opdracht.h"

namespace pga::cli {
namespace {

template <class... Maker>
Groep groep(std::string_view titel, Maker... maker) {
  Groep uit{titel, {}};
  (uit.opdrachten.push_back(maker()), ...);
  return uit;
}

}  // namespace

void Opties::keuze(std::string_view namen, std::optional<std::string>& doel, const std::vector<std::string>& keuzes,
                   std::string_view uitleg) {
  optie(namen, doel, kWaarde, fmt::format("{} ({})", uitleg, fmt::join(keuzes, ", ")));
}

void bind_globaal(Opties& o, Globaal& g) {
  o.opties("-C,--kast", g.kasten, "MAP", "de kast; anders PGA_KAST, of de kast waarin u staat");
  o.optie("--peildatum", g.peildatum, "DATUM", "reken met deze dag als vandaag (JJJJ-MM-DD)");
  o.vlag("--json", g.json, "antwoord als JSON");
  o.vlag("--droog", g.droog, "laat zien wat er zou gebeuren en leg niets vast");
  o.vlag("-q,--stil", g.stil, "geen mededelingen, alleen fouten en waarschuwingen");
  o.vlag("-v,--uitgebreid", g.uitgebreid, "noem ook de bestanden die worden geschreven");
  o.vlag("--geen-invoer", g.geen_invoer, "vraag nooit iets op het scherm");
  o.optie("--kleur", g.kleur, "WANNEER", "altijd, nooit of auto");
}

std::vector<Groep> maak_opdrachten() {
  std::vector<Groep> uit;
  uit.push_back(groep("de casus", maak_melding, maak_weeg, maak_notificeer, maak_profiel, maak_plan, maak_sluit));
  uit.push_back(groep("bij een casus", maak_contextcasusformulier, maak_overleg, maak_acties, maak_advies,
                      maak_bijlage, maak_verzoek, maak_corrigeer, maak_datalek, maak_bewaar, maak_vernietig,
                      maak_anonimiseer, maak_toegang, maak_overdragen, maak_overnemen));
  uit.push_back(groep("overzicht", maak_termijnen, maak_reken, maak_lijst, maak_toon, maak_controleer, maak_dokter,
                      maak_uitleg));
  uit.push_back(groep("de kast", maak_init, maak_sleutel, maak_ontgrendel, maak_vergrendel, maak_gebruiker,
                      maak_sleutels, maak_beleid, maak_gemeente, maak_git, maak_logboek, maak_ijkpunt,
                      maak_voltooiing));
  return uit;
}

}  // namespace pga::cli
