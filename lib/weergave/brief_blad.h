// SPDX-License-Identifier: EUPL-1.2
//
// A letter or minutes as blocks of text, and their three forms: plain text, HTML and flat ODT.
//
// The same blocks give the same bytes. All text goes through veilig() and is escaped for its form, so a hostile
// name is only ever a name. Nothing is fetched from outside, and no form holds a date, author or anything else that
// is not in the blocks. What has still to be filled in by hand stands as "[vul in: …]" and stands out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pga::weergave {

/// Text in a letter; `open` is a place to be filled in. With `blok` a line end in the text is one: a person wrote
/// paragraphs. Without it nothing in a text can begin a line.
struct BriefStukje {
  std::string tekst;
  bool open = false;
  bool blok = false;
};

using BriefRegel = std::vector<BriefStukje>;

enum class BriefBlokSoort {
  titel,    // of the letter
  kop,      // of a section
  alinea,   // one paragraph
  regels,   // lines that stay lines: an address
  lijst,    // items
  besluit,  // one paragraph that stands out
  tabel,    // rows; the first is the headings, and a row has a stukje for each column
};

/// `regels` is one line for titel, kop, alinea and besluit, else a line, item or row each.
struct BriefBlok {
  BriefBlokSoort soort = BriefBlokSoort::alinea;
  std::vector<BriefRegel> regels;
};

using BriefBlad = std::vector<BriefBlok>;

/// Whether a page may not end after this block: a heading, or a paragraph that announces the block after it.
[[nodiscard]] bool blijft_bij_volgende(const BriefBlad& blad, std::size_t i);

/// 80 columns.
[[nodiscard]] std::string brief_tekst(const BriefBlad& blad);
/// One file, in Dutch, that prints on A4.
[[nodiscard]] std::string brief_html(const BriefBlad& blad);
/// OpenDocument text in one XML file (.fodt), A4 with page numbers.
[[nodiscard]] std::string brief_fodt(const BriefBlad& blad);

}  // namespace pga::weergave
