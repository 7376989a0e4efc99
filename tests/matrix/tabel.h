// SPDX-License-Identifier: EUPL-1.2
//
// The table of who opens what: blocks (a moment), rows (a gebruiker with a role), columns (a compartment). What is
// no table is kept as it stands.
#pragma once

#include <string>
#include <vector>

namespace pga::test {

struct Rij {
  std::string gebruiker;
  std::string rol;
  std::string toelichting;  // between brackets; may be empty
  std::vector<std::string> cellen;
};

struct Blok {
  std::string voor;  // the text before its header line, the line that begins with "== " included
  std::string naam;
  std::vector<std::string> kolommen;
  std::vector<Rij> rijen;
};

struct Tabel {
  std::vector<Blok> blokken;
  std::string na;
};

/// Throws std::runtime_error with the line that is not as it should be.
[[nodiscard]] Tabel lees_tabel(const std::string& tekst);
[[nodiscard]] std::string als_tekst(const Tabel& tabel);

/// The row of a gebruiker in a block; throws std::runtime_error when there is none.
[[nodiscard]] const Rij& rij_van(const Tabel& tabel, const std::string& blok, const std::string& gebruiker);

}  // namespace pga::test
