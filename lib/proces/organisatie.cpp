// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/organisatie.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/woorden.h"

namespace pga::proces {
namespace {

using O = Organisatie;

/// A name as minutes use it. A body that has tasks of its own under another act stands here as what it is at the
/// table of the Wet PGA.
struct Rij {
  std::string_view naam;
  std::optional<O> deelnemer;
  bool heel = false;    // a name of the deelnemer itself
  bool alleen = false;  // no other organisation may begin with it: the whole name, or followed by "van"
};
constexpr std::array kPartijen = {
    // artikel 3, lid 1, onder a: the burgemeester, and those who work for him
    Rij{"burgemeester", O::burgemeester, true}, Rij{"OOV", O::burgemeester},
    Rij{"openbare orde en veiligheid", O::burgemeester}, Rij{"team openbare orde en veiligheid", O::burgemeester},
    Rij{"gemeente", O::burgemeester, true}, Rij{"programmateam", O::burgemeester},
    Rij{"programma-team", O::burgemeester}, Rij{"casusregisseur", O::burgemeester},
    Rij{"procesregisseur", O::burgemeester},
    // onder b: the college, with its tasks under the Wmo, the Jeugdwet, the Participatiewet and so on
    Rij{"college", O::college, true}, Rij{"B&W", O::college, true}, Rij{"Leerplicht", O::college},
    Rij{"Wmo", O::college}, Rij{"WPI", O::college}, Rij{"werk en inkomen", O::college},
    Rij{"Participatie", O::college, false, true}, Rij{"sociale zaken", O::college},
    Rij{"schuldhulpverlening", O::college}, Rij{"team jeugd", O::college},
    // onder c: the police, its information service and its team for threats included
    Rij{"politie", O::politie, true}, Rij{"ID", O::politie, false, true}, Rij{"informatiedienst", O::politie},
    Rij{"team dreigingsmanagement", O::politie}, Rij{"dreigingsmanagement", O::politie}, Rij{"TDM", O::politie},
    Rij{"ID-WIV", O::politie}, Rij{"basisteam", O::politie}, Rij{"wijkagent", O::politie},
    // onder d
    Rij{"OM", O::om, true}, Rij{"openbaar ministerie", O::om, true}, Rij{"officier van justitie", O::om},
    // onder e
    Rij{"reclassering", O::reclassering, true}, Rij{"RN", O::reclassering, true}, Rij{"SVG", O::reclassering},
    Rij{"3RO", O::reclassering}, Rij{"LJ&R", O::reclassering}, Rij{"Leger des Heils reclassering", O::reclassering},
    // onder f
    Rij{"RvdK", O::rvdk, true}, Rij{"raad voor de kinderbescherming", O::rvdk, true},
    // lid 3: derden, however usual they are
    Rij{"NCTV", std::nullopt}, Rij{"IND", std::nullopt}, Rij{"KMar", std::nullopt},
    Rij{"marechaussee", std::nullopt}, Rij{"Koninklijke Marechaussee", std::nullopt}, Rij{"GGZ", std::nullopt},
    Rij{"GGD", std::nullopt}, Rij{"AIVD", std::nullopt}, Rij{"DJI", std::nullopt}, Rij{"COA", std::nullopt},
    Rij{"LSE", std::nullopt}, Rij{"Landelijk Steunpunt Extremisme", std::nullopt}, Rij{"LAT", std::nullopt},
    Rij{"Landelijk Advies Team", std::nullopt}, Rij{"Veilig Thuis", std::nullopt}, Rij{"ZVH", std::nullopt},
    Rij{"Zorg- en Veiligheidshuis", std::nullopt}, Rij{"Veiligheidshuis", std::nullopt},
    Rij{"gecertificeerde instelling", std::nullopt}, Rij{"jongerenwerk", std::nullopt},
    Rij{"jongerenwerker", std::nullopt}, Rij{"jeugdbescherming", std::nullopt}, Rij{"DT&V", std::nullopt},
    Rij{"Dienst Terugkeer en Vertrek", std::nullopt}, Rij{"Dienst Terugkeer", std::nullopt},
    Rij{"psycholoog", std::nullopt}, Rij{"school", std::nullopt}, Rij{"theoloog", std::nullopt},
    Rij{"woningcorporatie", std::nullopt}};

/// Words with one space between, and none around.
std::string woorden(std::string_view tekst) {
  std::string uit;
  for (const char c : kaal(tekst)) {
    if (c != ' ') {
      uit += c;
    } else if (!uit.empty() && uit.back() != ' ') {
      uit += c;
    }
  }
  if (!uit.empty() && uit.back() == ' ') uit.pop_back();
  return uit;
}

/// What may follow a name that another organisation may begin with: nothing, or of whom or where it is.
bool staat_alleen(std::string_view rest) {
  const bool een_woord = rest.find(' ') + 1 == rest.size();  // a place
  return rest.empty() || rest.starts_with("van ") || rest.starts_with("gemeente ") || een_woord;
}

}  // namespace

Partij partij(std::string_view organisatie) {
  std::string tekst = woorden(organisatie) + ' ';
  for (const std::string_view lidwoord : {"de ", "het "}) {
    if (tekst.starts_with(lidwoord)) tekst.erase(0, lidwoord.size());
  }
  Partij uit;
  std::size_t lengte = 0;
  for (const Rij& r : kPartijen) {
    const std::string naam = woorden(r.naam) + ' ';
    if (naam.size() <= lengte || tekst.rfind(naam, 0) != 0) continue;
    if (r.alleen && !staat_alleen(std::string_view(tekst).substr(naam.size()))) continue;
    uit = {r.deelnemer, true, r.naam, r.heel};
    lengte = naam.size();
  }
  return uit;
}

bool is_deelnemer(std::string_view tekst) { return partij(tekst).deelnemer.has_value(); }

bool valt_onder(std::string_view wie, std::string_view gevraagd) {
  if (woorden(wie) == woorden(gevraagd)) return true;
  const Partij a = partij(wie);
  const Partij b = partij(gevraagd);
  if (!a.bekend || !b.bekend) return false;
  return a.naam == b.naam || (b.heel && a.deelnemer == b.deelnemer);
}

bool zelfde_organisatie(std::string_view een, std::string_view ander) {
  if (woorden(een) == woorden(ander)) return true;
  const Partij a = partij(een);
  const Partij b = partij(ander);
  if (!a.bekend || !b.bekend) return false;
  if (a.deelnemer || b.deelnemer) return a.deelnemer == b.deelnemer;
  // The three decide on one derde, not on all of its kind.
  const bool alleen_soort = woorden(een) == woorden(a.naam) || woorden(ander) == woorden(b.naam);
  return a.naam == b.naam && alleen_soort;
}

bool zelfde_gemeente(std::string_view een, std::string_view ander) {
  static constexpr std::string_view kVoor = "gemeente ";
  const auto kern = [](std::string_view tekst) {
    std::string uit = woorden(tekst);
    return uit.rfind(kVoor, 0) == 0 ? uit.substr(kVoor.size()) : uit;
  };
  return kern(een) == kern(ander);
}

bool is_van_andere_gemeente(std::string_view organisatie, std::string_view gemeente) {
  const Partij p = partij(organisatie);
  const bool bestuur = p.heel && (p.deelnemer == O::burgemeester || p.deelnemer == O::college);
  std::string eigen = woorden(gemeente);
  constexpr std::string_view kGemeente = "gemeente ";
  if (eigen.rfind(kGemeente, 0) == 0) eigen.erase(0, kGemeente.size());
  if (!bestuur || eigen.empty() || (' ' + woorden(organisatie) + ' ').find(' ' + eigen + ' ') != std::string::npos)
    return false;
  // What stands between the office and the name; and names of parts of the own organisation.
  static constexpr std::array<std::string_view, 10> kTussen = {
      "van", "de", "het", "en", "wethouders", "burgemeester", "gemeente", "college", "b", "w"};
  static constexpr std::array<std::string_view, 15> kDelen = {
      "team",       "afdeling", "directie", "programma", "cluster",  "bureau",     "jeugd",     "openbare",
      "veiligheid", "zorg",     "sociaal",  "wmo",       "toezicht", "handhaving", "leerplicht"};
  std::size_t begin = 0;
  while (begin < organisatie.size()) {
    const std::size_t einde = std::min(organisatie.find(' ', begin), organisatie.size());
    const std::string_view woord = organisatie.substr(begin, einde - begin);
    const std::string kaal_woord = woorden(woord);
    const bool tussen = kaal_woord == "b w" || std::count(kTussen.begin(), kTussen.end(), kaal_woord) != 0;
    if (woord.find_first_of("(,;:/") != std::string_view::npos) return false;
    if (!woord.empty() && !tussen) {
      const bool deel = std::count(kDelen.begin(), kDelen.end(), kaal_woord) != 0;
      return woord.front() >= 'A' && woord.front() <= 'Z' && !deel && !partij(organisatie.substr(begin)).bekend;
    }
    begin = einde + 1;
  }
  return false;
}

std::string aanduiding(std::string_view rol, std::string_view organisatie) {
  const Partij p = partij(organisatie);
  return p.bekend ? fmt::format("{} ({})", rol, p.naam) : std::string(rol);
}

std::string de_organisatie(std::string_view organisatie) {
  const auto wie = lees<Organisatie>(organisatie);
  if (!wie) return std::string(organisatie);
  switch (*wie) {
    case Organisatie::om:
      return "het OM";
    case Organisatie::college:
      return "het college";
    case Organisatie::rvdk:
      return "de RvdK";
    case Organisatie::rac:
      return "de RAC";
    case Organisatie::fg:
      return "de FG";
    case Organisatie::toezicht:
      return "de commissie van toezicht";
    case Organisatie::beheer:
      return "de technische ondersteuning";
    default:
      return fmt::format("de {}", organisatie);
  }
}

}  // namespace pga::proces
