// SPDX-License-Identifier: EUPL-1.2
//
// What may follow about the notification of a betrokkene, as things stand, and what that rests on. It advises and
// forbids nothing: a fact that is not in the list can be recorded all the same.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lib/basis/datum.h"

#include "lib/proces/dossier.h"

namespace pga::proces {

/// The steps that make sense now, the most usual first; none when there is nothing (more) to do.
[[nodiscard]] std::vector<NotificatieStap> vervolgstappen(const Dossier& dossier, const Betrokkene& betrokkene);

/// Whether a decision on the case comes first: it was not weighed yet, or waits.
[[nodiscard]] bool nog_te_wegen(const Dossier& dossier);

/// Whether the case ended without being taken up: nobody has to be told (a reading: no article says so).
[[nodiscard]] bool niet_opgenomen(const Dossier& dossier);

/// Whether data may have gone to a derde before this person was told, without that being on record: somebody whom
/// the plan is about, not told, whose first disclosure is not recorded.
[[nodiscard]] bool wist_niet_van_verstrekking(const Dossier& dossier, const Betrokkene& betrokkene);

/// The age of a betrokkene on that day in whole years, as far as identiteit is open: by the day of birth, else by
/// estimate.
[[nodiscard]] std::optional<std::int64_t> leeftijd_op(const Betrokkene& betrokkene, Datum dag);

}  // namespace pga::proces
