// SPDX-License-Identifier: EUPL-1.2
//
// The list of commands, in the order of the help: the six of the process first.
#include <utility>

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

std::vector<Groep> maak_opdrachten() {
  std::vector<Groep> uit;
  uit.push_back(groep("de casus", maak_melding, maak_weeg, maak_notificeer, maak_profiel, maak_plan, maak_sluit));
  uit.push_back(groep("bij een casus", maak_overleg, maak_acties, maak_verzoek, maak_corrigeer, maak_datalek,
                      maak_bewaar, maak_vernietig, maak_anonimiseer, maak_toegang));
  uit.push_back(groep("overzicht", maak_termijnen, maak_reken, maak_lijst, maak_toon, maak_rapport, maak_pak,
                      maak_controleer, maak_dokter));
  uit.push_back(groep("de kast", maak_init, maak_sleutel, maak_ontgrendel, maak_vergrendel, maak_gebruiker,
                      maak_sleutels, maak_beleid, maak_gemeente, maak_git, maak_logboek, maak_ijkpunt));
  return uit;
}

}  // namespace pga::cli
