// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/plan_stand.h"

#include <algorithm>

#include "lib/weergave/overzicht.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {

using proces::Interventie;

bool is_van_plan(const proces::Actie& a) { return a.soort == proces::naam(proces::Soort::plan); }

Bereikt bereikt(const DossierBlad& blad, const std::string& doel) {
  Bereikt uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort != "plan" || s->stap != "evaluatie") continue;
    uit.deels_dicht = uit.deels_dicht || !s->verzegeld.empty();
    for (const Waarde& r : s->inhoud.items_van("resultaten")) {
      if (r.tekst_van("doel") != doel) continue;
      uit.woord = r.tekst_van("bereikt");
      uit.tekst = r.tekst_van("tekst");
      uit.op = s->datum;
    }
  }
  return uit;
}

std::optional<Datum> volgende_evaluatie(const DossierBlad& blad, const Interventie& i) {
  const termijn::Termijn* t = lopende_of_rustende(blad, "evaluatie", i.velden.id);
  return t == nullptr ? std::nullopt : std::optional(laatste_dag(*t));
}

std::string_view interventie_stand(const DossierBlad& blad, const Interventie& i) {
  if (i.gestopt) return "gestopt";
  if (i.velden.start && *i.velden.start > blad.peildatum) return "begint_nog";
  if (const auto einde = einde_van(i.velden); einde && *einde < blad.peildatum) return "afgelopen";
  return blad.dossier.pas_op_de_plaats ? "rust" : "loopt";
}

std::string periode(const Interventie& i) {
  const auto einde = einde_van(i.velden);
  std::string uit = i.velden.start ? i.velden.start->lang() : "begin niet bekend";
  if (einde) uit += " tot en met " + einde->lang();
  return uit;
}

std::vector<Datum> evaluaties(const DossierBlad& blad, const Interventie& i) {
  std::vector<Datum> uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    const bool van_deze =
        s->soort == "plan" && s->stap == "evaluatie" && s->inhoud.tekst_van("interventie") == i.velden.id;
    if (van_deze && s->datum <= blad.peildatum) uit.push_back(s->datum);
  }
  std::sort(uit.begin(), uit.end());
  return uit;
}

std::optional<Datum> loopt_tot(const Interventie& i) {
  std::optional<Datum> einde = einde_van(i.velden);
  if (i.gestopt && i.geevalueerd_op) einde = einde ? std::min(*einde, *i.geevalueerd_op) : *i.geevalueerd_op;
  return einde;
}

}  // namespace pga::weergave
