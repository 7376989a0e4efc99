// SPDX-License-Identifier: EUPL-1.2
#include "cli/ceremonie.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/antwoord.h"
#include "cli/geheugen.h"
#include "cli/vernietiging.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/gitinrichting.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {

using proces::VernietigingStand;

Bevinding weigering(std::string wat, std::string tip, std::string grondslag) {
  return {FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), std::move(grondslag)};
}

std::string aantal_sleutels(std::size_t n) {
  return weergave::aantal(n, "bestand met sleutels", "bestanden met sleutels");
}

Ceremonie::Ceremonie(Omgeving& omgeving, std::string nummer, bool voltooi)
    : omgeving_(omgeving),
      tekst_(std::move(nummer)),
      voltooi_(voltooi),
      kast_(omgeving.open_kast()),
      lezer_(omgeving.lezer(kast_)) {}

bool Ceremonie::bekijk() {
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
                         fmt::format("begin met pga vernietig {}", plan.nummer.tekst())));
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
        fmt::format("voltooi haar{} met --voltooi, of trek haar in (--trek-in)", wanneer)));
  }
  // Made and thrown away: it says what forbids it.
  (void)kast::maak_bewijs(kast_, lezer_,
                          vernietiging_document("voltooid", *Nummer::lees(v.nummer), omgeving_.vandaag()),
                          omgeving_.vandaag(), omgeving_.nu().tekst());
}

/// The law, as long as the dossier can be read: after a command that was cut short it may not be.
void Ceremonie::beoordeel(Plan& plan) const {
  if (plan.bewijs && plan.resten.stukken.empty()) return;
  const kast::GeladenDossier d = kast::laad(kast_, plan.nummer, lezer_, kast::Diepte::termijnen);
  if (plan.bewijs && !d.leesbaar) return;
  kast::eis_heel(kast_, d);
  const Datum vandaag = omgeving_.vandaag();
  const std::vector<termijn::Termijn> termijnen = kast::termijnen_van(kast_, d, vandaag);
  plan.oordeel = proces::vernietigbaar(d.dossier, termijnen, vandaag);
  if (!plan.oordeel.beletselen.empty()) throw Fout(plan.oordeel.beletselen);
  plan.houders = kast::houders(kast_, d, vandaag, plan.uitgereikt);
  const weergave::DossierTermijnen agenda = agenda_van(kast_, d, termijnen);
  plan.agenda = weergave::agenda_kenmerken(agenda, agenda_digest);
  plan.stand = agenda.stand;
}

void Ceremonie::toon() const {
  const std::string& nummer = plan_->nummer.tekst();
  if (plan_->oordeel.grond) {
    const proces::VernietigGrond grond = *plan_->oordeel.grond;
    const auto& t = plan_->oordeel.termijn;
    const std::string uiterlijk = t && t->uiterlijk ? fmt::format(", uiterlijk {}", t->uiterlijk->lang()) : "";
    omgeving_.meld(fmt::format("dossier {} {} worden vernietigd: {} ({}){}", nummer,
                               proces::moet(grond) ? "moet" : "mag", proces::waarom(grond),
                               proces::grondslag(grond), uiterlijk));
  } else {
    omgeving_.meld(fmt::format("van dossier {} gaat weg wat hier nog of weer ligt", nummer));
  }
  omgeving_.meld(fmt::format("weg gaan op deze computer: {} en {}", aantal_sleutels(plan_->resten.sleutels.size()),
                             weergave::aantal(plan_->resten.stukken.size(), "stuk", "stukken")));
  std::vector<std::string> ids;
  for (const proces::Houder& h : plan_->houders) ids.push_back(h.gebruiker);
  if (!ids.empty()) omgeving_.meld(fmt::format("een sleutel hadden: {}", fmt::join(ids, ", ")));
  meld_uitgereikt(omgeving_, plan_->uitgereikt);
  meld_nog_open();
  meld_grenzen(omgeving_, kast_);
  if (!omgeving_.globaal.droog) omgeving_.meld("dit is niet terug te draaien");
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
  return w;
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
  omgeving_.meld(fmt::format("voltooi haar{}{} met pga vernietig {} --voltooi",
                             tot ? fmt::format(" vanaf {}", tot->lang()) : std::string(),
                             kast_.beleid().vernietiging_tweede ? ", door een andere gebruiker," : "", nummer));
}

void Ceremonie::voltooi() {
  const Nummer& nummer = plan_->nummer;
  kast::vernietig_resten(kast_, nummer);
  vergeet(omgeving_, kast_, nummer);
  leg_bewijs_vast(omgeving_, kast_, lezer_, nummer, vernietiging_document("voltooid", nummer, omgeving_.vandaag()),
                  plan_->resten.stukken);
  omgeving_.meld(fmt::format("dossier {} is op deze computer vernietigd: {} overschreven en gewist", nummer.tekst(),
                             aantal_sleutels(plan_->resten.sleutels.size())));
  omgeving_.meld(kast::leesbaar_in_git(kast_.map()));  // what git kept in clear, keys do not destroy
  const kast::Bewijzen bewijzen(kast_, lezer_);
  if (const VernietigingStand* v = bewijzen.van(nummer.tekst())) meld_open(omgeving_, kast_, *v);
}

}  // namespace pga::cli
