// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker toevoegen: a new gebruiker, and the key files their roles give.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/gebruikeropdracht.h"
#include "cli/schrijf.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/beheer.h"
#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

class GebruikerToevoegen : public Opdracht {
 public:
  std::string_view naam() const override { return "toevoegen"; }
  std::string_view kort() const override { return "een gebruiker aanwijzen, met zijn openbare sleutels"; }
  std::string_view lang() const override {
    return "Voegt een gebruiker toe aan het beheer van deze kast. De regel komt van pga sleutel toon bij die "
           "persoon zelf. "
           "Alleen een medewerker die een deelnemer heeft aangewezen kan gebruiker zijn (artikel 12, lid 3, Wet "
           "PGA); een "
           "derde nooit (artikel 11 Besluit PGA). De gebruiker krijgt ook de sleutels die zijn rol "
           "geeft van de dossiers die er al zijn; een deelnemer krijgt die van een casus door een weegbesluit.";
  }
  std::string_view voorbeeld() const override {
    return "pga gebruiker toevoegen pol2 --organisatie politie --rol weegploeg --van pol2.regel";
  }
  void bind(Opties& o) override {
    o.argument("ID", id_, "de gebruikersnaam, zoals pol2; wordt nooit opnieuw gebruikt");
    o.optie("--van", van_, "REGEL", "de regel van pga sleutel toon, of het bestand waarin hij staat");
    o.optie("--organisatie", organisatie_, "NAAM",
            "burgemeester, college, politie, om, reclassering, rvdk, rac, toezicht, fg, beheer of machine");
    o.opties("--rol", rollen_, "ROL", "zoals regisseur, weegploeg of deelnemer; mag vaker");
    o.optie("--aangewezen-door", aangewezen_door_, "DEELNEMER",
            "wie deze gebruiker aanwees; anders de eigen organisatie");
    o.optie("--tot", tot_, "DATUM", "de laatste dag dat deze sleutel geldt; anders zonder einde");
    o.optie("--vervangt", vervangt_, "ID", "de gebruiker van dezelfde organisatie die deze vervangt");
    o.optie("--gemeente", gemeente_, "NAAM", "de gemeente, als die een andere is dan die van de kast");
  }

  int doe(Omgeving& omgeving) override {
    const auto id = GebruikerId::lees(id_.value_or(""));
    if (!id) {
      throw Fout(FoutSoort::gebruik,
                 id_ ? fmt::format("\"{}\" kan geen gebruikersnaam zijn", *id_)
                     : "pga gebruiker toevoegen: geef een gebruikersnaam",
                 "een kleine letter, dan hooguit 31 kleine letters, cijfers en streepjes, zoals pol2");
    }
    if (!van_)
      throw Fout(FoutSoort::gebruik, "de sleutelregel ontbreekt",
                 "geef met --van de regel die pga sleutel toon afdrukt");
    if (!organisatie_) throw Fout(FoutSoort::gebruik, "de organisatie ontbreekt", "geef --organisatie");
    if (rollen_.empty())
      throw Fout(FoutSoort::gebruik, "de rol ontbreekt",
                 "geef --rol, zoals regisseur, weegploeg of deelnemer; pga-gebruiker(1) noemt ze alle");
    organisatie_ = organisatiewoord(*organisatie_);
    if (aangewezen_door_) aangewezen_door_ = organisatiewoord(*aangewezen_door_);
    for (const std::string& rol : rollen_) eis_rolwoord(rol);
    eis_aanwijzing();
    const std::optional<Datum> tot = lees_tot(tot_, omgeving.vandaag());
    const kast::Kast eerst = omgeving.open_kast();
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_beheer_tekenen(kast, lezer);
    return voeg_toe(omgeving, kast, lezer, gebruiker(omgeving, kast, *id, tot));
  }

 private:
  /// Who is no deelnemer was let in by one.
  void eis_aanwijzing() const {
    const auto wie = proces::lees<proces::Organisatie>(*organisatie_);
    if (aangewezen_door_ || !wie || proces::is_deelnemer(*wie)) return;
    const bool machine = wie == proces::Organisatie::machine;
    throw Fout(FoutSoort::gebruik, fmt::format("wie wees deze {} aan?", machine ? "machine" : "gebruiker"),
               fmt::format("geef --aangewezen-door met de deelnemer die {} aanwees, zoals burgemeester",
                           machine ? "haar" : "deze persoon"));
  }

  kast::Gebruiker gebruiker(const Omgeving& omgeving, const kast::Kast& kast, const GebruikerId& id,
                            std::optional<Datum> tot) const {
    if (kast.beheer().vind(id) != nullptr) {
      throw Fout(FoutSoort::gebruik, fmt::format("gebruiker {} bestaat al", id.tekst()),
                 fmt::format("een andere rol of laatste dag: pga gebruiker wijzig {}; pga gebruiker lijst toont ze "
                             "allemaal",
                             id.tekst()));
    }
    const SleutelRegel regel = lees_regel(*van_);
    eis_eigen_sleutel(kast, regel);
    return {id,
            *organisatie_,
            gemeente_.value_or(""),
            rollen_,
            aangewezen_door_.value_or(*organisatie_),
            {{regel.opent, regel.tekent, omgeving.vandaag(), tot}},
            lees_vervangt(vervangt_)};
  }

