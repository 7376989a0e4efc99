// SPDX-License-Identifier: EUPL-1.2
//
// Values that the tests of this layer share.
#pragma once

#include <optional>
#include <string>

#include "lib/termijn/termijn.h"

namespace voorbeeld {

/// A term of the rule notificatie with this status, and the ernst that goes with it (never kritiek for onverwijld).
[[nodiscard]] pga::termijn::Termijn termijn(pga::termijn::Status status, pga::Datum veilig,
                                            std::optional<pga::Datum> uiterlijk);

/// Text that would clear a screen, retitle a window, reverse letters, and begin a line of its own.
[[nodiscard]] std::string vijandig();

/// None of the bytes by which vijandig() does so; line ends count only where `regels` is false.
[[nodiscard]] bool onschadelijk(const std::string& tekst, bool regels = true);

/// The widest line in columns.
[[nodiscard]] int breedste(const std::string& tekst);

/// How often `deel` occurs.
[[nodiscard]] int keer(const std::string& tekst, const std::string& deel);

}  // namespace voorbeeld
