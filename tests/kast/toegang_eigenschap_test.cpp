// SPDX-License-Identifier: EUPL-1.2
//
// What pga toegang says is what keys do: after any sequence of letting somebody in, for a while or for good, ending
// that, handing over, naming regisseurs (where they read their own cases), what partners
// find and the joint judgment over it, taking out what was wrong, renewing keys, closing, who keeps a closed case,
// and bringing two clones together. The seeds are fixed (a few, more with PGA_ALLE_MOMENTEN=1, one with
// PGA_ZAAD=N); a failure prints the whole sequence.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "tests/kast/wereld.h"

using namespace pga::test;

namespace {

void leef(std::uint32_t zaad, bool eigen) {
  CAPTURE(zaad);
  CAPTURE(eigen);
  Wereld w(zaad, eigen);
  w.toets();
  for (int stap = 0; stap < 14; ++stap) {
    w.doe_iets();
    w.toets();
  }
}

}  // namespace

#ifdef PGA_GROF
constexpr std::uint32_t kGewoon = 2;
#else
constexpr std::uint32_t kGewoon = 6;
#endif

TEST_CASE("what pga toegang says is what the keys open, and everything opens to somebody, whatever was done") {
  if (const char* een = std::getenv("PGA_ZAAD")) {
    for (const bool eigen : {false, true}) leef(static_cast<std::uint32_t>(std::stoul(een)), eigen);
    return;
  }
  const std::uint32_t zaden = std::getenv("PGA_ALLE_MOMENTEN") != nullptr ? 60 : kGewoon;
  for (std::uint32_t zaad = 1; zaad <= zaden; ++zaad) {
    for (const bool eigen : {false, true}) leef(zaad, eigen);
  }
}
