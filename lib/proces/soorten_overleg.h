// SPDX-License-Identifier: EUPL-1.2
//
// Meetings and what was agreed in them: the soorten overleg and actielijst. As in soorten.h: exactly the fields in
// the compartment termijnen, and functions that read them and never throw.
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

enum class OverlegSoort { casusoverleg, weegploeg, stuurgroep, dilemmasessie };
template <>
struct Woorden<OverlegSoort> {
  static constexpr std::array<std::string_view, 4> namen = {"casusoverleg", "weegploeg", "stuurgroep",
                                                            "dilemmasessie"};
};

/// A meeting about no case, or about cases by number only: it stands in the dossier gemeente.
[[nodiscard]] constexpr bool is_van_gemeente(OverlegSoort s) { return s >= OverlegSoort::stuurgroep; }
/// "het casusoverleg", "de stuurgroep".
[[nodiscard]] std::string_view het_overleg(OverlegSoort s);

/// What a later meeting did with the minutes of an earlier one.
enum class VaststellingUitkomst { vastgesteld, onder_voorbehoud, niet_vastgesteld };
template <>
struct Woorden<VaststellingUitkomst> {
  static constexpr std::array<std::string_view, 3> namen = {"vastgesteld", "onder_voorbehoud", "niet_vastgesteld"};
};

enum class ActieStatus { open, gedaan, vervallen };
template <>
struct Woorden<ActieStatus> {
  static constexpr std::array<std::string_view, 3> namen = {"open", "gedaan", "vervallen"};
};

struct ActieVelden {
  std::string id;
  std::optional<Datum> uiterlijk = std::nullopt;
  std::optional<Datum> datum = std::nullopt;  // it was agreed
  std::optional<ActieStatus> status = std::nullopt;
  std::optional<Datum> gedaan_op = std::nullopt;
};

struct Vaststelling {
  std::string id;
  std::string overleg;  // digest of the minutes
  std::optional<VaststellingUitkomst> uitkomst;
};

struct Overleg {
  std::optional<Datum> datum;
  OverlegSoort soort = OverlegSoort::casusoverleg;
  std::vector<Vaststelling> vaststellingen;
  std::vector<ActieVelden> acties;
  std::optional<Datum> volgend_overleg;
  std::optional<Datum> reservedatum;
};

struct Actielijst {
  std::optional<Datum> datum;
  std::vector<ActieVelden> acties;
};

[[nodiscard]] Overleg lees_overleg(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Actielijst lees_actielijst(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

}  // namespace pga::proces
