// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/strenger.h"

#include <optional>

namespace pga::termijn {
namespace {

/// How many days a length is at the least and at the most, whatever day it starts on.
struct Dagen {
  int min;
  int max;
};
Dagen dagen(Duur duur) {
  switch (duur.eenheid) {
    case Eenheid::dag:
      return {duur.aantal, duur.aantal};
    case Eenheid::week:
      return {7 * duur.aantal, 7 * duur.aantal};
    case Eenheid::maand:
      return {28 * duur.aantal, 31 * duur.aantal};
    case Eenheid::jaar:
      return {365 * duur.aantal, 366 * duur.aantal};
    case Eenheid::uur:
      break;
  }
  return {0, 0};
}

/// Hours run on through a weekend and days do not: under a regime that moves, "two days" can end after "72 hours".
bool in_uren(Duur duur) { return duur.eenheid == Eenheid::uur; }

std::optional<int> in_maanden(Duur duur) {
  if (duur.eenheid == Eenheid::jaar) return 12 * duur.aantal;
  return duur.eenheid == Eenheid::maand ? std::optional(duur.aantal) : std::nullopt;
}

bool niet_langer(Duur beleid, Duur wet) {
  if (beleid.eenheid == wet.eenheid) return beleid.aantal <= wet.aantal;
  if (in_uren(beleid) || in_uren(wet)) return false;
  if (in_maanden(beleid) && in_maanden(wet)) return *in_maanden(beleid) <= *in_maanden(wet);
  return dagen(beleid).max <= dagen(wet).min;
}

}  // namespace

Duur geldende_duur(const Regel& regel, const Beleid& beleid) {
  Duur uit = regel.lengte.vast;
  if (regel.lengte.beleid != nullptr) uit.aantal = beleid.*regel.lengte.beleid;
  const auto streng = beleid.strenger.find(regel.id);
  const bool telt = streng != beleid.strenger.end() && mag_beleid(regel.id, streng->second);
  return telt && niet_langer(streng->second, regel.lengte.vast) ? streng->second : uit;
}

bool mag_beleid(std::string_view regel, Duur duur) {
  bool gevonden = false;
  for (const Regel& r : regels()) {
    if (r.id != regel) continue;
    if (!r.vast() || duur.aantal < 1) return false;
    gevonden = gevonden || niet_langer(duur, r.lengte.vast);
  }
  return gevonden;
}

}  // namespace pga::termijn
