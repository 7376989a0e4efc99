// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/vervolg.h"

#include <algorithm>

#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

using Stap = NotificatieStap;

std::vector<Stap> bij_uitstel(const Uitstel& u) {
  std::vector<Stap> uit;
  if (!u.achtergehouden.empty() && !u.rest_verzonden_op) uit.push_back(Stap::deels_verzonden);
  if (!u.ingezien_op) uit.push_back(Stap::ingezien);
  uit.insert(uit.end(), {Stap::heroverwogen, Stap::grond_vervallen});
  return uit;
}

std::vector<Stap> na_uitstel(const Uitstel& u, NotificatieStand stand) {
  std::vector<Stap> uit;
  const bool verzonden = stand == NotificatieStand::verzonden;
  if (!verzonden) uit.push_back(Stap::verzonden);
  if (u.doorkruist_op && !u.vervallen_op) uit.push_back(Stap::grond_vervallen);
  if (u.vervallen_op && !u.gemeld_op) uit.push_back(Stap::verval_gemeld);
  if (!u.ingezien_op) uit.push_back(Stap::ingezien);
  if (!verzonden) uit.push_back(Stap::uitgesteld);
  return uit;
}

}  // namespace

bool nog_te_wegen(const Dossier& d) {
  return d.fase == Fase::melding || d.fase == Fase::weging || d.fase == Fase::aangehouden;
}

bool niet_opgenomen(const Dossier& d) { return d.fase == Fase::niet_opgenomen || d.afgedaan; }

bool wist_niet_van_verstrekking(const Dossier& d, const Betrokkene& b) {
  const bool gezegd = std::any_of(d.feiten.begin(), d.feiten.end(), [&](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::eerste_verstrekking && f.betrokkene == b.id;
  });
  return b.notificatie == NotificatieStand::open && !b.relatie && !gezegd;
}

std::optional<std::int64_t> leeftijd_op(const Betrokkene& b, Datum dag) {
  if (!b.geboren) return b.leeftijd_geschat;
  return *b.geboren <= dag ? std::optional<std::int64_t>(termijn::volle_jaren(*b.geboren, dag)) : std::nullopt;
}

std::vector<Stap> vervolgstappen(const Dossier& dossier, const Betrokkene& b) {
  if (b.notificatie == NotificatieStand::geen || niet_opgenomen(dossier)) return {};
  if (b.uitstel) {
    return b.notificatie == NotificatieStand::uitgesteld ? bij_uitstel(*b.uitstel)
                                                         : na_uitstel(*b.uitstel, b.notificatie);
  }
  if (b.notificatie == NotificatieStand::verzonden) return {};
  if (nog_te_wegen(dossier)) {
    return {Stap::uitgesteld, Stap::eerste_contact, Stap::eerste_verstrekking, Stap::verzonden};
  }
  return {Stap::verzonden, Stap::uitgesteld, Stap::eerste_contact, Stap::eerste_verstrekking};
}

}  // namespace pga::proces
