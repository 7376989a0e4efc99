// SPDX-License-Identifier: EUPL-1.2
//
// pga toon: one dossier as a person wants to read it.
#include <ostream>

#include <fmt/format.h>

#include "cli/blad.h"
#include "cli/maak.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/termijn/termijn.h"

namespace pga::cli {
namespace {

class Toon : public Opdracht {
 public:
  std::string_view naam() const override { return "toon"; }
  std::string_view kort() const override { return "een heel dossier lezen"; }
  std::string_view lang() const override {
    return "Toont een dossier: eerst hoe het ervoor staat, dan stuk voor stuk. Wat uw sleutel niet opent, staat er "
           "als "
           "[verzegeld: …].";
  }
  std::string_view voorbeeld() const override { return "pga toon k7q2"; }
  void bind(Opties& o) override { o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan"); }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga toon: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier dossier = kast::laad(kast, kast.zoek(*nummer_), lezer, kast::Diepte::alles);
    std::vector<Bevinding> schendingen = kast::dubbel_beheer(kast);
    for (const Bevinding& b : dossier.bevindingen) {
      if (b.soort == FoutSoort::integriteit) schendingen.push_back(b);
    }
    omgeving.meld(schendingen);
    if (!dossier.leesbaar && schendingen.empty()) {
      if (auto waarom = kast::sleutels_onbereikbaar(kast, dossier)) throw Fout(*waarom);
      throw Fout(FoutSoort::sleutel, fmt::format("u hebt geen sleutel van dossier {}", dossier.nummer.tekst()),
                 "vraag de casusregisseur om toegang");
    }
    const Datum vandaag = omgeving.vandaag();
    const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
    const weergave::DossierBlad blad{dossier.nummer.tekst(),
                                     stand,
                                     termijn::bereken(stand.feiten, kast.beleid().termijnen, vandaag),
                                     vandaag,
                                     stuk_bladen(dossier),
                                     kast.beleid().schaal.naam};
    omgeving.uit << (omgeving.globaal.json ? weergave::toon_json(blad)
                                           : weergave::toon_tekst(blad, omgeving.stijl()));
    return schendingen.empty() ? 0 : exit_code(FoutSoort::integriteit);
  }

 private:
  std::optional<std::string> nummer_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_toon() { return std::make_unique<Toon>(); }

}  // namespace pga::cli
