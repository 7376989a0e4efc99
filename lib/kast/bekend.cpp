// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bekend.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "lib/kast/laad.h"
#include "lib/kast/vernietig.h"

namespace pga::kast {
namespace {

/// Where persons are named: the case's own, and who reported it.
constexpr std::array kPersonen = {Compartiment::identiteit, Compartiment::melder};

/// How a case ended, and why another may not bring it back.
struct Einde {
  std::string_view hoe;
  std::string_view grondslag;
};

std::optional<Einde> einde_van(const proces::Dossier& d) {
  if (d.afgedaan) return Einde{"afgedaan", "artikel 9 Wet PGA"};
  if (d.fase == proces::Fase::afgesloten) return Einde{"afgesloten", "artikel 6, lid 3, Wet PGA"};
  if (d.fase == proces::Fase::niet_opgenomen) return Einde{"niet opgenomen", "artikel 16, onder b, Besluit PGA"};
  return std::nullopt;
}

void vul(const GeladenDossier& dossier, proces::BekendDossier& bij) {
  bij.leesbaar = dossier.leesbaar;
  for (const GeladenStuk& s : dossier.stukken) {
    for (const Compartiment c : kPersonen) {
      const auto& deel = s.delen.at(static_cast<std::size_t>(c));
      if (deel) {
        proces::verzamel_gegevens(*deel, bij);
      } else if (c == Compartiment::identiteit) {
        bij.leesbaar = false;
      }
    }
  }
  for (const proces::DerdeStand& d : dossier.dossier.derden) bij.derden.push_back(d.organisatie);
}

bool op_de_agenda(const Waarde& document, const std::string& nummer) {
  const Waarde::Lijst& agenda = document.items_van("agenda");
  return std::any_of(agenda.begin(), agenda.end(),
                     [&](const Waarde& w) { return w.tekst_van("dossier") == nummer; });
}

}  // namespace

std::vector<proces::BekendDossier> bekende_dossiers(const Kast& kast, const Lezer& lezer, const Waarde& document) {
  const std::vector<std::string> genoemd = proces::genoemde_nummers(document);
  std::vector<proces::BekendDossier> uit;
  for (const Nummer& nummer : kast.dossiers()) {
    proces::BekendDossier d;
    d.nummer = nummer.tekst();
    d.bestaat = true;
    d.genoemd = std::find(genoemd.begin(), genoemd.end(), d.nummer) != genoemd.end();
    if (!d.genoemd) {
      const GeladenDossier eerst = laad(kast, nummer, lezer, Diepte::termijnen);
      if (!eerst.leesbaar || eerst.dossier.afgeschermd) continue;
    }
    vul(laad(kast, nummer, lezer, Diepte::alles), d);
    uit.push_back(std::move(d));
  }
  for (const std::string& nummer : genoemd) {
    const bool bestaat = std::any_of(uit.begin(), uit.end(), [&](const auto& d) { return d.nummer == nummer; });
    // A range of years looks like a number too.
    if (bestaat || !op_de_agenda(document, nummer)) continue;
    proces::BekendDossier weg;
    weg.nummer = nummer;
    uit.push_back(std::move(weg));
  }
  return uit;
}

std::vector<Bevinding> verwijst_naar_gesloten(const Kast& kast, const Lezer& lezer, const Waarde& document,
                                              std::string_view eigen) {
  const std::vector<std::string> genoemd = proces::genoemde_nummers(document);
  std::vector<Bevinding> uit;
  if (genoemd.empty()) return uit;
  const Bewijzen bewijzen(kast, lezer);
  const std::vector<Nummer> alle = kast.dossiers();
  for (const std::string& tekst : genoemd) {
    if (tekst == eigen) continue;
    std::optional<Einde> einde;
    if (bewijzen.van(tekst) != nullptr) {
      einde = Einde{"vernietigd", "artikel 9 Wet PGA"};
    } else if (const auto nummer = Nummer::lees(tekst);
               nummer && std::binary_search(alle.begin(), alle.end(), *nummer)) {
      einde = einde_van(laad(kast, *nummer, lezer, Diepte::termijnen).dossier);
    }
    if (!einde) continue;
    uit.push_back(
        {FoutSoort::geweigerd,
         {},
         fmt::format("dossier {} is {}: een andere casus mag er niet naar verwijzen", tekst, einde->hoe),
         "haal het nummer weg; wat nu opnieuw is verkregen, legt u vast als nieuw signaal met zijn eigen bron",
         std::string(einde->grondslag)});
  }
  return uit;
}

}  // namespace pga::kast
