// SPDX-License-Identifier: EUPL-1.2
//
// The register of gebruikers: who each is, and what is on record of VOG, screening and training (artikel 12 and 17
// Besluit PGA). Values in, text or JSON out; what is not on record is said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct RegisterRij {
  std::string gebruiker;
  std::string naam;          // empty: nothing on record
  std::string soort_bewijs;  // vog or screening; empty: nothing on record
  std::optional<Datum> bewijs_op;
  std::optional<Datum> bewijs_tot;
  std::string opleiding;  // which one, or empty
  std::optional<Datum> opleiding_op;
  std::optional<Datum> opleiding_tot;
};

[[nodiscard]] std::string register_tekst(const std::vector<RegisterRij>& rijen, Datum vandaag, const Stijl& stijl);
[[nodiscard]] std::string register_json(const std::vector<RegisterRij>& rijen, Datum vandaag);

}  // namespace pga::weergave
