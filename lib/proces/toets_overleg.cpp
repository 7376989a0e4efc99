// SPDX-License-Identifier: EUPL-1.2
//
// The casusoverleg: the plan and its evaluation. The beoordelingen and the profile are in toets_leidraad.cpp, its
// minutes in toets_vergadering.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

void toets_interventie(Toetser& t, const Waarde& i, const InterventieVelden& v) {
  t.volgorde(i, "start", i, "einde");
  const std::optional<termijn::Duur> duur = termijn::lees_duur(v.duur);
  if (v.start && v.einde && duur && termijn::plus(*v.start, *duur) != *v.einde) {
    t.document(i.vind("duur"),
               {fmt::format("duur {} vanaf {} komt niet uit op einde {}", v.duur, v.start->lang(), v.einde->lang()),
                "laat duur of einde weg",
                {}});
  }
  if (!v.einde && !duur) {
    t.bevinding(&i, {"deze interventie heeft geen duur en geen einde", "vul duur of einde in",
                     "artikel 6, lid 1, Wet PGA"});
  }
  const std::optional<Datum> laatste = einde_van(v);
  if (!v.evaluatiedatum || !v.start) return;
  if (*v.evaluatiedatum < *v.start || (laatste && *v.evaluatiedatum > *laatste)) {
    t.document(i.vind("evaluatiedatum"),
               {fmt::format("de evaluatie ({}) valt buiten de interventie ({} tot en met {})",
                            v.evaluatiedatum->lang(), v.start->lang(), laatste ? laatste->lang() : "open"),
                "kies een dag binnen de interventie", "artikel 6, lid 2, Wet PGA"});
  }
}

void toets_evaluatie(Toetser& t, const Plan& p) {
  const Interventie* i = t.d.interventie(p.interventie);
  if (i == nullptr) {
    std::vector<std::string> bekend;
    for (const Interventie& oud : t.d.interventies) bekend.push_back(oud.velden.id);
    t.onbekend(t.veld("interventie"), "de interventie", p.interventie, bekend);
  } else if (p.datum) {
    if (i->velden.start && *p.datum < *i->velden.start) {
      t.document(t.veld("datum"),
                 {fmt::format("de evaluatie ligt voor de start van de interventie ({})", i->velden.start->lang()),
                  "controleer de datum",
                  {}});
    }
    t.te_laat("evaluatie", p.interventie, t.veld("datum"), *p.datum);
  }
  for (const Waarde& r : t.w.items_van("resultaten")) {
    const std::string doel = r.tekst_van("doel");
    if (std::find(t.d.doelen.begin(), t.d.doelen.end(), doel) == t.d.doelen.end()) {
      t.onbekend(r.vind("doel"), "het doel", doel, t.d.doelen);
    }
  }
  if (p.uitkomst && *p.uitkomst != EvaluatieUitkomst::stoppen && !p.volgende_evaluatie) {
    t.bevinding(t.veld("uitkomst"), {"de interventie gaat door, maar er is geen volgende evaluatie afgesproken",
                                     "vul volgende_evaluatie in", "artikel 6, lid 2, Wet PGA"});
  }
}

/// A second plan adds; what is there already would be replaced unseen.
void toets_nog_niet_er(Toetser& t, std::string_view lijst, const std::vector<std::string>& bekend) {
  for (const Waarde& item : t.w.items_van(lijst)) {
    const std::string id = item.tekst_van("id");
    if (std::find(bekend.begin(), bekend.end(), id) == bekend.end()) continue;
    t.document(item.vind("id"),
               {fmt::format("{} is er al, en een opstelling voegt alleen toe", id),
                "wijzig het plan met --stap bijstelling, verbeter de vorige opstelling met --vervangt, of kies een "
                "ander id",
                "artikel 6, lid 2, Wet PGA"});
  }
}

