// SPDX-License-Identifier: EUPL-1.2
//
// pga-ramp WHAT N COMMAND...: runs a command, and lets something befall it at its N-th system call that can change
// something: `dood` kills it, `vol` makes the disk full from there on. `tel FILE` lets it be, and writes how many
// such calls there were. Exits as the command did, 137 when it was killed, 77 when this machine allows none of it.
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/kast/proces.h"

using namespace pga::test;

int main(int argc, char** argv) {
  const std::string wat = argc > 3 ? argv[1] : "";
  if (wat != "tel" && wat != "dood" && wat != "vol") {
    std::cerr << "pga-ramp tel FILE|dood N|vol N COMMAND...\n";
    return 2;
  }
  if (!kan_volgen() || (wat == "vol" && !kan_schijf_vullen())) return 77;
  const Ramp ramp = wat == "tel" ? Ramp::geen : wat == "dood" ? Ramp::dood : Ramp::schijf_vol;
  const int n = wat == "tel" ? 0 : std::atoi(argv[2]);
  const Afloop afloop = volg(
      [&] {
        ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // a sanitizer cannot look for leaks in what is traced
        ::execvp(argv[3], argv + 3);
        ::_exit(127);
      },
      ramp, n);
  if (wat == "tel") std::ofstream(argv[2]) << afloop.aanroepen << '\n';
  return afloop.code < 0 ? 128 - afloop.code : afloop.code;
}
