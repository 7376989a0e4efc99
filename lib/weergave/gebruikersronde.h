// SPDX-License-Identifier: EUPL-1.2
//
// What a change of a gebruiker did, or would do, to the keys of each dossier: as text, as a sentence, as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct RondeRij {
  std::string dossier;
  std::vector<std::string> vernieuwd;       // compartments that get a new key
  std::vector<std::string> sleutels_voor;   // gebruikers who get a key file
  std::size_t vernietigd = 0;               // key files that go
  std::vector<std::string> niet_opnieuw{};  // gebruikers whose files stay: the user does not hold those keys
  std::vector<std::string> niet_gegeven{};  // gebruikers who get none, for the same reason
};

struct RondeBlad {
  std::string gebruiker;
  int versie = 0;          // of beheer, afterwards
  bool gewijzigd = false;  // whether that is a new one
  bool droog = false;
  std::vector<RondeRij> dossiers;
  std::vector<int> logjaren;              // of which key files of the log change
  std::vector<int> logjaren_vernieuwd;    // of which the log gets a new key
  std::vector<int> logjaren_ongewijzigd;  // of which the user has no key to give
  std::vector<std::string> overgeslagen;  // dossiers that do not open
  std::size_t vernietigd = 0;             // key files that go, in all
};

/// For --droog: a paragraph for each dossier.
[[nodiscard]] std::string ronde_tekst(const RondeBlad& blad, const Stijl& stijl);
/// "; nieuwe sleutels in 2 dossiers en het dossier gemeente": empty when no key changes.
[[nodiscard]] std::string ronde_zin(const RondeBlad& blad);
[[nodiscard]] std::string ronde_json(const RondeBlad& blad);

}  // namespace pga::weergave
