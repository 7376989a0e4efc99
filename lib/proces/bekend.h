// SPDX-License-Identifier: EUPL-1.2
//
// What may not be said of a case where it goes by its number only: the names and data that its dossier has in
// identiteit and melder.
//
// A text is compared with what is known, so a nickname or a description that gives somebody away is not found; who
// writes stays the one who looks. Nothing here repeats a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/waarde.h"

namespace pga::proces {

/// A dossier that a document names by its number, or could name somebody of.
struct BekendDossier {
  std::string nummer;
  bool bestaat = false;                 // in this kast
  bool leesbaar = false;                // identiteit of every stuk could be opened
  bool genoemd = true;                  // false: the document does not name it, and the reader's keys open it
  std::vector<std::string> namen{};     // of persons
  std::vector<std::string> gegevens{};  // BSN, address, telephone, e-mail, day of birth
  std::vector<std::string> adressen{};  // street and house number
  std::vector<std::string> derden{};    // organisations that the three let take part
};

/// Gathers what one part of a stuk (identiteit or melder) knows of persons.
void verzamel_gegevens(const Waarde& deel, BekendDossier& bij);

enum class Noemt { niets, misschien, zeker };

/// zeker: a whole name, or one of the data. misschien: a word of a name, with a capital.
[[nodiscard]] Noemt noemt_persoon(std::string_view tekst, const BekendDossier& dossier);

/// The numbers of dossiers in a document, at every depth, each once, in lower case.
[[nodiscard]] std::vector<std::string> genoemde_nummers(const Waarde& document);

}  // namespace pga::proces
