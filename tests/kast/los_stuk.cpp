// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/los_stuk.h"

#include "lib/kast/bestand.h"
#include "lib/seal/digest.h"

namespace pga::test {

LosStuk los_stuk(const kast::Kast& kast, const kast::GeladenDossier& dossier, const GebruikerId& door,
                 Datum datum) {
  LosStuk uit{{dossier.nummer, seal::random_hex(16), datum, door, kast.beheer().digest, dossier.koppen,
               dossier.perioden.nu()},
              {},
              {}};
  for (std::size_t i = 0; i < kCompartimenten.size(); ++i) {
    uit.sleutels.at(i) = dossier.sleutels.openbaar.at(dossier.perioden.nu().at(i));
  }
  return uit;
}

std::string leg(const std::string& bytes, const kast::Pad& map, Datum datum) {
  std::string digest = seal::digest(bytes);
  kast::maak_bestanden({{map / kast::stuk_naam(datum, digest), bytes, 0644}});
  return digest;
}

std::string leg(const LosStuk& stuk, const kast::Pad& map, const seal::SigningKey& key) {
  return leg(stuk::maak(stuk.kop, stuk.sleutels, stuk.delen, key), map, stuk.kop.datum);
}

}  // namespace pga::test
