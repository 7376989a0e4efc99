// SPDX-License-Identifier: EUPL-1.2
// The main of every test executable, so that doctest's runner is compiled once.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
