// SPDX-License-Identifier: EUPL-1.2
//
// Plain text that a person wrote, such as minutes that were typed elsewhere: held to the same signs as a document.
//
// Invalid UTF-8, control characters other than tab and line end, marks that turn the direction of text and hidden
// line ends are findings with line and column, all of them. A UTF-8 byte order mark goes, CR LF becomes LF, and the
// text comes out NFC-normalised, so that the same words are the same bytes whatever they were typed on.
#pragma once

#include <string>
#include <string_view>

namespace pga::yaml {

/// Throws Fout(document) with every finding.
[[nodiscard]] std::string lees_gewone_tekst(std::string_view bytes, std::string_view naam);

}  // namespace pga::yaml
