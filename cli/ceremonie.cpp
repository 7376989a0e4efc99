// SPDX-License-Identifier: EUPL-1.2
#include "cli/ceremonie.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/vernietiging.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/gitinrichting.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"
#include "lib/weergave/aantallen.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {

using proces::VernietigingStand;

namespace {

std::string_view opdracht(Einde einde) { return einde == Einde::anonimiseren ? "anonimiseer" : "vernietig"; }

}  // namespace

Bevinding weigering(std::string wat, std::string tip, std::string grondslag) {
  return {FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), std::move(grondslag)};
}

void eis_van_de_casus(const kast::Kast& kast, const kast::Lezer& lezer, const proces::Dossier& dossier, Datum dag) {
  if (proces::mag_tekenen("vernietiging", kast::rollen_in(kast.beheer(), dossier, lezer, dag))) return;
  throw Fout(
      weigering("u bent niet de regisseur van deze casus, en vernietigt er niets van",
                "vraag het de regisseur van de casus; een procesregisseur kan u aanwijzen: pga toegang NUMMER "
                "wijs-aan",
                "artikel 13 Wet PGA"));
}

std::string aantal_sleutels(std::size_t n) {
  return weergave::aantal(n, "bestand met sleutels", "bestanden met sleutels");
}

Ceremonie::Ceremonie(Omgeving& omgeving, std::string nummer, bool voltooi, Einde einde)
    : omgeving_(omgeving),
      tekst_(std::move(nummer)),
      voltooi_(voltooi),
      einde_(einde),
      kast_(omgeving.open_kast()),
      lezer_(omgeving.lezer(kast_)) {}

bool Ceremonie::bekijk() {
  eis_geen_toekomst(omgeving_);
  plan_ = maak_plan();
  return !(plan_->bewijs && plan_->bewijs->voltooid_op && plan_->resten.leeg());
}

Ceremonie::Plan Ceremonie::maak_plan() const {
  const kast::Bewijzen bewijzen(kast_, lezer_);
  Plan plan{kast::zoek_ook_vernietigd(kast_, bewijzen, tekst_), std::nullopt, {}, {}, {}, {}, {}};
  if (plan.nummer.is_gemeente()) {
    throw Fout(weigering("het dossier gemeente wordt nooit in zijn geheel vernietigd",
                         "het bevat de bewijzen van vernietiging en het register van gebruikers"));
  }
  plan.resten = kast::resten(kast_, plan.nummer);
  plan.uitgereikt = bewijzen.uitgereikt(plan.nummer.tekst());
  if (const VernietigingStand* v = bewijzen.van(plan.nummer.tekst())) plan.bewijs = *v;
  if (!plan.bewijs && voltooi_) {
    throw Fout(weigering(fmt::format("van dossier {} is geen vernietiging begonnen", plan.nummer.tekst()),
                         fmt::format("begin met pga {} {}", opdracht(einde_), plan.nummer.tekst())));
  }
  if (plan.bewijs && plan.bewijs->loopt()) eis_voltooien(*plan.bewijs);
  if (!plan.bewijs || plan.bewijs->loopt()) beoordeel(plan);
  return plan;
}

/// A destruction that was to wait is only completed when that is asked, in time and by the right one.
void Ceremonie::eis_voltooien(const VernietigingStand& v) const {
  if ((v.bedenktijd_tot || v.tweede) && !voltooi_) {
    const std::string wanneer = v.bedenktijd_tot ? fmt::format(" vanaf {}", v.bedenktijd_tot->lang()) : "";
    throw Fout(weigering(
        fmt::format("de vernietiging van dossier {} is al begonnen op {}", v.nummer, v.begonnen_op.lang()),
        fmt::format("voltooi haar{} met --voltooi, of trek haar in (pga vernietig {} --trek-in)", wanneer,
                    v.nummer)));
  }
  // Made and thrown away: it says what forbids it.
  (void)kast::maak_bewijs(kast_, lezer_,
                          vernietiging_document("voltooid", *Nummer::lees(v.nummer), omgeving_.vandaag()),
                          omgeving_.vandaag(), omgeving_.nu().tekst());
}

