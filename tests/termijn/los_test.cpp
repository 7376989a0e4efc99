// SPDX-License-Identifier: EUPL-1.2
//
// lib/termijn against the independent calendar of los.h, for many days, lengths and regimes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/termijn/kalender.h"
#include "tests/termijn/los.h"

using namespace pga;
using namespace pga::termijn;
using test::los::Ymd;

namespace {

constexpr std::array kRegimes = {Regime::eu, Regime::atw, Regime::kalender};
constexpr std::array kEenheden = {Eenheid::dag, Eenheid::week, Eenheid::maand, Eenheid::jaar};
constexpr std::string_view kLetters = "dwmj";

Datum datum(Ymd d) { return Datum(d.jaar, static_cast<unsigned>(d.maand), static_cast<unsigned>(d.dag)); }

/// The same numbers on every machine.
class Toeval {
 public:
  int tot(int n) {
    stand_ = stand_ * 1664525U + 1013904223U;
    return static_cast<int>((stand_ >> 8U) % static_cast<std::uint32_t>(n));
  }

 private:
  std::uint32_t stand_ = 20260304;
};

void vergelijk(Ymd start, int aantal, std::size_t eenheid, Regime regime) {
  const Duur duur{aantal, kEenheden.at(eenheid)};
  const std::string naam_(naam(regime));
  CAPTURE(datum(start).tekst());
  CAPTURE(duur.kort());
  CAPTURE(naam_);
  const Einde einde = bereken_einde(datum(start), duur, regime);
  REQUIRE(einde.onverschoven == datum(test::los::later(start, aantal, kLetters.at(eenheid))));
  REQUIRE(einde.dag == datum(test::los::einde(start, aantal, kLetters.at(eenheid), naam_)));
  // What holds whatever the rules: the safe day is never moved, and the last step that leads somewhere leads there.
  REQUIRE(einde.onverschoven <= einde.dag);
  Datum waar = einde.onverschoven;
  for (const Stap& s : einde.stappen) {
    if (s.soort != Stap::Soort::opmerking) waar = s.dag;
  }
  REQUIRE(waar == einde.dag);
}

}  // namespace

TEST_CASE("an independent computation finds the same end, for lengths and days all over 1583-9999") {
  Toeval toeval;
  Ymd d{1583, 1, 1};
  while (d.jaar < 9999) {
    const std::size_t eenheid = static_cast<std::size_t>(toeval.tot(3));  // years: below
    vergelijk(d, toeval.tot(eenheid == 0 ? 100 : 15), eenheid,
              kRegimes.at(static_cast<std::size_t>(toeval.tot(3))));
    for (int stap = 1 + toeval.tot(150); stap > 0; --stap) d = test::los::morgen(d);
  }
}

TEST_CASE("... for every day of 2022-2031 and the lengths that the law uses") {
  static constexpr std::array kLengtes = {std::pair{1, 0U},  std::pair{2, 0U},  std::pair{3, 0U}, std::pair{5, 0U},
                                          std::pair{90, 0U}, std::pair{91, 0U}, std::pair{1, 1U}, std::pair{4, 1U},
                                          std::pair{6, 1U},  std::pair{1, 2U},  std::pair{2, 2U}, std::pair{3, 2U},
                                          std::pair{4, 2U}};  // 13, so that each meets each day of the week
  std::size_t volgende = 0;
  for (Ymd d{2022, 1, 1}; d.jaar < 2032; d = test::los::morgen(d)) {
    for (int i = 0; i < 5; ++i) {
      const auto& lengte = kLengtes.at(++volgende % kLengtes.size());
      for (const Regime regime : kRegimes) vergelijk(d, lengte.first, lengte.second, regime);
    }
  }
}

