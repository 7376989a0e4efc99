// SPDX-License-Identifier: EUPL-1.2
//
// pga overleg agenda: a proposal for the next meeting. Records nothing.
#include <algorithm>
#include <deque>
#include <ostream>

#include <fmt/format.h>

#include "cli/blad.h"
#include "cli/bladuitvoer.h"
#include "cli/invoer.h"
#include "cli/overlegdelen.h"
#include "cli/ronde.h"
#include "cli/voor_derde.h"
#include "lib/kast/bekend.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/stand.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/aanwezigheid.h"
#include "lib/proces/agenda.h"
#include "lib/proces/toets.h"
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

// What the schema of overleg takes.
constexpr std::size_t kMeestePunten = 100;
constexpr std::size_t kMeesteActies = 200;

/// The open actions, the most urgent first where there are more than a document holds.
std::vector<const proces::Actie*> open_acties(const proces::Dossier& dossier) {
  std::vector<const proces::Actie*> uit;
  for (const proces::Actie& a : dossier.acties) {
    if (a.status() == proces::ActieStatus::open) uit.push_back(&a);
  }
  if (uit.size() <= kMeesteActies) return uit;
  std::stable_sort(uit.begin(), uit.end(), [](const auto* a, const auto* z) {
    const Datum geen(9999, 12, 31);
    return a->velden.uiterlijk.value_or(geen) < z->velden.uiterlijk.value_or(geen);
  });
  return uit;
}

