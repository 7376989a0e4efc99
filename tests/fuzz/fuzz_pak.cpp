// SPDX-License-Identifier: EUPL-1.2
//
// What is in a pak, whoever sealed and signed it: files of any name and any bytes either make a kast with one
// dossier, or it is a Fout(integriteit). The input is a list of files: directory, name and contents, a zero byte
// after each.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/pak.h"
#include "lib/seal/digest.h"

namespace {

using pga::stuk::BundelBestand;

/// One who sends to himself.
struct Iemand {
  std::vector<pga::seal::Identity> identiteiten;
  pga::seal::SigningKey tekent;
  Iemand() : Iemand(pga::seal::Identity::generate()) {}
  explicit Iemand(pga::seal::Identity i) : tekent(pga::seal::SigningKey::derive(i)) {
    identiteiten.push_back(std::move(i));
  }
};

std::string deel(std::string_view& rest) {
  const std::size_t einde = rest.find('\0');
  const std::string uit(rest.substr(0, einde));
  rest = einde == std::string_view::npos ? std::string_view() : rest.substr(einde + 1);
  return uit;
}

std::vector<BundelBestand> bestanden(std::string_view rest) {
  std::vector<BundelBestand> uit;
  while (!rest.empty() && uit.size() < 16) {
    BundelBestand b{deel(rest), deel(rest), deel(rest)};
    // What has no canonical form cannot be in a pak: its reader refuses it before.
    if (b.map.empty() || b.naam.empty() || b.bytes.empty()) continue;
    uit.push_back(std::move(b));
  }
  return uit;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  static const Iemand kIemand;
  const std::string digest = pga::seal::digest("fuzz");
  const pga::GebruikerId ik = *pga::GebruikerId::lees("reg1");
  const pga::stuk::BundelKop kop{std::string(32, 'a'),       pga::Datum(2026, 3, 1), ik, ik, digest, digest,
                                 pga::stuk::BundelSoort::pak};
  std::optional<std::string> bytes;
  try {
    bytes = pga::stuk::maak_bundel(kop, {kIemand.identiteiten.front().recipient()},
                                   bestanden({reinterpret_cast<const char*>(data), grootte}), kIemand.tekent);
  } catch (const std::invalid_argument&) {
    return 0;  // no text: cannot be written
  }
  if (!bytes) return 0;
  try {
    (void)pga::kast::open_pak(*bytes, "fuzz.pak", kIemand.identiteiten);
    std::abort();  // no beheer has that digest
  } catch (const pga::Fout& fout) {
    if (fout.soort() != pga::FoutSoort::integriteit) std::abort();
  }
  return 0;
}
