#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# sh tests/run.sh
# Builds pga and runs every test plainly (preset dev), and those that run its code under the sanitizers (preset asan),
# on a bare Debian 12 too. The last thing printed is the summary of ctest; the exit code is not 0 when anything failed.
# JOBS=n sets how much runs at once (default: every processor).
set -eu

cd "$(dirname "$0")/.."
sh tests/installeer.sh build test

jobs=${JOBS:-$(nproc)}
export CMAKE_BUILD_PARALLEL_LEVEL="$jobs" CTEST_PARALLEL_LEVEL="$jobs"
for preset in dev asan; do
  cmake --workflow --preset "$preset"
done
