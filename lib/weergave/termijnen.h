// SPDX-License-Identifier: EUPL-1.2
//
// Termijnen as text, JSON, CSV and a calendar, and as the answer of a monitoring plugin.
//
// Shows numbers, ids, dates and rules only: nothing here names a person. kies() chooses and sorts; the others print
// what they are given, in that order. The urgency is the one that termijn::bereken() gave; a dossier stands where
// its most urgent term puts it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct DossierTermijnen {
  std::string nummer;
  std::vector<termijn::Termijn> termijnen;
  std::string kast = {};          // as the user named it; empty when there is one only
  std::string vingerafdruk = {};  // of the kast: tells apart what has no number of its own
  int stand = 0;                  // grows with everything that can move a term: stukken, versions of beheer
  std::vector<std::string> afgelast = {};             // agenda_kenmerken() of a dossier that was destroyed
  std::optional<Datum> vernietigd_op = std::nullopt;  // on that day
};

struct TermijnKeuze {
  bool alles = false;                           // met and lapsed ones too; else those that run or are suspended
  bool uitleg = false;                          // text: with the steps that led to each date
  std::vector<std::string> regels = {};         // ids; empty: every rule
  std::vector<termijn::Status> statussen = {};  // any of these, whatever `alles` says; empty: see there
  std::optional<Datum> tot = std::nullopt;      // veilig or uiterlijk is not later; and what has no day

  [[nodiscard]] bool gefilterd() const { return !regels.empty() || !statussen.empty() || tot; }
};

/// What is chosen, the most urgent first within a dossier and among dossiers; none without a term.
[[nodiscard]] std::vector<DossierTermijnen> kies(const std::vector<DossierTermijnen>& dossiers,
                                                 const TermijnKeuze& keuze);
/// Due: overschreden, onverwijld, vroegste lezing voorbij, or nadert. What `termijnen --controle` counts (exit 15).
[[nodiscard]] bool vraagt_aandacht(const termijn::Termijn& termijn);
/// Only what is due, sorted likewise.
[[nodiscard]] std::vector<DossierTermijnen> aandacht(const std::vector<DossierTermijnen>& dossiers);

/// Per dossier, each term with its day, status, legal basis and certainty. Says so when there is nothing to show.
[[nodiscard]] std::string termijnen_tekst(const std::vector<DossierTermijnen>& dossiers, Datum peildatum,
                                          const TermijnKeuze& keuze, const Stijl& stijl);

/// A list of objects, with a line end; pga-termijnen(1) has the fields. No field is left out: what is empty is null
/// (`stappen`: an empty list).
[[nodiscard]] std::string termijnen_json(const std::vector<DossierTermijnen>& dossiers);

/// RFC 4180: comma, CRLF, a first line with the names of the columns (pga-termijnen(1)). A value that a spreadsheet
/// would take for a formula, or that begins with an apostrophe, has an apostrophe in front.
[[nodiscard]] std::string termijnen_csv(const std::vector<DossierTermijnen>& dossiers);

/// Any collision-resistant digest, as hex digits.
using Kort = std::function<std::string(std::string_view)>;

/// RFC 5545: an event on the day of each term and one on its earliest reading when that is another day. The same
/// term has the same UID whatever is added to the dossier; SEQUENCE is `stand` and the days since 2020 together: it
/// grows with what is recorded and with time, either of which can cancel or move a term.
/// CANCELLED: met, or no longer needed; TENTATIVE: suspended. DTSTAMP is the start of `peildatum`.
[[nodiscard]] std::string termijnen_ics(const std::vector<DossierTermijnen>& dossiers, Datum peildatum,
                                        const Kort& kort);

/// What a calendar knows the events of a dossier by, of the terms that run or ended in the last quarter: so that
/// they can be cancelled when the dossier is gone (DossierTermijnen::afgelast). Not of older ones, which would tell
/// the course of a case that must be forgotten. Sorted.
[[nodiscard]] std::vector<std::string> agenda_kenmerken(const DossierTermijnen& dossier, Datum peildatum,
                                                        const Kort& kort);

/// Other limits than policy's for the monitoring answer, in days ahead.
struct Drempels {
  std::optional<int> waarschuw;  // WARNING: veilig is at most so many days away
  std::optional<int> kritiek;    // CRITICAL: uiterlijk is at most so many days away; past always is
};

/// The answer of a Nagios plugin: exit code (0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN) and text with a line end.
struct Nagios {
  int code = 3;
  std::string tekst;
};

/// One summary line with performance data, then a line for each term that is due and each dossier that could not
/// be read (`onleesbaar`: its numbers). CRITICAL (ernst kritiek) goes before UNKNOWN (something unreadable) before
/// WARNING (ernst waarschuwing) before OK. `overgeslagen` are dossiers of others.
[[nodiscard]] Nagios nagios(const std::vector<DossierTermijnen>& dossiers, Datum peildatum,
                            const Drempels& drempels, const std::vector<std::string>& onleesbaar,
                            std::size_t overgeslagen);

}  // namespace pga::weergave
