// SPDX-License-Identifier: EUPL-1.2
// Hostile identity and key files: nothing but Fout comes out, and a key file has one byte form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/identity_file.h"

using namespace pga::seal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    // Sealed files are fuzz_age's; here the time would go into scrypt.
    if (!needs_passphrase(text)) static_cast<void>(read_identity_file(text, "x", PassphraseReader{}));
  } catch (const pga::Fout&) {
  }
  try {
    if (key_file(read_key_file(text, "x")).view() != text) std::abort();
  } catch (const pga::Fout&) {
  }
  return 0;
}
