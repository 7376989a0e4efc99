// SPDX-License-Identifier: EUPL-1.2
//
// The minutes of a meeting of any kind: where they belong, who was there, what may be said of a case, whether those
// of an earlier one were adopted.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "lib/proces/aanwezigheid.h"
#include "lib/proces/naam_in_id.h"
#include "lib/proces/organisatie.h"
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

/// --- who was there

const Waarde* vind_organisatie(const Toetser& t, std::string_view lijst, std::string_view wie) {
  const Waarde::Lijst& items = t.w.items_van(lijst);
  const auto it = std::find_if(items.begin(), items.end(), [&](const Waarde& w) {
    return zelfde_organisatie(w.tekst_van("organisatie"), wie);
  });
  return it == items.end() ? nullptr : &*it;
}

/// Someone who is usually there, and whose absence needs a reason.
struct Verwacht {
  std::vector<std::string_view> een_van;  // organisations of which one is enough
  std::string wie;
  std::string waarom;
  std::string grondslag;
};

void toets_verwacht(Toetser& t, const Verwacht& v) {
  for (const std::string_view o : v.een_van) {
    if (vind_organisatie(t, "aanwezig", o) != nullptr) return;
  }
  for (const std::string_view o : v.een_van) {
    const Waarde* weg = vind_organisatie(t, "afwezig", o);
    if (weg == nullptr) continue;
    if (t.heeft(*weg, "reden")) return;
    t.bevinding(weg, {fmt::format("{} was er niet, en er staat niet waarom; {}", v.wie, v.waarom),
                      "vul reden in bij afwezig", v.grondslag});
    return;
  }
  t.bevinding(t.veld("aanwezig"),
              {fmt::format("{} staat niet bij aanwezig en niet bij afwezig; {}", v.wie, v.waarom),
               "zet deze organisatie bij aanwezig, of bij afwezig met de reden", v.grondslag});
}

/// The gemeente van verblijf is the one of this kast, or one that is named.
void toets_gemeente(Toetser& t) {
  const Betrokkene* hoofd = t.d.betrokkenen.empty() ? nullptr : &t.d.betrokkenen.front();
  const bool elders = hoofd != nullptr && !hoofd->verblijf.empty() && !t.b.gemeente.empty() &&
                      kaal(hoofd->verblijf) != kaal(t.b.gemeente);
  if (!elders) {
    toets_verwacht(t, {{"burgemeester", "college"},
                       "de gemeente van verblijf",
                       "de burgemeester zorgt voor het casusoverleg",
                       "artikel 2, lid 1, Wet PGA"});
    return;
  }
  const std::string zoek = kaal(hoofd->verblijf);
  for (const char* lijst : {"aanwezig", "afwezig"}) {
    for (const Waarde& w : t.w.items_van(lijst)) {
      if (kaal(w.tekst_van("organisatie")).find(zoek) == std::string::npos) continue;
      if (std::string_view(lijst) == "aanwezig" || t.heeft(w, "reden")) return;
    }
  }
  t.bevinding(t.veld("aanwezig"),
              {"de gemeente waar de betrokkene nu verblijft, was er niet, en er staat niet waarom",
               "zet \"burgemeester\" met de naam van die gemeente bij aanwezig, of bij afwezig met de reden",
               "artikel 2, lid 1, en artikel 3, lid 1, onder a, Wet PGA"});
}

void toets_aanwezigheid(Toetser& t, Datum dag) {
  toets_gemeente(t);
  const bool kind = gaat_om_minderjarige(t.d, dag);
  const bool ouder = gaat_om_ouder(t.d);
  if (kind || ouder) {
    toets_verwacht(t, {{"rvdk"},
                       "de RvdK",
                       kind ? "het gaat ook om een minderjarige" : "de betrokkene heeft kinderen",
                       "artikel 3, lid 1, onder f, Wet PGA"});
  }
  if (gaat_om_detentie(t.d)) {
    toets_verwacht(t, {{"reclassering"},
                       "de reclassering",
                       "de betrokkene zit vast, of heeft vastgezeten",
                       "artikel 3, lid 1, onder e, Wet PGA"});
  }
}

/// The weighing is of the three together.
void toets_drie(Toetser& t) {
  for (const std::string_view wie : {"burgemeester", "politie", "om"}) {
    toets_verwacht(t, {{wie}, de_organisatie(wie), "de drie wegen samen", "artikel 5, lid 3, Wet PGA"});
  }
}

/// --- derden

bool kent_derde(const std::vector<std::string>& derden, const std::string& wie) {
  return std::any_of(derden.begin(), derden.end(),
                     [&](const std::string& d) { return zelfde_organisatie(d, wie); });
}

std::string noem(const std::string& organisatie) {
  const Partij p = partij(organisatie);
  if (p.bekend) return fmt::format("{} is een derde", organisatie);
  return fmt::format("{} is niet bekend als deelnemer of als deel daarvan, en telt als derde", organisatie);
}

