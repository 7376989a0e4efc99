// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/lezers.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"

namespace pga::kast {
namespace {

/// A reserve reads for nobody, and neither does whoever has no key in force.
bool telt_als_lezer(const Gerechtigde& wie, Datum dag) {
  return wie.gebruiker->sleutel_op(dag) != nullptr && !wie.gebruiker->is_reserve();
}

[[noreturn]] void weiger(const Nummer& nummer, const std::vector<Compartiment>& vakken, std::string_view waarvan) {
  std::vector<std::string_view> namen;
  for (const Compartiment c : vakken) namen.push_back(naam(c));
  throw Fout(Bevinding{
      FoutSoort::geweigerd,
      {},
      fmt::format("dan kan niemand {} van {}dossier {} nog lezen", fmt::join(namen, ", "), waarvan, nummer.tekst()),
      "wijs eerst een andere regisseur aan: pga gebruiker toevoegen",
      "artikel 13 Wet PGA"});
}

}  // namespace

std::vector<Compartiment> zonder_lezer(const std::vector<Gerechtigde>& houders, Datum dag) {
  std::vector<Compartiment> uit;
  for (const Compartiment c : kCompartimenten) {
    const bool iemand = std::any_of(houders.begin(), houders.end(), [&](const Gerechtigde& g) {
      return bevat(g.compartimenten, c) && telt_als_lezer(g, dag);
    });
    if (!iemand) uit.push_back(c);
  }
  return uit;
}

std::vector<Compartiment> zonder_lezer(const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders,
                                       const Beoordelingen& beoordelingen, Datum dag) {
  std::set<Compartiment> uit;
  for (const GeladenStuk& s : dossier.stukken) {
    for (const Compartiment c : kCompartimenten) {
      if (!eigen_sleutel(s.soort, c)) continue;
      const bool iemand = std::any_of(houders.begin(), houders.end(), [&](const Gerechtigde& g) {
        return beoordelingen.opent(g, s, c) && telt_als_lezer(g, dag);
      });
      if (!iemand) uit.insert(c);
    }
  }
  return {uit.begin(), uit.end()};
}

void weiger_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken) {
  weiger(nummer, vakken, "");
}

void weiger_beoordeling_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken) {
  weiger(nummer, vakken, "een beoordeling in ");
}

}  // namespace pga::kast
