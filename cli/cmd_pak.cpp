// SPDX-License-Identifier: EUPL-1.2
//
// pga pak: one dossier in one file, with the keys of one gebruiker, to be read away from the kast.
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/blad.h"
#include "cli/gebruikeropdracht.h"
#include "cli/maak.h"
#include "cli/schrijf.h"
#include "cli/sleutelsopdracht.h"
#include "cli/uitvoerplek.h"
#include "lib/kast/bundel.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/voornemen.h"
#include "lib/seal/digest.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

class Pak : public Opdracht {
 public:
  std::string_view naam() const override { return "pak"; }
  std::string_view kort() const override { return "een dossier in één bestand, om elders te lezen"; }
  std::string_view lang() const override {
    return "Maakt één bestand van een dossier: de stukken, het beheer, en de sleutels die een gebruiker hier "
           "heeft. "
           "Alleen die gebruiker kan het openen, zonder kast, met pga toon --van. Wat de gebruiker niet mag lezen, "
           "gaat ook in het pak niet open. In het dossier gemeente komt te staan wie het kreeg. Zonder -o komt het "
           "pak op de standaarduitvoer.";
  }
  std::string_view voorbeeld() const override { return "pga pak k7q2 --voor pol1 -o voor-pol1.pak"; }
  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan");
    o.optie("--voor", voor_, "GEBRUIKER", "voor wie het pak is; gewoon voor uzelf");
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "schrijf het pak in dit nieuwe bestand, buiten de kast");
    o.optie("--grond", grond_, "GROND",
            "waarom een gesloten casus in een pak gaat: verzoek, vordering, controle, correctie of datalek");
  }

  int doe(Omgeving& omgeving) override {
    eis_opties(omgeving);
    const kast::Kast eerst = omgeving.open_kast();
    if (voor_) (void)zoek_gebruiker(eerst, voor_);
    if (uitvoer_) {
      eis_buiten_kast(eerst, *uitvoer_, "een pak", "git zou het bewaren");
      eis_nieuw_bestand(*uitvoer_);
    }
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const Nummer nummer = kast.zoek(*nummer_);
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_mag_uitreiken(lezer, "wat u zelf mag lezen, toont pga toon, en pga rapport maakt er een bestand van");
    eis_niet_afgeschermd(kast, lezer, nummer);
    const kast::Gebruiker& aan = voor_ ? zoek_gebruiker(kast, voor_) : *kast.beheer().vind(*lezer.id);
    const kast::Pakket pakket = kast::pak_dossier(kast, lezer, aan, nummer, omgeving.vandaag());
    kast::Voornemen v = kast::maak_gemeentestuk(
        kast, lezer, "uitreiking", uitreiking_document(aan, pakket, proces::Uitreikvorm::pak, omgeving.vandaag()),
        omgeving.vandaag(), omgeving.nu().tekst());
    if (uitvoer_) v.bestanden.push_back({fs::absolute(*uitvoer_), pakket.bytes, 0600});
    if (!omgeving.globaal.droog) kast.ruim_op();
    if (schrijf_partij(omgeving, kast, lezer, {Nummer::gemeente(), v.stuk}, v)) {
      geef(omgeving, kast, aan, pakket, v);
    }
    return 0;
  }

 private:
  void eis_opties(Omgeving& omgeving) {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga pak: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    if (*nummer_ == Nummer::gemeente().tekst()) {
      throw Fout(FoutSoort::gebruik, "het dossier gemeente is geen casus, en gaat niet in een pak",
                 "noem het nummer van een casus");
    }
    if (grond_) eis_grond(*grond_);
    omgeving.doel = grond_.value_or("");
    if (uitvoer_ == "-") uitvoer_.reset();  // as elsewhere, the standard output
    if (omgeving.globaal.json && !uitvoer_ && !omgeving.globaal.droog) {
      throw Fout(FoutSoort::gebruik, "met --json kan het pak niet ook op de standaarduitvoer",
                 "geef een bestand met -o");
    }
  }

  /// What leaves the kast can be read there without anybody asking for a ground.
  void eis_niet_afgeschermd(const kast::Kast& kast, const kast::Lezer& lezer, const Nummer& nummer) const {
    if (grond_ || !kast::laad(kast, nummer, lezer, kast::Diepte::termijnen).dossier.afgeschermd) return;
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         fmt::format("dossier {} is gesloten en afgeschermd", nummer.tekst()),
                         "zeg met --grond waarom het in een pak gaat: verzoek, vordering, controle, correctie of "
                         "datalek",
                         "artikel 6, lid 3, Wet PGA"});
  }

  void geef(Omgeving& omgeving, const kast::Kast& kast, const kast::Gebruiker& aan, const kast::Pakket& pakket,
            const kast::Voornemen& v) const {
    const std::string nummer = pakket.dossiers.front().tekst();
    const std::string gedaan = fmt::format("pak van dossier {} voor {}", nummer, aan.id.tekst());
    omgeving.meld(gedaan + "; de uitreiking is vastgelegd");
    omgeving.meld(fmt::format("lezen: pga toon --van {}; {} vergelijkt dan deze vingerafdruk: {}",
                              uitvoer_.value_or("PAK"), aan.id.tekst(), kast.keten().front().digest));
    omgeving.meld(
        "geef het niet met git; het opent ook nog als het dossier is vernietigd: laat het wissen als het is "
        "gelezen");
    meld_geschreven(omgeving, v.bestanden);
    std::string bytes = pakket.bytes;
    if (!uitvoer_) bytes.pop_back();  // the line end comes with the answer
    antwoord(omgeving, uitvoer_ ? *uitvoer_ : bytes,
             {{"dossier", nummer},
              {"gebruiker", aan.id.tekst()},
              {"bestand", uitvoer_.value_or("")},
              {"bundel", seal::digest(pakket.bytes)},
              {"bestanden", pakket.bestanden}},
             gedaan, "de uitreiking is vastgelegd; geef de opdracht opnieuw voor een nieuw pak");
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> voor_;
  std::optional<std::string> uitvoer_;
  std::optional<std::string> grond_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_pak() { return std::make_unique<Pak>(); }

}  // namespace pga::cli
