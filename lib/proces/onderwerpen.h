// SPDX-License-Identifier: EUPL-1.2
//
// The soorten that follow one thing through several stukken under an id: a hold, a request, a mistake, a breach.
// Which of them a dossier has, for whoever names one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/proces/dossier.h"

namespace pga::proces {

struct OnderwerpSoort {
  std::string_view soort;
  std::string_view begin;  // the stap that opens one
  char letter;             // its id begins with
  std::string_view wat;    // "de bewaring"
  std::string_view welke;  // "welke bewaring"
};

/// nullptr for a soort that has no such thing.
[[nodiscard]] const OnderwerpSoort* onderwerp_soort(std::string_view soort);

struct Onderwerp {
  std::string id;
  std::string stuk;  // that opened it
  bool loopt = true;
};

/// All of that soort, in the order of the fold.
[[nodiscard]] std::vector<Onderwerp> onderwerpen(const Dossier& dossier, std::string_view soort);

}  // namespace pga::proces
