// SPDX-License-Identifier: EUPL-1.2
//
// pga init: a new kast.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/maak.h"
#include "lib/kast/beheer.h"
#include "lib/kast/bestand.h"
#include "lib/kast/controleer.h"
#include "lib/kast/git.h"
#include "lib/kast/voornemen.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

/// What init makes, in a directory that was empty: taken away again unless it comes to an end.
class Spoor {
 public:
  Spoor() = default;
  Spoor(const Spoor&) = delete;
  Spoor& operator=(const Spoor&) = delete;
  ~Spoor() {
    std::error_code fout;  // best effort: the failure that brought us here is the one to report
    for (auto pad = nieuw_.rbegin(); pad != nieuw_.rend(); ++pad) fs::remove_all(*pad, fout);
  }
  /// To be called before `pad` is made. What is there already stays.
  void maakt(const kast::Pad& pad) {
    std::error_code fout;
    kast::Pad eerste;
    for (kast::Pad p = fs::absolute(pad, fout); !p.empty() && !fs::exists(p, fout); p = p.parent_path()) eerste = p;
    if (!eerste.empty()) nieuw_.push_back(eerste);
  }
  void klaar() { nieuw_.clear(); }

 private:
  std::vector<kast::Pad> nieuw_;
};

class Init : public Opdracht {
 public:
  std::string_view naam() const override { return "init"; }
  std::string_view kort() const override { return "een nieuwe kast maken"; }
  std::string_view lang() const override {
    return "Maakt een kast: de map waarin alle dossiers van een gemeente liggen, met git eromheen en versie 1 van "
           "het "
           "beheer, getekend met uw sleutel. U wordt de eerste gebruiker, met de rol regisseur. De vingerafdruk "
           "die "
           "verschijnt, hoort bij deze kast: bewaar hem buiten de kast.";
  }
  std::string_view voorbeeld() const override {
    return "pga init --sjabloon >beheer.yaml\npga init kast --van beheer.yaml --gebruiker reg1";
  }

  void bind(Opties& o) override {
    o.argument("[MAP]", map_, "de map; anders de map waarin u staat");
    o.optie("--van", van_, "BESTAND", "gemeente, contactpunt en beleid (YAML); - is de standaardinvoer");
    o.optie("--gebruiker", gebruiker_, "ID", "uw gebruikersnaam in deze kast");
    o.vlag("--sjabloon", sjabloon_, "druk een leeg formulier af om in te vullen");
  }

  int doe(Omgeving& omgeving) override {
    if (sjabloon_) {
      omgeving.uit << schema::sjabloon(schema::schema("beheer"), {{}, {"gebruikers"}});
      return 0;
    }
    if (!van_) {
      throw Fout(FoutSoort::gebruik, "pga init: er is geen document met gemeente en contactpunt",
                 "druk een leeg formulier af met pga init --sjabloon, vul het in en geef het met --van BESTAND");
    }
    const auto id = GebruikerId::lees(gebruiker_.value_or(""));
    if (!id) {
      throw Fout(FoutSoort::gebruik,
                 gebruiker_ ? fmt::format("\"{}\" kan geen gebruikersnaam zijn", *gebruiker_)
                            : "pga init: geef uw gebruikersnaam met --gebruiker",
                 "een kleine letter, dan hooguit 31 kleine letters, cijfers en streepjes, zoals reg1");
    }
    const kast::Pad map = map_.value_or(".");
    std::error_code fout;
    if (fs::exists(map / "beheer", fout)) {
      throw Fout(FoutSoort::gebruik, "hier is al een kast",
                 "kies een andere map, of wijzig het beleid met pga beleid --van", Plaats{map.string(), 0, 0});
    }
    eis_buiten_kast(map);
    eis_leeg(map);
    maak(omgeving, map, *id);
    return 0;
  }

 private:
  static void eis_buiten_kast(const kast::Pad& map) {
    std::error_code fout;
    for (kast::Pad p = fs::absolute(map, fout).lexically_normal(); p.has_relative_path(); p = p.parent_path()) {
      const fs::path buiten = p.parent_path();
      if (!fs::is_directory(buiten / "beheer", fout) || !fs::is_directory(buiten / kast::kLogboek, fout)) continue;
      throw Fout(FoutSoort::gebruik, fmt::format("deze map ligt in een kast: {}", buiten.string()),
                 "maak de nieuwe kast ernaast", Plaats{map.string(), 0, 0});
    }
  }

