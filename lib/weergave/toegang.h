// SPDX-License-Identifier: EUPL-1.2
//
// Who can read a dossier, or one stuk of it: for pga toegang. Values in, text or JSON out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// One gebruiker who can read something.
struct ToegangRij {
  std::string gebruiker;
  std::string organisatie;
  std::vector<std::string> opent;  // compartments
  std::string op_grond_van;        // "rol regisseur", or the decision: "weging, wo 4 februari 2026"
  std::string besluit;             // digest of the stuk; empty for a role
  std::optional<Datum> sinds;
  std::optional<Datum> tot;
  bool regisseur = false;    // of this case
  bool sleutel_hier = true;  // there is a key file of theirs on this machine
};

/// Somebody who can no longer read it.
struct ToegangEinde {
  std::string gebruiker;
  Datum op;
  std::string stuk;
};

struct ToegangBlad {
  std::string dossier;
  std::string stuk;  // digest; empty: the whole dossier
  bool afgeschermd = false;
  std::vector<ToegangRij> rijen;
  std::vector<ToegangEinde> geeindigd;
  std::vector<std::string> let_op;  // what a reader should know, a sentence each
};

[[nodiscard]] std::string toegang_tekst(const ToegangBlad& blad, const Stijl& stijl);
[[nodiscard]] std::string toegang_json(const ToegangBlad& blad);

}  // namespace pga::weergave
