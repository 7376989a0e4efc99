// SPDX-License-Identifier: EUPL-1.2
//
// The makers of all commands, one per cli/cmd_<naam>.cpp; the table in opdrachten.cpp puts them in order.
#pragma once

#include <memory>

#include "cli/opdracht.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_melding();
std::unique_ptr<Opdracht> maak_weeg();
std::unique_ptr<Opdracht> maak_contextcasusformulier();
std::unique_ptr<Opdracht> maak_profiel();
std::unique_ptr<Opdracht> maak_plan();
std::unique_ptr<Opdracht> maak_notificeer();
std::unique_ptr<Opdracht> maak_sluit();
std::unique_ptr<Opdracht> maak_overleg();
std::unique_ptr<Opdracht> maak_acties();
std::unique_ptr<Opdracht> maak_advies();
std::unique_ptr<Opdracht> maak_bijlage();
std::unique_ptr<Opdracht> maak_overdragen();
std::unique_ptr<Opdracht> maak_overnemen();
std::unique_ptr<Opdracht> maak_verzoek();
std::unique_ptr<Opdracht> maak_corrigeer();
std::unique_ptr<Opdracht> maak_datalek();
std::unique_ptr<Opdracht> maak_bewaar();
std::unique_ptr<Opdracht> maak_toegang();
std::unique_ptr<Opdracht> maak_vernietig();
std::unique_ptr<Opdracht> maak_anonimiseer();
std::unique_ptr<Opdracht> maak_termijnen();
std::unique_ptr<Opdracht> maak_reken();
std::unique_ptr<Opdracht> maak_lijst();
std::unique_ptr<Opdracht> maak_toon();
std::unique_ptr<Opdracht> maak_controleer();
std::unique_ptr<Opdracht> maak_init();
std::unique_ptr<Opdracht> maak_beleid();
std::unique_ptr<Opdracht> maak_sleutel();
std::unique_ptr<Opdracht> maak_sleutels();
std::unique_ptr<Opdracht> maak_ontgrendel();
std::unique_ptr<Opdracht> maak_vergrendel();
std::unique_ptr<Opdracht> maak_gebruiker();
std::unique_ptr<Opdracht> maak_gemeente();
std::unique_ptr<Opdracht> maak_logboek();
std::unique_ptr<Opdracht> maak_git();
std::unique_ptr<Opdracht> maak_dokter();
std::unique_ptr<Opdracht> maak_ijkpunt();
std::unique_ptr<Opdracht> maak_voltooiing();
std::unique_ptr<Opdracht> maak_uitleg();

}  // namespace pga::cli
