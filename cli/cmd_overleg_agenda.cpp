// SPDX-License-Identifier: EUPL-1.2
//
// pga overleg agenda: a proposal for the next meeting. Records nothing.
#include <algorithm>
#include <deque>
#include <ostream>

#include <fmt/format.h>

#include "cli/bladuitvoer.h"
#include "cli/invoer.h"
#include "cli/overlegdelen.h"
#include "cli/ronde.h"
#include "cli/voor_derde.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/stand.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/aanwezigheid.h"
#include "lib/proces/agenda.h"
#include "lib/schema/schema.h"
#include "lib/weergave/agenda.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {
namespace {

using proces::OverlegSoort;

/// A dossier as it stands; the agenda looks at it.
struct Stand {
  std::string nummer;
  proces::Dossier dossier;
  std::vector<termijn::Termijn> termijnen;
  proces::Beleid beleid;

  [[nodiscard]] proces::AgendaCasus casus() const { return {nummer, dossier, termijnen}; }
};

/// What the agenda of a document says, for a derde only the items that it is there for.
std::vector<proces::AgendaPunt> punten_van(const Waarde& overleg, const std::optional<proces::VoorDerde>& voor) {
  std::vector<proces::AgendaPunt> uit;
  for (const Waarde& a : overleg.items_van("agenda")) {
    const std::string id = a.tekst_van("id");
    if (voor && std::find(voor->punten.begin(), voor->punten.end(), id) == voor->punten.end()) continue;
    proces::AgendaPunt punt{a.tekst_van("rubriek"), a.tekst_van("onderwerp"), {}, a.tekst_van("dossier")};
    if (const std::string vraag = a.tekst_van("vraag"); !vraag.empty()) punt.waarom.push_back(vraag);
    uit.push_back(std::move(punt));
  }
  return uit;
}

/// A document for `pga overleg --van`, to be filled in.
Waarde formulier(const std::vector<proces::AgendaPunt>& punten, const Stand& van, OverlegSoort soort, Datum dag) {
  Waarde uit = Waarde::kaart();
  uit.zet("datum", dag.tekst());
  uit.zet("soort_overleg", std::string(proces::naam(soort)));
  Waarde& aanwezig = uit.zet("aanwezig", Waarde::lijst_());
  for (const std::string& wie : proces::gewoonlijk_aanwezig(van.dossier, soort, dag)) {
    aanwezig.voeg_toe(Waarde::kaart()).zet("organisatie", wie);
  }
  Waarde agenda = Waarde::lijst_();
  for (std::size_t i = 0; i < punten.size(); ++i) {
    Waarde punt = Waarde::kaart();
    punt.zet("id", fmt::format("g{}", i + 1));
    punt.zet("rubriek", punten[i].rubriek);
    punt.zet("onderwerp", punten[i].onderwerp);
    if (!punten[i].dossier.empty()) punt.zet("dossier", punten[i].dossier);
    agenda.voeg_toe(std::move(punt));
  }
  uit.zet("agenda", std::move(agenda));
  Waarde acties = Waarde::lijst_();
  for (const proces::Actie& a : van.dossier.acties) {
    if (a.status() != proces::ActieStatus::open) continue;
    Waarde actie = Waarde::kaart();
    actie.zet("id", a.velden.id);
    actie.zet("status", "open");
    acties.voeg_toe(std::move(actie));
  }
  if (!acties.leeg()) uit.zet("acties", std::move(acties));
  return uit;
}

class Agenda : public Opdracht {
 public:
  std::string_view naam() const override { return "agenda"; }
  std::string_view kort() const override { return "een agenda voorstellen voor het volgende overleg"; }
  std::string_view lang() const override {
    return "Stelt een agenda voor: welk verslag nog moet worden vastgesteld, welke acties open staan, wat er "
           "binnenkort "
           "moet, welk uitstel opnieuw wordt bekeken. Met een NUMMER voor een overleg over die casus; zonder "
           "NUMMER "
           "voor een stuurgroep, een dilemmasessie (casussen met een pas op de plaats) of een weegploeg (casussen "
           "die "
           "wachten op een weging), waar een casus alleen met zijn nummer staat. Er wordt niets vastgelegd; met "
           "--formulier krijgt u een document om in te vullen voor pga overleg --van. Met --van drukt het de "
           "agenda af "
           "uit zo'n document, en met --voor ORGANISATIE daarvan alleen de punten waarvoor een derde er is.";
  }
  std::string_view voorbeeld() const override { return "pga overleg agenda k7q2 --peildatum 2026-09-09"; }
  void bind(Opties& o) override {
    o.argument("[NUMMER]", nummer_, "het dossier; leeg of gemeente: voor een overleg over meer casussen");
    o.optie("--soort", soort_, "SOORT",
            "casusoverleg of weegploeg met een NUMMER; anders stuurgroep, dilemmasessie of weegploeg");
    o.vlag("--formulier", formulier_, "als document om in te vullen, voor pga overleg --van");
    o.optie("--van", van_, "BESTAND", "druk de agenda af uit dit ingevulde document; - is de standaardinvoer");
    o.optie("--voor", voor_, "ORGANISATIE", "bij --van: voor een derde, alleen de punten waarvoor zij er is");
  }

