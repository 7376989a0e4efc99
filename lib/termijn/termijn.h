// SPDX-License-Identifier: EUPL-1.2
//
// Termijn: a deadline, with its rule, legal basis, certainty and reasons.
//
// bereken() is pure: the same facts, policy and day give the same list, in the same order. Facts dated after the
// day asked for have not happened yet and do not count. It never throws for what the facts contain. The rules
// are data (regels()); the law they rest on is named in each.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/feit.h"
#include "lib/termijn/kalender.h"
#include "lib/termijn/moment.h"

namespace pga::termijn {

/// What a date rests on.
enum class Zekerheid { wet, handreiking, beleid, lezing };
[[nodiscard]] std::string_view naam(Zekerheid z);

enum class Status {
  overschreden,             // after uiterlijk
  onverwijld,               // the law says at once and names no day: uiterlijk is empty
  vroegste_lezing_voorbij,  // after veilig, not after uiterlijk
  nadert,                   // within policy's days of veilig
  open,
  opgeschort,  // a deferral, a hold or a pause is in force: see opgeschort_door
  nagekomen,   // done, see nagekomen_op
  vervallen,   // no longer needed
};
constexpr int kStatussen = static_cast<int>(Status::vervallen) + 1;
/// As in JSON: "vroegste_lezing_voorbij".
[[nodiscard]] std::string_view naam(Status s);
/// As a person reads it: "vroegste lezing voorbij".
[[nodiscard]] std::string_view tekst(Status s);

/// How loud a term is. waarschuwing: nadert, vroegste lezing voorbij, onverwijld, and opgeschort after veilig where
/// that it is suspended is a reading. kritiek: overschreden, and
/// onverwijld for longer than policy's days.
enum class Ernst { geen, waarschuwing, kritiek };

/// What the law leaves to policy. Nothing here can lengthen a term that the law sets.
enum class Anker { weegbesluit, verkrijging };
struct Beleid {
  Anker notificatie_anker = Anker::weegbesluit;
  int nadert_dagen = 14;
  int uitstel_herziening_maanden = 3;
  int herweging_maanden = 6;
  int aanhouden_max_weken = 6;
  int terugkoppeling_dagen = 14;
  int vernietiging_dagen = 14;
  int melden_na_uitstel_dagen = 14;
  bool uitstel_bij_overleg = true;  // every casusoverleg reviews a deferral
  int onverwijld_dagen = 7;         // after so many days "onverwijld" is kritiek
  int uitstroom_dagen = 30;
  int overleg_maanden = 3;
  int pas_op_de_plaats_maanden = 3;
  int bewaring_herziening_maanden = 6;
  int jaarverslag_maanden = 6;
  int opleiding_maanden = 0;  // 0: no term
  int vernietiging_bedenktijd_dagen = 0;
  int vernietiging_voltooien_dagen = 14;  // once it may be completed
  int sleutels_reservekopie_dagen = 30;   // how old a backup of the keys can be
  /// Shorter terms than the law's, by id of the rule; a longer one than the law's does not count (mag_beleid()).
  std::map<std::string, Duur, std::less<>> strenger = {};
  Kalender kalender = {};  // with the days by decree that policy adds
};

/// What a term was before a later fact moved it, and why.
struct Verschuiving {
  Datum veilig;
  std::optional<Datum> uiterlijk;
  std::string reden;
  friend bool operator==(const Verschuiving&, const Verschuiving&) = default;
};

struct Termijn {
  std::string regel;               // id of the rule: "notificatie"
  std::string zin;                 // what has to be done, in Dutch
  std::string betrokkene;          // id, or empty
  std::string onderwerp;           // id of the intervention, condition or organisation, or empty
  Datum start;                     // the day the term runs from
  Datum veilig;                    // holds under every defensible reading; never moved
  std::optional<Datum> uiterlijk;  // after the rules of the regime; none while its start is still to come
  std::string grondslag;
  Zekerheid zekerheid = Zekerheid::wet;
  Regime regime = Regime::kalender;
  std::vector<std::string> stappen;  // the reasons, in order
  Status status = Status::open;
  std::optional<Datum> nagekomen_op;
  int verlengingen = 0;  // how often a deferral was renewed
  std::string stuk;      // digest of the stuk that started it
  Ernst ernst = Ernst::geen;
  std::string opgeschort_door = {};                   // what suspends it, in words
  std::optional<Moment> tijd = std::nullopt;          // on the day uiterlijk: a term in hours
  std::optional<Moment> veilige_tijd = std::nullopt;  // likewise, on the day veilig
  std::optional<Moment> nagekomen_tijd = std::nullopt;
  std::optional<Verschuiving> was = std::nullopt;
  std::optional<Datum> gestopt_op =
      std::nullopt;  // since when it is (or, when met, was) suspended; or the day it lapsed
  std::optional<Datum> vervallen_op = std::nullopt;
  // uiterlijk by the law alone, also where policy has a shorter term: a notice or a question until then counts.
  // Only of a rule whose length the law fixes in days or longer.
  std::optional<Datum> wettelijk = std::nullopt;

  /// Nothing has been done yet and something has to be: overschreden, onverwijld, vroegste lezing voorbij, nadert
  /// or open.
  [[nodiscard]] bool loopt() const;
  /// Done after uiterlijk, or not done by then and suspended or lapsed only later. While it is suspended it cannot
  /// become late.
  [[nodiscard]] bool te_laat() const;
  /// On what it rests, and how sure that is unless the law says it: "artikel 12, lid 3, AVG; zekerheid: beleid,
  /// volgens de wet uiterlijk ma 1 maart 2027".
  [[nodiscard]] std::string rust_op() const;
  friend bool operator==(const Termijn&, const Termijn&) = default;
};

/// Every term of a dossier, those that are met or lapsed too, most urgent first. `nu`: a moment of that day, for a
/// term in hours; without it such a term is overdue from the next day on.
[[nodiscard]] std::vector<Termijn> bereken(const std::vector<Feit>& feiten, const Beleid& beleid, Datum peildatum,
                                           std::optional<Moment> nu = std::nullopt);

/// Whether `a` asks for attention before `b`: by ernst, then status, then day.
[[nodiscard]] bool dringender(const Termijn& a, const Termijn& b);

/// The term of a list that asks for attention first (loopt()); nullptr when nothing is due.
[[nodiscard]] const Termijn* volgende(const std::vector<Termijn>& termijnen);

}  // namespace pga::termijn
