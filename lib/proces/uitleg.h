// SPDX-License-Identifier: EUPL-1.2
//
// Uitleg: what the law asks at one point of the work, short enough for a screen, with the articles. One table, from
// which `pga uitleg` and the page pga-recht(7) both come.
//
// Promises: says what an article says, and calls a reading or a policy by that name. Is no advice. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pga::proces {

struct Uitleg {
  std::string_view onderwerp;                // "weging"
  std::string_view titel;                    // "De weging"
  std::vector<std::string_view> ook;         // other words for it: a command, an article as "art5lid3"
  std::vector<std::string_view> zinnen;      // each with its article
  std::vector<std::string_view> opdrachten;  // "weeg"
};

/// All of them, in the order of a case.
[[nodiscard]] const std::vector<Uitleg>& uitleg();

/// The ones that a person means with these words: "weging", "weeg", "art. 5 lid 3 Wet PGA", "artikel 41 UAVG". An
/// article without a law is of the Wet PGA, or of the law that has one of that number here. Empty when there is
/// none.
[[nodiscard]] std::vector<const Uitleg*> zoek_uitleg(std::string_view woorden);

/// Every word that finds something, for a suggestion.
[[nodiscard]] std::vector<std::string> uitlegwoorden();

}  // namespace pga::proces
