// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/dagtaal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

constexpr int kEerlang = 14;     // days for what has to be done soon
constexpr int kNetGeweest = 60;  // days
constexpr int kAnders = 30;      // days when the minutes say nothing that can be read

constexpr std::array<std::string_view, 12> kMaanden = {"januari",   "februari", "maart",    "april",
                                                       "mei",       "juni",     "juli",     "augustus",
                                                       "september", "oktober",  "november", "december"};

/// The breaks of a year, with the last day before and the first day after on which people are back.
struct Reces {
  std::string_view woord;
  std::string_view naam;
  unsigned maand_voor;
  unsigned dag_voor;
  unsigned maand_na;
  unsigned dag_na;
};
constexpr std::array kReces = {
    Reces{"zomer", "het zomerreces", 6, 30, 9, 1}, Reces{"kerst", "het kerstreces", 12, 15, 1, 15},
    Reces{"herfst", "het herfstreces", 10, 10, 11, 1}, Reces{"voorjaars", "het voorjaarsreces", 2, 10, 3, 10},
    Reces{"mei", "het meireces", 4, 20, 5, 15}};

/// Words and numbers, lower case; each other sign is one by itself.
std::vector<std::string> in_woorden(std::string_view tekst) {
  std::vector<std::string> uit;
  char soort = ' ';
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    char c = tekst[i];
    if (tekst.substr(i, 2) == "ó" || tekst.substr(i, 2) == "é") {  // "vóór", "één"
      c = tekst.substr(i, 2) == "ó" ? 'o' : 'e';
      ++i;
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const char nu = c >= '0' && c <= '9' ? '0' : (c >= 'a' && c <= 'z') ? 'a' : c == ' ' || c == '\t' ? ' ' : '.';
    if (nu == ' ') {
      soort = ' ';
      continue;
    }
    if (nu != soort || nu == '.') uit.emplace_back();
    uit.back() += c;
    soort = nu;
  }
  return uit;
}

