// SPDX-License-Identifier: EUPL-1.2
//
// What overwriting a file is worth on the file system it lies on. Says nothing about the disk below: an SSD may
// keep old blocks whatever the file system does.
#pragma once

#include <string>

#include "lib/kast/bestand.h"

namespace pga::kast {

/// Why bytes that are overwritten there may stay readable, in Dutch ("btrfs schrijft op een andere plaats"); empty
/// where the file system writes in place, or where nobody can tell.
[[nodiscard]] std::string overschrijven_helpt_niet(const Pad& map);

}  // namespace pga::kast
