// SPDX-License-Identifier: EUPL-1.2
//
// The joint profile as pictures: two marks for each aspect on a line of its own (now, attainable), and the same
// over time, one small picture for each aspect. Never a total, an average or a surface: the aspects are not
// compared. Private to this layer.
#pragma once

#include <string>

#include "lib/weergave/toon.h"

namespace pga::weergave {

/// A figure with the scale, the marks and what they mean; a sentence instead when this profile was made with the
/// words of another scale.
[[nodiscard]] std::string profiel_beeld(const DossierBlad& blad, const StukBlad& profiel);

/// The profiles on the scale of now, oldest first; empty when there are fewer than two of those.
[[nodiscard]] std::string verloop_beeld(const DossierBlad& blad);

}  // namespace pga::weergave
