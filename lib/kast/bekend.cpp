// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bekend.h"

#include <algorithm>
#include <array>

#include "lib/kast/laad.h"

namespace pga::kast {
namespace {

/// Where persons are named: the case's own, and who reported it.
constexpr std::array kPersonen = {Compartiment::identiteit, Compartiment::melder};

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
  const std::vector<Nummer> alle = kast.dossiers();
  std::vector<proces::BekendDossier> uit;
  for (const std::string& tekst : proces::genoemde_nummers(document)) {
    proces::BekendDossier d;
    d.nummer = tekst;
    const auto nummer = Nummer::lees(tekst);
    d.bestaat = nummer && std::find(alle.begin(), alle.end(), *nummer) != alle.end();
    if (d.bestaat) {
      vul(laad(kast, *nummer, lezer, Diepte::alles), d);
    } else if (!op_de_agenda(document, tekst)) {
      continue;  // a range of years looks like a number too
    }
    uit.push_back(std::move(d));
  }
  return uit;
}

}  // namespace pga::kast
