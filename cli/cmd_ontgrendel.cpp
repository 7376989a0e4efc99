// SPDX-License-Identifier: EUPL-1.2
//
// pga ontgrendel: keep one's own key unlocked for a while, in the keyring of the kernel.
#include <charconv>
#include <ostream>

#include <fmt/format.h>

#include "cli/maak.h"
#include "lib/seal/identity_file.h"
#include "lib/seal/keyring.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

constexpr unsigned kStandaard = 15;
constexpr unsigned kMeest = 480;

class Ontgrendel : public Opdracht {
 public:
  std::string_view naam() const override { return "ontgrendel"; }
  std::string_view kort() const override { return "uw eigen sleutel een tijd open laten"; }
  std::string_view lang() const override {
    return "Vraagt het wachtwoord van uw sleutel, en houdt die een tijd open in het geheugen van de kernel. Tot "
           "dan "
           "vraagt pga er niet meer om. In die tijd kan elk programma dat u op deze computer draait uw sleutel "
           "gebruiken; op de schijf komt hij niet. pga vergrendel maakt er eerder een einde aan. Niet elke "
           "computer "
           "staat dit toe; dan zegt pga dat, en vraagt het het wachtwoord bij elke opdracht.";
  }
  std::string_view voorbeeld() const override { return "pga ontgrendel --minuten 30"; }
  void bind(Opties& o) override {
    o.optie("--minuten", minuten_, "GETAL", fmt::format("hoe lang, hooguit {}; anders {}", kMeest, kStandaard));
  }

  int doe(Omgeving& omgeving) override {
    const unsigned minuten = lees_minuten();
    std::size_t gedaan = 0;
    for (const IdentiteitBestand& bestand : omgeving.identiteit_bestanden()) {
      if (houd_open(omgeving, bestand, minuten)) ++gedaan;
    }
    if (gedaan == 0) {
      throw Fout(FoutSoort::gebruik, "uw sleutel heeft geen wachtwoord: er is niets te ontgrendelen",
                 "een sleutel met een wachtwoord maakt u met pga sleutel nieuw --wachtwoord");
    }
    const std::string hoe_lang = weergave::aantal(minuten, "minuut", "minuten");
    omgeving.meld(omgeving.globaal.droog
                      ? fmt::format("--droog: uw sleutel zou {} open blijven; er is niets veranderd", hoe_lang)
                      : fmt::format("uw sleutel blijft {} open; pga vergrendel sluit hem eerder", hoe_lang));
    return 0;
  }

 private:
  [[nodiscard]] unsigned lees_minuten() const {
    if (!minuten_) return kStandaard;
    unsigned n = 0;
    const char* einde = minuten_->data() + minuten_->size();
    const auto [tot, fout] = std::from_chars(minuten_->data(), einde, n);
    if (fout == std::errc() && tot == einde && n >= 1 && n <= kMeest) return n;
    throw Fout(FoutSoort::gebruik, fmt::format("--minuten: \"{}\" kan niet", *minuten_),
               fmt::format("geef een heel getal van 1 tot en met {}", kMeest));
  }

  /// False when the file needs no passphrase.
  static bool houd_open(const Omgeving& omgeving, const IdentiteitBestand& bestand, unsigned minuten) {
    constexpr unsigned kSeconden = 60;
    const std::string& bytes = bestand.bytes;
    if (!heeft_wachtwoord(bytes)) return false;
    const auto identiteiten = seal::read_identity_file(bytes, bestand.pad.string(), [&](std::string_view naam) {
      return omgeving.vraag_wachtwoord(fmt::format("Wachtwoord van {}: ", naam));
    });
    if (omgeving.globaal.droog) return true;
    std::string waarom;
    if (!seal::keyring_store(sleutelring_naam(bytes), seal::key_file(identiteiten), minuten * kSeconden, waarom)) {
      throw Fout(FoutSoort::algemeen,
                 fmt::format("deze computer staat niet toe dat uw sleutel open blijft ({})", waarom),
                 "pga vraagt het wachtwoord bij elke opdracht; in een container is dit vaak verboden");
    }
    return true;
  }

  std::optional<std::string> minuten_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_ontgrendel() { return std::make_unique<Ontgrendel>(); }

}  // namespace pga::cli
