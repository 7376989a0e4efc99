// SPDX-License-Identifier: EUPL-1.2
//
// The one place where commands get into the processing log (lib/kast/logboek.h). What a command opened, laad()
// noted in the Inzage of its reader. A command that writes adds its entry to its own batch with boek(), and fails
// when that fails; of every other command the entry is added when it has run. One that cannot be added, because the
// kast may not be written, is said on stderr and stops nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/kast.h"
#include "lib/kast/logboek.h"
#include "lib/kast/voornemen.h"

namespace pga::cli {

/// Runs a command and records what it opened, also when it fails; what it saw, this computer remembers
/// (geheugen.h).
int met_logboek(Omgeving& omgeving, const std::string& handeling, const std::function<int()>& doe);

/// What a command is about to write.
struct Geschreven {
  std::optional<Nummer> dossier;
  std::string stuk;                            // digest
  const kast::BeheerVersie* straks = nullptr;  // a version of beheer that comes with it: who gets keys of the log
};

/// Puts the entry of a command that writes at the head of its batch, when it opened or writes sealed content. Under
/// the lock.
void boek(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, const Geschreven& geschreven,
          kast::Voornemen& partij);

/// What is recorded of the command so far.
[[nodiscard]] kast::LogInhoud log_inhoud(const Omgeving& omgeving);

}  // namespace pga::cli
