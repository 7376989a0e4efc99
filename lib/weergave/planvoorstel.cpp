// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/planvoorstel.h"

#include <fmt/format.h>

#include <vector>

#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/profiel.h"

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
  std::string uit = fmt::format("{}: nu {}, haalbaar {}.", w.titel, leesbaar(w.huidig), leesbaar(w.haalbaar));
  if (!w.tekst.empty()) uit += ' ' + w.tekst;
  if (const std::string er = doelen_voor(blad, w.aspect); !er.empty()) uit += fmt::format(" Er is al: {}.", er);
  return uit;
}

std::string interventie(const Winst& w) {
  return fmt::format(
      "  - aspect: {}\n    domein: \"\"\n    wat: \"\"\n    uitvoerder: \"\"\n    verantwoordelijke: \"\"\n"
      "    prioriteit: \"\"\n    start: \"\"\n    duur: \"\"\n    evaluatiedatum: \"\"\n    succes: \"\"\n",
      w.aspect);
}

}  // namespace

std::optional<std::string> plan_voorstel(const DossierBlad& blad) {
  const std::optional<Profielwinst> profiel = laatste_winst(blad);
  if (!profiel) return std::nullopt;
  std::string uit = commentaar(fmt::format(
      "Voorstel voor het plan van dossier {}, uit het profiel van {}: alleen de aspecten waarop iets te winnen is. "
      "Vul in wat past en haal weg wat niet past; wat leeg blijft, telt niet mee. Alle velden staan in: pga plan "
      "--sjabloon.",
      blad.nummer, profiel->datum.lang()));
  if (profiel->verzegeld)
    uit += commentaar("Een deel van het profiel is voor u verzegeld; er kan meer te winnen zijn.");
  const bool bestaat = blad.dossier.heeft_plan;
  uit += fmt::format("stap: {}\ndatum: \"\"\n", bestaat ? "bijstelling" : "opstelling");
  if (bestaat) uit += "reden:\n  tekst: \"\"\n";
  if (profiel->winst.empty()) return uit + commentaar("Volgens dit profiel is er op geen aspect iets te winnen.");
  uit += "doelen:\n";
  for (const Winst& w : profiel->winst) {
    uit += commentaar(waarom(blad, w), "  ") + fmt::format("  - aspect: {}\n    doel: \"\"\n", w.aspect);
  }
  uit += "interventies:\n";
  for (const Winst& w : profiel->winst) uit += interventie(w);
  return uit + commentaar("Praktische zaken (wonen, papieren, geld) horen bij aspect praktische_zaken.");
}

}  // namespace pga::weergave
