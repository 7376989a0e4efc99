// SPDX-License-Identifier: EUPL-1.2
//
// The rules for terms, as a table. What the law says about a date stands here and nowhere else.
#pragma once

#include <string_view>
#include <vector>

#include "lib/termijn/feit.h"
#include "lib/termijn/kalender.h"
#include "lib/termijn/termijn.h"

namespace pga::termijn {

/// What a rule is about: each of these has a term of its own.
enum class Per { dossier, betrokkene, onderwerp };

/// How long a term is: fixed by the law (`vast`), or so many units by policy (`beleid`). The day that a fact sets
/// itself (Feit::tot) goes first.
struct Lengte {
  Duur vast = {};
  int Beleid::*beleid = nullptr;
};

struct Regel {
  std::string_view id;
  std::string_view zin = {};  // what has to be done
  Per per = Per::dossier;
  std::vector<FeitSoort> start = {};  // any of these opens a term; a newer one takes the place of an older
  Lengte lengte = {};                 // ignored for a fact that sets its own day
  Regime regime = Regime::kalender;
  std::vector<FeitSoort> vervuld = {};     // any of these meets it
  std::vector<FeitSoort> vervalt = {};     // any of these ends the duty
  std::vector<FeitSoort> opgeschort = {};  // suspended from any of these on (until it is met or lapses)
  std::vector<FeitSoort> wijkt_voor = {};  // no term at all when there is one of these
  std::string_view grondslag = {};
  Zekerheid zekerheid = Zekerheid::wet;
  // Only for the duty to notify, whose start the law leaves open: it has an anchor of its own (the weegbesluit or
  // the receipt, by policy) and an earliest reading.
  bool notificatie = false;
};

/// All rules, in the order in which equally urgent terms are listed.
[[nodiscard]] const std::vector<Regel>& regels();

}  // namespace pga::termijn
