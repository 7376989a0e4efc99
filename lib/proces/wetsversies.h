// SPDX-License-Identifier: EUPL-1.2
//
// Provisions whose text changed while cases run: each version with the days it is in force and its source. The day
// of a fact picks the version, not the day of looking. Data only; what a version asks is tested elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"

namespace pga::proces {

/// Who exercises the rights of a minor, and so to whom the letter goes.
enum class Uitoefening { vertegenwoordiger, kind_of_vertegenwoordiger, zelf };

inline constexpr std::int64_t kMeerderjarig = 18;  // years; artikel 1:233 BW

/// Artikel 5, lid 4, UAVG. Below `samen_vanaf` years: the legal representative; from there: the child or the
/// representative; from `zelf_vanaf`: the person.
struct MinderjarigenVersie {
  std::optional<Datum> van;  // none: the first version
  std::optional<Datum> tot;  // last day; none: in force
  std::int64_t samen_vanaf;
  std::int64_t zelf_vanaf;
  std::string_view bron;

  [[nodiscard]] Uitoefening bij(std::int64_t leeftijd) const;
  /// "artikel 5, lid 4, UAVG zoals dat gold tot en met 31 augustus 2026".
  [[nodiscard]] std::string tekst() const;
};

/// All versions, the oldest first: no gap and no overlap.
[[nodiscard]] const std::vector<MinderjarigenVersie>& minderjarigen_versies();
/// The version in force on that day.
[[nodiscard]] const MinderjarigenVersie& minderjarigen_versie(Datum dag);

}  // namespace pga::proces
