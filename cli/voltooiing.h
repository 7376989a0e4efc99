// SPDX-License-Identifier: EUPL-1.2
//
// Voltooiing: what can stand at the place of the cursor, for the shell. The scripts that `pga voltooiing` prints
// ask it with kVoltooi and the words of the line.
//
// Promises: silent and quick; opens nothing sealed, asks nothing, writes nothing, also not in the log. Numbers and
// gebruikers come from what is in clear in the kast: the names of directories, and beheer. What cannot be read
// gives no words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/omgeving.h"

namespace pga::cli {

/// The first word of such a question: no command has it.
inline constexpr std::string_view kVoltooi = "__voltooi";

/// Prints a word a line, with after a tab what it is; kBestand alone where the name of a file belongs. `woorden`:
/// the line without the program's name, up to and with the word at the cursor, which may be empty.
void druk_kandidaten(Omgeving& omgeving, const std::vector<std::string>& woorden);
inline constexpr std::string_view kBestand = ":bestand";

}  // namespace pga::cli
