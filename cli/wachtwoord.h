// SPDX-License-Identifier: EUPL-1.2
//
// Where a passphrase comes from, in this order: the open file that PGA_WACHTWOORD_FD names (a line for each), the
// credential pga-wachtwoord of systemd, the program that PGA_ASKPASS names, the terminal without echo. Never an
// option or the environment itself; always straight into locked memory.
#pragma once

#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/bestand.h"
#include "lib/seal/secret.h"

namespace pga::cli {

/// What a passphrase is for: a new one is chosen by a person, not by systemd.
enum class Wachtwoord { bestaand, nieuw };

/// `geen_invoer`: nothing may be asked of a person. Throws Fout(sleutel) when there is none to be had,
/// Fout(gebruik) when the environment names what is not there.
[[nodiscard]] seal::SecretBytes lees_wachtwoord(const std::string& vraag, Wachtwoord soort, bool geen_invoer);

/// A file of that name in the directory that systemd gave (systemd.exec(5), LoadCredential=); empty when there is
/// none.
[[nodiscard]] kast::Pad systemd_bestand(const std::string& naam);

}  // namespace pga::cli