  int doe(Omgeving& omgeving) override {
    if (formulier_ && omgeving.globaal.json) {
      throw Fout(FoutSoort::gebruik, "--formulier en --json gaan niet samen", "kies er een");
    }
    if (van_ && (formulier_ || soort_)) {
      throw Fout(FoutSoort::gebruik, "--formulier en --soort horen bij een voorstel, en niet bij --van",
                 "laat ze weg: het document zegt welk overleg het is");
    }
    if (voor_ && !van_) {
      throw Fout(FoutSoort::gebruik, "--voor hoort bij --van: wie waarvoor komt, staat in het ingevulde document",
                 "maak een document met --formulier, en vul bij aanwezig agendapunten in");
    }
    const bool casus = nummer_ && *nummer_ != Nummer::gemeente().tekst();
    if (van_) return uit_document(omgeving);
    const OverlegSoort soort = kies_soort(casus);
    (void)omgeving.enige_kast();
    const Datum vandaag = omgeving.vandaag();
    std::deque<Stand> standen;
    const auto bezoek = [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
      if (!dossier.leesbaar) return;
      proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
      auto termijnen = kast::termijnen_van(kast, dossier, stand, vandaag);
      standen.push_back({dossier.nummer.tekst(), std::move(stand), std::move(termijnen), kast.beleid()});
    };
    const kast::Diepte diepte = kast::Diepte::alles;
    const auto welk = casus ? nummer_ : std::optional<std::string>();
    const Ronde ronde = loop_langs_met_gemeente(omgeving, diepte, welk, bezoek);
    ronde.meld(omgeving);
    if (casus ? standen.empty() : standen.empty() || standen.back().nummer != Nummer::gemeente().tekst()) {
      return niet_te_lezen(ronde, casus);
    }
    druk_af(omgeving, standen, casus, soort, vandaag);
    return ronde.code();
  }

 private:
  int uit_document(Omgeving& omgeving) const {
    Waarde overleg = yaml::lees_strikt(lees_document(*van_), *van_);
    std::vector<Bevinding> fouten = schema::keur(schema::schema("overleg"), overleg, *van_);
    if (!fouten.empty()) throw Fout(std::move(fouten));
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const Nummer nummer = kast.zoek(nummer_.value_or(Nummer::gemeente().tekst()));
    const kast::GeladenDossier dossier = kast::laad(kast, nummer, lezer, kast::Diepte::alles);
    kast::eis_heel(kast, dossier);
    const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), omgeving.vandaag());
    const auto voor = deel_voor(kast, lezer, stand, overleg, voor_);
    const auto punten = punten_van(overleg, voor);
    if (omgeving.globaal.json) {
      omgeving.uit << weergave::agenda_json(punten);
      return 0;
    }
    std::string kop = overleg.tekst_van("soort_overleg");
    if (kop.empty()) kop = proces::naam(OverlegSoort::casusoverleg);
    if (!nummer.is_gemeente() && !voor) kop += " over dossier " + nummer.tekst();
    if (voor) kop += ", voor " + weergave::veilig(voor->organisatie);
    const Datum dag = Datum::lees(overleg.tekst_van("datum")).value_or(omgeving.vandaag());
    omgeving.uit << weergave::agenda_tekst(punten, kop, dag, omgeving.stijl());
    return 0;
  }

  OverlegSoort kies_soort(bool casus) const {
    const std::vector<std::string> mag = casus
                                             ? std::vector<std::string>{"casusoverleg", "weegploeg"}
                                             : std::vector<std::string>{"stuurgroep", "dilemmasessie", "weegploeg"};
    const std::string woord = soort_.value_or(mag.front());
    if (std::find(mag.begin(), mag.end(), woord) == mag.end()) geen_keuze("--soort", woord, mag);
    return *proces::lees<OverlegSoort>(woord);
  }

  static int niet_te_lezen(const Ronde& ronde, bool casus) {
    if (ronde.code() != 0) return ronde.code();
    throw Fout(
        FoutSoort::sleutel,
        casus ? "dit dossier gaat niet open met uw sleutel" : "het dossier gemeente gaat niet open met uw sleutel",
        "vraag een regisseur om de agenda");
  }

  void druk_af(Omgeving& omgeving, const std::deque<Stand>& standen, bool casus, OverlegSoort soort,
               Datum vandaag) const {
    const Stand& van = standen.back();
    std::vector<proces::AgendaPunt> punten;
    if (casus) {
      punten = proces::stel_agenda_voor(van.casus(), van.beleid, soort, vandaag);
    } else {
      std::vector<proces::AgendaCasus> casussen;
      for (const Stand& s : standen) {
        if (&s != &van && s.nummer != van.nummer) casussen.push_back(s.casus());
      }
      punten = proces::stel_agenda_voor(van.casus(), casussen, van.beleid, soort, vandaag);
    }
    if (formulier_) {
      omgeving.uit << yaml::schrijf(formulier(punten, van, soort, vandaag));
    } else if (omgeving.globaal.json) {
      omgeving.uit << weergave::agenda_json(punten);
    } else {
      const std::string kop = casus ? fmt::format("{} over dossier {}", proces::naam(soort), van.nummer)
                                    : std::string(proces::naam(soort));
      omgeving.uit << weergave::agenda_tekst(punten, kop, vandaag, omgeving.stijl());
    }
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> soort_;
  std::optional<std::string> van_;
  std::optional<std::string> voor_;
  bool formulier_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_overleg_agenda() { return std::make_unique<Agenda>(); }

}  // namespace pga::cli
