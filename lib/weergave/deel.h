// SPDX-License-Identifier: EUPL-1.2
//
// A part of a page that text and HTML both show: a heading, and rows of a word and what is said of it. Private to
// this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// Still to be made harmless. Without a word on the left it goes on with the row above.
struct DeelRij {
  std::string links;
  std::string rechts;
  Kleur kleur = Kleur::geen;
};

struct Deel {
  std::string kop{};
  std::vector<DeelRij> rijen{};

  void rij(std::string_view links, std::string_view rechts, Kleur kleur = Kleur::geen) {
    rijen.push_back({std::string(links), std::string(rechts), kleur});
  }
};

/// The heading and the rows in two columns; empty without a row.
[[nodiscard]] std::string deel_tekst(const Deel& deel, const Stijl& stijl);

}  // namespace pga::weergave
