// SPDX-License-Identifier: EUPL-1.2
//
// pga lijst: the dossiers, where they stand, what is next.
#include <ostream>

#include <fmt/format.h>

#include "cli/maak.h"
#include "cli/ronde.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/lijst.h"

namespace pga::cli {
namespace {

class Lijst : public Opdracht {
 public:
  std::string_view naam() const override { return "lijst"; }
  std::string_view kort() const override { return "de dossiers: fase, regisseur en volgende termijn"; }
  std::string_view lang() const override {
    return "Toont de dossiers waarvan u een sleutel hebt: het nummer, de fase, wanneer het begon, wie de regisseur "
           "is en de eerstvolgende termijn. Met --peildatum staat alles er zoals het op die dag was. Namen staan "
           "er alleen "
           "bij als uw sleutel ze opent, en niet van een gesloten dossier.";
  }
  std::string_view voorbeeld() const override { return "pga lijst --peildatum 2026-09-16"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    std::vector<weergave::LijstRegel> regels;
    std::size_t later = 0;  // dossiers that were opened after the peildatum
    const Datum vandaag = omgeving.vandaag();
    const kast::Diepte diepte = omgeving.globaal.json ? kast::Diepte::termijnen : kast::Diepte::alles;
    const Ronde ronde = loop_langs(
        omgeving, diepte, std::nullopt, [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
          weergave::LijstRegel regel;
          regel.nummer = dossier.nummer.tekst();
          if (omgeving.globaal.kasten.size() > 1) regel.kast = kast.map().string();
          regel.leesbaar = dossier.leesbaar;
          regel.stukken = dossier.stukken.size();
          if (dossier.leesbaar) {
            const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
            if (stand.leeg() && !dossier.stukken.empty()) {
              ++later;
              return;
            }
            vul(regel, kast.beheer(), stand, dossier.dossier.afgeschermd, dossier.geschonden(), vandaag);
            const auto termijnen = kast::termijnen_van(kast, dossier, stand, vandaag, omgeving.moment());
            if (const termijn::Termijn* t = termijn::volgende(termijnen)) regel.volgende = *t;
          }
          regels.push_back(std::move(regel));
        });
    for (const Vernietigd& v : ronde.vernietigd) {
      weergave::LijstRegel regel;
      regel.nummer = v.stand.nummer;
      if (omgeving.globaal.kasten.size() > 1) regel.kast = v.kast.string();
      regel.leesbaar = false;
      regel.vernietigd_op = v.stand.voltooid_op;
      regels.push_back(std::move(regel));
    }
    omgeving.uit << (omgeving.globaal.json ? weergave::lijst_json(regels)
                                           : weergave::lijst_tekst(regels, omgeving.stijl()));
    ronde.meld(omgeving);
    if (later > 0) {
      omgeving.meld(
          fmt::format("{} van na {} niet getoond", weergave::aantal(later, "dossier", "dossiers"), vandaag.lang()));
    }
    return ronde.code();
  }

 private:
  /// `nu_afgeschermd`: also of an earlier day no name is shown of a case that is shielded by now.
  static void vul(weergave::LijstRegel& regel, const kast::BeheerVersie& beheer, const proces::Dossier& stand,
                  bool nu_afgeschermd, bool geschonden, Datum dag) {
    // Where the beginning does not verify, nobody can say where the dossier stands.
    if (stand.geopend || !geschonden) regel.fase = stand.fase;
    regel.afgedaan = stand.afgedaan;
    regel.geopend = stand.geopend;
    regel.regisseurs = kast::regisseurs_van(beheer, stand, dag);
    if (!stand.betrokkenen.empty() && !nu_afgeschermd) regel.naam = stand.betrokkenen.front().naam;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_lijst() { return std::make_unique<Lijst>(); }

}  // namespace pga::cli