/// In the dossier of a case: a derde is there by a decision of the three, for some items.
void toets_derde_bij_casus(Toetser& t, const Waarde& w) {
  const std::string wie = w.tekst_van("organisatie");
  std::vector<std::string> derden;
  for (const DerdeStand& d : t.d.derden) derden.push_back(d.organisatie);
  if (!kent_derde(derden, wie) && t.d.derden_volledig) {
    t.bevinding(w.vind("organisatie"),
                {fmt::format("{}; een besluit van burgemeester, politie en OM om deze derde te laten meedoen is er "
                             "niet",
                             noem(wie)),
                 "leg het besluit vast bij derden in een weging; is het een deel van een deelnemer, noem dan de "
                 "deelnemer (zoals: college, leerplicht)",
                 "artikel 3, lid 3, Wet PGA"});
  }
  if (!t.w.items_van("agenda").empty() && w.items_van("agendapunten").empty()) {
    t.bevinding(&w, {fmt::format("{} is een derde, en er staat niet bij welke agendapunten zij was", wie),
                     "vul agendapunten in: een derde is er alleen bij wat nodig is",
                     "artikel 3, lid 3, Wet PGA; artikel 11 Besluit PGA"});
  }
}

/// In the dossier gemeente: no derde at an item about a case, unless the three let it into that case.
void toets_derde_bij_punt(Toetser& t, const Waarde& w) {
  const std::string wie = w.tekst_van("organisatie");
  const Waarde::Lijst& punten = w.items_van("agendapunten");
  for (const Waarde& a : t.w.items_van("agenda")) {
    const std::string nummer = a.tekst_van("dossier");
    const bool erbij = punten.empty() || std::any_of(punten.begin(), punten.end(), [&](const Waarde& p) {
                         return p.is_tekst() && p.tekst() == a.tekst_van("id");
                       });
    if (nummer.empty() || !erbij) continue;
    const BekendDossier* bekend = nullptr;
    if (t.n.bekend) {
      for (const BekendDossier& d : *t.n.bekend) bekend = d.nummer == nummer ? &d : bekend;
    }
    if (bekend != nullptr && kent_derde(bekend->derden, wie)) continue;
    t.bevinding(&w, {fmt::format("{}, en was bij het punt over dossier {}", noem(wie), nummer),
                     "vul agendapunten in zonder dat punt, of leg in dat dossier het besluit vast dat deze derde "
                     "meedoet",
                     "artikel 3, lid 3, Wet PGA"});
  }
}

void toets_derden(Toetser& t, bool gemeente) {
  for (const Waarde& w : t.w.items_van("aanwezig")) {
    if (is_deelnemer(w.tekst_van("organisatie"))) continue;
    if (gemeente) {
      toets_derde_bij_punt(t, w);
    } else {
      toets_derde_bij_casus(t, w);
    }
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
    } else if (hoe == Noemt::misschien) {
      t.bevinding(&tekst,
                  {fmt::format("in deze tekst staat een woord dat ook in een naam van dossier {} staat", d.nummer),
                   "controleer dat het niet om die persoon gaat", kAlleenNummer});
    }
  });
}

/// The ids of items that are about a case.
std::set<std::string> punten_met_dossier(const Toetser& t) {
  std::set<std::string> uit;
  for (const Waarde& a : t.w.items_van("agenda")) {
    if (!a.tekst_van("dossier").empty()) uit.insert(a.tekst_van("id"));
  }
  return uit;
}

/// What rests on data of the police, the prosecution or care stays in the dossier of the case.
void toets_herkomst_van_casus(Toetser& t, OverlegSoort soort) {
  const std::set<std::string> punten = punten_met_dossier(t);
  for (const char* lijst : {"verslag", "besluiten", "acties"}) {
    for (const Waarde& item : t.w.items_van(lijst)) {
      const std::optional<Herkomst> h = lees<Herkomst>(item.tekst_van("herkomst"));
      if (!h || *h == Herkomst::algemeen) continue;
      if (soort != OverlegSoort::dilemmasessie && punten.count(item.tekst_van("agendapunt")) == 0) continue;
      t.geweigerd(
          item.vind("herkomst"),
          {fmt::format("een tekst met herkomst {} over een casus hoort niet in {}", naam(*h), het_overleg(soort)),
           "leg dit vast in het dossier van de casus, en hier alleen een vraag zonder deze gegevens",
           "artikel 5, lid 5, artikel 13 en artikel 17 Wet PGA"});
    }
  }
}

