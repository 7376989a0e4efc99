// SPDX-License-Identifier: EUPL-1.2
//
// Texts that break YAML readers, and random documents: one seed, one series.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "lib/basis/waarde.h"

namespace pga::test {

using Toeval = std::mt19937;

/// A number below `n`, the same on every machine (the standard distributions are not).
[[nodiscard]] unsigned onder(Toeval& toeval, unsigned n);

/// Appends a code point as UTF-8, surrogates too: independent of the code under test.
void voeg_toe(std::string& uit, char32_t punt);

[[nodiscard]] const std::vector<std::string>& vijandige_teksten();
[[nodiscard]] std::string willekeurige_tekst(Toeval& toeval);
[[nodiscard]] Waarde willekeurige_kaart(Toeval& toeval, int diepte);

}  // namespace pga::test
