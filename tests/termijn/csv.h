// SPDX-License-Identifier: EUPL-1.2
//
// The tables of tests/termijnen: comma-separated, no quoting, first line the names of the columns. They hold law in
// a form that a lawyer can read and correct.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace pga::test {

using Rij = std::map<std::string, std::string>;

/// The rows of tests/termijnen/<naam>. Throws std::runtime_error when a row has not as many cells as there are
/// columns, or the file is not there.
[[nodiscard]] std::vector<Rij> lees_tabel(const std::string& naam);

/// The parts between separators, without spaces around them; empty parts count.
[[nodiscard]] std::vector<std::string> splits(const std::string& tekst, const std::string& scheiding);

}  // namespace pga::test
