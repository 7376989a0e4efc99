// SPDX-License-Identifier: EUPL-1.2
//
// The bijlagen of one dossier, as a table or as JSON. What the reader's keys do not open stands there as
// "[verzegeld]"; a key stands nowhere.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct BijlageRij {
  std::size_t plaats = 0;  // of its stuk, as pga toon counts
  std::string stuk;        // digest
  std::string bestand;     // digest of the sealed file
  Datum datum;
  std::string bij;             // digest of the stuk it belongs to, or empty
  std::string bij_tekst;       // the same in words
  std::string vervangen_door;  // digest, or empty
  bool open = false;           // what follows is known
  std::string compartiment{};
  std::string naam{};
  std::string omschrijving{};
  std::string inhoud{};  // digest of the file itself
  std::size_t grootte = 0;
};

/// "812 bytes", "48 kB", "3,2 MB".
[[nodiscard]] std::string grootte_tekst(std::size_t bytes);

[[nodiscard]] std::string bijlagen_tekst(const std::vector<BijlageRij>& rijen, const Stijl& stijl);
/// [{"stuk", "bestand", "datum", "bij", "vervangen_door", "open", "compartiment", "naam", "omschrijving", "inhoud",
/// "grootte"}], with a line end; what is not known is null.
[[nodiscard]] std::string bijlagen_json(const std::vector<BijlageRij>& rijen);

}  // namespace pga::weergave
