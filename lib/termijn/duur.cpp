// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/duur.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <utility>

namespace pga::termijn {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::month_day_last;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int kEersteJaar = 1583;
constexpr int kLaatsteJaar = 9999;
constexpr std::string_view kLetters = "dwmju";  // in the order of Eenheid
constexpr int kUrenPerDag = 24;

/// The day so many days later, kept within what a Datum can hold.
Datum plus_dagen(Datum dag, std::int64_t n) {
  const sys_days einde = dag.dagen() + days{n};
  return Datum(std::clamp(einde, eerste_kalenderdag().dagen(), laatste_kalenderdag().dagen()));
}

}  // namespace

std::string Duur::tekst() const {
  static constexpr std::array kEnkel = {"dag", "week", "maand", "jaar", "uur"};
  static constexpr std::array kMeer = {"dagen", "weken", "maanden", "jaar", "uur"};
  const auto i = static_cast<std::size_t>(eenheid);
  return fmt::format("{} {}", aantal, aantal == 1 ? kEnkel.at(i) : kMeer.at(i));
}

std::string Duur::kort() const {
  return fmt::format("{}{}", aantal, kLetters.at(static_cast<std::size_t>(eenheid)));
}

std::optional<Duur> lees_duur(std::string_view tekst) {
  if (tekst.size() < 2 || tekst.size() > 4 || tekst.front() == '0') return std::nullopt;
  int aantal = 0;
  for (const char c : tekst.substr(0, tekst.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    aantal = aantal * 10 + (c - '0');
  }
  const std::size_t eenheid = kLetters.find(tekst.back());
  if (eenheid == std::string_view::npos) return std::nullopt;
  return Duur{aantal, static_cast<Eenheid>(eenheid)};
}

Datum eerste_kalenderdag() { return Datum(kEersteJaar, 1, 1); }
Datum laatste_kalenderdag() { return Datum(kLaatsteJaar, 12, 31); }

int volle_jaren(Datum van, Datum tot) {
  const bool verjaard = std::pair(tot.maand(), tot.dag()) >= std::pair(van.maand(), van.dag());
  return tot.jaar() - van.jaar() - (verjaard ? 0 : 1);
}

Datum plus_maanden(Datum dag, int maanden) {
  const std::int64_t som = std::int64_t{dag.jaar()} * 12 + (dag.maand() - 1) + maanden;
  if (som >= std::int64_t{kLaatsteJaar + 1} * 12) return laatste_kalenderdag();
  if (som < std::int64_t{kEersteJaar} * 12) return eerste_kalenderdag();
  const year jaar{static_cast<int>(som / 12)};
  const month maand{static_cast<unsigned>(som % 12) + 1};
  const day laatste = year_month_day_last{jaar, month_day_last{maand}}.day();
  return Datum(sys_days{year_month_day{jaar, maand, std::min(day{dag.dag()}, laatste)}});
}

Datum plus(Datum dag, Duur duur) {
  switch (duur.eenheid) {
    case Eenheid::dag:
      return plus_dagen(dag, duur.aantal);
    case Eenheid::week:
      return plus_dagen(dag, std::int64_t{duur.aantal} * 7);
    case Eenheid::maand:
      return plus_maanden(dag, duur.aantal);
    case Eenheid::jaar:
      return plus_maanden(dag, std::clamp(duur.aantal, -kLaatsteJaar, kLaatsteJaar) * 12);
    case Eenheid::uur:
      return plus_dagen(dag, (duur.aantal > 0 ? duur.aantal - 1 : duur.aantal) / kUrenPerDag);
  }
  return dag;
}

}  // namespace pga::termijn
