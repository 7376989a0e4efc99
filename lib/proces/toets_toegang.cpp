// SPDX-License-Identifier: EUPL-1.2
//
// Ending access, handing a case over, shielding a closed one.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

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
                                   "er komen opnieuw andere sleutels", kArtikel13});
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
  const GebruikerRegel* wie = gebruiker(t, g.aan);
  if (wie != nullptr && !is_regisseur(wie->rollen)) {
    t.geweigerd(t.veld("aan"), {fmt::format("{} is geen regisseur en kan de casus niet overnemen", g.aan),
                                "kies een gebruiker met de rol regisseur", kArtikel13});
  }
}

}  // namespace

void toets_toegang(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Toegang g = lees_toegang(t.w);
  switch (g.stap.value_or(ToegangStap::vernieuwd)) {
    case ToegangStap::ingetrokken:
      return toets_einde(t, g);
    case ToegangStap::overgedragen:
      toets_einde(t, g);
      return toets_overdracht(t, g);
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
