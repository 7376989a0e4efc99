// SPDX-License-Identifier: EUPL-1.2
//
// Stukken that the format allows and pga itself does not write: of a newer version, or of somebody who does not
// keep to it. Well formed, sealed and signed; what stands in them is for the test to say.
#pragma once

#include <array>
#include <string>

#include "lib/kast/laad.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"
#include "lib/stuk/omslag.h"

namespace pga::test {

struct LosStuk {
  stuk::Kop kop;
  std::array<seal::Recipient, kCompartimenten.size()> sleutels;
  stuk::Delen delen;
};

/// An empty stuk upon the heads of the dossier, for the keys in force.
[[nodiscard]] LosStuk los_stuk(const kast::Kast& kast, const kast::GeladenDossier& dossier, const GebruikerId& door,
                               Datum datum);

/// Puts a file into the directory of a dossier under the name its bytes call for; the digest.
std::string leg(const std::string& bytes, const kast::Pad& map, Datum datum);
std::string leg(const LosStuk& stuk, const kast::Pad& map, const seal::SigningKey& key);

}  // namespace pga::test
