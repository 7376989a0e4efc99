// SPDX-License-Identifier: EUPL-1.2
//
// pga rapport: one dossier as a page to read or print elsewhere, sealed to its readers unless it is asked for in
// clear.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/blad.h"
#include "cli/bron.h"
#include "cli/gebruikeropdracht.h"
#include "cli/maak.h"
#include "cli/overlegdelen.h"
#include "cli/uitvoerplek.h"
#include "lib/kast/toegang.h"
#include "lib/seal/age.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/rapport.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;
using Verbintenissen = std::set<std::string>;

/// One reader, and the keys of the dossier that he may have; `alles` for who asks: his own are all there are.
struct Ontvanger {
  const kast::Gebruiker* wie;
  Verbintenissen sleutels;
  bool alles;
};

class Rapport : public Opdracht {
 public:
  std::string_view naam() const override { return "rapport"; }
  std::string_view kort() const override { return "een dossier als HTML, om elders te lezen of te printen"; }
  std::string_view lang() const override {
    return "Maakt van een dossier één HTML-bestand dat niets van elders nodig heeft: samenvatting, profiel en plan "
           "met "
           "beeld, besluiten en stemmen, notificatie, termijnen met hun berekening, acties, verslagen en alle "
           "stukken. Het is verzegeld voor wie het leest (gewoon uzelf): wat die niet mag lezen, staat er niet in. "
           "Met --open komt het onverzegeld in een bestand dat u noemt.";
  }
  std::string_view voorbeeld() const override { return "pga rapport k7q2 --open /tmp/rapport.html"; }
  void bind(Opties& o) override {
    o.argument("[NUMMER]", nummer_, "het dossier: het nummer, of een begin ervan");
    o.optie("--van", van_, "PAK", "lees het dossier uit dit pak, dat pga pak maakte; - is de standaardinvoer");
    o.opties("--voor", voor_, "GEBRUIKER", "voor wie het rapport is; mag vaker: ieder krijgt een eigen bestand");
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "hoe het verzegelde bestand heet; eindigt op .html.age");
    o.optie("--open", open_, "BESTAND", "schrijf het rapport onverzegeld in dit nieuwe bestand");
    o.optie("--grond", grond_, "GROND",
            "waarom u een gesloten casus inziet: verzoek, vordering, controle, correctie of datalek");
  }

  int doe(Omgeving& omgeving) override {
    eis_opties(omgeving);
    if (!van_) eis_plaatsen(omgeving.open_kast());
    const Bron bron = van_ ? open_pak(omgeving, *van_) : open_bron(omgeving, *nummer_);
    const kast::GeladenDossier dossier = kast::laad(bron.kast, bron.nummer, bron.lezer, kast::Diepte::alles);
    const std::vector<Bevinding> bezwaren = schendingen(bron.kast, dossier);
    omgeving.meld(bezwaren);
    const kast::Diepte diepte = diepte_voor_inzage(dossier, grond_.has_value());
    if (diepte == kast::Diepte::termijnen) omgeving.meld({is_afgeschermd(tip_grond())});
    const std::vector<Ontvanger> ontvangers = zoek_ontvangers(bron, dossier, omgeving.vandaag());
    std::vector<kast::NieuwBestand> bestanden =
        open_ ? in_klare_tekst(omgeving, bron, diepte, ontvangers) : verzegeld(omgeving, bron, diepte, ontvangers);
    for (const kast::NieuwBestand& b : bestanden) eis_nieuw_bestand(b.pad.string());
    if (omgeving.globaal.droog) {
      toon_droog(omgeving, fs::current_path(), bestanden);
      return 0;
    }
    for (kast::NieuwBestand& b : bestanden) b.pad = fs::absolute(b.pad);
    kast::maak_bestanden(bestanden);
    meld(omgeving, bestanden);
    return bezwaren.empty() ? 0 : exit_code(FoutSoort::integriteit);
  }

 private:
  void eis_opties(Omgeving& omgeving) const {
    if (omgeving.globaal.json) {
      throw Fout(FoutSoort::gebruik, "een rapport kan niet als JSON",
                 "pga toon NUMMER --json geeft alles wat erin staat");
    }
    if (nummer_.has_value() == van_.has_value()) {
      throw Fout(FoutSoort::gebruik,
                 nummer_ ? "een pak heeft één dossier: noem met --van geen nummer"
                         : "pga rapport: het nummer van het dossier ontbreekt",
                 nummer_ ? "laat het nummer weg" : "pga lijst toont de dossiers van deze kast");
    }
    if (nummer_ == Nummer::gemeente().tekst()) {
      throw Fout(FoutSoort::gebruik, "het dossier gemeente is geen casus, en heeft geen rapport",
                 "pga toon gemeente toont het");
    }
    if (open_ && uitvoer_) {
      throw Fout(FoutSoort::gebruik, "-o en --open gaan niet samen",
                 "kies -o voor een verzegeld bestand, of --open voor een leesbaar");
    }
    if (uitvoer_ && voor_.size() > 1) {
      throw Fout(FoutSoort::gebruik, "-o noemt één bestand, en ieder krijgt een eigen",
                 "laat -o weg, of geef de opdracht voor ieder apart");
    }
    if (uitvoer_ && !uitvoer_->ends_with(".html.age")) {
      throw Fout(FoutSoort::gebruik, "dit bestand is verzegeld: zijn naam eindigt op .html.age",
                 "wilt u het leesbaar, geef dan --open BESTAND", Plaats{*uitvoer_, 0, 0});
    }
    if (grond_) eis_grond(*grond_);
    omgeving.doel = grond_.value_or("");
    if (!voor_.empty()) {
      omgeving.doel += fmt::format("{}rapport voor {}", grond_ ? ", " : "", fmt::join(voor_, ", "));
    }
  }

  /// Before any key is asked for: that the readers are gebruikers, and that the files may go where they would.
  void eis_plaatsen(const kast::Kast& kast) const {
    for (const std::string& id : voor_) (void)zoek_gebruiker(kast, id);
    const Nummer nummer = kast.zoek(*nummer_);
    if (open_) {
      eis_buiten_kast(kast, *open_, "een rapport", "het is niet verzegeld en kan in git komen");
      eis_nieuw_bestand(*open_);
    }
    if (!open_) {
      const std::string pad = uitvoer_.value_or(bestandsnaam(nummer, "een"));
      eis_buiten_kast(kast, pad, "een rapport", "git zou het bewaren, ook als het dossier is vernietigd");
    }
  }

  static std::string bestandsnaam(const Nummer& nummer, const std::string& id) {
    return fmt::format("rapport-{}-{}.html.age", nummer.tekst(), id);
  }

  /// Who gets it, with the keys that each may have: a reader who may see less gets a report with less.
  [[nodiscard]] std::vector<Ontvanger> zoek_ontvangers(const Bron& bron, const kast::GeladenDossier& dossier,
                                                       Datum dag) const {
    std::vector<Ontvanger> uit;
    const auto houders = kast::gerechtigden(bron.kast.beheer(), bron.nummer, dossier.dossier, dag);
    std::vector<std::string> ids = voor_;
    if (ids.empty()) ids.push_back(bron.lezer.id->tekst());
    for (const std::string& id : ids) {
      const kast::Gebruiker& wie = zoek_gebruiker(bron.kast, id);
      if (wie.id == *bron.lezer.id) {
        uit.push_back({&wie, {}, true});
        continue;
      }
      const kast::Gerechtigde* mag = kast::zoek(houders, id);
      if (mag == nullptr || wie.is_reserve()) {
        throw Fout(Bevinding{FoutSoort::geweigerd,
                             {},
                             fmt::format("{} mag dossier {} niet lezen", id, bron.nummer.tekst()),
                             fmt::format("pga toegang {} toont wie het mag lezen", bron.nummer.tekst()),
                             "artikel 13 Wet PGA"});
      }
      Ontvanger nieuw{&wie, {}, false};
      for (const kast::Nodig& n : kast::nodige_sleutels(dossier, *mag)) nieuw.sleutels.insert(n.verbintenis);
      uit.push_back(std::move(nieuw));
    }
    return uit;
  }

  /// The page, made with no more than these keys.
  static std::string html(const Omgeving& omgeving, const Bron& bron, kast::Diepte diepte,
                          const Verbintenissen* sleutels, const std::string& voor) {
    const kast::GeladenDossier dossier = kast::laad(bron.kast, bron.nummer, bron.lezer, diepte, sleutels);
    const Inkijk inkijk(bron.kast, dossier, omgeving.vandaag(), true);
    weergave::RapportBlad blad{inkijk.blad, bron.kast.beleid().gemeente, bron.kast.keten().front().digest,
                               voor,        bron.lezer.id->tekst(),      omgeving.nu().dag};
    if (diepte == kast::Diepte::termijnen)
      blad.let_op.push_back(is_afgeschermd({}).wat + " (artikel 6, lid 3, Wet PGA).");
    for (const Bevinding& b : dossier.bevindingen) {
      if (b.soort == FoutSoort::integriteit) blad.let_op.push_back(fmt::format("Er klopt iets niet: {}.", b.wat));
    }
    const auto& alle = inkijk.stand().overleggen;
    for (auto o = alle.rbegin(); o != alle.rend(); ++o) {  // what was last decided is looked for first
      blad.verslagen.push_back(maak_verslag(bron.kast, dossier, inkijk.stand(), *o));
    }
    return weergave::rapport_html(blad);
  }

  static std::string met_organisatie(const kast::Gebruiker& wie) {
    return fmt::format("{} ({})", wie.id.tekst(), weergave::leesbaar(wie.organisatie));
  }

  /// A file for each reader, with what that one may read.
  [[nodiscard]] std::vector<kast::NieuwBestand> verzegeld(const Omgeving& omgeving, const Bron& bron,
                                                          kast::Diepte diepte,
                                                          const std::vector<Ontvanger>& ontvangers) const {
    std::vector<kast::NieuwBestand> uit;
    for (const Ontvanger& o : ontvangers) {
      const std::vector<seal::Recipient> opent = o.wie->openers_op(omgeving.vandaag());
      if (opent.empty()) {
        throw Fout(FoutSoort::sleutel, fmt::format("{} heeft geen sleutel die nu geldt", o.wie->id.tekst()),
                   "geef deze gebruiker eerst een nieuwe sleutel: pga gebruiker vernieuw-sleutel");
      }
      const std::string pagina =
          html(omgeving, bron, diepte, o.alles ? nullptr : &o.sleutels, met_organisatie(*o.wie));
      uit.push_back({uitvoer_.value_or(bestandsnaam(bron.nummer, o.wie->id.tekst())),
                     seal::seal_to_all(pagina, opent, seal::Form::binary), 0600});
    }
    return uit;
  }

  /// One file for all, with what every one of them may read.
  [[nodiscard]] std::vector<kast::NieuwBestand> in_klare_tekst(const Omgeving& omgeving, const Bron& bron,
                                                               kast::Diepte diepte,
                                                               const std::vector<Ontvanger>& ontvangers) const {
    std::optional<Verbintenissen> samen;
    std::vector<std::string> namen;
    for (const Ontvanger& o : ontvangers) {
      namen.push_back(met_organisatie(*o.wie));
      if (o.alles) continue;
      if (!samen) {
        samen = o.sleutels;
        continue;
      }
      Verbintenissen beide;
      std::set_intersection(samen->begin(), samen->end(), o.sleutels.begin(), o.sleutels.end(),
                            std::inserter(beide, beide.end()));
      samen = std::move(beide);
    }
    return {{*open_,
             html(omgeving, bron, diepte, samen ? &*samen : nullptr, fmt::format("{}", fmt::join(namen, ", "))),
             0600}};
  }

  void meld(Omgeving& omgeving, const std::vector<kast::NieuwBestand>& bestanden) const {
    if (open_) {
      omgeving.meld(
          "dit bestand is niet verzegeld: wie erbij kan, leest het dossier; alleen uw account heeft het recht");
      omgeving.meld(
          "zet het niet in een map die wordt gedeeld of in reservekopieën komt, en wis het na het lezen of "
          "printen: "
          "pga vernietigt het niet met het dossier");
    } else {
      omgeving.meld("openen: age -d -i SLEUTEL BESTAND >rapport.html, in een map die alleen van de lezer is");
      omgeving.meld("het opent ook nog als het dossier is vernietigd: wis het als het is gelezen");
    }
    std::string uit;
    for (const kast::NieuwBestand& b : bestanden) {
      uit += (uit.empty() ? "" : "\n") + (open_ ? *open_ : uitvoer_.value_or(b.pad.filename().string()));
    }
    antwoord(omgeving, uit, {}, "het rapport is gemaakt", "kijk in de map die u noemde");
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> van_;
  std::vector<std::string> voor_;
  std::optional<std::string> uitvoer_;
  std::optional<std::string> open_;
  std::optional<std::string> grond_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_rapport() { return std::make_unique<Rapport>(); }

}  // namespace pga::cli
