// SPDX-License-Identifier: EUPL-1.2
// Hostile age files: nothing but Fout comes out, and what opens strictly opens the same tolerantly.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/seal/age.h"

using namespace pga::seal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Identity identity =
      Identity::parse("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0");
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  static_cast<void>(needs_passphrase(file));
  try {
    static_cast<void>(stanza_types(file));
    // A low cap, or the time goes into scrypt.
    static_cast<void>(open_with_passphrase(file, "password", 6));
  } catch (const AgeError&) {
  }
  SecretBytes strict;
  try {
    strict = open_single(file, identity);
  } catch (const AgeError&) {
    try {
      static_cast<void>(pga::seal::open(file, {&identity, 1}));
    } catch (const AgeError&) {
    }
    return 0;
  }
  if (pga::seal::open(file, {&identity, 1}).view() != strict.view()) std::abort();
  return 0;
}
