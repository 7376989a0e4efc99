// SPDX-License-Identifier: EUPL-1.2
//
// What a gemeente fills in of the Leidraad Professioneel Oordeel: its questions for each aspect, and the fields of
// its contextcasusformulier.
//
// The Leidraad and its form are not public. What stands here without policy is our own example, and its name says
// so wherever it is printed. Nothing in it is required of a case.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"

namespace pga::proces {

/// Questions that help when partners differ about an aspect, or know too little.
struct Hulpvragen {
  std::string naam;
  std::map<std::string, std::vector<std::string>, std::less<>> vragen;  // by aspect

  /// None when there are none about it.
  [[nodiscard]] const std::vector<std::string>& over(std::string_view aspect) const;
};

struct Contextveld {
  std::string veld;
  std::string vraag;
  bool online = false;  // only what a deelnemer lawfully brought in
};

struct Contextlijst {
  std::string naam;
  std::vector<Contextveld> velden;

  /// nullptr when it has no such field.
  [[nodiscard]] const Contextveld* vind(std::string_view veld) const;
};

/// Ours, for a gemeente that has none of its own.
[[nodiscard]] Hulpvragen voorbeeldvragen();
[[nodiscard]] Contextlijst voorbeeldlijst();

/// From the `hulpvragen` and `contextlijst` of a policy; what holds no question or field is the example.
[[nodiscard]] Hulpvragen lees_hulpvragen(const Waarde& w);
[[nodiscard]] Contextlijst lees_contextlijst(const Waarde& w);
/// As a policy has them.
[[nodiscard]] Waarde als_document(const Hulpvragen& h);
[[nodiscard]] Waarde als_document(const Contextlijst& l);

}  // namespace pga::proces
