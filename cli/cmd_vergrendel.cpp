// SPDX-License-Identifier: EUPL-1.2
//
// pga vergrendel: what pga ontgrendel keeps open, is closed at once.
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/maak.h"
#include "lib/seal/keyring.h"

namespace pga::cli {
namespace {

class Vergrendel : public Opdracht {
 public:
  std::string_view naam() const override { return "vergrendel"; }
  std::string_view kort() const override { return "uw eigen sleutel weer sluiten"; }
  std::string_view lang() const override {
    return "Haalt elke sleutel die pga ontgrendel open hield uit het geheugen van de kernel. Daarna vraagt pga "
           "weer "
           "om het wachtwoord. Het bestand van de sleutel is er niet voor nodig.";
  }
  std::string_view voorbeeld() const override { return "pga vergrendel"; }
  void bind(Opties& o) override { (void)o; }

  /// Whatever pga kept there, by name: the file it came from may be on a stick, or be another by now.
  int doe(Omgeving& omgeving) override {
    std::string waarom;
    const std::vector<std::string> open = seal::keyring_names(kSleutelring, waarom);
    if (!waarom.empty()) {
      omgeving.meld(fmt::format("deze computer houdt geen sleutel open ({})", waarom));
    } else if (open.empty()) {
      omgeving.meld("uw sleutel was al op slot");
    } else if (omgeving.globaal.droog) {
      omgeving.meld("--droog: uw sleutel zou weer op slot gaan; er is niets veranderd");
    } else {
      sluit(open);
      omgeving.meld("uw sleutel is weer op slot");
    }
    return 0;
  }

 private:
  static void sluit(const std::vector<std::string>& open) {
    std::string mislukt;
    for (const std::string& naam : open) {  // one that stays is no reason to keep the others
      std::string waarom;
      if (!seal::keyring_remove(naam, waarom)) mislukt = waarom;
    }
    if (mislukt.empty()) return;
    throw Fout(FoutSoort::algemeen,
               fmt::format("uw sleutel is nog open: de kernel haalt hem niet weg ({})", mislukt),
               "start de computer opnieuw op; zonder dat sluit hij als de tijd van pga ontgrendel om is");
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_vergrendel() { return std::make_unique<Vergrendel>(); }

}  // namespace pga::cli
