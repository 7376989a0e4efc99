// SPDX-License-Identifier: EUPL-1.2
//
// The keyring of the kernel (keyrings(7)): a secret kept in memory, for a limited time, for one user of this
// computer. Of the persistent keyring, because others are not shared by cron, su and containers
// (persistent-keyring(7)).
//
// Promises: what is kept never lies on a disk, is gone after its time, and after a restart. Every process of the
// same user can read it, and so can root: that is the price of not being asked again. A kernel that does not allow
// it (no such keyrings, or a container that forbids them) is an answer, not a failure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/seal/secret.h"

namespace pga::seal {

/// Keeps a secret under that name for `seconds`, in the place of what had the name. False, and `reason` that of
/// the system, when the kernel does not allow it.
[[nodiscard]] bool keyring_store(const std::string& name, const SecretBytes& secret, unsigned seconds,
                                 std::string& reason);

/// What is kept under that name; nothing when there is none (any more), or it cannot be had.
[[nodiscard]] std::optional<SecretBytes> keyring_find(const std::string& name);

/// Every name that begins so. None, and `reason` that of the system, when the kernel does not allow it.
[[nodiscard]] std::vector<std::string> keyring_names(std::string_view prefix, std::string& reason);

/// Forgets it at once. False, and `reason` that of the system, when it is still there.
[[nodiscard]] bool keyring_remove(const std::string& name, std::string& reason);

}  // namespace pga::seal
