// SPDX-License-Identifier: EUPL-1.2
//
// pga-leg-stuk NUMMER DATUM <parts.yaml: for transcripts about stukken that pga itself does not write. Seals and
// signs what stands under the name of each compartment, upon the heads of the dossier, as who acts (PGA_KAST and
// PGA_IDENTITEIT); prints the digest.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

#include "lib/basis/compartiment.h"
#include "lib/seal/identity_file.h"
#include "lib/yaml/strikt.h"
#include "tests/kast/los_stuk.h"

using namespace pga;

namespace {

std::string uit_omgeving(const char* naam) {
  const char* waarde = std::getenv(naam);
  if (waarde == nullptr) throw std::runtime_error(std::string(naam) + " is not set");
  return waarde;
}

kast::Lezer wie(const kast::Kast& kast, Datum dag) {
  const std::string bestand = uit_omgeving("PGA_IDENTITEIT");
  return kast.lezer(seal::read_identity_file(kast::lees_invoer(bestand, 4096), bestand,
                                             [](auto) -> seal::SecretBytes { throw std::runtime_error("sealed"); }),
                    dag);
}

int leg(const char* nummer, const char* dag) {
  const Datum datum = Datum::lees(dag).value();
  const kast::Kast kast(uit_omgeving("PGA_KAST"), {});
  const kast::Lezer lezer = wie(kast, datum);
  const kast::GeladenDossier dossier = kast::laad(kast, kast.zoek(nummer), lezer, kast::Diepte::termijnen);
  test::LosStuk stuk = test::los_stuk(kast, dossier, lezer.id.value(), datum);
  const Waarde delen = yaml::lees_strikt(kast::lees_invoer("-", yaml::kMaxDocument), "-");
  for (const Veld& deel : delen.velden()) stuk.delen[compartiment_van(deel.naam).value()] = deel.waarde;
  const auto key = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  std::cout << test::leg(stuk, dossier.map, key) << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::runtime_error("pga-leg-stuk NUMMER DATUM <parts.yaml");
    return leg(argv[1], argv[2]);
  } catch (const std::exception& e) {
    std::cerr << "pga-leg-stuk: " << e.what() << '\n';
    return 1;
  }
}
