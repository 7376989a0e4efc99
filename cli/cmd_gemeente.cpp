// SPDX-License-Identifier: EUPL-1.2
//
// pga gemeente: the dossier of the gemeente itself. Audits, annual reports, who was screened, and totals.
#include <optional>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cli/antwoord.h"
#include "cli/blad.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/proces/soorten_gemeente.h"
#include "lib/weergave/aantallen.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/register.h"

namespace pga::cli {
namespace {

/// A part that records a stuk of one soort.
class GemeenteStuk : public Opdracht {
 public:
  GemeenteStuk(std::string_view soort, std::string_view kort, std::string_view lang, std::string_view voorbeeld)
      : soort_(soort), kort_(kort), lang_(lang), voorbeeld_(voorbeeld) {}

  std::string_view naam() const override { return soort_; }
  std::string_view kort() const override { return kort_; }
  std::string_view lang() const override { return lang_; }
  std::string_view voorbeeld() const override { return voorbeeld_; }
  void bind(Opties& o) override {
    opties_.bind(o, {}, {soort_});
    opties_.nummer = Nummer::gemeente().tekst();
  }
  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, soort_, opties_);
    return leg_vast(omgeving, soort_, opties_);
  }

 private:
  std::string soort_;
  std::string_view kort_;
  std::string_view lang_;
  std::string_view voorbeeld_;
  StukOpties opties_;
};

class GemeenteToon : public Opdracht {
 public:
  std::string_view naam() const override { return "toon"; }
  std::string_view kort() const override { return "het hele dossier lezen"; }
  std::string_view lang() const override { return "Toont het dossier gemeente, zoals pga toon gemeente."; }
  std::string_view voorbeeld() const override { return "pga gemeente toon"; }
  void bind(Opties& o) override { (void)o; }
  int doe(Omgeving& omgeving) override { return toon_dossier(omgeving, Nummer::gemeente().tekst()); }
};

/// What the stukken say of each gebruiker who is a person; the latest word on each counts.
std::vector<weergave::RegisterRij> register_van(const kast::Kast& kast, const kast::GeladenDossier& gemeente) {
  std::vector<weergave::RegisterRij> uit;
  for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
    if (g.organisatie == proces::naam(proces::Organisatie::machine)) continue;
    weergave::RegisterRij r;
    r.gebruiker = g.id.tekst();
    for (const kast::GeladenStuk& s : gemeente.stukken) {
      const proces::StukRegel* regel = gemeente.dossier.stuk(s.stuk.digest);
      const bool telt = regel != nullptr && regel->vervangen_door.empty();
      if (!telt || s.soort != proces::naam(proces::Soort::screening)) continue;
      const proces::Screening c = proces::lees_screening(s.inhoud);
      if (c.gebruiker != r.gebruiker) continue;
      r.naam = s.inhoud.tekst_van("naam");
      if (c.soort_bewijs) r.soort_bewijs = proces::naam(*c.soort_bewijs);
      r.bewijs_op = c.datum;
      r.bewijs_tot = c.geldig_tot;
      if (!c.opleiding_op) continue;
      const Waarde* opleiding = s.inhoud.vind("opleiding");
      r.opleiding = opleiding == nullptr ? std::string() : opleiding->tekst_van("wat");
      r.opleiding_op = c.opleiding_op;
      r.opleiding_tot = c.opleiding_geldig_tot;
    }
    uit.push_back(std::move(r));
  }
  return uit;
}

class GemeenteGebruikers : public Opdracht {
 public:
  std::string_view naam() const override { return "gebruikers"; }
  std::string_view kort() const override { return "van elke gebruiker de naam, VOG of screening, en opleiding"; }
  std::string_view lang() const override {
    return "Toont van elke gebruiker die een persoon is wie het is, welke VOG of screening is gezien (artikel 12 "
           "Besluit "
           "PGA) en welke opleiding is gevolgd (artikel 17 Besluit PGA), en wat ontbreekt of verlopen is.";
  }
  std::string_view voorbeeld() const override { return "pga gemeente gebruikers"; }
  void bind(Opties& o) override { (void)o; }
  int doe(Omgeving& omgeving) override {
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier gemeente = kast::laad(kast, Nummer::gemeente(), lezer, kast::Diepte::alles);
    kast::eis_heel(kast, gemeente);
    eis_namen(gemeente);
    const auto rijen = register_van(kast, gemeente);
    omgeving.uit << (omgeving.globaal.json ? weergave::register_json(rijen, omgeving.vandaag())
                                           : weergave::register_tekst(rijen, omgeving.vandaag(), omgeving.stijl()));
    return 0;
  }

 private:
  /// Whoever opens termijnen alone would see names as missing that are only closed.
  static void eis_namen(const kast::GeladenDossier& gemeente) {
    for (const kast::GeladenStuk& s : gemeente.stukken) {
      if (s.is_open(Compartiment::identiteit) && s.is_open(Compartiment::zaak)) continue;
      throw Fout(FoutSoort::sleutel, "de namen in het dossier gemeente gaan niet open met uw sleutel",
                 "alleen een regisseur leest ze; vraag hem of haar om wat u nodig hebt");
    }
  }
};

