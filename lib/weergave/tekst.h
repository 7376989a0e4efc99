// SPDX-License-Identifier: EUPL-1.2
//
// Text for a terminal: widths in columns, wrapping, colour, small tables, and harmless text.
//
// A dossier holds what others wrote, so any text from it goes through veilig() before it is shown: nothing in it
// can move the cursor, change a colour, reorder letters or begin a line of its own. omloop(), breedte() and verf()
// take text as it is; tabel() and everything else in this layer call veilig() themselves. Input that is not valid
// UTF-8 is shown byte by byte as \xNN. No text is ever shortened. Pure: no terminal is asked for anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pga::weergave {

/// How to print: the columns there are, and whether colour may be used. Colour never carries meaning alone.
struct Stijl {
  int breedte = 80;
  bool kleur = false;
};

enum class Kleur { geen, vet, rood, geel, groen, grijs };

/// `tekst` in that colour; `tekst` itself without colour.
[[nodiscard]] std::string verf(std::string_view tekst, Kleur kleur, const Stijl& stijl);

/// The columns that a line takes: combining marks none, wide signs two.
[[nodiscard]] int breedte(std::string_view tekst);

/// One line: every control character, bidi control and other invisible format character as \uHHHH, a line end as
/// \n, a tab as \t. (The joiners U+200C and U+200D, which scripts and emoji need, stay.)
[[nodiscard]] std::string veilig(std::string_view tekst);
/// The same, but line ends stay (CR LF and CR become LF) and a tab becomes a space.
[[nodiscard]] std::string veilig_meer(std::string_view tekst);
/// JSON text in which the same characters stand as \uHHHH: the same document, harmless to a terminal.
[[nodiscard]] std::string veilig_json(std::string_view json);

/// Wraps at spaces: no line is wider than `kolommen` unless the indents leave no room, a word is broken only when
/// it is wider than a whole line, and every letter stays. Line ends in `tekst` stay; the blanks at a break go. The
/// first line begins with `eerste`, the others with `rest`. No line end at the end.
[[nodiscard]] std::string omloop(std::string_view tekst, int kolommen, std::string_view eerste = {},
                                 std::string_view rest = {});

struct Cel {
  std::string tekst;
  Kleur kleur = Kleur::geen;
};

/// Columns as wide as their widest line, two spaces between; the last column wraps in what is left. A cell may hold
/// several lines. Every row has as many cells as there are headings; headings that are all empty are not printed.
struct Tabel {
  std::vector<std::string> koppen;
  std::vector<std::vector<Cel>> rijen;
};

/// The table; each line ends with a line end, none with a space.
[[nodiscard]] std::string tabel(const Tabel& tabel, const Stijl& stijl, std::string_view inspring = {});

}  // namespace pga::weergave
