// SPDX-License-Identifier: EUPL-1.2
//
// The rules for terms, as a table. What the law says about a date stands here and nowhere else.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lib/termijn/feit.h"
#include "lib/termijn/kalender.h"
#include "lib/termijn/termijn.h"

namespace pga::termijn {

/// What a rule is about: each of these has a term of its own.
enum class Per { dossier, betrokkene, onderwerp };

/// How long a term is: fixed by the law (`vast`), or so many units by policy (`beleid`). The day that a fact sets
/// itself (Feit::tot) goes first.
struct Lengte {
  Duur vast = {};
  int Beleid::*beleid = nullptr;
};

/// A term that a notice with reasons makes longer, when it is given before the term ends (`samen` counts from the
/// start).
struct Verlenging {
  FeitSoort door = FeitSoort::verzoek_verlengd;
  Duur samen = {};
};

/// What has to be done before the term is met: for every `open` there must be one of `gedaan` of the same ref.
struct Eerst {
  FeitSoort open = FeitSoort::terug_te_koppelen;
  std::vector<FeitSoort> gedaan = {};
  std::string_view zin = {};
};

/// What a fact of before the law does in a case that goes on under it.
enum class Overgang {
  geen,      // nothing: there was no such duty
  vanaf,     // the term runs from the day the law came into force
  doorloopt  // the term runs from the fact, and ends on that day at the earliest
};

struct Regel {
  std::string_view id;
  std::string_view zin = {};         // what has to be done
  std::string_view zin_beleid = {};  // the same, where policy is shorter than the law that `zin` speaks of
  Per per = Per::dossier;
  std::vector<FeitSoort> start = {};  // any of these opens a term; a newer one takes the place of an older
  Lengte lengte = {};                 // ignored for a fact that sets its own day
  // Only a fact of this kind sets its own day; of others the day is about something else. Absent: any.
  std::optional<FeitSoort> bepaalt_dag = std::nullopt;
  Regime regime = Regime::kalender;
  // While a term runs a newer start does not take its place: the first one counts.
  bool eerste_telt = false;
  std::vector<FeitSoort> vervuld = {};  // any of these meets it
  // Any of these ends the duty; one that is in `hervat` too only after the last day, until then it resumes the
  // term.
  std::vector<FeitSoort> vervalt = {};
  // Any of these ends it for good: what opens a term after it opens one that has lapsed. Of a duty of the law that
  // is a reading.
  std::vector<FeitSoort> voorgoed = {};
  Zekerheid voorgoed_zekerheid = Zekerheid::lezing;
  std::vector<FeitSoort> opgeschort = {};  // suspended from any of these on (until it is met, lapses or resumes)
  std::vector<FeitSoort> hervat = {};      // any of these ends the suspension
  // A day that came while it was suspended becomes the day on which that ended. Not of a term of the law.
  bool schuift = false;
  std::vector<FeitSoort> wijkt_voor = {};  // no term at all when there is one of these
  std::string_view grondslag = {};
  Zekerheid zekerheid = Zekerheid::wet;
  // Only for the duty to notify, whose start the law leaves open: it has an anchor of its own (the weegbesluit or
  // the receipt, by policy) and an earliest reading.
  bool notificatie = false;
  bool onverwijld = false;         // at once: no day
  bool wacht_op_bewaring = false;  // suspended while a hold or an undecided request is there
  std::optional<Verlenging> verlenging = std::nullopt;
  // Counts again from this fact (`uiterlijk` only).
  std::optional<FeitSoort> herbegin = std::nullopt;
  // Any of these brings the day forward to its own (the casusoverleg at which a deferral is reviewed).
  std::vector<FeitSoort> vervroegd = {};
  // What meets it counts from so many days before the end; absent: always.
  std::optional<int> vervuld_vanaf = std::nullopt;
  std::optional<Eerst> eerst = std::nullopt;
  // The law is in force for facts from this day, and up to and including that day.
  std::optional<Datum> van = std::nullopt;
  std::optional<Datum> tot = std::nullopt;
  Overgang overgang = Overgang::geen;

  /// Whether the law that it rests on is in force on that day.
  [[nodiscard]] bool geldt(Datum dag) const;
  /// Whether a fact of that kind can move a term of this rule.
  [[nodiscard]] bool kent(FeitSoort s) const;
  /// Whether the law fixes its length.
  [[nodiscard]] bool vast() const;
};

/// The day on which the Wet PGA and the Besluit PGA came into force (artikel 19 Besluit PGA).
[[nodiscard]] Datum inwerkingtreding();

/// All rules, in the order in which equally urgent terms are listed.
[[nodiscard]] const std::vector<Regel>& regels();

}  // namespace pga::termijn