void toets_opstelling(Toetser& t) {
  if (t.d.heeft_plan && !t.corrigeert()) {
    std::vector<std::string> interventies;
    std::vector<std::string> acties;
    for (const Interventie& i : t.d.interventies) interventies.push_back(i.velden.id);
    for (const Actie& a : t.d.acties) acties.push_back(a.velden.id);
    toets_nog_niet_er(t, "doelen", t.d.doelen);
    toets_nog_niet_er(t, "interventies", interventies);
    toets_nog_niet_er(t, "acties", acties);
    t.advies(&t.w, {"er is al een plan; de doelen en interventies hieruit komen erbij",
                    "gebruik stap bijstelling om het plan te wijzigen", "artikel 6, lid 2, Wet PGA"});
  }
  if (!t.d.heeft_profiel) {
    t.bevinding(&t.w, {"er is nog geen profiel waar dit plan op steunt", "leg het profiel vast: pga profiel",
                       "Leidraad professioneel oordeel"});
  }
}

/// Where there is trouble that can be helped, there is a way forward.
void toets_leefgebieden(Toetser& t) {
  const std::string er = t.w.tekst_van("leefgebieden");
  if (er == naam(JaNee::ja)) {
    t.bevinding(t.veld("leefgebieden"),
                {"er zijn problemen op de leefgebieden, en daar kan het plan bij helpen",
                 "stel het plan bij (stap bijstelling), of leg bij reden uit waarom dat niet kan",
                 "artikel 6, lid 2, Wet PGA"});
  } else if (er.empty()) {
    t.advies(t.veld("stap"), {"er staat niet of er problemen op de leefgebieden zijn",
                              "vul leefgebieden in: ja, nee of onbekend", "artikel 6, lid 2, Wet PGA"});
  }
}

void toets_pas_op_de_plaats(Toetser& t, const Plan& p) {
  const Datum dag = p.datum.value_or(t.n.peildatum);
  const bool rust = t.d.pas_op_de_plaats.has_value();
  if (p.stap == PlanStap::hervat && !rust && !t.corrigeert()) {
    t.document(t.veld("stap"),
               {"er is geen pas op de plaats om te beëindigen", "gebruik stap pas_op_de_plaats", {}});
  } else if (!t.d.heeft_plan) {
    t.document(t.veld("stap"), {"er is nog geen plan dat kan rusten", "gebruik stap opstelling", {}});
  }
  if (p.stap == PlanStap::pas_op_de_plaats) {
    toets_herziening(t, dag, t.b.termijnen.pas_op_de_plaats_maanden, "pas_op_de_plaats_maanden");
    toets_leefgebieden(t);
  }
  if (rust) t.te_laat("pas_op_de_plaats", "", t.veld("datum"), dag);
}

}  // namespace

bool opgenomen(Toetser& t) {
  // Closed and not taken up are refused for every soort already.
  if (t.nieuw_dossier() || t.d.fase == Fase::afgesloten || t.d.fase == Fase::niet_opgenomen) return false;
  if (t.d.fase == Fase::opgenomen) return true;
  t.geweigerd(&t.w, {fmt::format("een {} kan pas als de casus is opgenomen", t.n.soort),
                     "neem eerst een weegbesluit: pga weeg", "artikel 6, lid 1, Wet PGA"});
  return false;
}

void toets_plan(Toetser& t) {
  const Plan p = lees_plan(t.w);
  const Waarde::Lijst& interventies = t.w.items_van("interventies");
  for (std::size_t i = 0; i < interventies.size(); ++i) toets_interventie(t, interventies[i], p.interventies[i]);
  if (!opgenomen(t)) return;
  switch (p.stap) {
    case PlanStap::opstelling:
      toets_opstelling(t);
      break;
    case PlanStap::evaluatie:
      toets_evaluatie(t, p);
      break;
    case PlanStap::bijstelling:
      if (!t.d.heeft_plan) {
        t.document(t.veld("stap"), {"er is nog geen plan om bij te stellen", "gebruik stap opstelling", {}});
      }
      break;
    case PlanStap::pas_op_de_plaats:
    case PlanStap::hervat:
      toets_pas_op_de_plaats(t, p);
      break;
  }
}

}  // namespace pga::proces