/// The law. Only after a command that was cut short here nobody can read what it would be held against.
void Ceremonie::beoordeel(Plan& plan) const {
  if (plan.bewijs && plan.resten.stukken.empty()) return;
  const kast::GeladenDossier d = kast::laad(kast_, plan.nummer, lezer_, kast::Diepte::termijnen);
  if (plan.bewijs && !d.leesbaar && kast::is_afgebroken(kast_, plan.nummer)) return;
  kast::eis_heel(kast_, d);
  const Datum vandaag = omgeving_.vandaag();
  eis_van_de_casus(kast_, lezer_, d.dossier, vandaag);
  const std::vector<termijn::Termijn> termijnen = kast::termijnen_van(kast_, d, vandaag);
  plan.oordeel = proces::vernietigbaar(d.dossier, termijnen, vandaag);
  if (!plan.oordeel.beletselen.empty()) throw Fout(plan.oordeel.beletselen);
  plan.houders = kast::houders(kast_, d, vandaag, plan.uitgereikt);
  const weergave::DossierTermijnen agenda = agenda_van(kast_, d, termijnen);
  plan.agenda = weergave::agenda_kenmerken(agenda, vandaag, agenda_digest);
  plan.stand = agenda.stand;
  plan.kenmerken = proces::kenmerken_van(d.dossier);
  if (!kast_.heeft_gemeente()) return;
  plan.al_geteld = kast::is_geteld(d, kast::laad(kast_, Nummer::gemeente(), lezer_, kast::Diepte::termijnen));
}

void Ceremonie::toon() const {
  const std::string& nummer = plan_->nummer.tekst();
  if (plan_->oordeel.grond) {
    const proces::VernietigGrond grond = *plan_->oordeel.grond;
    const auto& t = plan_->oordeel.termijn;
    const std::string uiterlijk = t && t->uiterlijk ? fmt::format(", uiterlijk {}", t->uiterlijk->lang()) : "";
    omgeving_.meld(fmt::format("dossier {} {} worden {}: {} ({}){}", nummer, proces::moet(grond) ? "moet" : "mag",
                               einde_ == Einde::anonimiseren ? "geanonimiseerd" : "vernietigd",
                               plan_->oordeel.waarom, plan_->oordeel.grondslag, uiterlijk));
  } else {
    omgeving_.meld(fmt::format("van dossier {} gaat weg wat hier nog of weer ligt", nummer));
  }
  const std::size_t bijlagen = plan_->resten.bijlagen.size();
  omgeving_.meld(
      fmt::format("weg gaan op deze computer: {}{} {}{}", aantal_sleutels(plan_->resten.sleutels.size()),
                  bijlagen == 0 ? " en" : ",", weergave::aantal(plan_->resten.stukken.size(), "stuk", "stukken"),
                  bijlagen == 0 ? "" : fmt::format(" en {}", weergave::aantal(bijlagen, "bijlage", "bijlagen"))));
  std::vector<std::string> ids;
  for (const proces::Houder& h : plan_->houders) ids.push_back(h.gebruiker);
  if (!ids.empty()) omgeving_.meld(fmt::format("een sleutel hadden: {}", fmt::join(ids, ", ")));
  meld_uitgereikt(omgeving_, plan_->uitgereikt);
  meld_telling();
  meld_nog_open();
  meld_grenzen(omgeving_, kast_);
  if (omgeving_.globaal.droog) return;
  omgeving_.meld(moet_wachten() ? "tot de vernietiging is voltooid, kan zij nog worden ingetrokken (--trek-in)"
                                : "dit is niet terug te draaien");
}

