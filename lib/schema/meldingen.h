// SPDX-License-Identifier: EUPL-1.2
//
// The Dutch of a finding: what is wrong with a value and what to do about it. No places and no walking here.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/schema/beeld.h"

namespace pga::schema {

/// What is wrong (no final stop), what to do next, and the article that asks for it where that is the point.
struct Melding {
  std::string wat;
  std::string tip;
  std::string grondslag = {};
};

/// `pad` is the place in the document as a message names it: "signalen[2].datum", or empty for the whole.
[[nodiscard]] Melding fout_type(unsigned types, const Waarde& w, const std::string& pad);
/// `beeld`: of the same place, for what the choices mean; may be nullptr.
[[nodiscard]] Melding fout_keuze(const Regels& r, const Beeld* beeld, const Waarde& w, const std::string& pad);
[[nodiscard]] Melding fout_vast(const Regels& r, const Waarde& w, const std::string& pad);
[[nodiscard]] Melding fout_formaat(const Regels& r, const Waarde& w, const std::string& pad, bool verplicht);
[[nodiscard]] Melding fout_patroon(const Regels& r, const Beeld* beeld, const Waarde& w, const std::string& pad);
[[nodiscard]] Melding fout_onbekend(const Regels& r, const Veld& veld, const std::string& pad);
/// `reden` says when the field is needed (reden_van); empty: always. `leeg`: the field is there, without a value.
[[nodiscard]] Melding fout_ontbreekt(const Beeld* veld, const std::string& naam, const std::string& pad,
                                     const std::string& reden, bool leeg);
/// A count outside its bounds: "te weinig onderdelen: 0, ten minste 1".
[[nodiscard]] Melding fout_aantal(const Grenzen& grenzen, std::int64_t aantal, const std::string& eenheid,
                                  const std::string& pad);
[[nodiscard]] Melding fout_getal(const Grenzen& grenzen, std::int64_t getal, const std::string& pad);
/// A field of other stappen than the one that is recorded.
[[nodiscard]] Melding fout_stap(const std::string& veld, const std::vector<std::string>& stappen,
                                const std::string& stap);
[[nodiscard]] Melding fout_dubbel(const Waarde& w, const std::string& pad);

/// The choices on which an `if` rests: a field and the values that it names. Empty for any other `if`.
struct Voorwaarde {
  std::string veld;
  std::vector<std::string> waarden;
};
[[nodiscard]] Voorwaarde voorwaarde_van(const Regels& als);

/// What an `if` on choices says, for a person: "stap" "verzonden" is. Empty for any other `if`.
[[nodiscard]] std::string reden_van(const Regels& als);

}  // namespace pga::schema
