// SPDX-License-Identifier: EUPL-1.2
//
// What the judgments on the five aspects say, for every form in which they are shown; private to this layer.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/toon.h"

namespace pga::weergave {

inline constexpr std::string_view kOnvoldoende = "onvoldoende_informatie";

struct Aspect {
  std::string_view veld;
  std::string_view titel;
};
inline constexpr std::array<Aspect, 5> kAspecten = {
    {{"zelfredzaamheid", "Zelfredzaamheid"},
     {"identiteit", "Identiteit"},
     {"sociale_relaties", "Sociale relaties"},
     {"ideologie", "Ideologie"},
     {"actie_en_geweldsbereidheid", "Actie- en geweldsbereidheid"}}};

/// What a stuk says of one aspect; nullptr when it says nothing, or that is sealed.
[[nodiscard]] const Waarde* oordeel(const StukBlad& stuk, std::string_view aspect);
/// A field of that; empty when there is none.
[[nodiscard]] std::string oordeel_woord(const Waarde* oordeel, std::string_view veld);

/// Whether some of a stuk is closed to the reader, so that a silence may be a seal.
[[nodiscard]] bool deels_dicht(const StukBlad& stuk);

/// The profiles that count, oldest first.
[[nodiscard]] std::vector<const StukBlad*> geldige_profielen(const DossierBlad& blad);

/// The beoordelingen of one round, and the profile that ended it: nullptr while it goes on.
struct Ronde {
  std::vector<const StukBlad*> beoordelingen;  // the latest of each author, in the order of the fold
  const StukBlad* profiel = nullptr;
};

/// The round that goes on; when nobody has judged since the last profile, that of it.
[[nodiscard]] Ronde huidige_ronde(const DossierBlad& blad);

/// The organisation that judges.
[[nodiscard]] std::string van_wie(const StukBlad& stuk);

/// Where the partners stand apart on one aspect, as far as the reader sees.
struct Verschil {
  bool vergeleken = true;  // every judgment of the round could be seen
  bool verschillen = false;
  std::vector<std::string> weet_te_weinig;
};

[[nodiscard]] Verschil vergelijk(const Ronde& ronde, std::string_view aspect);

/// The words of the scale that the marks stand on: those of now, when this profile was made with them.
[[nodiscard]] std::vector<std::string> standen_voor(const DossierBlad& blad, const StukBlad& profiel);

/// Whether the joint judgment leaves something to gain on this aspect: what is attainable stands higher on the
/// scale, or, when those words are of another scale, elsewhere.
[[nodiscard]] bool ruimte(const Waarde* samen, const std::vector<std::string>& standen);

}  // namespace pga::weergave
