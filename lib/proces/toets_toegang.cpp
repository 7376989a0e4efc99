// SPDX-License-Identifier: EUPL-1.2
//
// Ending access, handing a case over, naming its regisseur, shielding a closed one.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/proces/rollen.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kArtikel13 = "artikel 13 Wet PGA";

const GebruikerRegel* gebruiker(const Toetser& t, const std::string& id) {
  const auto er = std::find_if(t.n.gebruikers.begin(), t.n.gebruikers.end(),
                               [&](const GebruikerRegel& g) { return g.id == id; });
  return er == t.n.gebruikers.end() ? nullptr : &*er;
}

void toets_bestaat(Toetser& t, std::string_view veld, const std::string& id) {
  if (t.n.gebruikers.empty() || gebruiker(t, id) != nullptr) return;
  std::vector<std::string> bekend;
  for (const GebruikerRegel& g : t.n.gebruikers) bekend.push_back(g.id);
  t.onbekend(t.veld(veld), "de gebruiker", id, bekend);
}

bool is_uitgesloten(const Toetser& t, const std::string& id) {
  return std::binary_search(t.d.uitgesloten.begin(), t.d.uitgesloten.end(), id);
}

/// By role, by a decision in this case, or because it is not known who has which role.
bool had_toegang(const Toetser& t, const std::string& id) {
  const GebruikerRegel* wie = gebruiker(t, id);
  if (wie == nullptr || opent_iets(wie->rollen)) return true;
  return std::any_of(t.d.deelnemers.begin(), t.d.deelnemers.end(),
                     [&](const DeelnemerVelden& d) { return d.gebruiker == id; });
}

void toets_einde(Toetser& t, const Toegang& g) {
  if (g.gebruiker.empty()) {
    t.document(&t.w, {"er staat niet van wie de toegang eindigt", "noem de gebruiker", {}});
    return;
  }
  toets_bestaat(t, "gebruiker", g.gebruiker);
  if (!t.heeft(t.w, "reden")) {
    t.bevinding(&t.w, {fmt::format("er staat niet waarom de toegang van {} eindigt", g.gebruiker),
                       "leg de reden vast met --reden", kArtikel13});
  }
  if (is_uitgesloten(t, g.gebruiker)) {
    t.advies(t.veld("gebruiker"), {fmt::format("de toegang van {} was al geëindigd", g.gebruiker),
                                   "pga toegang NUMMER toont wie het leest", kArtikel13});
  } else if (!had_toegang(t, g.gebruiker)) {
    t.advies(t.veld("gebruiker"), {fmt::format("{} had geen toegang tot dit dossier", g.gebruiker),
                                   "pga toegang NUMMER toont wie wel", kArtikel13});
  }
}

/// Whoever becomes regisseur of a case can be one, and open it.
void toets_kan_regisseur(Toetser& t, const Toegang& g, std::string_view geen_rol) {
  const GebruikerRegel* wie = gebruiker(t, g.aan);
  if (wie == nullptr) return;
  if (!is_regisseur(wie->rollen)) {
    t.geweigerd(t.veld("aan"), {fmt::format("{} is geen regisseur en kan {}", g.aan, geen_rol),
                                "kies een gebruiker met de rol regisseur", kArtikel13});
  } else if (!wie->heeft_sleutel) {
    t.geweigerd(t.veld("aan"),
                {fmt::format("{} heeft geen sleutel die nu geldt, en kan de casus niet lezen", g.aan),
                 "geef deze gebruiker eerst een nieuwe sleutel: pga gebruiker vernieuw-sleutel", kArtikel13});
  }
}

/// Only who has the case, or names regisseurs for all cases, says who has it.
bool toets_aanwijzer(Toetser& t) {
  if (t.n.achteraf || is_procesregisseur(t.n.rollen)) return true;
  if (t.d.regisseert(t.n.door, t.n.peildatum)) return true;
  t.geweigerd(&t.w, {fmt::format("u bent niet de regisseur van deze casus: {}", regisseurs_in_woorden(t)),
                     "vraag de regisseur van de casus of een procesregisseur om iemand aan te wijzen", kArtikel13});
  return false;
}

/// Who has a last day himself: nobody for longer, and nobody for shorter than stands.
void toets_grens(Toetser& t, const Toegang& g, const CasusRegisseur* al) {
  if (t.n.achteraf || is_procesregisseur(t.n.rollen)) return;
  if (g.aan == t.n.door) {
    t.geweigerd(t.veld("aan"), {"u kunt uzelf niet als regisseur van de casus aanwijzen",
                                "u bent het al, of een procesregisseur kan het doen", kArtikel13});
  }
  const CasusRegisseur* zelf = t.d.regisseur(t.n.door, t.n.peildatum);
  if (zelf == nullptr || !zelf->tot) return;
  if (!g.tot || *g.tot > *zelf->tot) {
    t.geweigerd(t.veld("tot"),
                {fmt::format("u bent zelf regisseur tot en met {}, en kunt een ander niet langer aanwijzen",
                             zelf->tot->lang()),
                 "geef met --tot een dag tot en met die dag, of vraag een procesregisseur", kArtikel13});
  } else if (al != nullptr && (!al->tot || *al->tot > *g.tot)) {
    t.geweigerd(t.veld("tot"),
                {fmt::format("{} is al langer regisseur van deze casus dan u, en blijft dat {}", g.aan,
                             al->tot ? "tot en met " + al->tot->lang() : std::string("zonder laatste dag")),
                 "is dat te lang, vraag het een regisseur van de casus zonder laatste dag of een procesregisseur",
                 kArtikel13});
  }
}

