// SPDX-License-Identifier: EUPL-1.2
//
// The minutes of a meeting of any kind: where they belong, its agenda, and what may be said of a case.
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lib/basis/namen.h"
#include "lib/proces/bekend.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kAlleenNummer = "artikel 5, lid 5, en artikel 13 Wet PGA";

/// A deferral is reviewed at every casusoverleg, when policy says so.
void toets_uitstel_besproken(Toetser& t, Datum dag) {
  if (!t.b.termijnen.uitstel_bij_overleg) return;
  for (const Betrokkene& b : t.d.betrokkenen) {
    const bool besproken = b.notificatie_op && *b.notificatie_op >= dag;
    if (b.notificatie != NotificatieStand::uitgesteld || besproken) continue;
    t.bevinding(&t.w,
                {fmt::format("voor betrokkene {} loopt uitstel van de notificatie, en het is niet heroverwogen "
                             "bij dit overleg",
                             b.id),
                 "leg de heroverweging vast: pga notificeer, stap heroverwogen",
                 "artikel 4, lid 3, Besluit PGA; artikel 41 UAVG; beleid: uitstel_bij_overleg"});
  }
}

/// --- the agenda

void toets_agendapunten(Toetser& t) {
  std::vector<std::string> bekend;
  for (const Waarde& a : t.w.items_van("agenda")) bekend.push_back(a.tekst_van("id"));
  const auto kijk = [&](const Waarde* v) {
    if (v == nullptr || !v->is_tekst() || v->leeg()) return;
    if (std::find(bekend.begin(), bekend.end(), v->tekst()) != bekend.end()) return;
    t.onbekend(v, "het agendapunt", v->tekst(), bekend);
  };
  for (const char* lijst : {"vaststellingen", "verslag", "besluiten", "acties"}) {
    for (const Waarde& item : t.w.items_van(lijst)) kijk(item.vind("agendapunt"));
  }
  for (const Waarde& item : t.w.items_van("aanwezig")) {
    for (const Waarde& punt : item.items_van("agendapunten")) kijk(&punt);
  }
}

/// --- what may be said of a case where it goes by its number

/// A text with its place, and the item of a list that it stands in.
using Bekijk = std::function<void(const Waarde& tekst)>;

void langs_teksten(const Waarde& w, const Bekijk& doe) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) langs_teksten(item, doe);
  } else if (w.is_kaart()) {
    for (const Veld& v : w.velden()) {
      if (v.naam != "id" && v.naam != "datum") langs_teksten(v.waarde, doe);
    }
  } else if (w.is_tekst() && !w.leeg()) {
    doe(w);
  }
}

void toets_namen(Toetser& t, const BekendDossier& d) {
  langs_teksten(t.w, [&](const Waarde& tekst) {
    const Noemt hoe = noemt_persoon(tekst.tekst(), d);
    if (hoe == Noemt::zeker) {
      t.document(&tekst, {fmt::format("in deze tekst staat een naam of een gegeven uit dossier {}", d.nummer),
                          "haal het weg: hier gaat een casus alleen met zijn nummer", kAlleenNummer});
    } else if (hoe == Noemt::misschien && d.genoemd) {
      t.bevinding(&tekst,
                  {fmt::format("in deze tekst staat een woord dat ook in een naam van dossier {} staat", d.nummer),
                   "controleer dat het niet om die persoon gaat", kAlleenNummer});
    }
  });
}

/// Whether the texts of an item hold the number of a dossier of this kast. Who looks again afterwards does not
/// know.
bool noemt_casus(const Toetser& t, const Waarde& item) {
  if (!t.n.bekend) return false;
  const std::vector<std::string> nummers = genoemde_nummers(item);
  return std::any_of(t.n.bekend->begin(), t.n.bekend->end(), [&](const BekendDossier& d) {
    return d.bestaat && std::count(nummers.begin(), nummers.end(), d.nummer) != 0;
  });
}

/// Whether an item is about a case: it names one, or its item of the agenda does.
bool over_casus(const Toetser& t, const Waarde& item) {
  if (noemt_casus(t, item)) return true;
  const std::string punt = item.tekst_van("agendapunt");
  const Waarde::Lijst& agenda = t.w.items_van("agenda");
  return !punt.empty() && std::any_of(agenda.begin(), agenda.end(), [&](const Waarde& a) {
    return a.tekst_van("id") == punt && (t.heeft(a, "dossier") || noemt_casus(t, a));
  });
}

