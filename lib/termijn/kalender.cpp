// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/kalender.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace pga::termijn {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int kLaatsteJaar = 9999;
constexpr int kEersteJaar = 1583;

Datum eerste_dag() { return Datum(kEersteJaar, 1, 1); }
Datum laatste_dag() { return Datum(kLaatsteJaar, 12, 31); }

/// The day so many days later, kept within what a Datum can hold.
Datum plus_dagen(Datum dag, std::int64_t n) {
  const sys_days einde = dag.dagen() + days{n};
  if (einde > laatste_dag().dagen()) return laatste_dag();
  if (einde < eerste_dag().dagen()) return eerste_dag();
  return Datum(einde);
}

/// The holidays of regime eu with a fixed day, by month and day.
struct Vast {
  unsigned maand;
  unsigned dag;
  std::string_view naam;
};
constexpr std::array kVast = {Vast{1, 1, "nieuwjaarsdag"}, Vast{12, 25, "1e kerstdag"},
                              Vast{12, 26, "2e kerstdag"}};

/// The holidays of regime eu that move with Easter Sunday, by the days after it.
struct NaPasen {
  int dagen;
  std::string_view naam;
};
constexpr std::array kNaPasen = {NaPasen{1, "2e paasdag"}, NaPasen{39, "hemelvaartsdag"},
                                 NaPasen{50, "2e pinksterdag"}};

bool is_koningsdag(Datum dag) {
  if (dag.maand() != 4) return false;
  const bool zondag = dag.weekdag() == 7;
  return (dag.dag() == 27 && !zondag) || (dag.dag() == 26 && dag.weekdag() == 6);
}

/// Why a day is no working day; empty when it is one.
std::string_view geen_werkdag(Datum dag, Regime regime) {
  const std::string_view feest = feestdag(dag, regime);
  if (!feest.empty()) return feest;
  if (dag.weekdag() == 6) return "zaterdag";
  if (dag.weekdag() == 7) return "zondag";
  return {};
}

sys_days laatste_zondag(int jaar, unsigned maand) {
  const sys_days einde{year_month_day_last{year{jaar}, std::chrono::month_day_last{month{maand}}}};
  return einde - days{std::chrono::weekday{einde}.c_encoding()};
}

}  // namespace

std::string_view naam(Regime r) { return r == Regime::eu ? "eu" : "kalender"; }

std::string Duur::tekst() const {
  static constexpr std::array kEnkel = {"dag", "week", "maand", "jaar"};
  static constexpr std::array kMeer = {"dagen", "weken", "maanden", "jaar"};
  const auto i = static_cast<std::size_t>(eenheid);
  return fmt::format("{} {}", aantal, aantal == 1 ? kEnkel.at(i) : kMeer.at(i));
}

std::optional<Duur> lees_duur(std::string_view tekst) {
  if (tekst.size() < 2 || tekst.size() > 4 || tekst.front() == '0') return std::nullopt;
  int aantal = 0;
  for (const char c : tekst.substr(0, tekst.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    aantal = aantal * 10 + (c - '0');
  }
  switch (tekst.back()) {
    case 'd':
      return Duur{aantal, Eenheid::dag};
    case 'w':
      return Duur{aantal, Eenheid::week};
    case 'm':
      return Duur{aantal, Eenheid::maand};
    case 'j':
      return Duur{aantal, Eenheid::jaar};
    default:
      return std::nullopt;
  }
}

Datum plus_maanden(Datum dag, int maanden) {
  const std::int64_t som = std::int64_t{dag.jaar()} * 12 + (dag.maand() - 1) + maanden;
  if (som >= std::int64_t{kLaatsteJaar + 1} * 12) return laatste_dag();
  if (som < std::int64_t{kEersteJaar} * 12) return eerste_dag();
  const year jaar{static_cast<int>(som / 12)};
  const month maand{static_cast<unsigned>(som % 12) + 1};
  const day laatste = year_month_day_last{jaar, std::chrono::month_day_last{maand}}.day();
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
  }
  return dag;
}

// The method that Oudin published in 1940: the age of the moon by the golden number, then the Sunday after it.
Datum pasen(int jaar) {
  const int eeuw = jaar / 100;
  const int gulden = jaar % 19;
  const int correctie = (eeuw - 17) / 25;
  int maan = (eeuw - eeuw / 4 - (eeuw - correctie) / 3 + 19 * gulden + 15) % 30;
  maan -= (maan / 28) * (1 - (maan / 28) * (29 / (maan + 1)) * ((21 - gulden) / 11));
  const int weekdag = (jaar + jaar / 4 + maan + 2 - eeuw + eeuw / 4) % 7;
  const int na_21_maart = maan - weekdag;  // -6 ... 28
  const int maand = 3 + (na_21_maart + 40) / 44;
  const int dag = na_21_maart + 28 - 31 * (maand / 4);
  return Datum(jaar, static_cast<unsigned>(maand), static_cast<unsigned>(dag));
}

std::string_view feestdag(Datum dag, Regime regime) {
  if (regime == Regime::kalender) return {};
  for (const Vast& v : kVast) {
    if (dag.maand() == v.maand && dag.dag() == v.dag) return v.naam;
  }
  if (is_koningsdag(dag)) return "koningsdag";
  const int na_pasen = pasen(dag.jaar()).dagen_tot(dag);
  for (const NaPasen& p : kNaPasen) {
    if (p.dagen == na_pasen) return p.naam;
  }
  return {};
}

Einde bereken_einde(Datum start, Duur duur, Regime regime) {
  const Datum raw = plus(start, duur);
  Einde einde{raw, raw, {fmt::format("+ {} = {}", duur.tekst(), raw.lang())}};
  if (regime == Regime::kalender) return einde;
  std::vector<std::string_view> overgeslagen;
  // 31 December 9999 is a Friday, so a next working day always exists.
  for (std::string_view reden = geen_werkdag(einde.dag, regime); !reden.empty();
       reden = geen_werkdag(einde.dag, regime)) {
    overgeslagen.push_back(reden);
    einde.dag = einde.dag.plus_dagen(1);
  }
  if (!overgeslagen.empty()) {
    einde.stappen.push_back(fmt::format("{} → {}", fmt::join(overgeslagen, ", "), einde.dag.lang()));
  }
  return einde;
}

Moment amsterdam(std::chrono::sys_seconds utc) {
  using namespace std::chrono;  // NOLINT: durations and casts only
  const int jaar = static_cast<int>(year_month_day{floor<days>(utc)}.year());
  const bool zomertijd = utc >= laatste_zondag(jaar, 3) + hours{1} && utc < laatste_zondag(jaar, 10) + hours{1};
  const sys_seconds lokaal = utc + hours{zomertijd ? 2 : 1};
  const sys_days dag = floor<days>(lokaal);
  const hh_mm_ss klok{lokaal - dag};
  return {Datum(dag), static_cast<int>(klok.hours().count()), static_cast<int>(klok.minutes().count()),
          static_cast<int>(klok.seconds().count()), zomertijd};
}

std::string Moment::tekst() const {
  return fmt::format("{}T{:02}:{:02}:{:02}+0{}:00", dag.tekst(), uur, minuut, seconde, zomertijd ? 2 : 1);
}

Datum vandaag_in_amsterdam(std::chrono::sys_seconds utc) { return amsterdam(utc).dag; }

}  // namespace pga::termijn
