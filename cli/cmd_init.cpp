// SPDX-License-Identifier: EUPL-1.2
//
// pga init: a new kast.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "cli/beheerversie.h"
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
    return "pga init kast --van examples/invoer/beheer.yaml --gebruiker reg1";
  }

  void bind(Opties& o) override {
    o.argument("[MAP]", map_, "de map; anders de map waarin u staat");
    o.optie("--van", van_, "BESTAND", "gemeente, contactpunt en beleid (YAML); - is de standaardinvoer");
    o.optie("--gebruiker", gebruiker_, "ID", "uw gebruikersnaam in deze kast");
    o.vlag("--sjabloon", sjabloon_, "druk een leeg formulier af om in te vullen");
  }

  int doe(Omgeving& omgeving) override {
    if (sjabloon_) {
      omgeving.uit << schema::sjabloon(schema::schema("beheer"));
      return 0;
    }
    if (!van_) {
      throw Fout(FoutSoort::gebruik, "pga init: er is geen document met gemeente en contactpunt",
                 "druk een leeg formulier af met pga init --sjabloon, vul het in en geef het met --van BESTAND");
    }
    const auto id = GebruikerId::lees(gebruiker_.value_or(""));
    if (!id) {
      throw Fout(FoutSoort::gebruik, "pga init: geef uw gebruikersnaam met --gebruiker",
                 "een kleine letter, dan hooguit 31 kleine letters, cijfers en streepjes, zoals reg1");
    }
    const kast::Pad map = map_.value_or(".");
    if (fs::exists(map / "beheer")) {
      throw Fout(FoutSoort::gebruik, "hier is al een kast",
                 "kies een andere map, of wijzig het beleid met pga beleid --van", Plaats{map.string(), 0, 0});
    }
    maak(omgeving, map, *id);
    return 0;
  }

 private:
  void maak(Omgeving& omgeving, const kast::Pad& map, const GebruikerId& id) const {
    Waarde document = lees_beheer_invoer(*van_);
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
    (void)kast::lees_gebruikers(document, *van_);
    const kast::NieuwBestand beheer = kast::maak_beheer(map, nullptr, document, omgeving.vandaag(), id, key);
    kast::GemeenteBegin gemeente = gemeente_van(omgeving, map, beheer);
    if (omgeving.globaal.droog) {
      omgeving.uit << fmt::format("zou een kast maken in {}\n", map.string());
      return;
    }
    kast::maak_map(map, 0755);
    kast::git_init(map);
    kast::maak_map(map / "dossiers", 0755);
    kast::maak_map(omgeving.sleutels_van(map), 0700);
    std::vector<kast::NieuwBestand> bestanden;
    for (const auto& [naam, inhoud] :
         {std::pair{".gitattributes", kast::kGitAttributes}, {".gitignore", kast::kGitIgnore}}) {
      if (!fs::exists(map / naam)) bestanden.push_back({map / naam, std::string(inhoud), 0644});
    }
    bestanden.insert(bestanden.end(), gemeente.sleutels.begin(), gemeente.sleutels.end());
    bestanden.push_back(beheer);
    bestanden.push_back(std::move(gemeente.opening));
    kast::maak_bestanden(bestanden);
    omgeving.meld(fmt::format("kast gemaakt in {}", map.string()));
    omgeving.uit << "vingerafdruk " << seal::digest(beheer.bytes) << '\n';
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
