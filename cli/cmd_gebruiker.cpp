// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker: who has a key in this kast.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/maak.h"
#include "cli/sleutelregel.h"
#include "lib/basis/nabij.h"
#include "lib/kast/beheer.h"
#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"
#include "lib/proces/woorden.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

template <class E>
void eis_woord(const std::string& woord, std::string_view wat) {
  if (proces::lees<E>(woord)) return;
  std::vector<std::string> namen(proces::Woorden<E>::namen.begin(), proces::Woorden<E>::namen.end());
  std::string lijst;
  for (const std::string& n : namen) lijst += (lijst.empty() ? "" : ", ") + n;
  const std::string beste = nabij(woord, namen);
  throw Fout(FoutSoort::gebruik, fmt::format("\"{}\" is geen {}", woord, wat),
             beste.empty() ? fmt::format("kies uit: {}", lijst)
                           : fmt::format("bedoelde u {}? kies uit: {}", beste, lijst));
}

class GebruikerToevoegen : public Opdracht {
 public:
  std::string_view naam() const override { return "toevoegen"; }
  std::string_view kort() const override { return "een gebruiker aanwijzen, met zijn openbare sleutels"; }
  std::string_view lang() const override {
    return "Voegt een gebruiker toe aan het beheer van deze kast. De regel komt van pga sleutel toon bij die "
           "persoon zelf. "
           "Alleen een medewerker die een deelnemer heeft aangewezen kan gebruiker zijn (artikel 12, lid 3, Wet "
           "PGA); een "
           "derde nooit (artikel 11 Besluit PGA). Een regisseur en een termijnwacht krijgen ook de sleutels van de "
           "dossiers die er al zijn, een lid van de weegploeg die van de casussen die nog lopen.";
  }
  std::string_view voorbeeld() const override {
    return "pga gebruiker toevoegen pol2 --organisatie politie --rol weegploeg --van pol2.regel";
  }
  void bind(Opties& o) override {
    o.argument("ID", id_, "de gebruikersnaam, zoals pol2; wordt nooit opnieuw gebruikt");
    o.optie("--van", van_, "REGEL", "de regel van pga sleutel toon, of het bestand waarin hij staat");
    o.optie("--organisatie", organisatie_, "NAAM",
            "burgemeester, college, politie, om, reclassering, rvdk of machine");
    o.opties("--rol", rollen_, "ROL", "regisseur, weegploeg, deelnemer, termijnwacht of rechtmatigheid; mag vaker");
    o.optie("--aangewezen-door", aangewezen_door_, "DEELNEMER",
            "wie deze gebruiker aanwees; anders de eigen organisatie");
    o.optie("--tot", tot_, "DATUM", "de laatste dag dat deze sleutel geldt; anders zonder einde");
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
                 "geef --rol regisseur, weegploeg, deelnemer, termijnwacht of rechtmatigheid");
    for (const std::string& rol : rollen_) eis_woord<proces::Rol>(rol, "rol");
    if (*organisatie_ == "machine" && !aangewezen_door_) {
      throw Fout(FoutSoort::gebruik, "wie wees deze machine aan?",
                 "geef --aangewezen-door met de deelnemer die haar aanwees, zoals burgemeester");
    }
    const std::optional<Datum> tot = lees_tot(omgeving.vandaag());
    const kast::Kast eerst = omgeving.open_kast();
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_beheer_tekenen(lezer);
    return voeg_toe(omgeving, kast, lezer, gebruiker(omgeving, kast, *id, tot));
  }

 private:
  /// The last day of the key; termijnen asks for a new decision before it.
  std::optional<Datum> lees_tot(Datum vandaag) const {
    if (!tot_) return std::nullopt;
    const std::optional<Datum> dag = Datum::lees(*tot_);
    if (!dag) {
      throw Fout(FoutSoort::gebruik, fmt::format("--tot: \"{}\" is geen datum", *tot_),
                 "schrijf JJJJ-MM-DD, een dag die bestaat");
    }
    if (*dag < vandaag) {
      throw Fout(FoutSoort::gebruik, fmt::format("--tot: {} is al voorbij", dag->lang()),
                 "geef de laatste dag dat de sleutel geldt, vandaag of later");
    }
    return dag;
  }

  kast::Gebruiker gebruiker(const Omgeving& omgeving, const kast::Kast& kast, const GebruikerId& id,
                            std::optional<Datum> tot) const {
    if (kast.beheer().vind(id) != nullptr) {
      throw Fout(FoutSoort::gebruik, fmt::format("gebruiker {} bestaat al", id.tekst()),
                 "pga gebruiker lijst toont ze allemaal");
    }
    const SleutelRegel regel = is_sleutel_regel(*van_) ? lees_sleutel_regel(*van_)
                                                       : lees_sleutel_regel(kast::lees_invoer(*van_, 4096), *van_);
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      for (const kast::GebruikerSleutel& s : g.sleutels) {
        if (s.opent == regel.opent || s.tekent == regel.tekent) {
          throw Fout(FoutSoort::gebruik, fmt::format("deze sleutel is al van {}", g.id.tekst()),
                     "ieder heeft een eigen sleutel: laat deze persoon er zelf een maken");
        }
      }
    }
    return {id,
            *organisatie_,
            gemeente_.value_or(""),
            rollen_,
            aangewezen_door_.value_or(*organisatie_),
            {{regel.opent, regel.tekent, omgeving.vandaag(), tot}}};
  }

  int voeg_toe(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
               const kast::Gebruiker& nieuw) const {
    Waarde document = beheer_document(kast);
    document.vind("gebruikers")->voeg_toe(kast::als_waarde(nieuw));
    (void)kast::lees_gebruikers(document, "gebruiker");  // refuses who may not be one
    eis_rollen({nieuw}, {});
    std::vector<kast::NieuwBestand> bestanden = sleutels_van_dossiers(omgeving, kast, lezer, nieuw);
    const std::size_t aantal = bestanden.size();
    const std::optional<kast::NieuwBestand> gemeente = sleutels_van_gemeente(omgeving, kast, lezer, nieuw);
    if (gemeente) bestanden.push_back(*gemeente);
    bestanden.push_back(volgende_beheer(omgeving, kast, lezer, document));
    if (omgeving.globaal.droog) {
      toon_droog(omgeving, kast.map(), bestanden);
      return 0;
    }
    boek(omgeving, kast, lezer, {}, bestanden);
    kast::maak_bestanden(bestanden);
    na_schrijven(omgeving, kast, bestanden);
    std::string gegeven = aantal == 0 ? "" : weergave::aantal(aantal, "dossier", "dossiers");
    if (gemeente) gegeven += gegeven.empty() ? "het dossier gemeente" : " en van het dossier gemeente";
    const std::string sleutels = gegeven.empty() ? "" : fmt::format("; sleutels van {} gegeven", gegeven);
    const int versie = kast.beheer().versie + 1;
    const std::string gedaan = fmt::format("{} toegevoegd: versie {} van het beheer", nieuw.id.tekst(), versie);
    omgeving.meld(gedaan + sleutels);
    meld_geschreven(omgeving, bestanden);
    antwoord(omgeving, {}, {{"gebruiker", nieuw.id.tekst()}, {"versie", versie}, {"dossiers", aantal}}, gedaan,
             "pga gebruiker lijst toont de gebruikers");
    return 0;
  }

  static void meld_gesloten(const Omgeving& omgeving, const Nummer& nummer, const kast::Gebruiker& nieuw) {
    omgeving.meld(
        fmt::format("dossier {} gaat niet open; {} krijgt er geen sleutel van", nummer.tekst(), nieuw.id.tekst()));
  }

  /// The key file of the dossier gemeente, for those whose role opens it.
  static std::optional<kast::NieuwBestand> sleutels_van_gemeente(const Omgeving& omgeving, const kast::Kast& kast,
                                                                 const kast::Lezer& lezer,
                                                                 const kast::Gebruiker& nieuw) {
    const Nummer nummer = Nummer::gemeente();
    const kast::Gerechtigde wie{&nieuw, kast::standaard_compartimenten(nieuw, nummer)};
    if (wie.compartimenten.empty() || !kast.heeft_gemeente()) return std::nullopt;
    const kast::GeladenDossier d = kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
    if (d.leesbaar) return kast::geef_sleutels(kast, d, wie, false, omgeving.vandaag());
    meld_gesloten(omgeving, nummer, nieuw);
    return std::nullopt;
  }

  /// Key files of the dossiers that exist, as far as the role reads them.
  static std::vector<kast::NieuwBestand> sleutels_van_dossiers(const Omgeving& omgeving, const kast::Kast& kast,
                                                               const kast::Lezer& lezer,
                                                               const kast::Gebruiker& nieuw) {
    std::vector<kast::NieuwBestand> uit;
    if (!kast::opent_door_rol(nieuw)) return uit;
    kast::BeheerVersie straks = kast.beheer();
    straks.gebruikers.push_back(nieuw);
    const bool alles = nieuw.heeft_rol("regisseur") || nieuw.heeft_rol("termijnwacht");
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
      const bool beoordelingen = nieuw.heeft_rol("regisseur") || d.dossier.heeft_profiel;
      uit.push_back(kast::geef_sleutels(kast, d, *wie, beoordelingen, omgeving.vandaag()));
    }
    return uit;
  }

  std::optional<std::string> id_;
  std::optional<std::string> van_;
  std::optional<std::string> organisatie_;
  std::optional<std::string> aangewezen_door_;
  std::optional<std::string> tot_;
  std::optional<std::string> gemeente_;
  std::vector<std::string> rollen_;
};

