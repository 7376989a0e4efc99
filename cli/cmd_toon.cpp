// SPDX-License-Identifier: EUPL-1.2
//
// pga toon: one dossier as a person wants to read it.
#include <ostream>

#include <fmt/format.h>

#include "cli/blad.h"
#include "cli/maak.h"
#include "lib/kast/gemeente.h"

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
  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan; gemeente voor de kast zelf");
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga toon: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    return toon_dossier(omgeving, *nummer_);
  }

 private:
  std::optional<std::string> nummer_;
};

}  // namespace

int toon_dossier(Omgeving& omgeving, const std::string& nummer) {
  const kast::Kast kast = omgeving.open_kast();
  const kast::Lezer lezer = omgeving.lezer(kast);
  const kast::GeladenDossier dossier = kast::laad(kast, kast.zoek(nummer), lezer, kast::Diepte::alles);
  std::vector<Bevinding> schendingen;
  for (const Bevinding& b : dossier.bevindingen) {
    if (b.soort == FoutSoort::integriteit) schendingen.push_back(b);
  }
  omgeving.meld(schendingen);
  if (!dossier.leesbaar && schendingen.empty()) {
    throw Fout(FoutSoort::sleutel, fmt::format("u hebt geen sleutel van dossier {}", dossier.nummer.tekst()),
               "vraag de casusregisseur om toegang");
  }
  const Datum vandaag = omgeving.vandaag();
  const weergave::DossierBlad blad{
      dossier.nummer.tekst(), dossier.dossier,          kast::termijnen_van(kast, dossier, vandaag), vandaag,
      stuk_bladen(dossier),   kast.beleid().schaal.naam};
  omgeving.uit << (omgeving.globaal.json ? weergave::toon_json(blad)
                                         : weergave::toon_tekst(blad, omgeving.stijl()));
  return schendingen.empty() ? 0 : exit_code(FoutSoort::integriteit);
}

std::unique_ptr<Opdracht> maak_toon() { return std::make_unique<Toon>(); }

}  // namespace pga::cli
