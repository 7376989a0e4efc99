// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/moment.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/termijn/duur.h"

namespace pga::termijn {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr hours kWinter{1};
constexpr hours kZomer{2};

sys_days laatste_zondag(int jaar, unsigned maand) {
  const sys_days einde{year_month_day_last{year{jaar}, std::chrono::month_day_last{month{maand}}}};
  return einde - days{std::chrono::weekday{einde}.c_encoding()};
}

bool is_zomertijd(sys_seconds utc) {
  const int jaar = static_cast<int>(year_month_day{floor<days>(utc)}.year());
  return utc >= laatste_zondag(jaar, 3) + hours{1} && utc < laatste_zondag(jaar, 10) + hours{1};
}

sys_seconds laatste_moment() { return laatste_kalenderdag().dagen() + days{1} - kWinter - seconds{1}; }

/// Two digits below `grens`; -1 for anything else.
int twee_cijfers(std::string_view tekst, int grens) {
  const auto cijfer = [](char c) { return c >= '0' && c <= '9'; };
  if (!cijfer(tekst[0]) || !cijfer(tekst[1])) return -1;
  const int n = (tekst[0] - '0') * 10 + (tekst[1] - '0');
  return n < grens ? n : -1;
}

/// Whether the clock shows this twice.
bool dubbel(const Moment& m) {
  const sys_seconds utc = m.utc();
  return m.zomertijd ? !is_zomertijd(utc + hours{1}) : is_zomertijd(utc - hours{1});
}

/// Which of the two hours, where it matters.
std::string_view welke(const Moment& m) { return !dubbel(m) ? "" : m.zomertijd ? " (zomertijd)" : " (wintertijd)"; }

}  // namespace

Moment amsterdam(sys_seconds utc) {
  const bool zomertijd = is_zomertijd(utc);
  const sys_seconds lokaal = utc + (zomertijd ? kZomer : kWinter);
  const sys_days dag = floor<days>(lokaal);
  const std::chrono::hh_mm_ss klok{lokaal - dag};
  return {Datum(dag), static_cast<int>(klok.hours().count()), static_cast<int>(klok.minutes().count()),
          static_cast<int>(klok.seconds().count()), zomertijd};
}

Moment op_de_klok(Datum dag, int minuut) {
  const sys_seconds wijzer = dag.dagen() + minutes{minuut};
  const sys_seconds zomer = wijzer - kZomer;
  return amsterdam(is_zomertijd(zomer) ? zomer : wijzer - kWinter);
}

std::optional<Moment> lees_moment(std::string_view tekst) {
  constexpr std::size_t kLengte = std::string_view("JJJJ-MM-DDTUU:MM").size();
  if (tekst.size() != kLengte || tekst[10] != 'T' || tekst[13] != ':') return std::nullopt;
  const std::optional<Datum> dag = Datum::lees(tekst.substr(0, 10));
  const int uur = twee_cijfers(tekst.substr(11), 24);
  const int minuut = twee_cijfers(tekst.substr(14), 60);
  if (!dag || uur < 0 || minuut < 0) return std::nullopt;
  const Moment m = op_de_klok(*dag, 60 * uur + minuut);
  return m.uur == uur ? std::optional(m) : std::nullopt;
}

Moment plus_uren(const Moment& moment, int uren) {
  return amsterdam(std::min(moment.utc() + hours{uren}, laatste_moment()));
}

sys_seconds Moment::utc() const {
  return dag.dagen() + hours{uur} + minutes{minuut} + seconds{seconde} - (zomertijd ? kZomer : kWinter);
}

std::string Moment::tekst() const {
  return fmt::format("{}T{:02}:{:02}:{:02}+0{}:00", dag.tekst(), uur, minuut, seconde, zomertijd ? 2 : 1);
}

std::string Moment::klok() const { return fmt::format("{:02}:{:02}{}", uur, minuut, welke(*this)); }

std::string Moment::lang() const {
  return fmt::format("{} om {:02}:{:02} uur{}", dag.lang(), uur, minuut, welke(*this));
}

Datum vandaag_in_amsterdam(sys_seconds utc) { return amsterdam(utc).dag; }

}  // namespace pga::termijn