  /// Whatever else lies in the directory, git would track in clear.
  static void eis_leeg(const kast::Pad& map) {
    for (const kast::Pad& pad : kast::lees_map(map)) {
      const std::string naam = pad.filename().string();
      if (naam == ".git" || naam == ".gitattributes" || naam == ".gitignore") continue;
      throw Fout(FoutSoort::gebruik, "deze map is niet leeg, en in een kast ligt alleen wat verzegeld is",
                 "geef een map die er nog niet is: pga init MAP --van BESTAND --gebruiker ID",
                 Plaats{pad.string(), 0, 0});
    }
  }

  /// Version 1 of beheer, signed by the first gebruiker.
  [[nodiscard]] kast::NieuwBestand eerste_beheer(const Omgeving& omgeving, const kast::Pad& map,
                                                 const GebruikerId& id) const {
    Waarde document = lees_beheer_invoer(omgeving, *van_);
    const std::vector<seal::Identity> identiteiten = omgeving.identiteiten();
    const auto key = seal::SigningKey::derive(identiteiten.front());
    const kast::Gebruiker eerste{
        id,
        "burgemeester",
        {},
        {"regisseur"},
        "burgemeester",
        {{identiteiten.front().recipient(), key.verify_key(), omgeving.vandaag(), std::nullopt}}};
    if (document.items_van("gebruikers").empty()) {
      document.zet("gebruikers", Waarde::lijst_()).voeg_toe(kast::als_waarde(eerste));
    } else {
      eis_eerste(document, eerste);
    }
    eis_rollen(kast::lees_gebruikers(document, *van_), *van_);
    kast::NieuwBestand uit = kast::maak_beheer(map, nullptr, document, omgeving.vandaag(), id, key);
    const kast::BeheerVersie versie = kast::als_versie(uit);
    eis_tekent(versie, id);
    eis_ondertekenaar(versie, omgeving.vandaag());
    return uit;
  }

  void maak(Omgeving& omgeving, const kast::Pad& map, const GebruikerId& id) const {
    const kast::NieuwBestand beheer = eerste_beheer(omgeving, map, id);
    std::vector<kast::NieuwBestand> bestanden;
    std::error_code fout;
    for (const auto& [naam, inhoud] :
         {std::pair{".gitattributes", kast::kGitAttributes}, {".gitignore", kast::kGitIgnore}}) {
      if (!fs::exists(map / naam, fout)) bestanden.push_back({map / naam, std::string(inhoud), 0644});
    }
    kast::GemeenteBegin gemeente = gemeente_van(omgeving, map, beheer);
    bestanden.insert(bestanden.end(), gemeente.sleutels.begin(), gemeente.sleutels.end());
    bestanden.push_back(beheer);
    bestanden.push_back(std::move(gemeente.opening));
    if (omgeving.globaal.droog) {
      if (!omgeving.globaal.json) omgeving.uit << fmt::format("zou een kast maken in {}\n", map.string());
      toon_droog(omgeving, map, bestanden);
      return;
    }
    boek_begin(omgeving, map, beheer, bestanden);
    schrijf(omgeving, map, bestanden);
    const kast::Kast kast(map, omgeving.sleutels_van(map));
    na_schrijven(omgeving, kast, bestanden);
    const std::string gedaan = fmt::format("kast gemaakt in {}", map.string());
    omgeving.meld(gedaan);
    meld_geschreven(omgeving, bestanden);
    const kast::BeheerVersie versie = kast::als_versie(beheer);
    const std::string& vingerafdruk = versie.digest;
    antwoord(omgeving, fmt::format("vingerafdruk {}", vingerafdruk),
             {{"gemeente", versie.document.tekst_van("gemeente")},
              {"vingerafdruk", vingerafdruk},
              {"map", map.string()}},
             gedaan, "pga beleid toont de vingerafdruk");
    omgeving.meld("wijs nu de andere gebruikers aan: pga gebruiker toevoegen");
    if (!kast.beleid().git) {
      omgeving.meld("leg de kast vast in git: git add en git commit; met git: ja in het beleid doet pga dat");
    }
  }

