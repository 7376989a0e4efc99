// SPDX-License-Identifier: EUPL-1.2
//
// Whether a dossier may be destroyed, or must be, and what forbids it (artikel 9 Wet PGA, artikel 16 Besluit PGA).
// Pure. The retention terms come from the rules of lib/termijn; here stands which of them counts, and when none
// does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/proces/dossier.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

struct Vernietigbaar {
  std::optional<VernietigGrond> grond;  // nothing: the case goes on
  std::string waarom = {};              // in a sentence, and the article: of this case
  std::string grondslag = {};
  std::optional<termijn::Termijn> termijn;  // the retention term that it rests on
  std::vector<Bevinding> beletselen;        // of the kind geweigerd: while there is one, nothing is destroyed
  std::vector<termijn::Termijn> nog_open;   // what nobody can do any more once it is gone
};

[[nodiscard]] Vernietigbaar vernietigbaar(const Dossier& dossier, const std::vector<termijn::Termijn>& termijnen,
                                          Datum peildatum);

/// The holds that run: while there is one, nothing of the dossier is destroyed. Of the kind geweigerd.
[[nodiscard]] std::vector<Bevinding> lopende_bewaringen(const Dossier& dossier);

/// Why, in a sentence: "de casus is niet opgenomen".
[[nodiscard]] std::string_view waarom(VernietigGrond grond);
/// On which article that rests.
[[nodiscard]] std::string_view grondslag(VernietigGrond grond);
/// Whether the law says that it must go now, and not only that it may.
[[nodiscard]] bool moet(VernietigGrond grond);

}  // namespace pga::proces
