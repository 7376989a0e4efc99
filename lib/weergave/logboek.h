// SPDX-License-Identifier: EUPL-1.2
//
// The processing log, as a table and as JSON.
#pragma once

#include <string>
#include <vector>

#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct LogRegel {
  std::string tijd;  // RFC 3339
  std::string gebruiker;
  std::string herkomst;
  std::string handeling;
  std::vector<std::string> dossiers;
  std::string stuk;  // digest, or empty
  int resultaat = 0;
  std::string doel;    // or empty
  std::string digest;  // of the entry itself
};

/// In the order given, with their number below.
[[nodiscard]] std::string logboek_tekst(const std::vector<LogRegel>& regels, const Stijl& stijl);

/// [{"tijd", "gebruiker", "herkomst", "handeling", "dossiers", "stuk", "resultaat", "doel", "regel"}] and a line
/// end; what is not there is null.
[[nodiscard]] std::string logboek_json(const std::vector<LogRegel>& regels);

}  // namespace pga::weergave