TEST_CASE("... for years") {
  Toeval toeval;
  for (int i = 0; i < 300; ++i) {
    const Ymd d{1583 + toeval.tot(8400), 1 + toeval.tot(12), 1 + toeval.tot(28)};
    for (const Regime regime : kRegimes) vergelijk(d, 1 + toeval.tot(20), 3, regime);
  }
  for (const Regime regime : kRegimes) vergelijk({2028, 2, 29}, 5, 3, regime);
}

TEST_CASE("... at both ends of the calendar") {
  for (const Regime regime : kRegimes) {
    for (std::size_t eenheid = 0; eenheid < kEenheden.size(); ++eenheid) {
      for (int aantal = 0; aantal < 6; ++aantal) {
        for (Ymd d{1583, 1, 1}; d.maand == 1; d = test::los::morgen(d)) vergelijk(d, aantal, eenheid, regime);
        for (Ymd d{9999, 11, 20}; d.dag != 31; d = test::los::morgen(d)) vergelijk(d, aantal, eenheid, regime);
        vergelijk({9999, 12, 31}, aantal, eenheid, regime);
      }
    }
  }
}

TEST_CASE("counting back undoes counting forward, for days and weeks, and never moves") {
  Toeval toeval;
  for (int i = 0; i < 1000; ++i) {
    const Ymd d{1583 + toeval.tot(8000), 1 + toeval.tot(12), 1 + toeval.tot(28)};
    const std::size_t eenheid = static_cast<std::size_t>(toeval.tot(2));
    const int aantal = 1 + toeval.tot(200);
    const Datum eind = datum(test::los::later(d, aantal, kLetters.at(eenheid)));
    for (const Regime regime : kRegimes) {
      const Einde einde = bereken_begin(eind, {aantal, kEenheden.at(eenheid)}, regime);
      REQUIRE(einde.dag == datum(d));
      REQUIRE(einde.onverschoven == einde.dag);
    }
  }
}

TEST_CASE("an independent clock finds the same end of a term in hours") {
  Toeval toeval;
  const auto minuten = [](const Moment& m) {
    return test::los::dagen_sinds_1583(
               {m.dag.jaar(), static_cast<int>(m.dag.maand()), static_cast<int>(m.dag.dag())}) *
               24 * 60 +
           m.uur * 60 + m.minuut;
  };
  for (int i = 0; i < 2000; ++i) {
    // Half of them around the changes of the clock.
    const bool wissel = i % 2 == 0;
    const int maand = wissel ? (toeval.tot(2) == 0 ? 3 : 10) : 1 + toeval.tot(12);
    const Datum dag(1584 + toeval.tot(8400), static_cast<unsigned>(maand),
                    static_cast<unsigned>(wissel ? 22 + toeval.tot(9) : 1 + toeval.tot(28)));
    const int uur = toeval.tot(24);
    const int minuut = toeval.tot(60);
    const std::string klok = fmt::format("{}T{:02}:{:02}", dag.tekst(), uur, minuut);
    const std::optional<Moment> start = lees_moment(klok);
    if (!start) {
      REQUIRE(maand == 3);
      REQUIRE(uur == 2);
      REQUIRE(dag.weekdag() == 7);
      REQUIRE(dag.dag() >= 25);
      continue;
    }
    CAPTURE(start->tekst());
    const int uren = 1 + toeval.tot(100);
    CAPTURE(uren);
    const test::los::Klok begin{minuten(*start), start->zomertijd};
    const EindeUren eu = bereken_uren(*start, uren, Regime::eu);
    const test::los::Klok veilig = test::los::klok_later(begin, std::int64_t{uren} * 60);
    REQUIRE(minuten(eu.veilig) == veilig.minuten);
    REQUIRE(eu.veilig.zomertijd == veilig.zomertijd);
    const test::los::Klok laatste = test::los::klok_later(begin, std::int64_t{uren} * 60 + 60 - minuut);
    REQUIRE(minuten(eu.uiterlijk) == laatste.minuten);
    REQUIRE(bereken_uren(*start, uren, Regime::kalender).uiterlijk == eu.veilig);
  }
}
