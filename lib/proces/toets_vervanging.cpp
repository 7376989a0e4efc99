// SPDX-License-Identifier: EUPL-1.2
//
// A stuk that corrects another: of the same soort and stap, and no dissent is lost by it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

/// A vote against or an abstention of a replaced stuk that the new one does not repeat; and one that its voter
/// contradicted, and that the new one repeats as if nothing had been said.
void toets_tegenstem(Toetser& t, const std::string& oud) {
  const std::vector<Stem> nieuw = t.n.soort == "weging"     ? lees_weging(t.w).stemmen
                                  : t.n.soort == "deelname" ? lees_deelname(t.w).stemmen
                                                            : lees_afsluiting(t.w).stemmen;
  for (const Stemming& s : t.d.stemmen) {
    if (s.stuk != oud || !s.organisatie || !s.standpunt) continue;
    const bool voor = *s.standpunt == Standpunt::voor;
    if (voor && s.stand != StemStand::weersproken) continue;
    const bool herhaald = std::any_of(nieuw.begin(), nieuw.end(), [&](const Stem& n) {
      return n.organisatie == s.organisatie && n.standpunt == s.standpunt;
    });
    if (herhaald != voor) continue;
    if (voor) {
      t.geweigerd(
          t.veld("stemmen"),
          {fmt::format("{} heeft gezegd dat de stem \"voor\" niet klopt", de_organisatie(naam(*s.organisatie))),
           "leg vast wat zij wel stemde; wie nu anders denkt, zegt dat in een nieuw stuk",
           "artikel 5, lid 3, Wet PGA"});
      continue;
    }
    t.geweigerd(t.veld("stemmen"),
                {fmt::format("de stem \"{}\" van {} kan niet worden vervangen", naam(*s.standpunt),
                             de_organisatie(naam(*s.organisatie))),
                 "neem de stem ongewijzigd over; wie nu anders denkt, zegt dat in een nieuw stuk",
                 "artikel 5, lid 3, Wet PGA"});
  }
}

/// Another stap would undo a decision as if it had never been taken. Whether somebody was told, or it was withheld,
/// can have been written down wrongly.
bool zelfde_stap(const Toetser& t, const StukRegel& oud) {
  const std::string nu = stap_van(t.n.soort, t.w);
  if (nu.empty() || oud.stap.empty() || nu == oud.stap) return true;
  static constexpr std::array kBericht = {NotificatieStap::verzonden, NotificatieStap::deels_verzonden,
                                          NotificatieStap::uitgesteld};
  const auto over_bericht = [](const std::string& stap) {
    const auto s = lees<NotificatieStap>(stap);
    return s && std::find(kBericht.begin(), kBericht.end(), *s) != kBericht.end();
  };
  return t.n.soort == naam(Soort::notificatie) && over_bericht(nu) && over_bericht(oud.stap);
}

/// A correction sets a record right; another decision is another stuk, with its own day and votes.
void toets_ander_besluit(Toetser& t, const StukRegel& oud) {
  if (t.n.soort != naam(Soort::weging)) return;
  const auto er = std::find_if(t.d.besluiten.begin(), t.d.besluiten.end(),
                               [&](const Besluit& b) { return b.stuk == oud.digest; });
  const std::optional<Weegbesluit> nu = lees_weging(t.w).besluit;
  if (er == t.d.besluiten.end() || !er->besluit || !nu || er->besluit == nu) return;
  t.geweigerd(t.veld("besluit"),
              {"een correctie kan het weegbesluit niet veranderen in een ander besluit",
               er->besluit == Weegbesluit::aanhouden
                   ? "leg een nieuw besluit vast zonder --vervangt"
                   : "was het een schrijffout: haal het stuk weg met pga vernietig NUMMER --stuk, en weeg opnieuw",
               "artikel 5, lid 3, Wet PGA"});
}

}  // namespace

void toets_vervangt(Toetser& t) {
  for (const std::string& oud : t.n.vervangt) {
    const StukRegel* s = t.d.stuk(oud);
    if (s == nullptr) {
      t.document(&t.w, {fmt::format("het stuk {} dat dit stuk vervangt, is er niet", oud),
                        "kijk met pga toon welke stukken er zijn",
                        {}});
    } else if (s->soort != t.n.soort) {
      t.document(&t.w, {fmt::format("dit stuk ({}) kan geen stuk van de soort {} vervangen", t.n.soort, s->soort),
                        "een correctie is van dezelfde soort als het stuk dat zij vervangt",
                        {}});
    } else if (!zelfde_stap(t, *s)) {
      t.document(
          t.veld("stap"),
          {fmt::format("dit stuk (stap {}) kan geen stuk met stap {} vervangen", stap_van(t.n.soort, t.w), s->stap),
           "een correctie is van dezelfde stap; is het oude stuk zelf verkeerd: pga vernietig NUMMER --stuk",
           {}});
    } else if (!s->vervangen_door.empty()) {
      t.document(&t.w, {fmt::format("het stuk {} is al vervangen", oud),
                        fmt::format("vervang het nieuwste: {}", s->vervangen_door),
                        {}});
    } else if (t.n.soort == "weging" || t.n.soort == "deelname" || t.n.soort == "afsluiting") {
      toets_tegenstem(t, oud);
      toets_ander_besluit(t, *s);
    }
  }
}

}  // namespace pga::proces
