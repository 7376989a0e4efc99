// SPDX-License-Identifier: EUPL-1.2
//
// Beoordelingen: who may open what each partner found alone, which has keys of its own (toegang.h).
//
// Until a joint judgment was made over it: its author, the regisseurs and the reserve. A judgment is made over the
// beoordelingen that a profiel knew of, those in its past: of a later one the partners start anew. After it, and in
// a case that is closed and shielded, whoever may open the compartment: rights, claims and control need it (artikel
// 6, lid 3, Wet PGA). The author opens all of their own as long as the case runs and opens something to them.
//
// Where the policy by which it was written says beoordeling_apart: nee, whoever may open the compartment opens it
// at once.
//
// Promises: the one answer, for giving keys and for saying who has them. Pure. Knows no key and no day.
#pragma once

#include <set>
#include <string>

#include "lib/kast/laad.h"
#include "lib/kast/toegang.h"

namespace pga::kast {

class Beoordelingen {
 public:
  /// As the dossier is. It must outlive this only while it is made.
  explicit Beoordelingen(const GeladenDossier& dossier);

  /// As the case was on a day, or will be: the judgments and the shielding are those of `stand`.
  Beoordelingen(const GeladenDossier& dossier, const proces::Dossier& stand);

  /// The same after a joint judgment over all there is now.
  [[nodiscard]] static Beoordelingen na_oordeel(const GeladenDossier& dossier);

  /// From here on as in a shielded case.
  void scherm_af() { afgeschermd_ = true; }

  /// Whether that gebruiker may open the compartment of a stuk of the dossier, of whatever soort.
  [[nodiscard]] bool opent(const Gerechtigde& wie, const GeladenStuk& stuk, Compartiment c) const;

  /// The same of a beoordeling that `door` is about to add, under a policy that keeps it apart or not.
  [[nodiscard]] bool opent_nieuwe(const Gerechtigde& wie, const GebruikerId& door, bool apart,
                                  Compartiment c) const;

 private:
  [[nodiscard]] bool opent_van(const Gerechtigde& wie, const GebruikerId& door, bool voor_allen,
                               Compartiment c) const;

  std::set<std::string> beoordeeld_;  // digests of stukken that a joint judgment was made over
  bool afgeschermd_;
};

}  // namespace pga::kast
