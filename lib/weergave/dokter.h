// SPDX-License-Identifier: EUPL-1.2
//
// What pga dokter found, as a table and as JSON.
#pragma once

#include <string>
#include <vector>

#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct DokterRegel {
  std::string onderwerp;
  std::string oordeel;  // "goed", "let op" or "fout"
  std::string uitkomst;
  std::string tip;  // or empty
};

[[nodiscard]] std::string dokter_tekst(const std::vector<DokterRegel>& regels, const Stijl& stijl);

/// [{"onderwerp", "oordeel", "uitkomst", "tip"}] and a line end; no tip is null.
[[nodiscard]] std::string dokter_json(const std::vector<DokterRegel>& regels);

}  // namespace pga::weergave
