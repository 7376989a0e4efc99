// SPDX-License-Identifier: EUPL-1.2
//
// Re-sealed stukken: keys were destroyed so that one wrong item could go (Besluit art. 8), and a regisseur sealed
// the rest again. In termijnen such a stuk says `herverzegeld: {stuk, door}`: which one it takes the place of, and
// who wrote that.
//
// What the first one said, nobody can look up once it is closed. So a re-sealed stuk is always shown as such, with
// who did it; and verified is what can be: that a regisseur did, that it comes after the first one, its author and
// soort.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// Gives each stuk that says so the place it takes (GeladenStuk::herverzegeld). Which of them may not take it:
/// those do not verify, and are among the findings. `stukken` in the order of their links.
[[nodiscard]] std::vector<bool> neem_plaatsen(const Kast& kast, std::vector<GeladenStuk>& stukken,
                                              std::vector<Bevinding>& bevindingen);

/// Which stukken no longer count, because another took their place or took the same place after them.
[[nodiscard]] std::vector<bool> opgevolgd(const std::vector<GeladenStuk>& stukken,
                                          std::vector<Bevinding>& bevindingen);

/// What follows on what, by the digests that stukken go by.
class Plaatsen {
 public:
  Plaatsen() = default;
  explicit Plaatsen(const std::vector<GeladenStuk>& stukken);
  [[nodiscard]] bool leeg() const { return genomen_.empty(); }
  /// Whether the place of that stuk is taken.
  [[nodiscard]] bool heeft(const std::string& digest) const;
  /// What comes after a re-sealed stuk, comes after the place it took and after all that it followed on itself.
  [[nodiscard]] std::vector<std::string> vorige(const GeladenStuk& stuk) const;

 private:
  struct Genomen {
    std::string plaats;
    std::vector<std::string> vorige;  // of the envelope
  };
  std::map<std::string, Genomen> genomen_;  // by the digest of the file
};

}  // namespace pga::kast
