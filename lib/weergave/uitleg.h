// SPDX-License-Identifier: EUPL-1.2
//
// What the law asks at a point, and which points there are, on the screen and as JSON. Pure.
#pragma once

#include <string>
#include <vector>

#include "lib/proces/uitleg.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// A title, a sentence an item, and the commands that go with it.
[[nodiscard]] std::string uitleg_tekst(const std::vector<const proces::Uitleg*>& welke, const Stijl& stijl);

/// A line each: the word to ask for, and the title.
[[nodiscard]] std::string uitleg_lijst(const std::vector<const proces::Uitleg*>& welke, const Stijl& stijl);

/// [{onderwerp, titel, zinnen, opdrachten}]
[[nodiscard]] std::string uitleg_json(const std::vector<const proces::Uitleg*>& welke);

}  // namespace pga::weergave
