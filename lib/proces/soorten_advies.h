// SPDX-License-Identifier: EUPL-1.2
//
// The soort advies: what an expert was asked and what came of it. As in soorten.h: exactly the fields in the
// compartment termijnen, and a function that reads them and never throws.
//
// What kind of expert it is stands in zaak: that a psychologist was asked says something of somebody's health.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

enum class AdviesStap { gevraagd, ontvangen, besproken };
template <>
struct Woorden<AdviesStap> {
  static constexpr std::array<std::string_view, 3> namen = {"gevraagd", "ontvangen", "besproken"};
};

/// What an advies is for: the weighing of artikel 5, lid 3, or the casusoverleg of artikel 6 Wet PGA.
enum class AdviesBij { weging, casusoverleg };
template <>
struct Woorden<AdviesBij> {
  static constexpr std::array<std::string_view, 2> namen = {"weging", "casusoverleg"};
};

struct Advies {
  AdviesStap stap = AdviesStap::ontvangen;
  std::optional<Datum> datum;
  std::string id;
  std::optional<AdviesBij> bij;
  std::optional<Datum> gevraagd_op;  // of one that was not on record until it came
  std::optional<JaNee> anoniem;      // who it is about was not told
  std::optional<Datum> verwacht_op;
};

[[nodiscard]] Advies lees_advies(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

}  // namespace pga::proces
