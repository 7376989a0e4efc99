// SPDX-License-Identifier: EUPL-1.2
//
// pga sleutels pak: the key files of a gebruiker in one bundle, sealed, signed and on record.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/gebruikeropdracht.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/sleutelsopdracht.h"
#include "cli/uitvoerplek.h"
#include "lib/kast/bundel.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

class SleutelsPak : public Opdracht {
 public:
  std::string_view naam() const override { return "pak"; }
  std::string_view kort() const override { return "de sleutels van een gebruiker in één bundel"; }
  std::string_view lang() const override {
    return "Maakt een bundel van de sleutelbestanden die hier voor een gebruiker liggen, om die langs een andere "
           "weg "
           "dan git te geven. Alleen die gebruiker kan hem openen, en ziet dat hij van u komt. In het dossier "
           "gemeente komt te staan wie van welke dossiers sleutels kreeg. De bundel maakt geen nieuwe toegang: wat "
           "de "
           "gebruiker niet mag lezen, gaat niet mee. Zonder -o komt de bundel op de standaarduitvoer.";
  }
  std::string_view voorbeeld() const override { return "pga sleutels pak pol1 -o voor-pol1.bundel"; }
  void bind(Opties& o) override {
    o.argument("GEBRUIKER", id_, "voor wie de bundel is");
    o.opties("--dossier", dossiers_, "NUMMER", "alleen sleutels van dit dossier; mag vaker");
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "schrijf de bundel in dit nieuwe bestand, buiten de kast");
  }

  int doe(Omgeving& omgeving) override {
    if (uitvoer_ == "-") uitvoer_.reset();  // as elsewhere, the standard output
    if (omgeving.globaal.json && !uitvoer_ && !omgeving.globaal.droog) {
      throw Fout(FoutSoort::gebruik, "met --json kan de bundel niet ook op de standaarduitvoer",
                 "geef een bestand met -o");
    }
    const kast::Kast eerst = omgeving.open_kast();
    (void)zoek_gebruiker(eerst, id_);
    if (uitvoer_) {
      eis_buiten_kast(eerst, *uitvoer_, "een bundel met sleutels", "git zou hem bewaren");
      eis_nieuw_bestand(*uitvoer_);
    }
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_mag_uitreiken(lezer, "uw eigen sleutelbestanden kunt u kopiëren uit sleutels/");
    const kast::Gebruiker& aan = zoek_gebruiker(kast, id_);
    std::vector<Nummer> alleen;
    for (const std::string& d : dossiers_) alleen.push_back(kast.zoek(d));
    const kast::Pakket pakket = kast::pak_sleutels(kast, lezer, aan, alleen, omgeving.vandaag());
    if (!alleen.empty() && !pakket.niet.empty()) throw Fout(pakket.niet);
    kast::Voornemen v =
        kast::maak_gemeentestuk(kast, lezer, "uitreiking",
                                uitreiking_document(aan, pakket, proces::Uitreikvorm::sleutels, omgeving.vandaag()),
                                omgeving.vandaag(), omgeving.nu().tekst());
    if (uitvoer_) v.bestanden.push_back({fs::absolute(*uitvoer_), pakket.bytes, 0600});
    if (omgeving.globaal.droog) {
      toon_droog(omgeving, kast.map(), v.bestanden);
      return 0;
    }
    kast.ruim_op();
    boek(omgeving, kast, lezer, {Nummer::gemeente(), v.stuk}, v);
    kast::voer_uit(v);
    na_schrijven(omgeving, kast, v.bestanden);
    geef(omgeving, aan, pakket, v);
    return 0;
  }

 private:
  void geef(Omgeving& omgeving, const kast::Gebruiker& aan, const kast::Pakket& pakket,
            const kast::Voornemen& v) const {
    std::vector<Bevinding> let_op = pakket.niet;
    for (Bevinding& b : let_op) b.soort = FoutSoort::bevinding;
    omgeving.meld(let_op);
    const std::string gedaan =
        fmt::format("bundel voor {} met sleutels van {}", aan.id.tekst(), welke_dossiers(pakket.dossiers));
    omgeving.meld(gedaan + "; de uitreiking is vastgelegd");
    omgeving.meld(
        "geef hem niet met git; wis hem als hij is ontvangen: hij opent ook een dossier dat later is "
        "vernietigd");
    meld_geschreven(omgeving, v.bestanden);
    std::vector<std::string> nummers;
    for (const Nummer& n : pakket.dossiers) nummers.push_back(n.tekst());
    std::string bytes = pakket.bytes;
    if (!uitvoer_) bytes.pop_back();  // the line end comes with the answer
    antwoord(omgeving, uitvoer_ ? *uitvoer_ : bytes,
             {{"gebruiker", aan.id.tekst()},
              {"bestand", uitvoer_.value_or("")},
              {"bundel", seal::digest(pakket.bytes)},
              {"dossiers", nummers},
              {"bestanden", pakket.bestanden}},
             gedaan, "de uitreiking is vastgelegd; geef de opdracht opnieuw voor een nieuwe bundel");
  }

  std::optional<std::string> id_;
  std::optional<std::string> uitvoer_;
  std::vector<std::string> dossiers_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_sleutels_pak() { return std::make_unique<SleutelsPak>(); }

}  // namespace pga::cli
