// SPDX-License-Identifier: EUPL-1.2
//
// Regie: who is regisseur of a case, from who wrote in it and whom they named.
//
// Somebody with the role regisseur who writes of the case takes it up, as long as nobody was named in the past of
// that stuk; two who did so beside each other are both regisseur. Giving it other keys takes nothing up. From then
// on a regisseur of the case, or a procesregisseur, names others: by handing over, or beside the first, for good or
// until a day. Who has a last day names nobody beyond it and cuts no naming short that goes on longer, and only a
// procesregisseur names himself. Ended stays ended until somebody who knew of it names them again. A
// procesregisseur who writes takes nothing up.
//
// Promises: the same answer in whatever order the stukken came, with what replaces what left aside: a correction
// makes nobody regisseur and takes it from nobody. Who was not entitled names nobody. Of a stuk that follows on one
// that is not here nothing is concluded. Pure.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/dossier.h"

namespace pga::proces {

class Regie {
 public:
  /// `volgorde` as sorteer() gives it.
  explicit Regie(const std::vector<Invoer>& volgorde);

  /// Those who were not ended, by gebruiker; also whose last day has passed.
  [[nodiscard]] std::vector<CasusRegisseur> nu() const;
  /// Whether somebody was ever named.
  [[nodiscard]] bool ooit() const { return !benoemingen_.empty(); }
  /// Whether the author of that stuk worked in it as regisseur of the case, or as procesregisseur. True also when
  /// that cannot be known: something in its past is not here.
  [[nodiscard]] bool regisseert(const std::string& stuk) const { return buiten_.count(stuk) == 0; }
  /// Whether that stuk made somebody regisseur.
  [[nodiscard]] bool benoemt(const std::string& stuk) const;
  /// Whether that stuk was to make somebody regisseur, and did not: its author was not entitled, or it would have
  /// cut short what stands. False when that cannot be known.
  [[nodiscard]] bool is_loos(const std::string& stuk) const { return loos_.count(stuk) != 0; }

 private:
  struct Benoeming {
    std::string gebruiker;
    Datum sinds;
    std::optional<Datum> tot;
    std::string stuk;
  };
  struct Einde {
    std::string gebruiker;
    std::optional<Datum> tot;
    std::string stuk;
  };
  /// What stands about a gebruiker, as far as the stukken go that `telt`.
  template <class Telt>
  [[nodiscard]] std::optional<CasusRegisseur> stand(const std::string& gebruiker, const Telt& telt) const;

  /// What a stuk toegang says of regisseurs; `grens` is the last day of its author, if any, `verleden` what named
  /// or ended somebody before it.
  void toegang(const Invoer& s, bool bevoegd, std::optional<Datum> grens, const std::set<std::string>& verleden);

  /// Whether one stuk that named or ended somebody lies in the past of another.
  [[nodiscard]] bool is_voor(const std::string& ouder, const std::string& kind) const;

  std::vector<Benoeming> benoemingen_;
  std::vector<Einde> eindes_;
  std::map<std::string, std::set<std::string>> voor_;  // of each such stuk, the others in its past
  std::set<std::string> loos_;
  std::set<std::string> buiten_;  // stukken whose author is regisseur by role and not of this case
};

}  // namespace pga::proces
