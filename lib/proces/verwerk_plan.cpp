// SPDX-License-Identifier: EUPL-1.2
//
// What a plan and what experts advise do to the Dossier.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

}  // namespace

void Vouwer::plan(const Invoer& s, const Plan& p) {
  if (p.stap == PlanStap::evaluatie) return evaluatie(s, p);
  if (p.stap == PlanStap::verstrekt) return verstrekt(s, p);
  if (p.stap == PlanStap::pas_op_de_plaats || p.stap == PlanStap::hervat) return pas_op_de_plaats(s, p);
  d_.heeft_plan = true;
  for (const std::string& doel : p.doelen) {
    if (std::find(d_.doelen.begin(), d_.doelen.end(), doel) == d_.doelen.end()) d_.doelen.push_back(doel);
  }
  const Waarde::Lijst& items = s.inhoud.items_van("interventies");
  for (std::size_t i = 0; i < p.interventies.size(); ++i) interventie(s, p.interventies[i], items[i]);
  acties(s, p.acties);
  interventieperiode(s);
}

void Vouwer::interventie(const Invoer& s, const InterventieVelden& velden, const Waarde& item) {
  auto it = std::find_if(d_.interventies.begin(), d_.interventies.end(),
                         [&](const Interventie& i) { return i.velden.id == velden.id; });
  const InterventieVelden was = it == d_.interventies.end() ? InterventieVelden{} : it->velden;
  const bool weer = it != d_.interventies.end() && it->gestopt;  // taken up again
  // Naming the same day again opens nothing new: it may have been evaluated on that day already.
  const bool verandert = it == d_.interventies.end() || was.evaluatiedatum != velden.evaluatiedatum ||
                         (weer && velden.evaluatiedatum && *velden.evaluatiedatum > dag_);
  if (it == d_.interventies.end()) {
    d_.interventies.push_back({velden, s.digest, std::nullopt, std::nullopt});
    it = std::prev(d_.interventies.end());
  } else {
    it->velden = velden;
    // What was handed out stays handed out, until something else is planned.
    if (!velden.verstrekt_op && velden.verstrekken_op == was.verstrekken_op)
      it->velden.verstrekt_op = was.verstrekt_op;
    it->stuk = s.digest;
    it->gestopt = false;
  }
  it->vastgelegd_op = dag_;
  it->inhoud = lees_interventie(item);
  verstrekking(s, was, velden, weer && !was.verstrekt_op);
  if (!verandert) return;
  it->evaluatie = velden.evaluatiedatum;
  feit_over(s, F::interventie, velden.id, velden.evaluatiedatum);
}

/// What who carries it out is to get, and got; `weer`: it had lapsed, and is to be handed out after all.
void Vouwer::verstrekking(const Invoer& s, const InterventieVelden& was, const InterventieVelden& nu, bool weer) {
  if (nu.verstrekken_op && (weer || nu.verstrekken_op != was.verstrekken_op)) {
    // Recorded in one go that it was to be handed out and was: a term that was met.
    const Datum sinds = nu.verstrekt_op ? std::min(dag_, *nu.verstrekt_op) : dag_;
    d_.feiten.push_back({F::verstrekking, sinds, "", s.digest, nu.id, nu.verstrekken_op});
  }
  if (nu.verstrekt_op && nu.verstrekt_op != was.verstrekt_op) feit_op(s, F::verstrekt, nu.id, *nu.verstrekt_op);
  if (was.verstrekken_op && !nu.verstrekken_op) feit_over(s, F::verstrekking_vervallen, nu.id);
}

void Vouwer::verstrekt(const Invoer& s, const Plan& p) {
  Interventie* i = genoemde_interventie(s, p);
  if (i == nullptr) return;
  i->velden.verstrekt_op = dag_;
  feit_over(s, F::verstrekt, p.interventie);
}

/// The intervention that a later step is about; nullptr, and a finding, when the plan does not have it.
Interventie* Vouwer::genoemde_interventie(const Invoer& s, const Plan& p) {
  const auto it = std::find_if(d_.interventies.begin(), d_.interventies.end(),
                               [&](const Interventie& i) { return i.velden.id == p.interventie; });
  if (it != d_.interventies.end()) return &*it;
  meld(s.digest, fmt::format("de interventie \"{}\" staat niet in het plan", p.interventie),
       "vervang dit stuk (--vervangt) of leg de interventie vast");
  return nullptr;
}

void Vouwer::evaluatie(const Invoer& s, const Plan& p) {
  Interventie* it = genoemde_interventie(s, p);
  if (it == nullptr) return;
  const bool stopt = p.uitkomst == EvaluatieUitkomst::stoppen;
  feit_over(s, F::evaluatie, p.interventie, stopt ? std::nullopt : p.volgende_evaluatie);
  if (it->geevalueerd_op && dag_ < *it->geevalueerd_op) return;  // recorded late: what came after it stands
  it->uitkomst = p.uitkomst;
  it->geevalueerd_op = dag_;
  it->gestopt = stopt;
  it->evaluatie = stopt ? std::nullopt : p.volgende_evaluatie;
  if (!stopt) return;
  if (it->velden.verstrekken_op && !it->velden.verstrekt_op) feit_over(s, F::verstrekking_vervallen, p.interventie);
  interventieperiode(s);
}

void Vouwer::advies(const Invoer& s, const Advies& a) {
  auto it =
      std::find_if(d_.adviezen.begin(), d_.adviezen.end(), [&](const AdviesStand& x) { return x.id == a.id; });
  if (it == d_.adviezen.end()) {
    if (a.stap == AdviesStap::besproken || a.id.empty()) {
      meld(s.digest, fmt::format("het advies \"{}\" dat hier is besproken, is er niet", a.id),
           "vervang dit stuk (--vervangt) of leg het advies vast: pga advies");
      return;
    }
    d_.adviezen.push_back({a.id, s.digest, a.bij.value_or(AdviesBij::casusoverleg)});
    it = std::prev(d_.adviezen.end());
  }
  it->stukken.push_back(s.digest);
  if (const std::string wie = s.inhoud.tekst_van("adviseur"); !wie.empty()) it->adviseur = wie;
  if (a.anoniem) it->anoniem = a.anoniem;
  switch (a.stap) {
    case AdviesStap::gevraagd:
      it->gevraagd_op = dag_;
      it->verwacht_op = a.verwacht_op;
      if (a.verwacht_op) feit_over(s, F::advies_gevraagd, a.id, a.verwacht_op);
      break;
    case AdviesStap::ontvangen:
      it->ontvangen_op = dag_;
      if (a.gevraagd_op) it->gevraagd_op = a.gevraagd_op;
      feit_over(s, F::advies_ontvangen, a.id);
      break;
    case AdviesStap::besproken:
      it->besproken_op = dag_;
      break;
  }
}

}  // namespace pga::proces