/// Says what does not fit into one document.
void meld_rest(const Omgeving& omgeving, std::size_t aantal, std::size_t meeste, std::string_view wat) {
  if (aantal <= meeste) return;
  omgeving.meld(fmt::format("in het formulier passen {} {}; {} staan er niet in", meeste, wat, aantal - meeste));
}

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
Waarde formulier(const std::vector<proces::AgendaPunt>& punten, const std::vector<const proces::Actie*>& open,
                 const std::vector<std::string>& aanwezigen, OverlegSoort soort, Datum dag) {
  Waarde uit = Waarde::kaart();
  uit.zet("datum", dag.tekst());
  uit.zet("soort_overleg", std::string(proces::naam(soort)));
  Waarde aanwezig = Waarde::lijst_();
  for (const std::string& wie : aanwezigen) aanwezig.voeg_toe(Waarde::kaart()).zet("organisatie", wie);
  if (!aanwezig.leeg()) uit.zet("aanwezig", std::move(aanwezig));
  Waarde agenda = Waarde::lijst_();
  for (std::size_t i = 0; i < std::min(punten.size(), kMeestePunten); ++i) {
    Waarde punt = Waarde::kaart();
    punt.zet("id", fmt::format("g{}", i + 1));
    punt.zet("rubriek", punten[i].rubriek);
    punt.zet("onderwerp", punten[i].onderwerp);
    if (!punten[i].dossier.empty()) punt.zet("dossier", punten[i].dossier);
    agenda.voeg_toe(std::move(punt));
  }
  uit.zet("agenda", std::move(agenda));
  Waarde acties = Waarde::lijst_();
  for (std::size_t i = 0; i < std::min(open.size(), kMeesteActies); ++i) {
    Waarde actie = Waarde::kaart();
    actie.zet("id", open[i]->velden.id);
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
    return "Stelt een agenda voor: welk verslag nog moet worden vastgesteld, welke acties open staan, welk "
           "advies binnenkwam, wat er binnenkort moet, of het plan moet worden bijgesteld, welk uitstel opnieuw "
           "wordt bekeken. Met een NUMMER voor een overleg over die casus; zonder NUMMER voor een stuurgroep, "
           "een dilemmasessie (casussen met een pas op de plaats) of een weegploeg (casussen die wachten op een "
           "weging), waar een casus alleen met zijn nummer staat. Er wordt niets vastgelegd; met --formulier "
           "krijgt u een document om in te vullen voor pga overleg --van. Met --van drukt het de agenda af uit "
           "zo'n "
           "document, en met --voor ORGANISATIE daarvan alleen de punten waarvoor een derde er is.";
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
    if (formulier_ && !casus && soort == OverlegSoort::weegploeg) {
      throw Fout(FoutSoort::gebruik,
                 "het verslag van een weegploeg gaat over één casus; een formulier voor meer is er niet",
                 "maak er een per casus: pga overleg agenda NUMMER --soort weegploeg --formulier");
    }
    (void)omgeving.enige_kast();
    const Datum vandaag = omgeving.vandaag();
    std::deque<Stand> standen;
    const auto bezoek = [&](const kast::Kast& kast, const kast::GeladenDossier& dossier) {
      if (!dossier.leesbaar) return;
      if (casus && dossier.dossier.afgeschermd) weiger_afgeschermd(dossier.nummer.tekst());
      // Closed by now: also on an earlier day it is on no agenda.
      if (!casus && dossier.dossier.fase == proces::Fase::afgesloten) return;
      proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
      auto termijnen = kast::termijnen_van(kast, dossier, stand, vandaag, omgeving.moment());
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
  /// What could not be recorded is not sent round either: a name where a case goes by its number.
  void eis_vast_te_leggen(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                          const proces::Dossier& stand, const Waarde& overleg) const {
    proces::Nieuw nieuw{"overleg",
                        overleg,
                        {},
                        lezer.id ? lezer.id->tekst() : std::string(),
                        lezer.organisatie,
                        lezer.rollen,
                        omgeving.vandaag(),
                        {}};
    if (!stand.geopend) nieuw.bekend = kast::bekende_dossiers(kast, lezer, overleg);
    std::vector<Bevinding> weigert;
    for (Bevinding& b : proces::toets(stand, nieuw, kast.beleid())) {
      if (b.plaats.bestand.empty()) b.plaats.bestand = *van_;
      if (b.soort == FoutSoort::geweigerd) weigert.push_back(std::move(b));
    }
    if (!weigert.empty()) throw Fout(std::move(weigert));
  }

  /// Which kind of meeting belongs where.
  static void eis_plaats_van(const Waarde& overleg, bool gemeente) {
    const auto soort = proces::lees<OverlegSoort>(overleg.tekst_van("soort_overleg"));
    if (proces::is_van_gemeente(soort.value_or(OverlegSoort::casusoverleg)) == gemeente) return;
    throw Fout(FoutSoort::gebruik,
               fmt::format("{} {}", proces::het_overleg(soort.value_or(OverlegSoort::casusoverleg)),
                           gemeente ? "gaat over één casus" : "gaat over meer casussen"),
               gemeente ? "geef het nummer van het dossier" : "laat het nummer van het dossier weg");
  }

  int uit_document(Omgeving& omgeving) const {
    Waarde overleg = yaml::lees_strikt(lees_document(*van_), *van_);
    std::vector<Bevinding> fouten = schema::keur(schema::schema("overleg"), overleg, *van_);
    if (!fouten.empty()) throw Fout(std::move(fouten));
    eis_plaats_van(overleg, nummer_.value_or(Nummer::gemeente().tekst()) == Nummer::gemeente().tekst());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const Nummer nummer = kast.zoek(nummer_.value_or(Nummer::gemeente().tekst()));
    const kast::GeladenDossier dossier = kast::laad(kast, nummer, lezer, kast::Diepte::alles);
    kast::eis_heel(kast, dossier);
    if (dossier.dossier.afgeschermd) weiger_afgeschermd(nummer.tekst());
    const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), omgeving.vandaag());
    eis_vast_te_leggen(omgeving, kast, lezer, stand, overleg);
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
      const std::vector<const proces::Actie*> open = open_acties(van.dossier);
      meld_rest(omgeving, punten.size(), kMeestePunten, "agendapunten");
      meld_rest(omgeving, open.size(), kMeesteActies, "acties");
      omgeving.uit << yaml::schrijf(
          formulier(punten, open, proces::gewoonlijk_aanwezig(van.dossier, soort, vandaag), soort, vandaag));
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