std::optional<int> getal(const std::string& woord) {
  if (woord.empty() || woord.size() > 4 || woord.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoi(woord);
}

std::optional<unsigned> maand(const std::string& woord) {
  constexpr std::size_t kKortste = 3;
  if (woord == "mrt") return 3;
  if (woord.size() < kKortste) return std::nullopt;
  for (std::size_t i = 0; i < kMaanden.size(); ++i) {
    const bool heel = woord == kMaanden[i];
    const bool kort = woord.size() == kKortste && kMaanden[i].substr(0, kKortste) == woord;
    if (heel || kort || (woord == "sept" && i == 8)) return static_cast<unsigned>(i + 1);
  }
  return std::nullopt;
}

std::optional<Datum> dag(int jaar, int m, int d) {
  const auto cijfers = fmt::format("{:04}-{:02}-{:02}", jaar, m, d);
  return Datum::lees(cijfers);
}

int volledig_jaar(int jaar, const std::string& woord) { return woord.size() <= 2 ? 2000 + jaar : jaar; }

/// A day in a row of words, and how many words it takes. Without a year it is the first one from a day on.
struct Gevonden {
  Datum dag;
  std::size_t woorden;
};
std::optional<Gevonden> dag_op(const std::vector<std::string>& w, std::size_t i, std::optional<Datum> vanaf) {
  const auto op = [&](std::size_t k) { return i + k < w.size() ? w[i + k] : std::string(); };
  const std::optional<int> een = getal(op(0));
  if (!een) return std::nullopt;
  const auto met = [](std::optional<Datum> d, std::size_t n) {
    return d ? std::optional<Gevonden>({*d, n}) : std::nullopt;
  };
  const auto zonder_jaar = [&](int m, std::size_t n) -> std::optional<Gevonden> {
    if (!vanaf) return std::nullopt;
    std::optional<Datum> d = dag(vanaf->jaar(), m, *een);
    // Shortly before the agreement it is a day that was, and not one a year from now.
    if (d && *d < *vanaf && d->dagen_tot(*vanaf) > kNetGeweest) d = dag(vanaf->jaar() + 1, m, *een);
    return met(d, n);
  };
  if (const auto m = maand(op(1))) {
    const auto jaar = getal(op(2));
    if (jaar && op(2).size() == 4) return met(dag(*jaar, static_cast<int>(*m), *een), 3);
    return zonder_jaar(static_cast<int>(*m), 2);
  }
  const std::string teken = op(1);
  const std::optional<int> twee = getal(op(2));
  if ((teken != "/" && teken != "-" && teken != ".") || !twee) return std::nullopt;
  const std::optional<int> drie = op(3) == teken ? getal(op(4)) : std::nullopt;
  if (op(0).size() == 4) return drie ? met(dag(*een, *twee, *drie), 5) : std::nullopt;
  if (drie && (op(4).size() == 2 || op(4).size() == 4))
    return met(dag(volledig_jaar(*drie, op(4)), *twee, *een), 5);
  return zonder_jaar(*twee, 3);
}

Datum einde_van_maand(int jaar, unsigned m) { return termijn::plus_maanden(Datum(jaar, m, 1), 1).plus_dagen(-1); }

/// The year in which that month is not over on a day.
int jaar_van(unsigned m, Datum vanaf) {
  return einde_van_maand(vanaf.jaar(), m) < vanaf ? vanaf.jaar() + 1 : vanaf.jaar();
}

enum class Voorzetsel { geen, voor, na, begin, half };

Voorzetsel voorzetsel(const std::vector<std::string>& w, std::size_t i) {
  for (std::size_t k = i; k-- > 0 && i - k <= 3;) {
    if (w[k] == "voor" || w[k] == "uiterlijk") return w[k] == "voor" ? Voorzetsel::voor : Voorzetsel::geen;
    if (w[k] == "na") return Voorzetsel::na;
    if (w[k] == "begin") return Voorzetsel::begin;
    if (w[k] == "half" || w[k] == "medio") return Voorzetsel::half;
  }
  return Voorzetsel::geen;
}

Controledag bij_maand(unsigned m, Voorzetsel v, Datum vanaf) {
  constexpr unsigned kBegin = 10;
  constexpr unsigned kHalf = 15;
  const std::string_view naam = kMaanden.at(m - 1);
  if (v == Voorzetsel::voor) {
    Datum einde = Datum(vanaf.jaar(), m, 1).plus_dagen(-1);
    if (einde < vanaf) einde = Datum(vanaf.jaar() + 1, m, 1).plus_dagen(-1);
    return {einde, fmt::format("de laatste dag voor {}", naam)};
  }
  const int jaar = jaar_van(m, vanaf);
  if (v == Voorzetsel::na)
    return {einde_van_maand(jaar, m).plus_dagen(1), fmt::format("de eerste dag na {}", naam)};
  if (v == Voorzetsel::begin) return {Datum(jaar, m, kBegin), fmt::format("begin {}", naam)};
  if (v == Voorzetsel::half) return {Datum(jaar, m, kHalf), fmt::format("half {}", naam)};
  return {einde_van_maand(jaar, m), fmt::format("de laatste dag van {}", naam)};
}

/// A month that was: "in mei gestart", "sinds maart bezig".
bool net_geweest(const std::vector<std::string>& w, std::size_t i, unsigned m, Datum vanaf) {
  constexpr unsigned kMaandenTerug = 3;
  if (i == 0 || m >= vanaf.maand()) return false;
  return w[i - 1] == "sinds" || w[i - 1] == "vanaf" || (w[i - 1] == "in" && vanaf.maand() - m <= kMaandenTerug);
}

Controledag bij_reces(const Reces& r, Voorzetsel v, Datum vanaf) {
  const bool voor = v == Voorzetsel::voor;
  const unsigned m = voor ? r.maand_voor : r.maand_na;
  const unsigned d = voor ? r.dag_voor : r.dag_na;
  Datum uit(vanaf.jaar(), m, d);
  if (uit < vanaf) uit = Datum(vanaf.jaar() + 1, m, d);
  return {uit, fmt::format("{} {}", voor ? "voor" : "na", r.naam)};
}

/// The Friday of an ISO week.
std::optional<Controledag> bij_week(int week, Datum vanaf) {
  constexpr int kWeken = 53;
  if (week < 1 || week > kWeken) return std::nullopt;
  for (int jaar = vanaf.jaar(); jaar <= vanaf.jaar() + 1; ++jaar) {
    const Datum vierde(jaar, 1, 4);  // always in week 1
    const int naar_vrijdag = 5 - static_cast<int>(vierde.weekdag());
    const Datum vrijdag = vierde.plus_dagen(naar_vrijdag + 7 * (week - 1));
    if (vrijdag >= vanaf) return Controledag{vrijdag, fmt::format("de vrijdag van week {}", week)};
  }
  return std::nullopt;
}

bool bevat(const std::vector<std::string>& w, std::initializer_list<std::string_view> rij) {
  return std::search(w.begin(), w.end(), rij.begin(), rij.end()) != w.end();
}

/// A day, a month, a break or a week that the words name.
std::optional<Controledag> genoemd(const std::vector<std::string>& w, Datum vanaf) {
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Voorzetsel v = voorzetsel(w, i);
    if (const auto d = dag_op(w, i, vanaf)) {
      const Datum uit = v == Voorzetsel::voor ? d->dag.plus_dagen(-1) : d->dag;
      if (uit < vanaf) {  // what was, says nothing of what comes
        i += d->woorden - 1;
        continue;
      }
      return Controledag{uit, v == Voorzetsel::voor ? "de dag ervoor" : "de genoemde dag"};
    }
    const auto* r = std::find_if(kReces.begin(), kReces.end(), [&](const Reces& x) {
      const std::string rest = w[i].rfind(x.woord, 0) == 0 ? w[i].substr(x.woord.size()) : "-";
      return rest == "reces" || rest == "vakantie" || (rest.empty() && x.woord != "mei" && x.woord != "voorjaars");
    });
    if (r != kReces.end()) return bij_reces(*r, v, vanaf);
    if (const auto m = maand(w[i])) {
      if (net_geweest(w, i, *m, vanaf)) continue;
      return bij_maand(*m, v, vanaf);
    }
    if (w[i] == "week" && i + 1 < w.size()) {
      if (const auto n = getal(w[i + 1])) return bij_week(*n, vanaf);
    }
  }
  return std::nullopt;
}

