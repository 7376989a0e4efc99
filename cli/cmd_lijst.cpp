// SPDX-License-Identifier: EUPL-1.2
//
// pga lijst: the dossiers, where they stand, what is next.
#include <ostream>

#include "cli/maak.h"
#include "cli/ronde.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/lijst.h"

namespace pga::cli {
namespace {

class Lijst : public Opdracht {
 public:
  std::string_view naam() const override { return "lijst"; }
  std::string_view kort() const override { return "de dossiers: fase en volgende termijn"; }
  std::string_view lang() const override {
    return "Toont de dossiers waarvan u een sleutel hebt: het nummer, de fase, wanneer het begon en de "
           "eerstvolgende "
           "termijn. Namen staan er alleen bij als uw sleutel ze opent.";
  }
  std::string_view voorbeeld() const override { return "pga lijst --peildatum 2026-09-16"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    std::vector<weergave::LijstRegel> regels;
    const Datum vandaag = omgeving.vandaag();
    const kast::Diepte diepte = omgeving.globaal.json ? kast::Diepte::termijnen : kast::Diepte::alles;
    const Ronde ronde = loop_langs(
        omgeving, diepte, std::nullopt, [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
          weergave::LijstRegel regel;
          regel.nummer = dossier.nummer.tekst();
          regel.leesbaar = dossier.leesbaar;
          regel.stukken = dossier.stukken.size();
          if (dossier.leesbaar) {
            regel.fase = dossier.dossier.fase;
            regel.geopend = dossier.dossier.geopend;
            if (!dossier.dossier.betrokkenen.empty()) regel.naam = dossier.dossier.betrokkenen.front().naam;
            const auto termijnen = termijn::bereken(dossier.dossier.feiten, kast.beleid().termijnen, vandaag);
            if (const termijn::Termijn* t = termijn::volgende(termijnen)) regel.volgende = *t;
          }
          regels.push_back(std::move(regel));
        });
    omgeving.uit << (omgeving.globaal.json ? weergave::lijst_json(regels)
                                           : weergave::lijst_tekst(regels, omgeving.stijl()));
    ronde.meld(omgeving);
    return ronde.code();
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_lijst() { return std::make_unique<Lijst>(); }

}  // namespace pga::cli