/// What rests on data of the police, the prosecution or care stays in the dossier of the case. Without a kind: a
/// list of actions.
void toets_herkomst_van_casus(Toetser& t, std::optional<OverlegSoort> soort) {
  for (const char* lijst : {"verslag", "besluiten", "acties"}) {
    for (const Waarde& item : t.w.items_van(lijst)) {
      const std::optional<Herkomst> h = lees<Herkomst>(item.tekst_van("herkomst"));
      if (!h || *h == Herkomst::algemeen) continue;
      if (soort != OverlegSoort::dilemmasessie && !over_casus(t, item)) continue;
      t.geweigerd(item.vind("herkomst"),
                  {fmt::format("een tekst met herkomst {} over een casus hoort niet in {}", naam(*h),
                               soort ? het_overleg(*soort) : "het dossier gemeente"),
                   "leg dit vast in het dossier van de casus, en hier alleen een vraag zonder deze gegevens",
                   "artikel 5, lid 5, artikel 13 en artikel 17 Wet PGA"});
    }
  }
}

void toets_casussen(Toetser& t, OverlegSoort soort) {
  for (const Waarde& a : t.w.items_van("agenda")) {
    if (!t.heeft(a, "dossier")) continue;
    if (is_van_gemeente(soort) && !Nummer::lees(a.tekst_van("dossier"))) {
      t.document(a.vind("dossier"), {fmt::format("\"{}\" is geen nummer van een dossier", a.tekst_van("dossier")),
                                     "noem het hele nummer; pga lijst toont ze",
                                     {}});
    }
    if (!is_van_gemeente(soort)) {
      t.document(a.vind("dossier"), {"dit overleg gaat over één casus, en die staat vast", "laat dossier weg", {}});
    } else if (soort == OverlegSoort::dilemmasessie && !t.heeft(a, "vraag")) {
      t.bevinding(a.vind("dossier"), {fmt::format("bij dossier {} staat geen vraag", a.tekst_van("dossier")),
                                      "vul vraag in, zonder iets waaraan de persoon te herkennen is",
                                      {}});
    }
  }
  if (!is_van_gemeente(soort)) return;
  toets_herkomst_van_casus(t, soort);
  toets_bekende_dossiers(t);
}

}  // namespace

void toets_bekende_dossiers(Toetser& t) {
  if (!t.n.bekend) return;
  if (t.n.soort == naam(Soort::actielijst)) toets_herkomst_van_casus(t, std::nullopt);
  for (const BekendDossier& d : *t.n.bekend) {
    const Waarde* bij = &t.w;
    for (const Waarde& a : t.w.items_van("agenda")) {
      if (a.tekst_van("dossier") == d.nummer) bij = a.vind("dossier");
    }
    if (d.genoemd && !d.bestaat) {
      t.document(bij, {fmt::format("dossier {} is er niet in deze kast", d.nummer), "pga lijst toont ze", {}});
      continue;
    }
    if (d.genoemd && !d.leesbaar) {
      t.advies(bij,
               {fmt::format("de namen in dossier {} gaan met uw sleutel niet open, en zijn dus niet vergeleken",
                            d.nummer),
                "controleer zelf dat de tekst niemand noemt", kAlleenNummer});
    }
    toets_namen(t, d);
  }
}

void toets_overleg(Toetser& t) {
  const Overleg o = lees_overleg(t.w);
  const Datum dag = o.datum.value_or(t.n.peildatum);
  const bool gemeente = is_van_gemeente(o.soort);
  if (gemeente && !t.nieuw_dossier()) {
    t.document(t.veld("soort_overleg"),
               {fmt::format("{} gaat niet over één casus en hoort in het dossier gemeente", het_overleg(o.soort)),
                "leg het vast met: pga overleg gemeente", kAlleenNummer});
    return;
  }
  if (o.soort == OverlegSoort::casusoverleg && !opgenomen(t)) return;
  toets_agendapunten(t);
  toets_casussen(t, o.soort);
  toets_vaststellingen(t, o, dag);
  toets_acties(t);
  toets_aanwezigen(t, o.soort, dag);
  if (o.soort != OverlegSoort::casusoverleg) return;
  toets_uitstel_besproken(t, dag);
  const int maanden = t.b.termijnen.overleg_maanden;
  if (o.volgend_overleg && *o.volgend_overleg > termijn::plus_maanden(dag, 2 * maanden)) {
    t.advies(t.veld("volgend_overleg"),
             {fmt::format("het volgende overleg is pas op {}", o.volgend_overleg->lang()),
              fmt::format("het beleid is {} maanden; controleer de datum", maanden), "beleid: overleg_maanden"});
  }
  t.te_laat("overleg", "", t.veld("datum"), dag);
}

}  // namespace pga::proces
