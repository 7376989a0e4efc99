// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/lijst.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "lib/proces/dossier.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kVerzegeld = "[verzegeld]";
constexpr int kNaam = 22;  // columns for a name, so that a long one leaves room for the rest

std::string fase(const LijstRegel& r) {
  if (!r.fase) return "onbekend";
  return r.afgedaan ? "afgedaan" : std::string(tekst(*r.fase));
}

std::string volgende(const LijstRegel& r) {
  if (!r.fase) return "onbekend";
  if (!r.volgende) return "geen";
  const termijn::Termijn& t = *r.volgende;
  const std::string stand = heeft_dag(t) ? fmt::format(", {}", tekst(t.status)) : std::string();
  return fmt::format("{}{}\n{}", wanneer(t), stand, veilig(t.zin));
}

/// Two lines: what a person looks for first stands in the first.
std::vector<Cel> rij(const LijstRegel& r) {
  if (r.vernietigd_op) return {{veilig(r.nummer)}, {"vernietigd\n" + r.vernietigd_op->lang(), Kleur::grijs}, {""}};
  if (!r.leesbaar) return {{veilig(r.nummer)}, {std::string(kVerzegeld), Kleur::grijs}, {""}};
  const std::string naam = omloop(r.naam.empty() ? std::string(kVerzegeld) : veilig(r.naam), kNaam, "  ", "  ");
  std::string stand = fmt::format("{}\n{}", fase(r), r.geopend ? r.geopend->lang() : "");
  if (!r.regisseurs.empty()) stand += fmt::format("\n{}", veilig(fmt::format("{}", fmt::join(r.regisseurs, ", "))));
  return {{veilig(r.nummer) + '\n' + naam},
          {std::move(stand)},
          {volgende(r), r.volgende ? kleur(r.volgende->status) : Kleur::geen}};
}

}  // namespace

std::string lijst_tekst(const std::vector<LijstRegel>& regels, const Stijl& stijl) {
  if (regels.empty()) return "geen dossiers\n";
  Tabel uit{{"dossier", "fase, geopend, regisseur", "volgende termijn"}, {}};
  for (const LijstRegel& r : regels) uit.rijen.push_back(rij(r));
  return fmt::format("{}\n{}\n", tabel(uit, stijl), aantal(regels.size(), "dossier", "dossiers"));
}

std::string lijst_json(const std::vector<LijstRegel>& regels) {
  Json uit = Json::array();
  for (const LijstRegel& r : regels) {
    Json regel = Json::object();
    if (!r.kast.empty()) regel["kast"] = r.kast;
    regel["dossier"] = r.nummer;
    regel["fase"] = r.leesbaar && r.fase ? Json(proces::naam(*r.fase)) : Json(nullptr);
    if (r.vernietigd_op) regel["fase"] = "vernietigd";
    regel["geopend"] = r.leesbaar ? of_null(r.geopend) : Json(nullptr);
    regel["volgende"] = kort_json(r.leesbaar && r.volgende ? &*r.volgende : nullptr);
    regel["regisseurs"] = r.leesbaar ? Json(r.regisseurs) : Json(nullptr);
    uit.push_back(std::move(regel));
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