class GebruikerLijst : public Opdracht {
 public:
  std::string_view naam() const override { return "lijst"; }
  std::string_view kort() const override { return "wie er gebruiker is, met welke rol"; }
  std::string_view lang() const override {
    return "Toont de gebruikers van deze kast: organisatie, rollen, wie hen aanwees en sinds wanneer hun sleutel "
           "geldt.";
  }
  std::string_view voorbeeld() const override { return "pga gebruiker lijst"; }
  void bind(Opties& o) override { (void)o; }

  int doe(Omgeving& omgeving) override {
    const kast::Kast kast = omgeving.open_kast();
    omgeving.uit << (omgeving.globaal.json ? json(kast) : tabel(kast, omgeving.stijl()));
    return 0;
  }

 private:
  static std::string rollen(const kast::Gebruiker& g) {
    std::string uit;
    for (const std::string& r : g.rollen) uit += (uit.empty() ? "" : ", ") + r;
    return uit;
  }

  static std::string tabel(const kast::Kast& kast, const weergave::Stijl& stijl) {
    weergave::Tabel t{{"gebruiker", "organisatie", "aangewezen door", "sleutel sinds", "rollen"}, {}};
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      std::string sinds = g.sleutels.empty() ? "geen sleutel" : g.sleutels.back().van.lang();
      if (!g.sleutels.empty() && g.sleutels.back().tot) sinds += ", tot en met " + g.sleutels.back().tot->lang();
      t.rijen.push_back({{g.id.tekst(), weergave::Kleur::vet},
                         {weergave::leesbaar(g.organisatie)},
                         {weergave::leesbaar(g.aangewezen_door)},
                         {sinds},
                         {rollen(g)}});
    }
    return weergave::tabel(t, stijl);
  }

  static std::string json(const kast::Kast& kast) {
    nlohmann::ordered_json uit = nlohmann::ordered_json::array();
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      nlohmann::ordered_json sleutels = nlohmann::ordered_json::array();
      for (const kast::GebruikerSleutel& s : g.sleutels) {
        nlohmann::ordered_json sleutel = {
            {"opent", s.opent.text()}, {"tekent", s.tekent.text()}, {"van", s.van.tekst()}, {"tot", nullptr}};
        if (s.tot) sleutel["tot"] = s.tot->tekst();
        sleutels.push_back(std::move(sleutel));
      }
      uit.push_back({{"id", g.id.tekst()},
                     {"organisatie", g.organisatie},
                     {"rollen", g.rollen},
                     {"aangewezen_door", g.aangewezen_door},
                     {"sleutels", std::move(sleutels)}});
    }
    return uit.dump(2) + "\n";
  }
};

class Gebruiker : public Opdracht {
 public:
  std::string_view naam() const override { return "gebruiker"; }
  std::string_view kort() const override { return "wie een sleutel heeft: toevoegen, lijst"; }
  std::string_view lang() const override {
    return "Een gebruiker is een medewerker of machine met een sleutel, aangewezen door een deelnemer (artikel 12, "
           "lid 3, "
           "Wet PGA).";
  }
  std::string_view voorbeeld() const override { return "pga gebruiker lijst"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(std::make_unique<GebruikerToevoegen>());
    uit.push_back(std::make_unique<GebruikerLijst>());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker() { return std::make_unique<Gebruiker>(); }

}  // namespace pga::cli
