// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/kalender.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <string_view>
#include <utility>

namespace pga::termijn {
namespace {

constexpr int kMaxDagen = 90;  // artikel 4, onder a, Atw
constexpr int kMaxWeken = 12;
constexpr int kMaxMaanden = 3;
constexpr int kTweeWerkdagenEu = 2;   // artikel 3, lid 5, Verordening 1182/71: from so many days
constexpr int kTweeWerkdagenAtw = 3;  // artikel 2 Atw
constexpr int kWeek = 7;
constexpr int kUrenPerDag = 24;

Stap opmerking(Datum dag, std::string tekst) { return {Stap::Soort::opmerking, std::move(tekst), dag}; }

/// Why a day is no working day; empty when it is one.
std::string_view geen_werkdag(Datum dag, Regime regime, const Kalender& kalender) {
  const std::string_view feest = feestdag(dag, regime, kalender);
  if (!feest.empty()) return feest;
  if (dag.weekdag() == 6) return "zaterdag";
  if (dag.weekdag() == 7) return "zondag";
  return {};
}

/// The rules of one regime over the holidays of the same or of a wider one.
class Schuiver {
 public:
  /// `feestdagen`: the regime whose holidays count.
  Schuiver(Datum start, Datum onverschoven, Regime regime, Regime feestdagen, const Kalender& kalender)
      : start_(start), regime_(regime), feestdagen_(feestdagen), kalender_(kalender) {
    einde_ = zoek(onverschoven);
    if (!einde_.redenen.empty()) {
      stappen_.push_back(
          {Stap::Soort::verschuiving, fmt::format("{}", fmt::join(einde_.redenen, ", ")), einde_.dag});
    }
    const int vanaf = regime == Regime::eu ? kTweeWerkdagenEu : kTweeWerkdagenAtw;
    twee_ = start.dagen_tot(onverschoven) >= vanaf;
    if (twee_ && !andere_werkdag() && einde_.dag < laatste_kalenderdag()) {
      einde_ = zoek(einde_.dag.plus_dagen(1));
      stappen_.push_back({Stap::Soort::verschuiving, std::string(reden_twee()), einde_.dag});
    }
  }

  [[nodiscard]] Datum einde() const { return einde_.dag; }
  [[nodiscard]] const std::vector<Stap>& stappen() const { return stappen_; }

  /// The days whose year the calendar does not know the decrees of and on which the end rests.
  [[nodiscard]] std::optional<Datum> onbekend() const {
    if (!kalender_.bekend(einde_.dag.jaar())) return einde_.dag;
    const std::optional<Datum> ander = twee_ ? andere_werkdag() : std::nullopt;
    return ander && !kalender_.bekend(ander->jaar()) ? ander : std::nullopt;
  }

 private:
  struct Gevonden {
    Datum dag;
    std::vector<std::string_view> redenen = {};
  };

  /// The first working day from that day on, and why those before it are none.
  [[nodiscard]] Gevonden zoek(Datum dag) const {
    Gevonden uit{dag};
    for (;;) {
      const std::string_view reden = geen_werkdag(uit.dag, feestdagen_, kalender_);
      if (reden.empty() || uit.dag == laatste_kalenderdag()) return uit;
      uit.redenen.push_back(reden);
      uit.dag = uit.dag.plus_dagen(1);
    }
  }