/// What becomes of it in the totals, and what that does not protect against.
void Ceremonie::meld_telling() const {
  const std::string& nummer = plan_->nummer.tekst();
  if (plan_->al_geteld) {
    omgeving_.meld(fmt::format("dossier {} is al geteld, door een opdracht die is afgebroken", nummer));
  } else if (einde_ == Einde::anonimiseren && plan_->bewijs && plan_->bewijs->voltooid_op) {
    omgeving_.meld(fmt::format("dossier {} is al vernietigd, en telt nu niet meer mee", nummer));
  } else if (einde_ == Einde::anonimiseren && plan_->kenmerken) {
    omgeving_.meld(fmt::format("het telt mee als: {}", weergave::kenmerken_tekst(*plan_->kenmerken)));
    omgeving_.meld("wie een oude sleutel van de aantallen bewaart, kan uitrekenen wat dit dossier eraan toevoegt");
  } else if (einde_ == Einde::anonimiseren) {
    omgeving_.meld(
        fmt::format("dossier {} gaat niet meer open en telt nu niet mee; was de afgebroken opdracht pga "
                    "anonimiseer, dan is het al geteld",
                    nummer));
  }
}

void Ceremonie::meld_nog_open() const {
  std::vector<Bevinding> uit;
  for (const termijn::Termijn& t : plan_->oordeel.nog_open) {
    const std::string& wie = t.betrokkene.empty() ? t.onderwerp : t.betrokkene;
    uit.push_back({FoutSoort::bevinding,
                   {},
                   fmt::format("dit staat nog open, en kan straks niet meer: {}{}", t.zin,
                               wie.empty() ? "" : fmt::format(" ({})", wie)),
                   "doe dat eerst als het nog moet",
                   t.grondslag});
  }
  omgeving_.meld(uit);
}

void Ceremonie::droog() const {
  std::vector<kast::Pad> weg = plan_->resten.sleutels;
  weg.insert(weg.end(), plan_->resten.stukken.begin(), plan_->resten.stukken.end());
  weg.insert(weg.end(), plan_->resten.bijlagen.begin(), plan_->resten.bijlagen.end());
  toon_droog(omgeving_, kast_.map(), {}, weg);
}

std::optional<Datum> Ceremonie::bedenktijd() const {
  const int dagen = kast_.beleid().termijnen.vernietiging_bedenktijd_dagen;
  return dagen > 0 ? std::optional<Datum>(omgeving_.vandaag().plus_dagen(dagen)) : std::nullopt;
}

bool Ceremonie::moet_wachten() const {
  return !plan_->bewijs && (kast_.beleid().vernietiging_tweede || bedenktijd());
}

Waarde Ceremonie::begin_document() const {
  Waarde w = vernietiging_document("begonnen", plan_->nummer, omgeving_.vandaag());
  w.zet("grond", std::string(proces::naam(*plan_->oordeel.grond)));
  if (const auto tot = bedenktijd()) w.zet("bedenktijd_tot", tot->tekst());
  if (kast_.beleid().vernietiging_tweede) w.zet("tweede", "ja");
  neem_stand_op(w);
  return w;
}

/// Who held keys, and what calendars know: as it is now, for it can be more than on the day that it began.
void Ceremonie::neem_stand_op(Waarde& w) const {
  Waarde houders = Waarde::lijst_();
  for (const proces::Houder& h : plan_->houders) {
    Waarde houder = Waarde::kaart();
    houder.zet("id", h.gebruiker);
    houder.zet("organisatie", h.organisatie);
    houders.voeg_toe(std::move(houder));
  }
  w.zet("houders", std::move(houders));
  Waarde agenda = Waarde::lijst_();
  for (const std::string& k : plan_->agenda) agenda.voeg_toe(k);
  w.zet("agenda", std::move(agenda));
  w.zet("stand", plan_->stand);
  w.snoei();
}

void Ceremonie::begin() {
  kast_ = omgeving_.open_kast();
  kast_.ruim_op();
  plan_ = maak_plan();  // somebody may have written meanwhile
  if (plan_->bewijs) return;
  leg_bewijs_vast(omgeving_, kast_, lezer_, plan_->nummer, begin_document());
  if (moet_wachten()) meld_begonnen();
}

void Ceremonie::meld_begonnen() const {
  const std::string& nummer = plan_->nummer.tekst();
  const auto tot = bedenktijd();
  omgeving_.meld(fmt::format("de vernietiging van dossier {} is vastgelegd; er is nog niets weg", nummer));
  omgeving_.meld(fmt::format(
      "voltooi haar{}{} met pga {} {} --voltooi", tot ? fmt::format(" vanaf {}", tot->lang()) : std::string(),
      kast_.beleid().vernietiging_tweede ? ", door een andere gebruiker," : "", opdracht(einde_), nummer));
  if (einde_ == Einde::anonimiseren) omgeving_.meld("geteld wordt het dan pas; het bewijs zegt niet dat het telt");
}

