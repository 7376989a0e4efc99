// SPDX-License-Identifier: EUPL-1.2
//
// The drafts on this computer, as a list.
#pragma once

#include <string>
#include <vector>

#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct ConceptRegel {
  std::string id;
  std::string dossier;  // empty: a new one
  std::string soort;    // empty: it does not open (any more)
  std::string stap;
  std::string gewijzigd;  // RFC 3339
};

[[nodiscard]] std::string concepten_tekst(const std::vector<ConceptRegel>& regels, const Stijl& stijl);

/// [{"concept", "dossier", "soort", "stap", "gewijzigd"}], with a line end; what is not known is null.
[[nodiscard]] std::string concepten_json(const std::vector<ConceptRegel>& regels);

}  // namespace pga::weergave