  /// The last working day of the term before its end.
  [[nodiscard]] std::optional<Datum> andere_werkdag() const {
    for (Datum dag = einde_.dag.plus_dagen(-1); start_ < dag; dag = dag.plus_dagen(-1)) {
      if (geen_werkdag(dag, feestdagen_, kalender_).empty()) return dag;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view reden_twee() const {
    return regime_ == Regime::eu
               ? "ten minste twee werkdagen (artikel 3, lid 5, Verordening 1182/71)"
               : "ten minste twee dagen die geen zaterdag, zondag of feestdag zijn (artikel 2 Atw)";
  }

  Datum start_;
  Regime regime_;
  Regime feestdagen_;
  const Kalender& kalender_;
  bool twee_ = false;
  Gevonden einde_{start_};
  std::vector<Stap> stappen_;
};

bool atw_geldt(Duur duur) {
  switch (duur.eenheid) {
    case Eenheid::dag:
      return duur.aantal <= kMaxDagen;
    case Eenheid::week:
      return duur.aantal <= kMaxWeken;
    case Eenheid::maand:
      return duur.aantal <= kMaxMaanden;
    case Eenheid::jaar:
    case Eenheid::uur:
      break;
  }
  return false;
}

Stap geen_atw(Datum dag, Duur duur) {
  return opmerking(dag,
                   fmt::format("de Atw geldt niet voor een termijn van {} (artikel 4, onder a, Atw): het einde "
                               "schuift niet op",
                               duur.tekst()));
}

/// The end is the safe one; says which days regime eu left out when they would have made it later.
void zeg_weggelaten(Einde& einde, Datum start, const Kalender& kalender) {
  const Schuiver ruim(start, einde.onverschoven, Regime::eu, Regime::atw, kalender);
  if (ruim.einde() == einde.dag) return;
  // A term of a week or more holds two working days anyhow: only the days at its end count.
  const bool kort = start.dagen_tot(einde.onverschoven) < kWeek;
  std::vector<std::string> dagen;
  for (Datum dag = kort ? start.plus_dagen(1) : einde.onverschoven; dag <= ruim.einde(); dag = dag.plus_dagen(1)) {
    if (!geen_werkdag(dag, Regime::eu, kalender).empty()) continue;
    const std::string_view feest = feestdag(dag, Regime::atw, kalender);
    if (!feest.empty()) dagen.push_back(fmt::format("{} ({})", feest, dag.lang()));
  }
  const bool een = dagen.size() == 1;
  einde.stappen.push_back(
      opmerking(einde.dag, fmt::format("{} {} hier niet mee: onzeker onder Verordening 1182/71, en de vroegere dag "
                                       "is veilig; anders was het einde {}",
                                       fmt::join(dagen, " en "), een ? "telt" : "tellen", ruim.einde().lang())));
}

/// A decree that was published after the term began moved its end.
void zeg_eerder(Einde& einde, Datum start, const Kalender& kalender) {
  const Schuiver toen(start, einde.onverschoven, Regime::atw, Regime::atw, kalender.zoals_bekend_op(start));
  if (toen.einde() == einde.dag) return;
  for (const KbDag& k : kalender.kb_dagen()) {
    if (k.bekend_op <= start || k.dag <= start || einde.dag < k.dag) continue;
    einde.eerder = Eerder{toen.einde(), fmt::format("gelijkstelling van {}", k.dag.lang())};
    einde.stappen.push_back(
        opmerking(k.dag, fmt::format("{} is pas op {} gelijkgesteld met een feestdag; daarvoor was het einde {}",
                                     k.dag.lang(), k.bekend_op.lang(), toen.einde().lang())));
  }
}

void verschuif(Einde& einde, Datum start, Regime regime, const Kalender& kalender) {
  const Schuiver schuiver(start, einde.onverschoven, regime, regime, kalender);
  einde.dag = schuiver.einde();
  einde.stappen.insert(einde.stappen.end(), schuiver.stappen().begin(), schuiver.stappen().end());
  if (regime == Regime::eu) {
    zeg_weggelaten(einde, start, kalender);
    return;
  }
  zeg_eerder(einde, start, kalender);
  if (const std::optional<Datum> dag = schuiver.onbekend()) {
    einde.waarschuwingen.push_back(
        fmt::format("{}: ga na of {} daarbij hoort", onbekende_dagen(dag->jaar()), dag->lang()));
  }
}

Einde begin(Datum dag, std::string som) {
  Einde einde{dag, dag};
  einde.stappen.push_back({Stap::Soort::uitkomst, std::move(som), dag});
  if (dag == laatste_kalenderdag() || dag == eerste_kalenderdag()) {
    einde.waarschuwingen.push_back(fmt::format("verder dan {} rekent pga niet", dag.lang()));
  }
  return einde;
}

/// Whether two days' worth of the hours from `begin` to `eind` fall on working days.
bool twee_werkdagen(const Moment& begin, const Moment& eind) {
  int uren = 0;
  for (auto t = begin.utc(); t < eind.utc() && uren < kTweeWerkdagenEu * kUrenPerDag; t += std::chrono::hours{1}) {
    if (geen_werkdag(amsterdam(t).dag, Regime::eu, Kalender::ingebouwd()).empty()) ++uren;
  }
  return uren == kTweeWerkdagenEu * kUrenPerDag;
}

/// What artikel 3 of the Regulation says about a term in hours that does not change it.
void zeg_uren_eu(EindeUren& einde, const Moment& begin, int uren) {
  const Datum dag = amsterdam(einde.uiterlijk.utc() - std::chrono::seconds{1}).dag;
  if (!geen_werkdag(dag, Regime::eu, Kalender::ingebouwd()).empty()) {
    einde.stappen.push_back(opmerking(
        dag,
        "een termijn in uren schuift niet op voor weekend of feestdag (artikel 3, lid 4, Verordening 1182/71)"));
  }
  if (uren >= kTweeWerkdagenEu * kUrenPerDag && !twee_werkdagen(begin, einde.uiterlijk)) {
    einde.stappen.push_back(opmerking(
        dag,
        "in deze termijn vallen minder dan twee werkdagen; het is onzeker of artikel 3, lid 5, Verordening 1182/71 "
        "dan tot verlenging leidt: reken daar niet op"));
  }
}

}  // namespace

std::string Stap::tekst() const {
  const std::string waar = tijd ? tijd->lang() : dag.lang();
  switch (soort) {
    case Soort::uitkomst:
      return fmt::format("{} = {}", reden, waar);
    case Soort::verschuiving:
      return fmt::format("{} → {}", reden, waar);
    case Soort::opmerking:
      break;
  }
  return reden;
}

std::vector<std::string> Einde::teksten() const {
  std::vector<std::string> uit;
  for (const Stap& s : stappen) uit.push_back(s.tekst());
  for (const std::string& w : waarschuwingen) uit.push_back("let op: " + w);
  return uit;
}

Einde bereken_einde(Datum start, Duur duur, Regime regime, const Kalender& kalender) {
  Einde einde = begin(plus(start, duur), fmt::format("+ {}", duur.tekst()));
  if (regime == Regime::atw && !atw_geldt(duur)) {
    einde.stappen.push_back(geen_atw(einde.dag, duur));
  } else if (regime != Regime::kalender && duur.eenheid != Eenheid::uur) {
    verschuif(einde, start, regime, kalender);
  }
  return einde;
}

Einde bereken_begin(Datum voor, Duur duur, Regime regime, const Kalender& kalender) {
  Einde einde = begin(plus(voor, {-duur.aantal, duur.eenheid}), fmt::format("- {}", duur.tekst()));
  if (regime != Regime::kalender && !geen_werkdag(einde.dag, regime, kalender).empty()) {
    einde.stappen.push_back(opmerking(
        einde.dag,
        fmt::format("een termijn die terugtelt, schuift niet op ({})",
                    regime == Regime::atw ? "artikel 1, lid 2, Atw" : "artikel 3, lid 4, Verordening 1182/71")));
  }
  return einde;
}

EindeUren bereken_uren(const Moment& start, int uren, Regime regime) {
  const std::string som = fmt::format("+ {}", Duur{uren, Eenheid::uur}.tekst());
  const Moment veilig = plus_uren(start, uren);
  EindeUren einde{veilig, veilig};
  const auto zeg = [&](Stap::Soort soort, std::string reden, const Moment& m) {
    einde.stappen.push_back({soort, std::move(reden), m.dag, m});
  };
  Moment begin = start;
  if (regime == Regime::eu) {
    begin = plus_uren({start.dag, start.uur, 0, 0, start.zomertijd}, 1);
    einde.uiterlijk = plus_uren(begin, uren);
    zeg(Stap::Soort::verschuiving,
        "het uur van de gebeurtenis telt niet mee (artikel 3, lid 1, Verordening 1182/71)", begin);
  }
  zeg(Stap::Soort::uitkomst, som, einde.uiterlijk);
  if (einde.uiterlijk.zomertijd != start.zomertijd) {
    einde.stappen.push_back(opmerking(einde.uiterlijk.dag, fmt::format("de klok gaat in deze termijn een uur {}",
                                                                       start.zomertijd ? "terug" : "vooruit")));
  }
  if (regime == Regime::eu) {
    zeg(Stap::Soort::uitkomst, fmt::format("vroegste lezing, vanaf het tijdstip zelf: {}", som), veilig);
    zeg_uren_eu(einde, begin, uren);
  }
  if (regime == Regime::atw) einde.stappen.push_back(geen_atw(veilig.dag, {uren, Eenheid::uur}));
  if (einde.uiterlijk.dag == laatste_kalenderdag()) {
    einde.waarschuwingen.push_back(fmt::format("verder dan {} rekent pga niet", einde.uiterlijk.dag.lang()));
  }
  return einde;
}

}  // namespace pga::termijn
