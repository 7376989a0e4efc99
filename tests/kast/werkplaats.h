// SPDX-License-Identifier: EUPL-1.2
//
// A kast with one dossier, and the tools of somebody who makes stukken and does not keep to pga.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lib/basis/waarde.h"
#include "tests/kast/hulp.h"
#include "tests/kast/los_stuk.h"

namespace pga::test {

/// What a forger may choose.
struct Vals : LosStuk {
  std::string tekent = "reg1";
};

class Werkplaats {
 public:
  Werkplaats();

  /// A stuk that is all right: an empty one by `door` upon the heads.
  [[nodiscard]] Vals begin(const std::string& soort = "aanvulling", const std::string& door = "reg1") const;
  /// Its bytes.
  [[nodiscard]] std::string maak(const Vals& v) const;
  /// Its bytes, changed after sealing and before signing; the envelope up to `verzegeld` stays what the payloads
  /// say.
  [[nodiscard]] std::string maak(const Vals& v, const std::function<void(Waarde&)>& verander) const;
  /// Signs the document of a stuk that was read.
  [[nodiscard]] std::string onderteken(Waarde document, const std::string& als) const;

  /// Puts it in the dossier under the right name; the digest.
  std::string leg(const Vals& v) const;

  /// That it is found as a violation, by everyone who can see it, and left out; also what writing says.
  void gevonden(const std::string& digest, const std::string& tekst, bool blijft_weg = true) const;

  ProefKast kast;
  std::string nummer;
  kast::Pad map;
};

}  // namespace pga::test
