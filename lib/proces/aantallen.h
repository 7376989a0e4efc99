// SPDX-License-Identifier: EUPL-1.2
//
// Aantallen: what stays of dossiers that were anonymised (artikel 9 Wet PGA): totals of a kast, by a few questions
// that are asked apart. No cross tables, no year, no organisation, nothing from a sealed text.
//
// Promises: what is shown (toonbaar) is rounded down to a ten, so that no number below ten can be told from
// another, not by subtracting either. Pure. Does not promise that totals are anonymous in the sense of the AVG:
// whoever keeps an older total can subtract, and the first few totals are about few people.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

/// How it ended. The reasons of a closing are taken together: a rare one would tell who it was.
enum class Afloop { afgedaan, niet_opgenomen, doelen_bereikt, geen_aanwijzingen, anders_gesloten, niet_gesloten };
template <>
struct Woorden<Afloop> {
  static constexpr std::array<std::string_view, 6> namen = {
      "afgedaan", "niet_opgenomen", "doelen_bereikt", "geen_aanwijzingen", "anders_gesloten", "niet_gesloten"};
};

/// From the first receipt to the end of the case.
enum class Looptijd { tot_half_jaar, tot_twee_jaar, langer, onbekend };
template <>
struct Woorden<Looptijd> {
  static constexpr std::array<std::string_view, 4> namen = {"tot_half_jaar", "tot_twee_jaar", "langer", "onbekend"};
};

/// What became of the notification of the one it was about.
enum class Bericht { verzonden, na_uitstel, uitgesteld, niet_verzonden, niet_nodig };
template <>
struct Woorden<Bericht> {
  static constexpr std::array<std::string_view, 5> namen = {"verzonden", "na_uitstel", "uitgesteld",
                                                            "niet_verzonden", "niet_nodig"};
};

/// What one dossier adds: one answer to each question, from what termijnen says.
struct Kenmerken {
  Afloop afloop;
  Looptijd looptijd;
  Bericht bericht;
};
[[nodiscard]] Kenmerken kenmerken_van(const Dossier& dossier);

struct Aantallen {
  int totaal = 0;
  std::array<int, Woorden<Afloop>::namen.size()> afloop{};
  std::array<int, Woorden<Looptijd>::namen.size()> looptijd{};
  std::array<int, Woorden<Bericht>::namen.size()> bericht{};

  void tel(const Kenmerken& kenmerken);
  friend bool operator==(const Aantallen&, const Aantallen&) = default;
};

/// One question, with a number for each of its answers.
struct Uitsplitsing {
  std::string_view naam;
  std::span<const std::string_view> woorden;
  std::span<const int> cellen;
};
/// `aantallen` must outlive the answer.
[[nodiscard]] std::array<Uitsplitsing, 3> uitsplitsingen(const Aantallen& aantallen);

/// Of two that counted different dossiers.
[[nodiscard]] Aantallen plus(const Aantallen& a, const Aantallen& b);
/// Of two that went on from the same totals unaware of each other: at least what both counted. A dossier that one
/// of them counted just like the other's is missed, never counted twice.
[[nodiscard]] Aantallen samen(const Aantallen& a, const Aantallen& b);

/// The fields of the soort aantallen in zaak; what is nought stands not there.
[[nodiscard]] Waarde als_waarde(const Aantallen& aantallen);
/// Nothing when it cannot be: not a number, less than nought, or an answer more often than there are dossiers.
[[nodiscard]] std::optional<Aantallen> lees_aantallen(const Waarde& zaak);

/// From this number on one is shown.
inline constexpr int kDrempel = 10;
/// What may be shown of a number: rounded down to a ten; nothing below ten.
[[nodiscard]] std::optional<int> toonbaar(int aantal);

/// The newest totals on record, by digest: what nothing took over. Totals that went on from the same ones, in two
/// clones of one gebruiker, stand in one group.
[[nodiscard]] std::vector<std::vector<std::string>> nieuwste_aantallen(const Dossier& gemeente);

/// How many dossiers were counted in more than one clone.
[[nodiscard]] int dubbel_geteld(const Dossier& gemeente);

}  // namespace pga::proces
