// SPDX-License-Identifier: EUPL-1.2
//
// Feestdagen: which days are holidays, under which rules, and where that is written.
//
// The holidays are those of artikel 3 Algemene termijnenwet (Atw) as it reads today, in every year. Regime eu knows
// only the days on which all agree; Goede Vrijdag, 5 mei and the days equated by decree are left out: whether they
// count under Regulation 1182/71 is uncertain, and the earlier date is the safe one. Decrees are data: which days,
// where published and when. For a year without any, nobody knows yet (or the decree is older than what pga has),
// and Kalender::bekend() says so. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"

namespace pga::termijn {

/// Which rules move the end of a term.
enum class Regime {
  eu,        // Regulation 1182/71: the AVG
  atw,       // Algemene termijnenwet: Woo, Awb
  kalender,  // never moved: years, policy
};
[[nodiscard]] std::string_view naam(Regime r);
[[nodiscard]] std::optional<Regime> lees_regime(std::string_view naam);
/// "Verordening 1182/71", "Algemene termijnenwet", "geen verschuiving".
[[nodiscard]] std::string_view omschrijving(Regime r);

/// A day that a royal decree (artikel 3, lid 3, Atw) puts on a par with a holiday.
struct KbDag {
  Datum dag;
  std::string bron;  // the decree
  Datum bekend_op;   // the day of its publication
};

/// The days by decree: those that the program knows, and those that policy adds.
class Kalender {
 public:
  Kalender() : Kalender(std::vector<KbDag>{}) {}
  /// A day that the program knows already keeps its own source.
  explicit Kalender(std::vector<KbDag> extra);
  /// Without any addition; lives as long as the program.
  [[nodiscard]] static const Kalender& ingebouwd();

  /// By day.
  [[nodiscard]] const std::vector<KbDag>& kb_dagen() const { return kb_dagen_; }
  [[nodiscard]] const KbDag* kb_dag(Datum dag) const;
  /// Whether the days by decree of that year are known.
  [[nodiscard]] bool bekend(int jaar) const;
  /// Without the decrees that were published after that day.
  [[nodiscard]] Kalender zoals_bekend_op(Datum dag) const;

 private:
  std::vector<KbDag> kb_dagen_;
};

/// Easter Sunday of a year (Gregorian).
[[nodiscard]] Datum pasen(int jaar);

/// The name of the holiday under the regime: "2e paasdag"; empty when it is none.
[[nodiscard]] std::string_view feestdag(Datum dag, Regime regime, const Kalender& kalender = Kalender::ingebouwd());

/// A holiday with what it rests on.
struct Feestdag {
  Datum dag;
  std::string naam;
  std::string bron;                     // "artikel 3, lid 1, Atw"
  bool eu = false;                      // counts under regime eu too; under atw they all do
  std::optional<Datum> bekend_op = {};  // of a decree
};
/// Those of a year (1583-9999) that count under the regime, by day; two on one day are both there.
[[nodiscard]] std::vector<Feestdag> feestdagen(int jaar, Regime regime,
                                               const Kalender& kalender = Kalender::ingebouwd());

/// What to say of a year whose days by decree are not known.
[[nodiscard]] std::string onbekende_dagen(int jaar);

}  // namespace pga::termijn
