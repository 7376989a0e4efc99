// SPDX-License-Identifier: EUPL-1.2
//
// pga vergrendel: what pga ontgrendel keeps open, is closed at once.
#include "cli/maak.h"
#include "lib/kast/bestand.h"
#include "lib/seal/keyring.h"

namespace pga::cli {
namespace {

constexpr std::size_t kMaxIdentiteit = std::size_t{1} << 20U;

class Vergrendel : public Opdracht {
 public:
  std::string_view naam() const override { return "vergrendel"; }
  std::string_view kort() const override { return "uw eigen sleutel weer sluiten"; }
  std::string_view lang() const override {
    return "Haalt uw sleutel uit het geheugen van de kernel, waarin pga ontgrendel hem open hield. Daarna vraagt "
           "pga "
           "weer om het wachtwoord.";
  }
  std::string_view voorbeeld() const override { return "pga vergrendel"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    bool iets = false;
    for (const kast::Pad& pad : omgeving.identiteit_paden()) {
      const std::string naam = sleutelring_naam(kast::lees_invoer(pad.string(), kMaxIdentiteit));
      const bool open = omgeving.globaal.droog ? seal::keyring_find(naam).has_value() : seal::keyring_remove(naam);
      iets = iets || open;
    }
    omgeving.meld(iets ? "uw sleutel is weer op slot" : "uw sleutel was al op slot");
    return 0;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_vergrendel() { return std::make_unique<Vergrendel>(); }

}  // namespace pga::cli
