// SPDX-License-Identifier: EUPL-1.2
// Hostile signatures and verify keys: a signature has one byte form, and so has a key.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/seal/minisign.h"

using namespace pga::seal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SigningKey key = SigningKey::derive(
      Identity::parse("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"));
  static const std::string good = key.sign("pga: 1\n");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (verify(key.verify_key(), "pga: 1\n", text) != (text == good)) std::abort();
  try {
    if (VerifyKey::parse(text).text() != text) std::abort();
  } catch (const pga::Fout&) {
  }
  return 0;
}
