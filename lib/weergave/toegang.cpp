// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/toegang.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "lib/basis/compartiment.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

std::string opent(const std::vector<std::string>& compartimenten) {
  if (compartimenten.size() == kCompartimenten.size()) return "alles";
  return fmt::format("{}", fmt::join(compartimenten, ", "));
}

std::string waarom(const ToegangRij& r) {
  std::string uit = r.op_grond_van;
  if (r.tot) uit += fmt::format(", tot en met {}", r.tot->lang());
  if (!r.sleutel_hier) uit += "; op deze computer ligt geen sleutel voor hen";
  return uit;
}

}  // namespace

std::string toegang_tekst(const ToegangBlad& blad, const Stijl& stijl) {
  std::string uit = verf(fmt::format("dossier {}", blad.dossier), Kleur::vet, stijl) + "\n";
  if (!blad.stuk.empty()) uit += fmt::format("stuk {}\n", veilig(blad.stuk));
  if (blad.afgeschermd) uit += "gesloten en afgeschermd (artikel 6, lid 3, Wet PGA)\n";
  uit += '\n';
  Tabel t{{"gebruiker", "organisatie", "opent", "op grond van"}, {}};
  for (const ToegangRij& r : blad.rijen) {
    t.rijen.push_back(
        {{r.gebruiker, Kleur::vet}, {leesbaar(r.organisatie)}, {omloop(opent(r.opent), 24)}, {waarom(r)}});
  }
  uit += blad.rijen.empty() ? "niemand\n" : tabel(t, stijl);
  if (!blad.geeindigd.empty()) uit += "\ntoegang geëindigd\n";
  for (const ToegangEinde& e : blad.geeindigd) {
    uit += omloop(fmt::format("{}, op {}", veilig(e.gebruiker), e.op.lang()), stijl.breedte, "  ", "    ") + "\n";
  }
  for (const std::string& zin : blad.let_op) {
    uit += "\n" + omloop(fmt::format("let op: {}", zin), stijl.breedte, "", "  ") + "\n";
  }
  return uit;
}

std::string toegang_json(const ToegangBlad& blad) {
  const auto dag = [](const std::optional<Datum>& d) {
    return d ? nlohmann::ordered_json(d->tekst()) : nlohmann::ordered_json(nullptr);
  };
  const auto of_niets = [](const std::string& s) {
    return s.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(s);
  };
  nlohmann::ordered_json toegang = nlohmann::ordered_json::array();
  for (const ToegangRij& r : blad.rijen) {
    toegang.push_back({{"gebruiker", r.gebruiker},
                       {"organisatie", r.organisatie},
                       {"opent", r.opent},
                       {"op_grond_van", r.op_grond_van},
                       {"besluit", of_niets(r.besluit)},
                       {"sinds", dag(r.sinds)},
                       {"tot", dag(r.tot)},
                       {"regisseur", r.regisseur},
                       {"sleutel_hier", r.sleutel_hier}});
  }
  nlohmann::ordered_json einde = nlohmann::ordered_json::array();
  for (const ToegangEinde& e : blad.geeindigd) {
    einde.push_back({{"gebruiker", e.gebruiker}, {"op", e.op.tekst()}, {"stuk", e.stuk}});
  }
  return schrijf({{"dossier", blad.dossier},
                  {"stuk", of_niets(blad.stuk)},
                  {"afgeschermd", blad.afgeschermd},
                  {"toegang", std::move(toegang)},
                  {"geeindigd", std::move(einde)},
                  {"let_op", blad.let_op}});
}

}  // namespace pga::weergave
