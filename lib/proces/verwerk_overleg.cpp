// SPDX-License-Identifier: EUPL-1.2
//
// What meetings do to the Dossier: their minutes and whether those were adopted, what was agreed and what became of
// it, the joint judgment, the period of the interventions, and when they rest.
#include <fmt/format.h>

#include <algorithm>

#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

}  // namespace

/// A partner asks for what is not known yet, and says nothing of actions that are there.
void Vouwer::beoordeling(const Invoer& s, const Beoordeling& b) {
  const Waarde::Lijst& items = s.inhoud.items_van("acties");
  for (std::size_t i = 0; i < b.acties.size(); ++i) {
    if (b.acties[i].id.empty() || d_.actie(b.acties[i].id) != nullptr) continue;
    actie(s, b.acties[i], items[i]);
    d_.acties.back().voor_oordeel = true;
  }
}

void Vouwer::profiel(const Invoer& s, const Profiel& p) {
  d_.heeft_profiel = true;
  feit(s, F::profiel, dag_);
  for (Actie& a : d_.acties) a.voor_oordeel = false;
  acties(s, p.acties);
}

/// The plan as it now stands: its period ends with the last intervention that runs.
void Vouwer::interventieperiode(const Invoer& s) {
  std::optional<Datum> laatste;
  for (const Interventie& i : d_.interventies) {
    const std::optional<Datum> einde = i.gestopt ? std::nullopt : einde_van(i.velden);
    if (einde && (!laatste || *laatste < *einde)) laatste = einde;
  }
  const auto vorige = std::find_if(d_.feiten.rbegin(), d_.feiten.rend(),
                                   [](const termijn::Feit& f) { return f.soort == F::interventieperiode; });
  // The same end again opens nothing new: the judgment that belongs to it may have been made.
  if (vorige != d_.feiten.rend() && vorige->tot == laatste) return;
  feit(s, F::interventieperiode, dag_, laatste);
}

void Vouwer::pas_op_de_plaats(const Invoer& s, const Plan& p) {
  if (p.stap == PlanStap::hervat) {
    d_.pas_op_de_plaats = std::nullopt;
    feit(s, F::hervat, dag_);
    return;
  }
  const int maanden = beleid_.termijnen.pas_op_de_plaats_maanden;
  const Datum sinds = d_.pas_op_de_plaats ? d_.pas_op_de_plaats->sinds : dag_;
  d_.pas_op_de_plaats = PasOpDePlaats{
      sinds, p.herziening ? p.herziening : std::optional<Datum>(termijn::plus_maanden(dag_, maanden))};
  feit(s, F::pas_op_de_plaats, dag_, p.herziening);
}

void Vouwer::overleg(const Invoer& s, const Overleg& o) {
  // Only the deelnemers themselves, together, speak about how a case goes on.
  if (o.soort == OverlegSoort::casusoverleg) feit(s, F::overleg, dag_, o.volgend_overleg);
  d_.overleggen.push_back({s.digest, o.soort, dag_, o.volgend_overleg, o.reservedatum});
  for (const Vaststelling& v : o.vaststellingen) {
    vaststellingen_.push_back({s.digest, plaats_, dag_, o.soort, v});
  }
  acties(s, o.acties);
}

/// Minutes that were adopted later count as they now stand: changes come in with a stuk that replaces them.
void Vouwer::sluit_vaststellingen() {
  std::map<std::string, const Vastgesteld*> eerder;
  for (const Vastgesteld& v : vaststellingen_) {
    const std::string nu = d_.nieuwste(v.velden.overleg);
    const auto van = std::find_if(d_.overleggen.begin(), d_.overleggen.end(),
                                  [&](const OverlegStand& o) { return o.stuk == nu && o.stuk != v.stuk; });
    if (van == d_.overleggen.end() || van->soort != v.soort) {
      meld(v.stuk, "het verslag dat hier is vastgesteld, is er niet, of is van een ander soort overleg",
           "vervang dit stuk (--vervangt) en noem het juiste verslag");
      continue;
    }
    const Vastgesteld*& vorige = eerder[nu];
    if (vorige != nullptr && vorige->velden.uitkomst != v.velden.uitkomst &&
        !voorouders_.is(vorige->plaats, v.plaats)) {
      meld(v.stuk, "over hetzelfde verslag is naast dit stuk iets anders besloten",
           "bespreek het verslag opnieuw, en leg vast of het is vastgesteld");
    }
    vorige = &v;
    van->uitkomst = v.velden.uitkomst;
    van->vastgesteld_op = van->vastgesteld() ? std::optional<Datum>(v.datum) : std::nullopt;
    van->vastgesteld_in = v.stuk;
  }
}

