// SPDX-License-Identifier: EUPL-1.2
//
// The casusoverleg: the plan and its evaluation. The beoordelingen and the profile are in toets_leidraad.cpp, its
// minutes in toets_vergadering.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "lib/proces/toetser.h"
#include "lib/proces/vervolg.h"

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
  // An end before the evaluation is a finding for as long as it is so: over_interventie().
  if (!v.evaluatiedatum || !v.start || *v.evaluatiedatum >= *v.start) return;
  t.document(i.vind("evaluatiedatum"), {fmt::format("de evaluatie ({}) ligt voor het begin van de interventie ({})",
                                                    v.evaluatiedatum->lang(), v.start->lang()),
                                        "kies een dag binnen de interventie", "artikel 6, lid 2, Wet PGA"});
}

/// nullptr, and a finding, when the plan does not have it.
const Interventie* genoemde_interventie(Toetser& t, const Plan& p) {
  const Interventie* i = t.d.interventie(p.interventie);
  if (i != nullptr) return i;
  std::vector<std::string> bekend;
  for (const Interventie& oud : t.d.interventies) bekend.push_back(oud.velden.id);
  t.onbekend(t.veld("interventie"), "de interventie", p.interventie, bekend);
  return nullptr;
}

void toets_verstrekt(Toetser& t, const Plan& p) {
  const Interventie* i = genoemde_interventie(t, p);
  if (i == nullptr) return;
  if (i->velden.verstrekt_op && !t.corrigeert()) {
    t.advies(t.veld("interventie"),
             {fmt::format("dat de gegevens zijn gegeven, staat er al: op {}", i->velden.verstrekt_op->lang()),
              "klopt die dag niet, verbeter dan dat stuk met --vervangt",
              {}});
  }
  t.te_laat("verstrekking", p.interventie, t.veld("datum"), p.datum.value_or(t.n.peildatum));
  for (const Betrokkene& b : t.d.betrokkenen) {
    if (!wist_niet_van_verstrekking(t.d, b)) continue;
    t.advies(t.veld("interventie"),
             {fmt::format("betrokkene {} is nog niet geïnformeerd", b.id),
              fmt::format("gingen de gegevens naar een derde, leg dan ook vast: pga notificeer "
                          "NUMMER --stap eerste_verstrekking --betrokkene {}",
                          b.id),
              "artikel 14, lid 3, onder c, AVG"});
  }
}

void toets_evaluatie(Toetser& t, const Plan& p) {
  const Interventie* i = genoemde_interventie(t, p);
  if (i != nullptr && p.datum) {
    if (i->velden.start && *p.datum < *i->velden.start) {
      t.document(t.veld("datum"),
                 {fmt::format("de evaluatie ligt voor de start van de interventie ({})", i->velden.start->lang()),
                  "controleer de datum",
                  {}});
    }
    t.te_laat("evaluatie", p.interventie, t.veld("datum"), *p.datum);
    if (i->geevalueerd_op && *p.datum < *i->geevalueerd_op && !t.corrigeert()) {
      t.advies(t.veld("datum"),
               {fmt::format("er is al een evaluatie van {}; wat die zei, blijft gelden", i->geevalueerd_op->lang()),
                "klopt die niet, verbeter haar dan met --vervangt",
                {}});
    } else if (i->gestopt && p.uitkomst && *p.uitkomst != EvaluatieUitkomst::stoppen && !t.corrigeert()) {
      t.advies(t.veld("uitkomst"), {"deze interventie was gestopt, en loopt hiermee weer", "controleer de uitkomst",
                                    "artikel 6, lid 2, Wet PGA"});
    }
  }
  std::set<std::string> genoemd;
  for (const Waarde& r : t.w.items_van("resultaten")) {
    const std::string doel = r.tekst_van("doel");
    if (!doel.empty() && !genoemd.insert(doel).second) {
      t.document(r.vind("doel"),
                 {fmt::format("doel {} staat er twee keer in", doel), "geef elk doel één resultaat", {}});
    }
    if (std::find(t.d.doelen.begin(), t.d.doelen.end(), doel) == t.d.doelen.end()) {
      t.onbekend(r.vind("doel"), "het doel", doel, t.d.doelen);
    }
  }
  if (p.uitkomst && *p.uitkomst != EvaluatieUitkomst::stoppen && !p.volgende_evaluatie) {
    t.bevinding(t.veld("uitkomst"), {"de interventie gaat door, maar er is geen volgende evaluatie afgesproken",
                                     "vul volgende_evaluatie in", "artikel 6, lid 2, Wet PGA"});
  }
  if (p.uitkomst == EvaluatieUitkomst::stoppen && p.volgende_evaluatie) {
    t.document(t.veld("volgende_evaluatie"), {"de interventie stopt, en er staat een volgende evaluatie bij",
                                              "laat volgende_evaluatie weg, of kies een andere uitkomst",
                                              {}});
  }
  toets_vervolg(t, p);
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
  const auto laatst_hervat = std::find_if(t.d.feiten.rbegin(), t.d.feiten.rend(), [](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::hervat;
  });
  const std::optional<Datum> eerder = p.stap == PlanStap::hervat && rust
                                          ? std::optional(t.d.pas_op_de_plaats->sinds)
                                      : p.stap == PlanStap::pas_op_de_plaats && laatst_hervat != t.d.feiten.rend()
                                          ? std::optional(laatst_hervat->datum)
                                          : std::nullopt;
  if (eerder && dag < *eerder && !t.corrigeert()) {
    t.document(
        t.veld("datum"),
        {fmt::format("de dag ({}) ligt voor {} ({})", dag.lang(),
                     p.stap == PlanStap::hervat ? "de pas op de plaats" : "de laatste hervatting", eerder->lang()),
         "controleer de datum", "artikel 6, lid 2, Wet PGA"});
  }
  if (p.stap == PlanStap::hervat && !t.heeft(t.w, "reden")) {
    t.bevinding(t.veld("stap"), {"er staat niet waarom de interventies weer doorgaan", "vul reden in",
                                 "artikel 6, lid 2, Wet PGA"});
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
  toets_planregels(t, p);
  toets_planacties(t, p);
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
    case PlanStap::verstrekt:
      toets_verstrekt(t, p);
      break;
  }
}

}  // namespace pga::proces
