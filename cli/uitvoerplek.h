// SPDX-License-Identifier: EUPL-1.2
//
// Where a command may put a file that a user names: never over another, never into the kast, where git would keep
// it.
#pragma once

#include <string>
#include <string_view>

#include "lib/kast/kast.h"

namespace pga::cli {

/// Throws Fout(gebruik) when that path lies in the kast or among its keys: "een brief hoort niet in de kast: hij
/// ...".
void eis_buiten_kast(const kast::Kast& kast, const std::string& pad, std::string_view een, std::string_view waarom);

/// Throws Fout(gebruik) when there is something of that name already, or no directory to put it in.
void eis_nieuw_bestand(const std::string& pad);

}  // namespace pga::cli
