// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/sleutelbevindingen.h"

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/uiteen.h"
#include "lib/kast/vernieuw.h"

namespace pga::kast {
namespace {

Bevinding let_op(const Pad& pad, std::string wat, std::string tip) {
  return {FoutSoort::bevinding, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

/// Access that two changed apart; keys announced side by side are named already.
void uiteengelopen(const GeladenDossier& d, std::vector<Bevinding>& uit) {
  if (!d.perioden.dubbel().empty() || !toegang_uiteen(d)) return;
  uit.push_back(let_op(
      d.map,
      "wie dit dossier kan lezen, is op twee plaatsen tegelijk veranderd: iemand kan een sleutel missen, of er een "
      "te "
      "veel hebben",
      fmt::format(
          "het volgende stuk van een regisseur geeft iedereen nieuwe sleutels; of nu: pga toegang {} vernieuw",
          d.nummer.tekst())));
}

}  // namespace

std::vector<Bevinding> sleutelbevindingen(const Kast& kast, const GeladenDossier& d, Datum dag) {
  std::vector<Bevinding> uit;
  if (!d.leesbaar) return uit;
  std::set<Pad> genoemd;
  std::set<std::string> wie;
  for (const Pad& pad : teruggekomen(kast, d)) {
    genoemd.insert(pad);
    uit.push_back(
        let_op(pad, "dit sleutelbestand moest vernietigd zijn, en ligt er weer of nog",
               "het volgende stuk in dit dossier vernietigt het; zet geen oude kopie van sleutels/ terug"));
  }
  for (const SleutelBestand& s : zonder_recht(kast, d, dag)) {
    wie.insert(s.gebruiker);
    if (genoemd.count(s.pad) != 0) continue;
    uit.push_back(
        let_op(s.pad, fmt::format("{} mag dit dossier niet meer lezen, en heeft hier nog een sleutel", s.gebruiker),
               fmt::format("beëindig de toegang: pga toegang {} trek-in {}", d.nummer.tekst(), s.gebruiker)));
  }
  uiteengelopen(d, uit);
  if (!genoemd.empty()) return uit;
  for (const std::string& houder : houdt_te_veel(kast, d, dag)) {
    if (wie.count(houder) != 0) continue;
    uit.push_back(let_op(
        d.map, fmt::format("{} mag minder van dit dossier lezen dan zijn sleutels hier openen", houder),
        d.dossier.afgeschermd
            ? fmt::format("vernietig wat te veel is: pga toegang {} scherm-af", d.nummer.tekst())
            : fmt::format(
                  "het volgende stuk van een regisseur geeft nieuwe sleutels; of nu: pga toegang {} vernieuw",
                  d.nummer.tekst())));
  }
  return uit;
}

}  // namespace pga::kast