/// Days as people say them: "morgen", "deze week", "uiterlijk vrijdag", "over 2 weken".
std::optional<Controledag> gezegd(const std::vector<std::string>& w, Datum vanaf) {
  static constexpr std::array<std::string_view, 7> kDagen = {"maandag", "dinsdag",  "woensdag", "donderdag",
                                                             "vrijdag", "zaterdag", "zondag"};
  constexpr int kVrijdag = 5;
  const int nu = static_cast<int>(vanaf.weekdag());
  const Datum vrijdag = vanaf.plus_dagen(nu <= kVrijdag ? kVrijdag - nu : kVrijdag + 7 - nu);
  if (bevat(w, {"overmorgen"})) return Controledag{vanaf.plus_dagen(2), "overmorgen"};
  if (bevat(w, {"morgen"})) return Controledag{vanaf.plus_dagen(1), "morgen"};
  if (bevat(w, {"deze", "week"})) return Controledag{vrijdag, "de vrijdag van deze week"};
  if (bevat(w, {"volgende", "week"})) return Controledag{vrijdag.plus_dagen(7), "de vrijdag van volgende week"};
  for (std::size_t i = 0; i < w.size(); ++i) {
    if ((w[i] == "over" || w[i] == "binnen") && i + 2 < w.size()) {
      const std::optional<int> n = w[i + 1] == "een" ? std::optional(1) : getal(w[i + 1]);
      const std::string& maat = w[i + 2];
      if (!n || *n > 99) continue;
      if (maat == "dag" || maat == "dagen") return Controledag{vanaf.plus_dagen(*n), "na zoveel dagen"};
      if (maat == "week" || maat == "weken") return Controledag{vanaf.plus_dagen(7 * *n), "na zoveel weken"};
      if (maat == "maand" || maat == "maanden")
        return Controledag{termijn::plus_maanden(vanaf, *n), "na zoveel maanden"};
    }
    const auto d = std::find(kDagen.begin(), kDagen.end(), w[i]);
    if (d == kDagen.end()) continue;
    const int over = (static_cast<int>(d - kDagen.begin()) + 1 - nu + 7) % 7;
    return Controledag{vanaf.plus_dagen(over == 0 ? 7 : over), fmt::format("de eerste {} erna", *d)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Datum> lees_dag(std::string_view tekst) {
  const std::vector<std::string> w = in_woorden(tekst);
  const std::optional<Gevonden> d = dag_op(w, 0, std::nullopt);
  return d && d->woorden == w.size() ? std::optional<Datum>(d->dag) : std::nullopt;
}

Controledag controledag(std::string_view stand, Datum afgesproken, std::optional<Datum> volgend_overleg) {
  constexpr int kLaatste = 9990;  // the calendar ends soon after
  if (afgesproken.jaar() > kLaatste) return {afgesproken, "de dag van de afspraak"};
  const std::vector<std::string> w = in_woorden(stand);
  const bool overleg_later = volgend_overleg && *volgend_overleg > afgesproken;
  if (const auto uit = genoemd(w, afgesproken); uit && uit->dag >= afgesproken) return *uit;
  if (const auto uit = gezegd(w, afgesproken)) return *uit;
  const bool volgende =
      bevat(w, {"volgend", "overleg"}) || bevat(w, {"volgende", "keer"}) || bevat(w, {"volgende", "vergadering"});
  if (volgende && overleg_later) return {*volgend_overleg, "het volgende overleg"};
  if (bevat(w, {"zsm"}) || bevat(w, {"z", ".", "s", ".", "m"}) || bevat(w, {"spoedig"}) || bevat(w, {"direct"})) {
    return {afgesproken.plus_dagen(kEerlang), "twee weken na de afspraak"};
  }
  if (overleg_later) return {*volgend_overleg, "het volgende overleg"};
  return {afgesproken.plus_dagen(kAnders), "dertig dagen na de afspraak"};
}

}  // namespace pga::proces
