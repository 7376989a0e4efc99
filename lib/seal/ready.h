// SPDX-License-Identifier: EUPL-1.2
//
// libsodium must be initialised before its first use, or it runs its slow code. Every entry of lib/seal calls one
// of these two, so that it works in whatever order a program starts. Inside lib/seal only.
#pragma once

namespace pga::seal {

[[nodiscard]] bool sodium_ready() noexcept;

/// Throws Fout(algemeen) when libsodium cannot start.
void need_sodium();

}  // namespace pga::seal
