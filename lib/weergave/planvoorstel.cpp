// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/planvoorstel.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/profiel.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr int kKolommen = 78;

std::string commentaar(const std::string& tekst, std::string_view inspring = "") {
  const std::string begin = fmt::format("{}# ", inspring);
  return omloop(veilig(tekst), kKolommen, begin, begin) + '\n';
}

/// The goals that the plan already has for an aspect.
std::string doelen_voor(const DossierBlad& blad, const std::string& aspect) {
  std::string uit;
  for (const std::string& id : blad.dossier.doelen) {
    if (omschrijving(blad, "doelen", id, "aspect") == aspect) uit += (uit.empty() ? "" : ", ") + id;
  }
  return uit;
}

std::string waarom(const DossierBlad& blad, const Winst& w) {
  std::string uit =
      w.apart()
          ? fmt::format("{}: zie pga profiel; het oordeel rust op gegevens van {}.", w.titel, leesbaar(w.herkomst))
          : fmt::format("{}: nu {}, haalbaar {}.", w.titel, leesbaar(w.huidig), leesbaar(w.haalbaar));
  if (const std::string er = doelen_voor(blad, w.aspect); !er.empty()) uit += fmt::format(" Er is al: {}.", er);
  return uit;
}

std::string herkomst(const Winst& w) { return w.apart() ? fmt::format("    herkomst: {}\n", w.herkomst) : ""; }

std::string doel(const Winst& w) {
  return fmt::format("  - aspect: {}\n    doel: \"\"\n{}", w.aspect, herkomst(w));
}

/// What the catalogue has for an aspect.
std::string keuze(const proces::Catalogus& catalogus, const std::string& aspect) {
  std::string uit;
  for (const proces::CatalogusItem& item : catalogus) {
    if (std::find(item.aspecten.begin(), item.aspecten.end(), aspect) == item.aspecten.end()) continue;
    uit += (uit.empty() ? "" : ", ") + item.id;
  }
  return uit;
}

std::string interventie(const Winst& w, const proces::Catalogus& catalogus) {
  std::string uit;
  if (const std::string ids = keuze(catalogus, w.aspect); !ids.empty()) {
    uit += commentaar("catalogus: kies uit " + ids + ", of laat leeg", "  ");
  }
  uit += fmt::format("  - aspect: {}\n", w.aspect);
  for (const std::string_view veld :
       {"catalogus", "domein", "wat", "vrijwillig", "weet_van_pga", "uitvoerder", "verantwoordelijke", "prioriteit",
        "start", "duur", "evaluatiedatum", "succes"}) {
    uit += fmt::format("    {}: \"\"\n", veld);
  }
  return uit + herkomst(w);
}

}  // namespace

std::optional<std::string> plan_voorstel(const DossierBlad& blad, const proces::Catalogus& catalogus) {
  const std::optional<Profielwinst> profiel = laatste_winst(blad);
  if (!profiel) return std::nullopt;
  std::string uit = commentaar(fmt::format(
      "Voorstel voor het plan van dossier {}, uit het profiel van {}: alleen de aspecten waarop iets te winnen is. "
      "Vul in wat past en haal weg wat niet past. Wat elke interventie vraagt, staat in pga plan --catalogus; alle "
      "velden staan in pga plan --sjabloon.",
      blad.nummer, profiel->datum.lang()));
  if (profiel->verzegeld)
    uit += commentaar("Een deel van het profiel is voor u verzegeld; er kan meer te winnen zijn.");
  const bool bestaat = blad.dossier.heeft_plan;
  uit += fmt::format("stap: {}\ndatum: \"\"\n", bestaat ? "bijstelling" : "opstelling");
  if (bestaat) uit += "reden:\n  tekst: \"\"\n";
  if (profiel->winst.empty() && profiel->verzegeld) return uit;
  if (profiel->winst.empty()) return uit + commentaar("Volgens dit profiel is er op geen aspect iets te winnen.");
  uit += "doelen:\n";
  for (const Winst& w : profiel->winst) uit += commentaar(waarom(blad, w), "  ") + doel(w);
  uit += "interventies:\n";
  for (const Winst& w : profiel->winst) uit += interventie(w, catalogus);
  return uit + commentaar(fmt::format("Praktische zaken (wonen, papieren, geld) zijn geen aspect van het profiel. "
                                      "Zij kunnen er altijd bij, met aspect praktische_zaken; catalogus: {}.",
                                      keuze(catalogus, "praktische_zaken")));
}

}  // namespace pga::weergave
