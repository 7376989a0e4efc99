// SPDX-License-Identifier: EUPL-1.2
//
// Other processes to break things in: killed at any system call, out of room, without rights.
#pragma once

#include <functional>

namespace pga::test {

/// Runs `doe` in a child; its answer, or minus the signal that ended it.
[[nodiscard]] int in_kind(const std::function<int()>& doe);

/// Whether this machine lets a process watch its child.
[[nodiscard]] bool kan_volgen();

/// Runs `doe` in a child and kills it just before the n-th system call that can change the disk. Whether it had
/// ended by then, well.
[[nodiscard]] bool dood_bij(int n, const std::function<void()>& doe);

/// From now on this process has no O_TMPFILE, as on a file system that lacks it. False when that cannot be had.
[[nodiscard]] bool zonder_tmpfile();

/// From now on this process is nobody. False when it may not change.
[[nodiscard]] bool word_niemand();

}  // namespace pga::test
