// SPDX-License-Identifier: EUPL-1.2
//
// Canonical YAML: the one small subset that pga itself writes, outside and inside the seal (pga-formaat(5)).
// One byte form per value: schrijf(lees(b)) == b, or `lees` refuses b.
//
//   document  = a block map, not empty; field order is part of the value
//   name      = [a-z_0-9.-]+, at most 128 bytes, once in its map, not `null`
//   text      = always double-quoted; escapes \" \\ \n \t, and \uHHHH (upper-case hex) for the other C0, DEL,
//               C1, U+2028, U+2029, U+FEFF and the bidi controls; all else raw UTF-8; no surrogates, no
//               noncharacters. Only what is age armor or a minisign signature stands as a literal block (|),
//               and always does (is_blok).
//   integer   = -?[0-9]+ without leading zeros, 64 bits, no "-0"     truth value = true | false
//   indent    = two spaces a level, items of a list two deeper than its name; a map or list that is an item
//               begins on the line of its dash ("- naam: 1", "- - 1"), always; LF; no BOM, no comments, no blank
//               lines, no trailing spaces; empty maps and lists do not exist; depth (maps and lists inside each
//               other, the document counted) at most 32.
#pragma once

#include <string>
#include <string_view>

#include "lib/basis/waarde.h"

namespace pga::yaml {

inline constexpr int kMaxDiepte = 32;

/// The bytes of a document. Throws std::invalid_argument for a value that has no canonical form (empty list or
/// map, a name outside the set, invalid UTF-8, too deep): a mistake of the caller, not of a user.
[[nodiscard]] std::string schrijf(const Waarde& document);

/// The document of those bytes. `naam` is the file's name for messages. Throws Fout(integriteit) with line and
/// column when the bytes are not canonical.
[[nodiscard]] Waarde lees(std::string_view bytes, std::string_view naam);

/// Whether a text is written as a literal block: non-empty lines of printable ASCII, each ended by LF and none
/// beginning with a space or ending in one, the first of them "-----BEGIN AGE ENCRYPTED FILE-----" or
/// "untrusted comment: pga".
[[nodiscard]] bool is_blok(std::string_view tekst);

}  // namespace pga::yaml
