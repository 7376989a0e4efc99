// SPDX-License-Identifier: EUPL-1.2
//
// A plan that is drawn up or adjusted, held against the catalogue and against who carries it out. What is wrong is
// told to who writes; afterwards it is for plan_bevindingen(), which goes by the plan as it stands.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lib/proces/planbevindingen.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

const Waarde* veld_van(const Waarde& item, std::string_view veld) {
  const Waarde* v = item.vind(veld);
  return v == nullptr ? &item : v;
}

void toets_catalogus(Toetser& t, const Waarde& item, const Interventie& i, const Catalogus& catalogus) {
  const std::string& id = i.inhoud.catalogus;
  if (id.empty()) return;
  const CatalogusItem* er = zoek(catalogus, id);
  if (er == nullptr) {
    std::vector<std::string> bekend;
    for (const CatalogusItem& c : catalogus) bekend.push_back(c.id);
    t.onbekend(item.vind("catalogus"), "de interventie van de catalogus", id, bekend);
  } else if (i.inhoud.domein && *i.inhoud.domein != er->domein) {
    t.advies(item.vind("domein"), {fmt::format("in de catalogus valt {} in het domein {}, en hier in {}", id,
                                               naam(er->domein), naam(*i.inhoud.domein)),
                                   "controleer het domein, of kies een andere interventie uit de catalogus",
                                   {}});
  }
}

void toets_gebruiker(Toetser& t, const Waarde& item, const Interventie& i) {
  if (i.inhoud.gebruiker.empty() || t.n.gebruikers.empty()) return;
  std::vector<std::string> bekend;
  for (const GebruikerRegel& g : t.n.gebruikers) bekend.push_back(g.id);
  if (std::find(bekend.begin(), bekend.end(), i.inhoud.gebruiker) != bekend.end()) return;
  t.onbekend(item.vind("gebruiker"), "de gebruiker", i.inhoud.gebruiker, bekend);
}

/// The plan as it will stand: what the document does not name stays.
std::vector<Interventie> zoals_het_wordt(const Toetser& t, const std::vector<Interventie>& nieuw) {
  std::vector<Interventie> uit = nieuw;
  for (const Interventie& oud : t.d.interventies) {
    const bool anders =
        std::any_of(nieuw.begin(), nieuw.end(), [&](const Interventie& i) { return i.velden.id == oud.velden.id; });
    if (!anders) uit.push_back(oud);
  }
  return uit;
}

}  // namespace

void toets_planregels(Toetser& t, const Plan& p) {
  const bool leeg = p.doelen.empty() && p.interventies.empty() && p.acties.empty();
  if (p.stap == PlanStap::bijstelling && leeg) {
    t.bevinding(t.veld("stap"),
                {"er is niets bijgesteld", "vul de doelen, interventies of acties in die veranderen",
                 "artikel 6, lid 2, Wet PGA"});
  }
  // The catalogue and the access are those of today, and no measure for what was written before.
  if (t.n.achteraf) return;
  const Catalogus catalogus = catalogus_met(t.b.interventies);
  const Planomgeving om{t.d, t.b, t.n.gebruikers, t.n.peildatum};
  const Waarde::Lijst& items = t.w.items_van("interventies");
  std::vector<Interventie> nieuw;
  for (std::size_t k = 0; k < items.size(); ++k) {
    Interventie i{p.interventies[k], {}, std::nullopt, std::nullopt};
    i.evaluatie = i.velden.evaluatiedatum;
    i.inhoud = lees_interventie(items[k]);
    toets_catalogus(t, items[k], i, catalogus);
    toets_gebruiker(t, items[k], i);
    for (PlanMelding& m : over_interventie(i, om)) {
      t.advies(veld_van(items[k], m.veld),
               {fmt::format("{}: {}", i.velden.id, m.wat), std::move(m.tip), std::move(m.grondslag)});
    }
    nieuw.push_back(std::move(i));
  }
  for (Planhint& hint : plan_hints(zoals_het_wordt(t, nieuw), catalogus, t.n.peildatum)) {
    const auto bij = std::find_if(items.begin(), items.end(), [&](const Waarde& w) {
      return w.tekst_van("id") == hint.een || w.tekst_van("id") == hint.ander;
    });
    if (bij == items.end()) continue;  // both stood there already
    t.advies(veld_van(*bij, "catalogus"),
             {std::move(hint.wat), "een hint uit de catalogus: bespreek of dat in deze casus zo is", {}});
  }
}

void toets_vervolg(Toetser& t, const Plan& p) {
  const Interventie* i = t.d.interventie(p.interventie);
  if (i == nullptr || p.uitkomst == EvaluatieUitkomst::stoppen) return;
  const auto einde = einde_van(i->velden);
  if (p.volgende_evaluatie && einde && *p.volgende_evaluatie > *einde) {
    t.advies(
        t.veld("volgende_evaluatie"),
        {fmt::format("de interventie eindigt ({}) voor haar volgende evaluatie ({})", einde->lang(),
                     p.volgende_evaluatie->lang()),
         "geef haar met een bijstelling een later einde, of kies een eerdere dag", "artikel 6, lid 2, Wet PGA"});
  }
  if (p.uitkomst == EvaluatieUitkomst::bijstellen) {
    t.advies(t.veld("uitkomst"),
             {"wat er verandert, staat nog niet in het plan",
              "leg het vast, met de reden: pga plan, stap bijstelling", "artikel 6, lid 2, Wet PGA"});
  }
}

}  // namespace pga::proces