/// Before the first key goes: killed from here on, the mark in the totals says that it was counted.
void Ceremonie::tel() {
  geteld_ = plan_->al_geteld;
  const kast::GeladenDossier gemeente = kast::laad(kast_, Nummer::gemeente(), lezer_, kast::Diepte::termijnen);
  const bool nieuw = plan_->kenmerken && !plan_->al_geteld;
  if (!nieuw) return kast::wis_sleutels(kast::oude_aantalsleutels(kast_, gemeente));
  std::optional<kast::GeladenDossier> erbij;
  if (einde_ == Einde::anonimiseren) {
    erbij = kast::laad(kast_, plan_->nummer, lezer_, kast::Diepte::termijnen);
  }
  kast::Voornemen v = kast::maak_aantallen(kast_, lezer_, gemeente, erbij ? &*erbij : nullptr, omgeving_.vandaag(),
                                           omgeving_.nu().tekst());
  boek(omgeving_, kast_, lezer_, {Nummer::gemeente(), {}}, v);  // not which stuk: that would be a link
  kast::voer_uit(v);
  na_schrijven(omgeving_, kast_, v.bestanden);
  geteld_ = erbij.has_value();
}

void Ceremonie::voltooi() {
  const Nummer& nummer = plan_->nummer;
  tel();
  kast::vernietig_resten(kast_, nummer);
  vergeet(omgeving_, kast_, nummer);
  Waarde bewijs = vernietiging_document("voltooid", nummer, omgeving_.vandaag());
  if (plan_->bewijs && plan_->oordeel.grond) neem_stand_op(bewijs);  // it waited; else `begonnen` says the same
  // All that git knows of it: stukken may have gone in a command that was cut short.
  leg_bewijs_vast(omgeving_, kast_, lezer_, nummer, bewijs, kast::weg_uit_dossier(kast_.map(), nummer.tekst()));
  omgeving_.meld(fmt::format("dossier {} is op deze computer vernietigd: {} overschreven en gewist", nummer.tekst(),
                             aantal_sleutels(plan_->resten.sleutels.size())));
  omgeving_.meld(kast::leesbaar_in_git(kast_.map()));  // what git kept in clear, keys do not destroy
  const kast::Bewijzen bewijzen(kast_, lezer_);
  if (const VernietigingStand* v = bewijzen.van(nummer.tekst())) meld_open(omgeving_, kast_, *v);
}

int voer_ceremonie(Omgeving& omgeving, const std::string& tekst, bool voltooi, Einde einde,
                   const std::optional<std::string>& bevestig) {
  Ceremonie c(omgeving, tekst, voltooi, einde);
  if (!c.bekijk()) {
    omgeving.meld(fmt::format("dossier {} is al vernietigd op {}, en er ligt hier niets meer van",
                              c.nummer().tekst(), c.bewijs()->voltooid_op->lang()));
  } else {
    c.toon();
    if (omgeving.globaal.droog) {
      c.droog();
      return 0;
    }
    eis_bevestiging(omgeving, c.nummer(), bevestig, "het");
    const kast::Slot slot(omgeving.kasten().front());
    c.begin();
    if (c.moet_wachten()) {
      antwoord(omgeving, c.nummer().tekst(), {{"dossier", c.nummer().tekst()}, {"stap", "begonnen"}},
               "de vernietiging is begonnen", "voltooi haar met --voltooi");
      return 0;
    }
    c.voltooi();
  }
  nlohmann::ordered_json json = {{"dossier", c.nummer().tekst()}, {"stap", "voltooid"}};
  if (einde == Einde::anonimiseren) json["geteld"] = c.geteld();
  antwoord(omgeving, c.nummer().tekst(), json, "het dossier is vernietigd",
           fmt::format("pga toon {} toont het bewijs", c.nummer().tekst()));
  return 0;
}

}  // namespace pga::cli
