// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/toon.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/weergave/blok_tekst.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"

namespace pga::weergave {
namespace {

std::string vervangen(const DossierBlad& blad, const StukBlad& s) {
  for (std::size_t i = 0; i < blad.stukken.size(); ++i) {
    if (blad.stukken[i].digest == s.vervangen_door) return fmt::format("vervangen door stuk {}", i + 1);
  }
  return "vervangen door " + s.vervangen_door;
}

}  // namespace

std::string onder_de_kop(const DossierBlad& blad, const StukBlad& s) {
  std::string uit = "door " + veilig(s.door);
  if (!s.organisatie.empty()) uit += fmt::format(" ({})", veilig(leesbaar(s.organisatie)));
  const std::optional<Datum> dag = Datum::lees(std::string_view(s.geschreven).substr(0, 10));
  if (dag && *dag != s.datum) uit += fmt::format(", geschreven op {}", dag->lang());
  if (!s.vervangen_door.empty()) uit += ", " + veilig(vervangen(blad, s));
  if (s.opnieuw_op)
    uit += fmt::format(", opnieuw verzegeld door {} op {}", veilig(s.opnieuw_door), s.opnieuw_op->lang());
  return uit;
}

namespace {

/// What was taken out because it was wrong: of the dossier, or of one stuk.
std::string weggehaald(const DossierBlad& blad, const StukBlad* uit_stuk, const Stijl& stijl) {
  std::string uit;
  for (const proces::ToegangRegel& r : blad.dossier.toegang) {
    if (!r.onjuist || (uit_stuk != nullptr && r.uit_stuk != uit_stuk->digest)) continue;
    const std::string zin =
        uit_stuk != nullptr
            ? fmt::format("op {} is hier een onjuist onderdeel uit vernietigd (artikel 8 Besluit PGA)",
                          r.datum.lang())
            : fmt::format("op {} is een onjuist {} vernietigd (artikel 8 Besluit PGA)", r.datum.lang(),
                          naam(*r.onjuist));
    const std::string_view inspring = uit_stuk != nullptr ? "   " : "";
    uit += omloop(zin, stijl.breedte, inspring, inspring) + '\n';
  }
  return uit;
}

std::string stuk(const DossierBlad& blad, std::size_t i, const Stijl& stijl) {
  const StukBlad& s = blad.stukken[i];
  std::string uit =
      verf(fmt::format("{}. {}, {}", i + 1, veilig(titel(s.soort, s.stap)), s.datum.lang()), Kleur::vet, stijl) +
      '\n';
  uit += omloop(onder_de_kop(blad, s), stijl.breedte, "   ", "   ") + '\n';
  uit += weggehaald(blad, &s, stijl);
  if (!s.soort_bekend) uit += "   soort die deze pga niet kent; het stuk telt niet mee\n";
  uit += fmt::format("   {}\n", verf(veilig(s.digest), Kleur::grijs, stijl));
  const bool schaal = (s.soort == "profiel" || s.soort == "beoordeling") && !blad.schaal_naam.empty() &&
                      s.inhoud.tekst_van("schaal").empty();  // a profiel holds the name itself
  if (schaal || !s.blokken.empty() || !s.verzegeld.empty()) uit += '\n';
  if (schaal) uit += omloop("schaal: " + veilig(blad.schaal_naam), stijl.breedte, "   ", "   ") + '\n';
  uit += blok_tekst(s.blokken, stijl, "   ");
  for (const std::string& compartiment : s.verzegeld) {
    const std::string regel =
        omloop(fmt::format("[verzegeld: {}]", veilig(compartiment)), stijl.breedte, "   ", "   ");
    uit += verf(regel, Kleur::grijs, stijl) + '\n';
  }
  return uit;
}

}  // namespace

std::string toon_tekst(const DossierBlad& blad, const Stijl& stijl) {
  std::string uit = overzicht(blad, stijl);
  if (const std::string weg = weggehaald(blad, nullptr, stijl); !weg.empty()) uit += '\n' + weg;
  uit += '\n' + verf(aantal(blad.stukken.size(), "stuk", "stukken"), Kleur::vet, stijl) + '\n';
  for (std::size_t i = 0; i < blad.stukken.size(); ++i) uit += '\n' + stuk(blad, i, stijl);
  return uit;
}

}  // namespace pga::weergave