void toets_casussen(Toetser& t, OverlegSoort soort) {
  for (const Waarde& a : t.w.items_van("agenda")) {
    if (!t.heeft(a, "dossier")) continue;
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

/// --- adopting earlier minutes

const OverlegStand* vind_overleg(const Dossier& d, const std::string& digest) {
  const std::string nu = d.nieuwste(digest);
  const auto it =
      std::find_if(d.overleggen.begin(), d.overleggen.end(), [&](const OverlegStand& o) { return o.stuk == nu; });
  return it == d.overleggen.end() ? nullptr : &*it;
}

void toets_vaststelling(Toetser& t, const Waarde& w, const Vaststelling& v, const Overleg& dit, Datum dag) {
  const OverlegStand* van = v.overleg.empty() ? nullptr : vind_overleg(t.d, v.overleg);
  const bool zelf = van != nullptr && std::count(t.n.vervangt.begin(), t.n.vervangt.end(), van->stuk) != 0;
  if (van == nullptr || zelf) {
    t.document(w.vind("overleg") == nullptr ? &w : w.vind("overleg"),
               {v.overleg.empty() ? "welk verslag hier is vastgesteld, staat er niet"
                                  : "het verslag dat hier is vastgesteld, is er niet",
                "noem het stuk van het eerdere overleg, zoals pga toon het noemt",
                {}});
    return;
  }
  if (van->soort != dit.soort) {
    t.document(w.vind("overleg"), {fmt::format("dat is een verslag van {}, en niet van {}", het_overleg(van->soort),
                                               het_overleg(dit.soort)),
                                   "noem een verslag van hetzelfde soort overleg",
                                   {}});
  } else if (van->datum > dag) {
    t.document(w.vind("overleg"), {fmt::format("dat overleg was later: {}", van->datum.lang()),
                                   "een verslag wordt vastgesteld in een later overleg",
                                   {}});
  } else if (van->vastgesteld() && !t.corrigeert() && van->uitkomst == VaststellingUitkomst::vastgesteld) {
    t.document(w.vind("overleg"), {fmt::format("dat verslag is al vastgesteld op {}", van->vastgesteld_op->lang()),
                                   "laat deze vaststelling weg",
                                   {}});
  }
  const bool wijzigingen = !w.items_van("wijzigingen").empty();
  if (v.uitkomst == VaststellingUitkomst::onder_voorbehoud && !wijzigingen) {
    t.document(w.vind("uitkomst"),
               {"er staat niet onder voorbehoud van welke wijzigingen", "vul wijzigingen in", {}});
  } else if (v.uitkomst == VaststellingUitkomst::vastgesteld && wijzigingen) {
    t.document(w.vind("wijzigingen"), {"er zijn wijzigingen, en toch is het zonder voorbehoud vastgesteld",
                                       "kies uitkomst onder_voorbehoud, of laat de wijzigingen weg",
                                       {}});
  }
}

void toets_vaststellingen(Toetser& t, const Overleg& o, Datum dag) {
  const Waarde::Lijst& items = t.w.items_van("vaststellingen");
  std::set<std::string> genoemd;
  for (std::size_t i = 0; i < items.size(); ++i) {
    toets_vaststelling(t, items[i], o.vaststellingen[i], o, dag);
    genoemd.insert(t.d.nieuwste(o.vaststellingen[i].overleg));
  }
  for (const OverlegStand& eerder : t.d.overleggen) {
    const bool dit = std::count(t.n.vervangt.begin(), t.n.vervangt.end(), eerder.stuk) != 0;
    if (dit && eerder.uitkomst == VaststellingUitkomst::vastgesteld) {
      t.advies(&t.w,
               {fmt::format("het verslag dat u verbetert, is vastgesteld op {}", eerder.vastgesteld_op->lang()),
                "bespreek de wijziging in een volgend overleg",
                {}});
    }
    const bool is_concept = !eerder.uitkomst && eerder.soort == o.soort && eerder.datum < dag;
    if (dit || !is_concept || genoemd.count(eerder.stuk) != 0) continue;
    t.advies(&t.w, {fmt::format("het verslag van {} is nog concept", eerder.datum.lang()),
                    "is het in dit overleg vastgesteld, vul dan vaststellingen in",
                    {}});
  }
}

}  // namespace

void toets_bekende_dossiers(Toetser& t) {
  if (!t.n.bekend) return;
  for (const BekendDossier& d : *t.n.bekend) {
    const Waarde* bij = &t.w;
    for (const Waarde& a : t.w.items_van("agenda")) {
      if (a.tekst_van("dossier") == d.nummer) bij = a.vind("dossier");
    }
    if (!d.bestaat) {
      t.document(bij, {fmt::format("dossier {} is er niet in deze kast", d.nummer), "pga lijst toont ze", {}});
      continue;
    }
    if (!d.leesbaar) {
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
  toets_derden(t, gemeente);
  if (o.soort == OverlegSoort::weegploeg) toets_drie(t);
  if (o.soort != OverlegSoort::casusoverleg) return;
  toets_aanwezigheid(t, dag);
  toets_uitstel_besproken(t, dag);
  t.te_laat("overleg", "", t.veld("datum"), dag);
}

}  // namespace pga::proces
