// SPDX-License-Identifier: EUPL-1.2
//
// Rekenaar: one rule over the facts of one subject; only bereken() uses it.
//
// Pure. A fact that opens a term gives at most one Termijn; a newer one takes the place of an older that was not
// met, and says what the day was before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/termijn/feit.h"
#include "lib/termijn/regels.h"
#include "lib/termijn/termijn.h"

namespace pga::termijn {

using Feiten = std::vector<const Feit*>;

/// "weegbesluit wo 4 maart 2026".
[[nodiscard]] std::string met_dag(const Feit& f);
[[nodiscard]] bool een_van(const std::vector<FeitSoort>& soorten, FeitSoort s);

/// A suspension that ended, and the day on which it did.
struct Stilstand {
  const Feit* door;
  Datum sinds;
  Datum tot;
};

/// The hold or undecided request in force, if any, and since when there was always one; and those that ended, by
/// day.
struct Bewaard {
  const Feit* door = nullptr;
  std::optional<Datum> sinds = std::nullopt;
  std::vector<Stilstand> voorbij = {};
};

/// The day asked for, and the moment of it when that is known.
struct Nu {
  Datum dag;
  std::optional<Moment> moment;
};

class Rekenaar {
 public:
  /// `feiten`: those of the subject and of the dossier as a whole, by day.
  Rekenaar(const Regel& regel, const Feiten& feiten, const Bewaard& bewaring, const Beleid& beleid, const Nu& nu)
      : regel_(regel),
        feiten_(feiten),
        bewaring_(bewaring),
        beleid_(beleid),
        peildatum_(nu.dag),
        moment_(nu.moment) {}

  void doe(std::vector<Termijn>& uit) const;

 private:
  /// How the term that a fact opened went on: met, lapsed, replaced by a newer one, suspended.
  struct Verloop {
    const Feit* vervuld = nullptr;
    const Feit* vervallen = nullptr;
    const Feit* opgeschort = nullptr;
    std::optional<Datum> opgeschort_sinds = std::nullopt;  // renewing a suspension does not begin it again
    std::vector<Stilstand> stilstand = {};
    bool vervangen = false;
  };

  /// Whether that fact ends the duty; of a fact that resumes it too, only of what rests, and after its last day by
  /// the law.
  [[nodiscard]] bool laat_vervallen(const Feit& f, const Termijn& t, const Verloop& v) const;
  [[nodiscard]] bool voor_de_afgesproken_dag(std::size_t i) const;
  void stond_al_stil(std::size_t vanaf, Verloop& v) const;
  [[nodiscard]] Verloop volg(const Termijn& t, std::size_t vanaf) const;
  [[nodiscard]] bool telt(const Feit& vervulling, const Termijn& t) const;
  [[nodiscard]] const Feit* eerste(FeitSoort s) const;
  [[nodiscard]] Termijn begin(const Feit& start, Datum dag) const;
  [[nodiscard]] Duur duur(Termijn& t) const;
  [[nodiscard]] const Feit* anker(const Feit& ontvangst) const;
  [[nodiscard]] Datum vanaf(Datum dag) const;
  [[nodiscard]] std::string startstap(const Feit& start) const;
  [[nodiscard]] std::optional<Termijn> open(const Feit& start) const;
  void niet_voor_de_wet(Termijn& t) const;
  [[nodiscard]] bool van_voor_de_wet(const Verloop& v) const;
  [[nodiscard]] std::optional<Termijn> gewoon(const Feit& start) const;
  [[nodiscard]] Termijn notificatie(const Feit& ontvangst) const;
  void vroegste_lezing(Termijn& t, const Feit& ontvangst) const;
  [[nodiscard]] Einde einde(Datum start, Duur lengte) const;
  void neem_over(Termijn& t, const Einde& einde) const;
  void in_uren(Termijn& t, const Feit& start, int uren) const;
  const Feit* herbegin(Termijn& t, Duur lengte) const;
  bool verleng(Termijn& t, const Feit* opnieuw) const;
  void verschuif(Termijn& t, Duur lengte) const;
  void vervroeg(Termijn& t) const;
  void eerst(Termijn& t) const;
  void stond_stil(Termijn& t, const Verloop& v) const;
  void naar_de_wet(Termijn& t, const Verloop& v) const;
  [[nodiscard]] bool schort_op(Termijn& t, const Verloop& v) const;
  void zet_status(Termijn& t, const Verloop& v) const;
  void zet_nagekomen(Termijn& t, const Feit& door, std::optional<Datum> stil_sinds) const;
  void zet_vervallen(Termijn& t, const Feit& door, Datum sinds) const;
  void zet_opgeschort(Termijn& t, const Feit& door, Datum sinds) const;
  [[nodiscard]] Status lopende_status(const Termijn& t) const;
  [[nodiscard]] Ernst ernst(const Termijn& t) const;
  [[nodiscard]] int verlengingen(std::size_t tot_en_met) const;

  const Regel& regel_;
  const Feiten& feiten_;
  const Bewaard& bewaring_;
  const Beleid& beleid_;
  Datum peildatum_;
  std::optional<Moment> moment_;
};

}  // namespace pga::termijn
