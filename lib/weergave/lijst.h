// SPDX-License-Identifier: EUPL-1.2
//
// The list of dossiers, as a table and as JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/woorden.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct LijstRegel {
  std::string nummer;
  std::optional<proces::Fase> fase;  // nothing: it cannot be known, for what was read does not verify
  std::optional<Datum> geopend;
  std::optional<termijn::Termijn> volgende;  // the term that asks for attention first
  bool leesbaar = true;                      // false: nothing but the number is known
  std::string naam;                          // of the betrokkene; empty when sealed
  std::size_t stukken = 0;
  bool afgedaan = false;                              // a melding that was ended without a weging
  std::vector<std::string> regisseurs = {};           // of the case, on that day
  std::string kast = {};                              // the directory, when there are more kasten
  std::optional<Datum> vernietigd_op = std::nullopt;  // all that is known but the number
};

/// In the order given. One that cannot be read says "[verzegeld]".
[[nodiscard]] std::string lijst_tekst(const std::vector<LijstRegel>& regels, const Stijl& stijl);

/// [{"dossier", "fase", "geopend", "volgende": {"regel", "veilig", "uiterlijk"}, "regisseurs"}], each beginning
/// with "kast" when there are more kasten, with a line end; never a name. Of a dossier that was destroyed `fase` is
/// "vernietigd". What is not known is null: all but the number when the dossier cannot be read.
[[nodiscard]] std::string lijst_json(const std::vector<LijstRegel>& regels);

}  // namespace pga::weergave
