// SPDX-License-Identifier: EUPL-1.2
//
// Kalender: the end of a term under a regime, and why.
//
// `onverschoven` is what the arithmetic gives and holds under every reading; the rules of a regime move `dag` only,
// and never to an earlier day. Regime eu: a term does not end on a Saturday, Sunday or holiday and one of two days
// or more holds two working days (artikel 3, lid 4 and 5, Verordening 1182/71). Regime atw: the same, from three
// days (artikel 1 and 2 Atw), and not at all for a term in hours or years or of more than 90 days, twelve weeks or
// three months (artikel 4 Atw). A term in hours and one that counts back are never moved. Pure and total for every
// Datum; what would fall outside 1583-9999 stays on the first or the last day, with a warning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/duur.h"
#include "lib/termijn/feestdagen.h"
#include "lib/termijn/moment.h"

namespace pga::termijn {

/// One reason in the computation of a term.
struct Stap {
  enum class Soort {
    uitkomst,      // "+ 1 maand = za 4 april 2026"
    verschuiving,  // "zaterdag, zondag, 2e paasdag → di 7 april 2026"
    opmerking,     // what does not change the day: "goede vrijdag telt hier niet mee ..."
  };
  Soort soort = Soort::uitkomst;
  std::string reden;                // "+ 1 maand"
  Datum dag;                        // where it leads, or what the remark is about
  std::optional<Moment> tijd = {};  // of a term in hours
  [[nodiscard]] std::string tekst() const;
  friend bool operator==(const Stap&, const Stap&) = default;
};

/// The end before a decree that was published later.
struct Eerder {
  Datum dag;
  std::string door;  // "gelijkstelling van vr 7 mei 2027"
};

struct Einde {
  Datum onverschoven;  // by the arithmetic alone
  Datum dag;           // after the rules of the regime
  std::vector<Stap> stappen = {};
  std::vector<std::string> waarschuwingen = {};  // what pga cannot know
  std::optional<Eerder> eerder = {};             // when the term began, its end was another day
  /// The steps as a person reads them, each warning after "let op: ".
  [[nodiscard]] std::vector<std::string> teksten() const;
};

/// A term that begins on a day. One in hours without a time of day is counted from the beginning of that day.
[[nodiscard]] Einde bereken_einde(Datum start, Duur duur, Regime regime,
                                  const Kalender& kalender = Kalender::ingebouwd());

/// The last day to do what must be done so long before a day.
[[nodiscard]] Einde bereken_begin(Datum voor, Duur duur, Regime regime,
                                  const Kalender& kalender = Kalender::ingebouwd());

struct EindeUren {
  Moment veilig;     // the hours from the event itself
  Moment uiterlijk;  // regime eu: the hour of the event does not count (artikel 3, lid 1, Verordening 1182/71)
  std::vector<Stap> stappen = {};
  std::vector<std::string> waarschuwingen = {};
};

/// A term in real hours, whatever the clock does in between.
[[nodiscard]] EindeUren bereken_uren(const Moment& start, int uren, Regime regime);

}  // namespace pga::termijn
