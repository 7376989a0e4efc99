// SPDX-License-Identifier: EUPL-1.2
//
// What every command that writes files answers: what it would write (--droog), what it wrote (-v), and its result.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/omgeving.h"
#include "lib/kast/bestand.h"

namespace pga::cli {

/// What every command says at the end of --droog. The entry of the log, that a dossier was opened, is written.
inline constexpr const char* kDroogGedaan = "--droog: er is niets vastgelegd";

/// For --droog: the files with their sizes, below `map` as far as they lie there, and those that would be
/// destroyed.
void toon_droog(Omgeving& omgeving, const kast::Pad& map, const std::vector<kast::NieuwBestand>& bestanden,
                const std::vector<kast::Pad>& wissen = {});

/// For -v: names the files that were written.
void meld_geschreven(const Omgeving& omgeving, const std::vector<kast::NieuwBestand>& bestanden);

/// The result of a command that wrote something: `json` with --json, else `tekst`, which may be empty. When it
/// cannot be printed, Fout(algemeen) says that it was done all the same (`gedaan`) and what to do (`tip`): nobody
/// should do it twice.
void antwoord(Omgeving& omgeving, const std::string& tekst, const nlohmann::ordered_json& json,
              const std::string& gedaan, const std::string& tip);

}  // namespace pga::cli
