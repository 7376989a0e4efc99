// SPDX-License-Identifier: EUPL-1.2
//
// The facts of the kast itself that no stuk says, because they follow from the calendar and from beheer: the Act
// came into force, a year is over, a gebruiker was designated. With those of the dossier gemeente they give the
// terms of the kast. Pure; knows no kast, only what it is told of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/feit.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

/// A gebruiker who is a person: from the first day of the first key to the last of the last, if that is set.
struct Aanwijzing {
  std::string id;
  Datum van;
  std::optional<Datum> tot;
};

struct KastStand {
  Datum begonnen;  // the first version of beheer
  std::vector<Aanwijzing> aanwijzingen;
};

/// What follows from beheer and the calendar alone, up to and including the day.
[[nodiscard]] std::vector<termijn::Feit> kast_feiten(const KastStand& kast, Datum peildatum);

/// The terms of the kast. `stukken`: the facts of the dossier gemeente; nothing when it could not be read: then
/// only the terms that no stuk could have met.
[[nodiscard]] std::vector<termijn::Termijn> kast_termijnen(const KastStand& kast,
                                                           const std::optional<std::vector<termijn::Feit>>& stukken,
                                                           const termijn::Beleid& beleid, Datum peildatum,
                                                           std::optional<termijn::Moment> nu = std::nullopt);

}  // namespace pga::proces