/// What is left of dossiers that were anonymised.
class GemeenteAantallen : public Opdracht {
 public:
  std::string_view naam() const override { return "aantallen"; }
  std::string_view kort() const override { return "de aantallen van geanonimiseerde dossiers"; }
  std::string_view lang() const override {
    return "Toont hoeveel dossiers zijn geanonimiseerd (pga anonimiseer), en hoe zij afliepen. Getallen onder de "
           "tien staan er niet, andere zijn afgerond. Alleen regisseurs kunnen dit openen.";
  }
  std::string_view voorbeeld() const override { return "pga gemeente aantallen"; }
  void bind(Opties& o) override {
    o.vlag("--wis-oude", wis_, "vernietig op deze computer de sleutels van oudere aantallen");
  }
  int doe(Omgeving& omgeving) override {
    const kast::Kast eerst = omgeving.open_kast();
    std::optional<kast::Slot> slot;
    if (wis_ && !omgeving.globaal.droog) slot.emplace(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier d = kast::laad(kast, Nummer::gemeente(), lezer, kast::Diepte::termijnen);
    kast::eis_heel(kast, d);
    if (!proces::opent(lezer.rollen, proces::Toestand::gemeente, {}).heeft(Compartiment::zaak)) {
      throw Fout(FoutSoort::sleutel, "met uw rol kunt u de aantallen niet openen",
                 "vraag een regisseur ernaar; die kan geven wat hier te zien is");
    }
    if (wis_) wis_oude(omgeving, kast, d);
    const kast::Telling t = kast::lees_telling(kast, lezer, d);
    const weergave::AantallenBlad blad{t.som, t.dicht, t.dubbel, t.naast_elkaar};
    omgeving.uit << (omgeving.globaal.json ? weergave::aantallen_json(blad)
                                           : weergave::aantallen_tekst(blad, omgeving.stijl()));
    return 0;
  }

 private:
  static void wis_oude(Omgeving& omgeving, const kast::Kast& kast, const kast::GeladenDossier& d) {
    const std::vector<kast::Pad> oud = kast::oude_aantalsleutels(kast, d);
    if (omgeving.globaal.droog) return toon_droog(omgeving, kast.map(), {}, oud);
    kast::wis_sleutels(oud);
    omgeving.meld(fmt::format("van oudere aantallen gewist: {}",
                              weergave::aantal(oud.size(), "bestand met sleutels", "bestanden met sleutels")));
  }

  bool wis_ = false;
};

std::unique_ptr<Opdracht> maak_audit() {
  return std::make_unique<GemeenteStuk>(
      "audit", "een privacy-audit of hercontrole vastleggen",
      "Legt een privacy-audit vast: de eerste uiterlijk op 1 juli 2027, daarna elke vier jaar (artikel 16 Wet PGA; "
      "artikel 18, lid 1, Besluit PGA). Zijn er tekortkomingen, dan volgt binnen een jaar een hercontrole (--stap "
      "hercontrole). De Autoriteit Persoonsgegevens, de rechtmatigheidsadviescommissie en de coördinerende "
      "functionaris voor gegevensbescherming krijgen een afschrift.",
      "pga gemeente audit --sjabloon >audit.yaml\npga gemeente audit --van audit.yaml");
}

std::unique_ptr<Opdracht> maak_jaarverslag() {
  return std::make_unique<GemeenteStuk>(
      "jaarverslag", "de publicatie van een jaarverslag vastleggen",
      "Legt vast waar het verslag over een jaar op internet staat, of waarom het niet is gepubliceerd (artikel 18 "
      "Wet PGA). In een verslag staan alleen totalen, nooit iets over één persoon.",
      "pga gemeente jaarverslag --sjabloon >jaarverslag.yaml\npga gemeente jaarverslag --van jaarverslag.yaml");
}

std::unique_ptr<Opdracht> maak_screening() {
  return std::make_unique<GemeenteStuk>(
      "screening", "de VOG of screening van een gebruiker vastleggen",
      "Legt vast wie een gebruiker is, en welke VOG of screening is gezien (artikel 12 Besluit PGA); eventueel ook "
      "de opleiding (artikel 17 Besluit PGA). Is de opleiding later, leg dan een nieuwe screening vast met "
      "dezelfde VOG "
      "en de opleiding erbij. De naam staat alleen hier, en verzegeld.",
      "pga gemeente screening --sjabloon >screening.yaml\npga gemeente screening --van screening.yaml");
}

class Gemeente : public Opdracht {
 public:
  std::string_view naam() const override { return "gemeente"; }
  std::string_view kort() const override { return "de kast zelf: audit, jaarverslag, screening"; }
  std::string_view lang() const override {
    return "Het dossier gemeente gaat over de kast zelf, en niet over een casus: audits, jaarverslagen en de VOG "
           "of "
           "screening van elke gebruiker. Het heeft geen nummer; waar een nummer hoort, schrijft u gemeente. "
           "Regisseurs lezen het, een termijnwacht alleen de termijnen.";
  }
  std::string_view voorbeeld() const override { return "pga gemeente toon"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(maak_audit());
    uit.push_back(maak_jaarverslag());
    uit.push_back(maak_screening());
    uit.push_back(std::make_unique<GemeenteGebruikers>());
    uit.push_back(std::make_unique<GemeenteAantallen>());
    uit.push_back(std::make_unique<GemeenteToon>());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_gemeente() { return std::make_unique<Gemeente>(); }

}  // namespace pga::cli