  static void schrijf(const Omgeving& omgeving, const kast::Pad& map,
                      const std::vector<kast::NieuwBestand>& bestanden) {
    const kast::Pad sleutels = omgeving.sleutels_van(map);
    const std::string gemeente = Nummer::gemeente().tekst();
    Spoor spoor;
    const kast::Pad logsleutel = sleutels / fmt::format("{}-{}", kast::kLogboek, omgeving.nu().dag.jaar());
    for (const kast::Pad& pad : {map, map / ".git", map / "dossiers", map / "beheer", map / gemeente,
                                 map / kast::kLogboek, sleutels, sleutels / gemeente, logsleutel})
      spoor.maakt(pad);
    kast::maak_map(map, 0755);
    kast::git_init(map);
    kast::maak_map(map / "dossiers", 0755);
    kast::maak_map(sleutels, 0700);
    kast::maak_bestanden(bestanden);
    spoor.klaar();
  }

  /// The first entry of the log, with the key of its year.
  static void boek_begin(const Omgeving& omgeving, const kast::Pad& map, const kast::NieuwBestand& beheer,
                         std::vector<kast::NieuwBestand>& bestanden) {
    const kast::BeheerVersie versie = kast::als_versie(beheer);
    const kast::Lezer lezer = kast::lezer_van(versie, omgeving.identiteiten(), omgeving.vandaag());
    kast::LogInhoud inhoud = log_inhoud(omgeving);
    inhoud.dossiers.insert(Nummer::gemeente());
    kast::LogPartij log =
        kast::log_partij({map, omgeving.sleutels_van(map)}, versie, lezer, inhoud, omgeving.nu().dag);
    bestanden.insert(bestanden.end(), std::make_move_iterator(log.bestanden.begin()),
                     std::make_move_iterator(log.bestanden.end()));
  }

  /// The dossier of the gemeente itself, opened with the kast.
  static kast::GemeenteBegin gemeente_van(const Omgeving& omgeving, const kast::Pad& map,
                                          const kast::NieuwBestand& beheer) {
    const kast::BeheerVersie versie = kast::als_versie(beheer);
    std::vector<seal::Identity> mijn;
    for (const seal::Identity& i : omgeving.identiteiten()) mijn.push_back(i.clone());
    const std::string naam = Nummer::gemeente().tekst();
    const kast::Pad sleutels = omgeving.sleutels_van(map) / naam;
    if (fs::exists(sleutels)) {
      throw Fout(FoutSoort::gebruik, "hier liggen al sleutels van een dossier gemeente, van een andere kast",
                 "kies met PGA_SLEUTELS een andere map voor de sleutels van deze kast",
                 Plaats{sleutels.string(), 0, 0});
    }
    return kast::begin_gemeente({map / naam, sleutels}, versie,
                                kast::lezer_van(versie, std::move(mijn), omgeving.vandaag()), omgeving.vandaag(),
                                omgeving.nu().tekst());
  }

  /// Whoever makes the kast signs its first version.
  static void eis_tekent(const kast::BeheerVersie& versie, const GebruikerId& id) {
    if (proces::mag_beheer_tekenen(versie.vind(id)->rollen, versie.leest)) return;
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         fmt::format("met deze rollen kan {} het beheer van de kast niet tekenen", id.tekst()),
                         versie.leest.regisseur_leest == proces::RegisseurLeest::eigen
                             ? "met regisseur_leest: eigen maakt een procesregisseur de kast"
                             : "geef deze gebruiker de rol regisseur of procesregisseur",
                         "artikel 13 Wet PGA"});
  }

  /// A document with gebruikers must name the one who signs, with the keys that sign.
  static void eis_eerste(const Waarde& document, const kast::Gebruiker& eerste) {
    for (const kast::Gebruiker& g : kast::lees_gebruikers(document, "beheer")) {
      if (g.id == eerste.id && !g.sleutels.empty() && g.sleutels.front().opent == eerste.sleutels.front().opent)
        return;
    }
    throw Fout(
        FoutSoort::document, fmt::format("{} staat niet met deze sleutel bij de gebruikers", eerste.id.tekst()),
        "laat gebruikers weg: u wordt dan vanzelf de eerste, en voegt de anderen toe met pga gebruiker toevoegen");
  }

  std::optional<std::string> map_;
  std::optional<std::string> van_;
  std::optional<std::string> gebruiker_;
  bool sjabloon_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_init() { return std::make_unique<Init>(); }

}  // namespace pga::cli