  int voeg_toe(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
               const kast::Gebruiker& nieuw) const {
    Waarde document = beheer_document(kast);
    document.vind("gebruikers")->voeg_toe(kast::als_waarde(nieuw));
    (void)kast::lees_gebruikers(document, "gebruiker");  // refuses who may not be one
    eis_rollen({nieuw}, {});
    kast::Voornemen partij{Nummer::gemeente(), {}, sleutels_van_dossiers(omgeving, kast, lezer, nieuw)};
    const std::size_t aantal = partij.bestanden.size();
    const std::vector<kast::NieuwBestand> gemeente = sleutels_van_gemeente(omgeving, kast, lezer, nieuw);
    kast::voeg_toe(partij.bestanden, gemeente);
    partij.bestanden.push_back(volgende_beheer(omgeving, kast, lezer, document));
    if (!schrijf_partij(omgeving, kast, lezer, {}, partij)) return 0;
    const std::string gegeven = weergave::welke_dossiers(aantal, !gemeente.empty());
    const std::string sleutels = gegeven.empty() ? "" : fmt::format("; sleutels van {} gegeven", gegeven);
    const int versie = kast.beheer().versie + 1;
    const std::string gedaan = fmt::format("{} toegevoegd: versie {} van het beheer", nieuw.id.tekst(), versie);
    omgeving.meld(gedaan + sleutels);
    meld_geschreven(omgeving, partij.bestanden);
    antwoord(omgeving, {}, {{"gebruiker", nieuw.id.tekst()}, {"versie", versie}, {"dossiers", aantal}}, gedaan,
             "pga gebruiker lijst toont de gebruikers");
    return 0;
  }

  static void meld_gesloten(const Omgeving& omgeving, const Nummer& nummer, const kast::Gebruiker& nieuw) {
    omgeving.meld(
        fmt::format("dossier {} gaat niet open; {} krijgt er geen sleutel van", nummer.tekst(), nieuw.id.tekst()));
  }

  /// The key file of the dossier gemeente, for those whose role opens it.
  static std::vector<kast::NieuwBestand> sleutels_van_gemeente(const Omgeving& omgeving, const kast::Kast& kast,
                                                               const kast::Lezer& lezer,
                                                               const kast::Gebruiker& nieuw) {
    const Nummer nummer = Nummer::gemeente();
    const kast::Gerechtigde wie{&nieuw, kast::door_rol(kast.beheer(), nieuw, kast::toestand_van(nummer))};
    if (wie.compartimenten.empty() || !kast.heeft_gemeente()) return {};
    const kast::GeladenDossier d = kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
    if (!d.leesbaar) {
      meld_gesloten(omgeving, nummer, nieuw);
      return {};
    }
    std::vector<kast::NieuwBestand> uit = kast::geef_sleutels(kast, d, wie, omgeving.vandaag());
    const bool leest = kast::leest_aantallen(kast.beheer(), nieuw);
    kast::voeg_toe(uit,
                   kast::wijzig_aantalsleutels(kast, lezer, d, nieuw, leest, false, omgeving.vandaag()).bestanden);
    return uit;
  }

  /// Key files of the dossiers that exist, as far as the role reads them.
  static std::vector<kast::NieuwBestand> sleutels_van_dossiers(const Omgeving& omgeving, const kast::Kast& kast,
                                                               const kast::Lezer& lezer,
                                                               const kast::Gebruiker& nieuw) {
    std::vector<kast::NieuwBestand> uit;
    if (!proces::opent_iets(nieuw.rollen)) return uit;
    kast::BeheerVersie straks = kast.beheer();
    straks.gebruikers.push_back(nieuw);
    const bool alles = proces::leest_alles(nieuw.rollen);
    std::vector<Nummer> afgeschermd;
    for (const Nummer& nummer : kast.dossiers()) {
      const kast::GeladenDossier d = kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
      const auto houders = kast::gerechtigden(straks, nummer, d.dossier, omgeving.vandaag());
      const auto wie = std::find_if(houders.begin(), houders.end(),
                                    [&](const kast::Gerechtigde& g) { return g.gebruiker->id == nieuw.id; });
      if (wie == houders.end()) continue;
      if (!d.leesbaar) {
        meld_gesloten(omgeving, nummer, nieuw);
        continue;
      }
      if (!alles && d.dossier.fase == proces::Fase::afgesloten && !d.dossier.afgeschermd) continue;
      if (d.dossier.afgeschermd && !kast::kan_geven(d, *wie)) {
        afgeschermd.push_back(nummer);
        continue;
      }
      kast::voeg_toe(uit, kast::geef_sleutels(kast, d, *wie, omgeving.vandaag()));
    }
    if (!afgeschermd.empty()) meld_niet_te_geven(omgeving, afgeschermd, nieuw.id.tekst());
    return uit;
  }

  std::optional<std::string> id_;
  std::optional<std::string> van_;
  std::optional<std::string> organisatie_;
  std::optional<std::string> aangewezen_door_;
  std::optional<std::string> tot_;
  std::optional<std::string> gemeente_;
  std::optional<std::string> vervangt_;
  std::vector<std::string> rollen_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker_toevoegen() { return std::make_unique<GebruikerToevoegen>(); }

}  // namespace pga::cli