void Vouwer::actielijst(const Invoer& s, const Actielijst& a) { acties(s, a.acties); }

void Vouwer::acties(const Invoer& s, const std::vector<ActieVelden>& velden) {
  const Waarde::Lijst& items = s.inhoud.items_van("acties");
  for (std::size_t i = 0; i < velden.size(); ++i) actie(s, velden[i], items[i]);
}

/// A new action, or what a later stuk says of one: what it does not mention stays as it was.
void Vouwer::actie(const Invoer& s, const ActieVelden& velden, const Waarde& item) {
  if (velden.id.empty()) return;
  auto a = std::find_if(d_.acties.begin(), d_.acties.end(),
                        [&](const Actie& oud) { return oud.velden.id == velden.id; });
  if (a == d_.acties.end()) {
    d_.acties.push_back(
        {.velden = {.id = velden.id, .datum = velden.datum.value_or(dag_)}, .stuk = s.digest, .soort = s.soort});
    a = std::prev(d_.acties.end());
  }
  a->stuk = s.digest;
  const auto neem = [&](std::string& veld, std::string_view naam_) {
    if (std::string tekst = item.tekst_van(naam_); !tekst.empty()) veld = std::move(tekst);
  };
  neem(a->wat, "wat");
  neem(a->wie, "wie");
  neem(a->stand, "stand");
  // Its compartment is that of its texts, so who reads those knows where they come from.
  if (!item.tekst_van("wat").empty()) {
    a->herkomst = lees<Herkomst>(item.tekst_van("herkomst")).value_or(Herkomst::algemeen);
  }
  const bool andere_dag = velden.uiterlijk && velden.uiterlijk != a->velden.uiterlijk;
  if (velden.uiterlijk) a->velden.uiterlijk = velden.uiterlijk;
  actie_status(s, velden, *a, andere_dag);
}

/// The facts: a day by which it must be done, done, or no longer needed. What is done is done, also when somebody
/// who did not know of it names another day.
void Vouwer::actie_status(const Invoer& s, const ActieVelden& velden, Actie& a, bool andere_dag) {
  const ActieStatus was = a.status();
  if (velden.status) a.velden.status = velden.status;
  switch (a.status()) {
    case ActieStatus::open:
      if (was != ActieStatus::open) a.gedaan_op = std::nullopt;
      if (a.velden.uiterlijk && (andere_dag || was != ActieStatus::open)) {
        d_.feiten.push_back({F::actie, velden.datum.value_or(dag_), "", s.digest, a.velden.id, a.velden.uiterlijk});
      }
      break;
    case ActieStatus::gedaan:
      if (was == ActieStatus::gedaan && !velden.gedaan_op) break;
      a.gedaan_op = velden.gedaan_op.value_or(dag_);
      // Recorded in one go that it was agreed and done: a term that was met.
      if (andere_dag && was == ActieStatus::open) {
        d_.feiten.push_back({F::actie, velden.datum.value_or(dag_), "", s.digest, a.velden.id, a.velden.uiterlijk});
      }
      feit_op(s, F::actie_gedaan, a.velden.id, *a.gedaan_op);
      break;
    case ActieStatus::vervallen:
      if (was != ActieStatus::vervallen) feit_op(s, F::actie_vervallen, a.velden.id, dag_);
      break;
  }
}

void Vouwer::derden(const Invoer& s) {
  if (std::find(s.open.begin(), s.open.end(), Compartiment::zaak) == s.open.end()) d_.derden_volledig = false;
  for (const Waarde& w : s.inhoud.items_van("derden")) {
    if (std::string wie = w.tekst_van("organisatie"); !wie.empty()) d_.derden.push_back({std::move(wie), s.digest});
  }
}

}  // namespace pga::proces