void toets_overdracht(Toetser& t, const Toegang& g) {
  if (g.aan.empty()) {
    t.document(&t.w, {"er staat niet wie de casus overneemt", "noem de gebruiker met --aan", {}});
    return;
  }
  toets_bestaat(t, "aan", g.aan);
  if (g.tot && *g.tot < t.n.peildatum && !t.n.achteraf) {
    t.document(t.veld("tot"), {fmt::format("{} is al voorbij", g.tot->lang()),
                               "geef de laatste dag dat de vorige regisseur meeleest, of laat --tot weg",
                               {}});
  }
  if (g.aan == g.gebruiker) {
    t.document(
        t.veld("aan"),
        {fmt::format("{} kan de casus niet aan zichzelf overdragen", g.aan), "noem een andere regisseur", {}});
  }
  toets_kan_regisseur(t, g, "de casus niet overnemen");
  (void)toets_aanwijzer(t);
}

void toets_aanwijzing(Toetser& t, const Toegang& g) {
  if (g.aan.empty()) {
    t.document(&t.w, {"er staat niet wie de regisseur van de casus wordt", "noem de gebruiker", {}});
    return;
  }
  toets_bestaat(t, "aan", g.aan);
  if (g.tot && *g.tot < t.n.peildatum && !t.n.achteraf) {
    t.document(t.veld("tot"), {fmt::format("{} is al voorbij", g.tot->lang()),
                               "geef de laatste dag van de vervanging, of laat --tot weg",
                               {}});
  }
  toets_kan_regisseur(t, g, "geen regisseur van deze casus worden");
  const CasusRegisseur* al = t.d.regisseur(g.aan, t.n.peildatum);
  if (toets_aanwijzer(t)) toets_grens(t, g, al);
  if (t.d.fase == Fase::afgesloten) {
    t.advies(t.veld("aan"),
             {fmt::format("de casus is afgesloten: {} regelt wat er nog moet, en leest wat zijn rol daarvan opent",
                          g.aan),
              "pga toegang NUMMER toont wie wat leest", "artikel 6, lid 3, Wet PGA"});
  }
  if (al != nullptr && al->tot == g.tot) {
    t.advies(t.veld("aan"), {fmt::format("{} is al regisseur van deze casus, sinds {}", g.aan, al->sinds.lang()),
                             "er verandert niets aan wie dit dossier leest", kArtikel13});
  }
}

}  // namespace

std::string regisseurs_in_woorden(const Toetser& t) {
  std::vector<std::string> wie;
  for (const CasusRegisseur& r : t.d.regisseurs) {
    const GebruikerRegel* g = gebruiker(t, r.gebruiker);
    const bool nog = t.d.regisseur(r.gebruiker, t.n.peildatum) != nullptr;
    if (nog && (g == nullptr || is_regisseur(g->rollen))) wie.push_back(r.gebruiker);
  }
  if (wie.empty()) return "de casus heeft er nu geen";
  return fmt::format("dat {} {}", wie.size() == 1 ? "is" : "zijn", fmt::join(wie, " en "));
}

void toets_toegang(Toetser& t) {
  const Toegang g = lees_toegang(t.w);
  if (t.nieuw_dossier()) {  // the dossier gemeente
    if (g.stap != ToegangStap::aangewezen && g.stap != ToegangStap::overgedragen) return;
    t.document(&t.w, {"het dossier gemeente is geen casus en heeft geen eigen regisseur",
                      "noem het nummer van een casus; wie gemeente leest, volgt uit de rol: pga gebruiker wijzig",
                      {}});
    return;
  }
  switch (g.stap.value_or(ToegangStap::vernieuwd)) {
    case ToegangStap::ingetrokken:
      return toets_einde(t, g);
    case ToegangStap::overgedragen:
      toets_einde(t, g);
      return toets_overdracht(t, g);
    case ToegangStap::aangewezen:
      return toets_aanwijzing(t, g);
    case ToegangStap::afgeschermd:
      if (t.d.fase == Fase::afgesloten) return;
      t.geweigerd(&t.w, {"afschermen kan pas als de casus is afgesloten", "sluit de casus eerst: pga sluit",
                         "artikel 6, lid 3, Wet PGA"});
      return;
    case ToegangStap::vernieuwd:
      return;
  }
}

}  // namespace pga::proces
