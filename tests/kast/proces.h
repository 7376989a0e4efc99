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

/// What befalls a process at a system call that can change something.
enum class Ramp {
  geen,
  dood,       // killed just before it
  schijf_vol  // from it on the disk is full: nothing is written or made any more, and the process is told so
};

struct Afloop {
  int code = 0;       // of exit, or minus the signal that ended it
  int aanroepen = 0;  // how many such calls were seen
};

/// Whether this machine can make a disk look full to a process it watches.
[[nodiscard]] bool kan_schijf_vullen();

/// Runs `doe` in a child, or what it executes; at the n-th system call that can change the disk or the keyring,
/// `ramp`. What it says on its terminal does not count.
[[nodiscard]] Afloop volg(const std::function<void()>& doe, Ramp ramp, int n);

/// Runs `doe` in a child and kills it just before the n-th such call. Whether it had ended by then, well.
[[nodiscard]] bool dood_bij(int n, const std::function<void()>& doe);

/// From now on this process has no O_TMPFILE, as on a file system that lacks it. False when that cannot be had.
[[nodiscard]] bool zonder_tmpfile();

/// From now on this process is nobody. False when it may not change.
[[nodiscard]] bool word_niemand();

}  // namespace pga::test
