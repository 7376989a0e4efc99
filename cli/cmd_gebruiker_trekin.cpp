// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker trek-in: ends all access of a gebruiker.
#include <fmt/format.h>

#include "cli/gebruikeropdracht.h"

namespace pga::cli {
namespace {

class GebruikerTrekIn : public Opdracht {
 public:
  std::string_view naam() const override { return "trek-in"; }
  std::string_view kort() const override { return "alle toegang van een gebruiker beëindigen"; }
  std::string_view lang() const override {
    return "Beëindigt de sleutels van een gebruiker in een nieuwe versie van het beheer. In elk dossier dat hij "
           "kon "
           "lezen, komen nieuwe sleutels voor wat hij kon lezen, en zijn sleutelbestanden op deze computer worden "
           "vernietigd. Wat hij vastlegde, blijft gelden. Met --droog ziet u per dossier wat er gebeurt.";
  }
  std::string_view voorbeeld() const override {
    return "pga gebruiker trek-in rvdk1 --reden 'Werkt hier niet meer.' --droog";
  }
  void bind(Opties& o) override {
    o.argument("ID", id_, "de gebruiker");
    o.optie("--reden", reden_, "TEKST", "waarom; komt verzegeld in de dossiers");
  }

  int doe(Omgeving& omgeving) override {
    if (id_ && !reden_) {
      throw Fout(FoutSoort::gebruik, fmt::format("waarom eindigt de toegang van {}?", *id_), "geef --reden");
    }
    return wijzig_gebruiker(omgeving, id_, [&](const kast::Kast&, const kast::Gebruiker& nu) {
      Wijziging w{nu, kast::Ingreep::ingetrokken, true, reden_.value_or(""), {}};
      beeindig_sleutels(w.nieuw, omgeving.vandaag());
      w.gedaan = fmt::format("{} ingetrokken", nu.id.tekst());
      return w;
    });
  }

 private:
  std::optional<std::string> id_;
  std::optional<std::string> reden_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker_trek_in() { return std::make_unique<GebruikerTrekIn>(); }

}  // namespace pga::cli
