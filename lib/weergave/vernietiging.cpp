// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/vernietiging.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/proces/vernietigbaar.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

using proces::VernietigingStand;

std::string houders_van(const VernietigingStand& v, const std::string& organisatie) {
  std::vector<std::string> ids;
  for (const proces::Houder& h : v.houders) {
    if (h.organisatie == organisatie) ids.push_back(h.gebruiker);
  }
  return fmt::format("{} ({})", leesbaar(organisatie), fmt::join(ids, ", "));
}

std::vector<Cel> rij(std::string_view links, const std::string& rechts) {
  return {{std::string(links)}, {veilig(rechts)}};
}

}  // namespace

Datum reservekopie_tot(const VernietigingStand& v, int dagen) {
  return v.laatst_op.value_or(v.begonnen_op).plus_dagen(dagen);
}

std::vector<std::string> nog_te_bevestigen(const VernietigingStand& v) {
  std::vector<std::string> uit;
  for (const std::string& o : v.organisaties()) {
    if (!v.heeft_bevestigd(o)) uit.push_back(o);
  }
  return uit;
}

std::string vernietiging_tekst(const VernietigingStand& v, const std::vector<proces::UitreikingRegel>& uitgereikt,
                               int dagen, const Stijl& stijl) {
  std::string uit = verf(fmt::format("dossier {}", veilig(v.nummer)), Kleur::vet, stijl) + "\n";
  Tabel t{{"", ""}, {}};
  t.rijen.push_back(rij("vernietiging", fmt::format("begonnen op {} door {}", v.begonnen_op.lang(), v.door)));
  if (v.voltooid_op) t.rijen.push_back(rij("vernietigd", fmt::format("op {}", v.voltooid_op->lang())));
  if (!v.voltooid_op && v.bedenktijd_tot) t.rijen.push_back(rij("bedenktijd", "tot " + v.bedenktijd_tot->lang()));
  if (!v.voltooid_op && v.tweede) t.rijen.push_back(rij("voltooien", "door een andere gebruiker (beleid)"));
  if (v.grond) {
    t.rijen.push_back(rij("grond", fmt::format("{} ({})", proces::waarom(*v.grond), proces::grondslag(*v.grond))));
  }
  std::string kop = "hadden een sleutel";
  for (const std::string& o : v.organisaties()) {
    t.rijen.push_back(rij(kop, houders_van(v, o)));
    kop.clear();
  }
  for (const proces::UitreikingRegel& u : uitgereikt) {
    t.rijen.push_back(rij(u.gebruiker.empty() ? "overgedragen" : "bundel met sleutels",
                          fmt::format("aan {}, op {}", u.aan(), u.datum.lang())));
  }
  for (const proces::KopieenWeg& k : v.bevestigd) {
    t.rijen.push_back(rij("kopieën weg", fmt::format("{}, op {}", leesbaar(k.organisatie), k.datum.lang())));
  }
  if (v.voltooid_op) {
    std::vector<std::string> open;
    for (const std::string& o : nog_te_bevestigen(v)) open.push_back(leesbaar(o));
    if (!open.empty()) t.rijen.push_back(rij("nog te bevestigen", fmt::format("{}", fmt::join(open, ", "))));
    t.rijen.push_back(rij("reservekopieën", fmt::format("kunnen het dossier nog openen tot en met {}",
                                                        reservekopie_tot(v, dagen).lang())));
  }
  return uit + tabel(t, stijl, "  ");
}

std::string vernietiging_json(const VernietigingStand& v, const std::vector<proces::UitreikingRegel>& uitgereikt,
                              int dagen) {
  Json houders = Json::array();
  for (const proces::Houder& h : v.houders) {
    houders.push_back({{"gebruiker", h.gebruiker}, {"organisatie", h.organisatie}});
  }
  Json bevestigd = Json::array();
  for (const proces::KopieenWeg& k : v.bevestigd) {
    bevestigd.push_back({{"organisatie", k.organisatie}, {"datum", k.datum.tekst()}});
  }
  Json bundels = Json::array();
  for (const proces::UitreikingRegel& u : uitgereikt) {
    bundels.push_back(
        {{"gebruiker", of_null(u.gebruiker)}, {"gemeente", of_null(u.gemeente)}, {"datum", u.datum.tekst()}});
  }
  const Json stand = {
      {"begonnen_op", v.begonnen_op.tekst()},
      {"voltooid_op", of_null(v.voltooid_op)},
      {"grond", v.grond ? Json(proces::naam(*v.grond)) : Json(nullptr)},
      {"door", v.door},
      {"bedenktijd_tot", of_null(v.bedenktijd_tot)},
      {"tweede", v.tweede},
      {"houders", std::move(houders)},
      {"bevestigd", std::move(bevestigd)},
      {"open", v.voltooid_op ? Json(nog_te_bevestigen(v)) : Json::array()},
      {"reservekopie_tot", v.voltooid_op ? Json(reservekopie_tot(v, dagen).tekst()) : Json(nullptr)},
      {"uitgereikt", std::move(bundels)}};
  return schrijf({{"dossier", v.nummer}, {"vernietiging", stand}}, true);
}

}  // namespace pga::weergave
